"""Questions to SQLite's full text index, for both stores that have one.

The index has a column for the words of each audience and one for the marks (domain.searched); its tokeniser
takes what ours has made as it is.
"""

from collections.abc import Iterable, Sequence

from itdesk.domain.query.resolving import Demand, Marks, Wanted
from itdesk.domain.query.terms import Words
from itdesk.domain.searched import EVERY

TOKENISER = "ascii tokenchars '=@'"


def expression(demands: Iterable[Demand], columns: Sequence[tuple[str, str]], *always: str) -> str:
    """Return the expression for `MATCH`: what of the demands an index can answer.

    `columns` are those that may be read, each with a mark that the ticket must have for it, or nothing;
    `always` are marks that every found ticket has. What is no words and no marks is left to the caller.
    """
    wanted = [_quoted(mark) for mark in always]
    unwanted: list[str] = []
    for demand in demands:
        if any(not isinstance(one, Words | Marks) for one in demand.any_of):
            continue
        either = _any(_one(one, columns) for one in demand.any_of)
        (unwanted if demand.is_negated else wanted).append(either)
    found = " AND ".join(wanted or [_quoted(EVERY)])
    return f"({found}) NOT {_any(unwanted)}" if unwanted else found


def _one(wanted: Wanted, columns: Sequence[tuple[str, str]]) -> str:
    if isinstance(wanted, Words):
        star = " *" if wanted.is_beginning else ""
        phrase = _quoted(" ".join(wanted.tokens)) + star
        return _any(
            f"({column} : {phrase} AND {_quoted(mark)})" if mark else f"{column} : {phrase}"
            for column, mark in columns
        )
    assert isinstance(wanted, Marks)
    return _any(_all(sorted(marks)) for marks in wanted.any_of)


def _all(marks: Sequence[str]) -> str:
    return f"({' AND '.join(map(_quoted, marks or (EVERY,)))})"


def _any(parts: Iterable[str]) -> str:
    """Return that one of the parts holds. Nothing holds where there is none: no text has a lone `@`."""
    return f"({' OR '.join(parts) or _quoted('@')})"


def _quoted(words: str) -> str:
    return f'"{words}"'
