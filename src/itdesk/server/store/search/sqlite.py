"""The index in SQLite: FTS5. It walks hits from the newest on, so that a page costs the same in any store."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, column, literal, literal_column, select, table, text
from sqlalchemy.sql.expression import bindparam

from itdesk.database.fts5 import TOKENISER, expression
from itdesk.domain.audience import Audience
from itdesk.domain.policy import Scope
from itdesk.domain.searched import SIGN, Searched, joined, mark_of_id
from itdesk.server.store.search.index import Hit, Sought, marks_of, numbers_only, of_tickets
from itdesk.server.store.tables import tickets

CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5 (participants, requester, staff, marks,"
    f" tokenize = \"{TOKENISER}\", prefix = '2 3')"
)
DELETE = text("DELETE FROM search WHERE rowid = :number")
INSERT = text(
    "INSERT INTO search (rowid, participants, requester, staff, marks)"
    " VALUES (:number, :participants, :requester, :staff, :marks)"
)
SEARCH = table("search", column("rowid"), column("participants"))
PARTICIPANTS, REQUESTER, STAFF = Audience.PARTICIPANTS, Audience.REQUESTER, Audience.STAFF


class SqliteIndex:
    """See Index."""

    def create(self, connection: Connection) -> None:
        """Make an empty index."""
        connection.exec_driver_sql(CREATE)

    def drop(self, connection: Connection) -> None:
        """Remove the index."""
        connection.exec_driver_sql("DROP TABLE IF EXISTS search")

    def insert(self, connection: Connection, found: Sequence[Searched]) -> None:
        """Take tickets in that are not in the index yet."""
        connection.execute(INSERT, [_row(one) for one in found])

    def replace(self, connection: Connection, found: Sequence[Searched]) -> None:
        """Take tickets in, in place of what the index has of them."""
        connection.execute(DELETE, [{"number": one.number} for one in found])
        self.insert(connection, found)

    def find(self, connection: Connection, sought: Sought) -> list[Hit]:
        """Return the hits that this reader sees: the highest numbers below `below`, highest first."""
        demands, scope = sought.demands, sought.scope
        title = SEARCH.c.participants if sought.titled else literal("")
        question = (
            select(SEARCH.c.rowid, title.label("title"))
            .where(literal_column("search").op("MATCH")(bindparam("match")), SEARCH.c.rowid < sought.below)
            .where(*numbers_only(demands, SEARCH.c.rowid))
            .order_by(SEARCH.c.rowid.desc())
            .limit(sought.limit)
        )
        if conditions := of_tickets(scope, demands):
            # The sign keeps SQLite from looking up each ticket in the index: the index leads.
            same = tickets.c.number == literal_column("+search.rowid")
            question = question.join_from(SEARCH, tickets, same).where(*conditions)
        match = expression(demands, _columns(scope), *marks_of(scope))
        rows = connection.execute(question, {"match": match})
        return [Hit(row.rowid, f"{row.title.partition(f' {SIGN} ')[0]} ") for row in rows]


def _columns(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Return the columns that this reader may read: words for the requester, only where she is it."""
    if scope.is_staff:
        return (("{participants requester staff}", ""),)
    return (PARTICIPANTS.value, ""), (REQUESTER.value, mark_of_id("requester", scope.person_id))


def _row(one: Searched) -> Mapping[str, object]:
    return {
        "number": one.number,
        "marks": " ".join(one.marks),
        **{audience.value: joined(one.passages.get(audience, ())) for audience in Audience},
    }
