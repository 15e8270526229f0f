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
from itdesk.server.store.search.index import Hit, Sought, marks_of, numbers_only, of_tickets
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
HIGHEST = select(func.max(SEARCH.c.number))
BLOCK = 4096
"""Tickets whose numbers follow each other share a mark: the newest hits are found without the others."""
MOST_BLOCKS = 64
TITLE = func.split_part(SEARCH.c.participants, f" {SIGN} ", 1)
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

    def find(self, connection: Connection, sought: Sought) -> list[Hit]:
        """Return the hits that this reader sees: the highest numbers below `below`, highest first.

        They are looked for in the newest block, then in as many more as will do by what was found so far: so
        few rows are read that are not asked for. What is rare is looked for everywhere at once.
        """
        asked = _Asked(sought)
        top = high = min(sought.below, (connection.scalar(HIGHEST) or 0) + 1)
        width = BLOCK if sought.scope.is_staff else top  # of an employee's few there is nothing to be spared
        found: list[Hit] = []
        while high > 0 and len(found) < sought.limit:
            low = max(0, (high - width) // BLOCK * BLOCK)
            found += asked.hits(connection, low, high, sought.limit - len(found))
            missing = sought.limit - len(found)
            width = 3 * missing * (top - low) // (2 * len(found)) if found else top
            high = low
        return found


class _Asked:
    """One question, to be asked of one range of numbers after the other."""

    def __init__(self, sought: Sought) -> None:
        demands, scope = sought.demands, sought.scope
        self._words = _question(demands, scope)
        self._tables = [*_phrases(demands, scope), *of_tickets(scope, demands)]
        self._numbers = numbers_only(demands, SEARCH.c.number)
        self._title = TITLE if sought.titled else literal("")

    def hits(self, connection: Connection, low: int, high: int, limit: int) -> list[Hit]:
        """Return the highest hits from `low` on and below `high`."""
        words = cast(literal(self._in(low, high)), TSQUERY)
        # Ordered by a sum, so that PostgreSQL asks its index of words instead of walking all numbers.
        question = (
            select(SEARCH.c.number, self._title.label("title"))
            .where(SEARCH.c.words.op("@@", return_type=Boolean())(words))
            .where(SEARCH.c.number >= low, SEARCH.c.number < high, *self._numbers)
            .order_by((SEARCH.c.number + 0).desc())
            .limit(limit)
        )
        if self._tables:
            question = question.join_from(SEARCH, tickets, tickets.c.number == SEARCH.c.number)
        rows = connection.execute(question.where(*self._tables))
        return [Hit(row.number, f"{row.title} ") for row in rows]

    def _in(self, low: int, high: int) -> str:
        """Return the words, within the blocks of these numbers unless these are very many."""
        blocks = range(low, high, BLOCK)
        if len(blocks) > MOST_BLOCKS:
            return self._words
        return f"{self._words} & {_any(_lexeme(_block(number)) for number in blocks)}"


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
