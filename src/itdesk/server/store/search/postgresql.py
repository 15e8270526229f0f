"""The index in PostgreSQL: words as `tsvector` under a GIN index.

The positions in a `tsvector` say who may read a word: 1A everybody, 2B the requester, 3C staff. Real ones
end at 16,383, and at 256 for a word; so phrases are looked for in the text that is kept beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    and_,
    cast,
    column,
    func,
    literal,
    not_,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from itdesk.domain.audience import Audience
from itdesk.domain.policy import Scope
from itdesk.domain.query.matching import looked_for
from itdesk.domain.query.resolving import Demand, Marks, Wanted
from itdesk.domain.query.terms import Words
from itdesk.domain.searched import EVERY, SIGN, Searched, joined, mark, mark_of_id
from itdesk.server.store.search.index import marks_of, numbers_only, of_tickets
from itdesk.server.store.tables import tickets

CREATE_TABLE = (
    "CREATE TABLE search (number BIGINT PRIMARY KEY, participants TEXT NOT NULL, requester TEXT NOT NULL,"
    " staff TEXT NOT NULL, words TSVECTOR NOT NULL)"
)
CREATE_INDEX = "CREATE INDEX ix_search_words ON search USING gin (words)"
INSERT = (
    "INSERT INTO search (number, participants, requester, staff, words)"
    " VALUES (:number, :participants, :requester, :staff, CAST(:words AS tsvector))"
)
REPLACE = (
    f"{INSERT} ON CONFLICT (number) DO UPDATE SET participants = excluded.participants,"
    " requester = excluded.requester, staff = excluded.staff, words = excluded.words"
)
INSERTED, REPLACED = text(INSERT), text(REPLACE)
SEARCH = table(
    "search", column("number"), column("participants"), column("requester"), column("staff"), column("words")
)
NUMBER = SEARCH.c.number
HIGHEST = select(func.max(NUMBER))
BLOCK = 4096
"""Tickets whose numbers follow each other share a mark: the newest hits are found without the others."""
STEPS = (1, 8, 32)
"""So many blocks from the top are looked through first, then all: what few of these have is rare."""
LABELS = {Audience.PARTICIPANTS: "1A", Audience.REQUESTER: "2B", Audience.STAFF: "3C"}


class PostgresqlIndex:
    """See Index."""

    def create(self, connection: Connection) -> None:
        """Make an empty index."""
        for statement in (CREATE_TABLE, CREATE_INDEX):
            connection.exec_driver_sql(statement)

    def drop(self, connection: Connection) -> None:
        """Remove the index."""
        connection.exec_driver_sql("DROP TABLE IF EXISTS search")

    def insert(self, connection: Connection, found: Sequence[Searched]) -> None:
        """Take tickets in that are not in the index yet."""
        connection.execute(INSERTED, [_row(one) for one in found])

    def replace(self, connection: Connection, found: Sequence[Searched]) -> None:
        """Take tickets in, in place of what the index has of them."""
        connection.execute(REPLACED, [_row(one) for one in found])

    def find(
        self, connection: Connection, demands: Sequence[Demand], scope: Scope, below: int, limit: int
    ) -> list[int]:
        """Return the numbers of the hits that this reader sees: the highest below `below`, highest first."""
        asked = _Asked(demands, scope)
        top = min(below, (connection.scalar(HIGHEST) or 0) + 1)
        found: list[int] = []
        if not scope.is_staff:  # few tickets are hers: there is nothing to be spared
            return asked.hits(connection, 0, top, limit)
        for low, high in _steps(top):
            found += asked.hits(connection, low, high, limit - len(found))
            if len(found) >= limit:
                break
        return found

    def titles(self, connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
        """Return the words of these tickets' titles, as `domain.searched.joined` makes them."""
        title = func.split_part(SEARCH.c.participants, f" {SIGN} ", 1).label("title")
        rows = connection.execute(select(NUMBER, title).where(NUMBER.in_(numbers)))
        return {row.number: f"{row.title} " for row in rows}


