"""Every migration proves itself: up, down, up again, and the same schema as the tables say."""

from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, inspect, select, text

from itdesk.domain.people import Role
from itdesk.server.store.store import MIGRATIONS, Store, StoreTooNew, migrations, open_store
from itdesk.server.store.tables import METADATA, counter
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.databases import Databases
from tests.contract.office import Office


def is_ours(name: str | None, kind: str, _of: object) -> bool:
    """Leave the index of search out: each database has tables of its own for it."""
    return kind != "table" or name is None or not name.startswith("search")


STEPS = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]


@pytest.fixture
def bare(databases: Databases) -> Iterator[Store]:
    """A database without tables."""
    url = databases.empty()
    store = open_store(url)
    yield store
    store.close()
    databases.drop(url)


def _upgrade(store: Store, target: str) -> None:
    with store.writing() as connection:
        command.upgrade(migrations(connection), target)


def _downgrade(store: Store, target: str) -> None:
    with store.writing() as connection:
        command.downgrade(migrations(connection), target)


def _schema(connection: Connection) -> dict[str, object]:
    """Return everything that the database itself says of its tables."""
    found = MetaData()
    found.reflect(connection)
    look = inspect(connection)
    return {
        name: (
            [(column.name, str(column.type), column.nullable) for column in table.columns],
            sorted(str(index) for index in look.get_indexes(name)),
            sorted(str(one) for one in look.get_unique_constraints(name)),
            sorted(str(one) for one in look.get_foreign_keys(name)),
            look.get_pk_constraint(name),
        )
        for name, table in found.tables.items()
        if name != "alembic_version"
    }


def test_the_migrations_make_the_tables_that_the_program_knows(bare: Store) -> None:
    _upgrade(bare, "head")
    with bare.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": is_ours})
        assert compare_metadata(context, METADATA) == []


@pytest.mark.parametrize("step", STEPS)
def test_every_step_goes_up(bare: Store, step: str) -> None:
    _upgrade(bare, step)
    with bare.reading() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == step


@pytest.mark.parametrize("step", STEPS)
def test_every_step_goes_down_and_leaves_the_schema_as_it_was(bare: Store, step: str) -> None:
    _upgrade(bare, f"{step}-1" if step != STEPS[0] else step)
    if step == STEPS[0]:
        _downgrade(bare, "base")
    with bare.reading() as connection:
        before = _schema(connection)
    _upgrade(bare, step)
    _downgrade(bare, "-1")
    with bare.reading() as connection:
        assert _schema(connection) == before


@pytest.mark.parametrize(("status", "basis"), [("open", 0), ("closed", None)])
def test_of_older_tickets_the_open_ones_are_to_be_looked_at_for_promised_times(
    bare: Store, status: str, basis: int | None
) -> None:
    _upgrade(bare, "0002")
    values = {"id": "a", "number": 1, "version": 1, "requester_id": "b", "position": 1, "bytes": 1}
    values |= {"created_at": "2026-11-23", "updated_at": "2026-11-23", "status": status, "state": "{}"}
    names = ", ".join(values)
    with bare.writing() as connection:
        places = ", ".join(f":{name}" for name in values)
        connection.execute(text(f"INSERT INTO tickets ({names}) VALUES ({places})"), values)
    _upgrade(bare, "0003")
    with bare.reading() as connection:
        assert connection.execute(text("SELECT due_basis FROM tickets")).scalar() == basis


def test_migrating_a_store_at_work_keeps_what_it_holds(
    store: Store, office: Office, desk: TicketDesk
) -> None:
    ticket_id = office.open(office.ewa)
    identity = store.identity
    store.migrate()
    again = Store(store.engine)
    assert again.identity == identity
    assert office.desk.actor_of(office.tom.id).role is Role.TECHNICIAN
    assert ticket_id in office.reader(office.tom).read().tickets
    with store.reading() as connection:
        assert len(connection.execute(select(counter)).all()) == 1


def test_a_database_of_a_newer_program_is_refused_in_words_and_left_alone(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreTooNew, match=r"schema 9999.*newer itdesk server.*Nothing was changed"):
        store.migrate()
    with store.reading() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == "9999"


def _upgrade_and_fail(store: Store) -> None:
    with store.writing() as connection:
        command.upgrade(migrations(connection), "head")
        raise ZeroDivisionError


def test_a_migration_that_fails_leaves_nothing_behind(bare: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        _upgrade_and_fail(bare)
    with bare.reading() as connection:
        assert inspect(connection).get_table_names() == []
