"""A store moves from SQLite to PostgreSQL: every row, the same history, nothing half done."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, text

from itdesk.domain.changes import CommentAdded
from itdesk.server.store.audit import checked_chain, note
from itdesk.server.store.moving import Moved, NotEmpty, NotTheSame, move
from itdesk.server.store.store import Store, StoreMoved, open_store
from itdesk.server.store.tables import METADATA, meta, people, tickets
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.databases import PostgresqlDatabases, SqliteDatabases
from tests.contract.office import Office
from tests.contract.queries import hits

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.postgres


@pytest.fixture
def source(sqlite: SqliteDatabases) -> Iterator[Store]:
    store = open_store(sqlite.new())
    yield store
    store.close()


@pytest.fixture
def target(postgresql: PostgresqlDatabases) -> Iterator[Store]:
    url = postgresql.new()
    store = open_store(url)
    yield store
    store.close()
    postgresql.drop(url)


@pytest.fixture
def lived(source: Store) -> Office:
    """An office over the store to be moved, with a few hundred tickets and words in two languages."""
    desk = TicketDesk(source)
    desk.start()
    office = Office(source, desk)
    for number in range(3):
        ticket = office.open(office.ewa, f"Drukarka nie drukuje żółtego {number} 🖨")
        office.do(office.tom, ticket, CommentAdded(body="Zaraz sprawdzę — “papier”?"))
    with source.writing() as connection:
        clones = [
            {"id": f"{number:032x}", "login": f"worker-{number}", "name": "Żaneta", "role": "employee"}
            for number in range(1201)
        ]
        connection.execute(insert(people), [one | {"position": 0} for one in clones])
        note(connection, actor_id=office.adam.id, action="person-written", object_kind="person", at=NOW)
    desk.stop()
    return office


def contents(store: Store) -> dict[str, list[str]]:
    with store.reading() as connection:
        return {
            table.name: sorted(str(tuple(row)) for row in connection.execute(select(table)))
            for table in METADATA.sorted_tables
            if table is not meta
        }


def moved(source: Store, target: Store) -> Moved:
    return move(source, target, NOW)


def test_all_rows_are_there_and_a_client_goes_on_where_it_was(
    lived: Office, source: Store, target: Store
) -> None:
    before, reader = contents(source), lived.reader(lived.tom).read()
    held = reader.holds()
    rows = moved(source, target).rows
    assert contents(target) == before
    assert rows["people"] == len(before["people"]) == 1207
    assert target.identity == source.identity
    desk = TicketDesk(target)
    desk.start()
    lived.store, lived.desk = target, desk
    reader.moves_to(desk).read()
    assert (reader.holds(), reader.resets) == (held, 0)
    ticket = lived.open(lived.ewa, "A new one")
    reader.read()
    desk.stop()
    with target.reading() as connection:
        assert checked_chain(connection).rows == rows["audit"] > 0
    assert reader.resets == 0
    assert ticket in reader.tickets
    with target.reading() as connection:
        numbers = connection.scalars(select(tickets.c.number).order_by(tickets.c.number)).all()
    assert numbers == list(range(numbers[0], numbers[0] + 4))


def test_words_are_found_there(lived: Office, source: Store, target: Store) -> None:
    moved(source, target)
    lived.store = target
    assert len(hits(lived, lived.tom, "zoltego papier")) == 3


def test_what_was_moved_is_used_no_more(lived: Office, source: Store, target: Store) -> None:
    source.migrate()
    moved(source, target)
    with pytest.raises(StoreMoved, match="2026-11-27T12:00:00"):
        source.migrate()
    target.migrate()


def test_a_database_with_anything_in_it_is_refused_and_left_alone(
    lived: Office, source: Store, target: Store
) -> None:
    with target.writing() as connection:
        connection.execute(
            insert(people).values(id="0" * 32, login="x", name="X", role="employee", position=0)
        )
    before = contents(target)
    with pytest.raises(NotEmpty, match="people"):
        moved(source, target)
    assert contents(target) == before
    source.migrate()


@pytest.mark.parametrize("deed", ["NEW.name := upper(NEW.name); RETURN NEW", "RETURN NULL"])
def test_a_row_that_comes_back_otherwise_undoes_all_of_it(
    lived: Office, source: Store, target: Store, deed: str
) -> None:
    """The database itself changes or drops one row on its way in."""
    before = contents(target)
    with target.writing() as connection:
        condition = "NEW.login = 'worker-1200'"
        connection.execute(
            text(
                "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN IF {condition} THEN {deed}; END IF; RETURN NEW; END $$"
            )
        )
        connection.execute(
            text("CREATE TRIGGER spoil BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION spoil()")
        )
    with pytest.raises(NotTheSame, match="people"):
        moved(source, target)
    assert contents(target) == before
    source.migrate()
