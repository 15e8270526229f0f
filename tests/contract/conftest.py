"""Both databases for every contract: an SQLite file, and a real PostgreSQL started once for the run."""

from collections.abc import Iterator

import pytest
from sqlalchemy import URL, QueuePool

from itdesk.server.store.store import Store, open_store
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.databases import Databases, PostgresqlDatabases, SqliteDatabases
from tests.contract.office import Office
from tests.contract.postgresql_server import postgresql_server

BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[URL]:
    """A PostgreSQL server of this run's own, listening on a socket in a folder of its own."""
    with postgresql_server() as url:
        yield url


@pytest.fixture(scope="session")
def postgresql(postgresql_url: URL) -> Iterator[PostgresqlDatabases]:
    """Databases on that server, each a copy of one that was migrated once."""
    databases = PostgresqlDatabases(postgresql_url)
    yield databases
    databases.close()


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    """SQLite files, each a copy of one that was migrated once."""
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(params=BOTH)
def databases(request: pytest.FixtureRequest) -> Databases:
    """Both kinds of database, one after the other."""
    found: Databases = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    """An empty store at this program's schema. A test that keeps a connection to itself fails."""
    url = databases.new()
    store = open_store(url)
    yield store
    pool = store.engine.pool
    assert isinstance(pool, QueuePool)
    left_open = pool.checkedout()
    store.close()
    databases.drop(url)
    assert left_open == 0


@pytest.fixture
def desk(store: Store) -> Iterator[TicketDesk]:
    """A ticket desk at work on the store."""
    desk = TicketDesk(store)
    desk.start()
    yield desk
    desk.stop()


@pytest.fixture
def office(store: Store, desk: TicketDesk) -> Office:
    """A few people, a few queues, and their desk."""
    return Office(store, desk)