class _Asked:
    """One question, to be asked of one range of numbers after the other."""

    def __init__(self, demands: Sequence[Demand], scope: Scope) -> None:
        self._words = _question(demands, scope)
        self._conditions = [*_phrases(demands, scope), *of_tickets(scope, demands)]
        self._numbers = numbers_only(demands, NUMBER)

    def hits(self, connection: Connection, low: int, high: int, limit: int) -> list[int]:
        """Return the highest hits from `low` on and below `high`."""
        question = select(NUMBER).where(
            SEARCH.c.words.op("@@", return_type=Boolean())(cast(literal(self._in(low, high)), TSQUERY)),
            SEARCH.c.number >= low,
            SEARCH.c.number < high,
            *self._numbers,
        )
        if self._conditions:
            question = question.join_from(SEARCH, tickets, tickets.c.number == NUMBER)
        # Ordered by a sum, so that PostgreSQL asks its index of words instead of walking all numbers.
        ordered = question.where(*self._conditions).order_by((NUMBER + 0).desc()).limit(limit)
        return list(connection.scalars(ordered))

    def _in(self, low: int, high: int) -> str:
        """Return the words, within the blocks of these numbers; all of them where `low` is 0."""
        if low == 0:
            return self._words
        blocks = (_lexeme(_block(number)) for number in range(low, high, BLOCK))
        return f"{self._words} & {_any(blocks)}"


def _steps(top: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of numbers from `top` down, each wider than the one before; the last one is the rest."""
    high, last = top, (top - 1) // BLOCK
    for blocks in STEPS:
        low = max(0, (last - blocks + 1) * BLOCK)
        yield low, high
        high = low
        if low == 0:
            return
    yield 0, high


def _block(number: int) -> str:
    return mark("block", str(number // BLOCK))


def _row(one: Searched) -> Mapping[str, object]:
    assert one.number is not None
    labels = dict.fromkeys([*one.marks, _block(one.number)], "")
    for audience, passages in one.passages.items():
        for word in {word for passage in passages for word in passage.split()}:
            labels[word] = f"{labels[word]},{LABELS[audience]}" if word in labels else LABELS[audience]
    return {
        "number": one.number,
        "words": " ".join(f"'{word}':{label}" if label else f"'{word}'" for word, label in labels.items()),
        **{audience.value: joined(one.passages.get(audience, ())) for audience in Audience},
    }


# --- words and marks ----------------------------------------------------------------------------------------


def _question(demands: Iterable[Demand], scope: Scope) -> str:
    """Return what GIN can answer of the demands, as a `tsquery`."""
    parts = [_lexeme(mark) for mark in marks_of(scope)]
    for demand in demands:
        if demand.is_negated and any(_is_phrase(one) for one in demand.any_of):
            continue
        if all(isinstance(one, Words | Marks) for one in demand.any_of):
            either = _any(_one(one, scope) for one in demand.any_of)
            parts.append(f"!{either}" if demand.is_negated else either)
    return " & ".join(parts or [_lexeme(EVERY)])


def _one(wanted: Wanted, scope: Scope) -> str:
    if isinstance(wanted, Words):
        *whole, last = wanted.tokens
        words = [_word(word, scope, is_beginning=False) for word in whole]
        return _all([*words, _word(last, scope, is_beginning=wanted.is_beginning)])
    assert isinstance(wanted, Marks)
    return _any(_all([f"'{mark}'" for mark in sorted(marks)]) for marks in wanted.any_of)


def _word(word: str, scope: Scope, *, is_beginning: bool) -> str:
    star = "*" if is_beginning else ""
    if scope.is_staff:
        return f"'{word}':{star}" if star else f"'{word}'"
    mine = mark_of_id("requester", scope.person_id)
    return f"('{word}':{star}A | '{word}':{star}B & '{mine}')"


def _all(parts: Sequence[str]) -> str:
    return f"({' & '.join(parts or [_lexeme(EVERY)])})"


def _any(parts: Iterable[str]) -> str:
    """Return that one of the parts holds. Nothing holds where there is none: no text has a lone `@`."""
    return f"({' | '.join(parts) or _lexeme('@')})"


def _lexeme(word: str) -> str:
    return f"'{word}'"


# --- phrases ------------------------------------------------------------------------------------------------


def _is_phrase(wanted: Wanted) -> bool:
    return isinstance(wanted, Words) and len(wanted.tokens) > 1


def _phrases(demands: Iterable[Demand], scope: Scope) -> Iterator[ColumnElement[bool]]:
    for demand in demands:
        if any(_is_phrase(one) for one in demand.any_of):
            stands = or_(*(_stands(one, scope) for one in demand.any_of if isinstance(one, Words)))
            yield not_(stands) if demand.is_negated else stands


def _stands(words: Words, scope: Scope) -> ColumnElement[bool]:
    """Return that the phrase stands in what this reader may read."""
    piece = looked_for(words)
    everybody, requester, staff = (
        func.strpos(text, piece) > 0 for text in (SEARCH.c.participants, SEARCH.c.requester, SEARCH.c.staff)
    )
    if scope.is_staff:
        return or_(everybody, requester, staff)
    return or_(everybody, and_(tickets.c.requester_id == scope.person_id, requester))
