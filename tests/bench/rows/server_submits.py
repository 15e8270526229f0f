"""How many reports a second the ticket desk accepts for certain, from 32 threads at once.

Beside it: a bare INSERT, one row and one commit each, from as many threads over the same driver; and the same
desk without group commit, both ways to go without it: one thread with a transaction a report, and a
transaction a report in each of the 32 threads.
"""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, insert, text

from itdesk.database.engine import writing
from itdesk.domain.changes import DiagnosticsAttached, TicketOpened
from itdesk.domain.ids import PersonId, TicketId, new_id
from itdesk.domain.people import Actor, Role
from itdesk.protocol.messages import ChangeMessage
from itdesk.server.store.ledger import open_ledger
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import people
from itdesk.server.tickets.asked import Asked
from itdesk.server.tickets.batch import Batch
from itdesk.server.tickets.desk import TicketDesk, utc_now
from itdesk.server.tickets.seal import Seal
from tests.bench.row import Row
from tests.contract.office import change
from tests.contract.postgresql_server import postgresql_server

THREADS = 32
SECONDS = 5.0
WARM_UP_S = 1.0
FACTS = '{"os":"' + "x" * 4_000 + '"}'
OF_BARE = 0.5
OF_POSTGRESQL = 0.7


def measure() -> list[Row]:
    """Return the rows for PostgreSQL and SQLite."""
    with postgresql_server() as url, _store(url.render_as_string(hide_password=False)) as (store, actor):
        on_postgresql = _three_ways(store, actor)
        bare = _rate(_bare_insert(store.engine))
    with (
        tempfile.TemporaryDirectory(prefix="itdesk-bench-") as folder,
        _store(str(Path(folder) / "store.db")) as (store, actor),
    ):
        on_sqlite = _three_ways(store, actor)
    return [
        Row("reports accepted, 32 threads, PostgreSQL", on_postgresql[0], "/s", OF_BARE, bare, at_least=True),
        Row(
            "the same on SQLite, against PostgreSQL",
            on_sqlite[0],
            "/s",
            OF_POSTGRESQL,
            on_postgresql[0],
            True,
        ),
        *_without_group_commit("PostgreSQL", *on_postgresql),
        *_without_group_commit("SQLite", *on_sqlite),
    ]


def _without_group_commit(name: str, grouped: float, one_thread: float, each: float) -> list[Row]:
    return [
        Row(f"group commit, {name}, against a commit each, one writer", grouped, "/s", 1, one_thread, True),
        Row(f"group commit, {name}, against a commit each, 32 writers", grouped, "/s", 1, each, True),
    ]


def _three_ways(store: Store, actor: Actor) -> tuple[float, float, float]:
    """Answer reports a second: committed together, one by one in one thread, each in its own thread."""
    with _desk(store, 256) as desk:
        grouped = _rate(partial(_report_to, desk, actor))
    with _desk(store, 1) as desk:
        one_thread = _rate(partial(_report_to, desk, actor))
    return grouped, one_thread, _rate(partial(_report_alone, store, actor))


@contextmanager
def _store(url: str) -> Iterator[tuple[Store, Actor]]:
    store = open_store(url)
    store.migrate()
    actor = Actor(id=PersonId(new_id()), role=Role.EMPLOYEE)
    with store.writing() as connection:
        row = {"id": actor.id, "login": "ewa", "name": "Ewa", "role": actor.role, "position": 0}
        connection.execute(insert(people), row)
    yield store, actor
    store.close()


@contextmanager
def _desk(store: Store, changes_at_once: int) -> Iterator[TicketDesk]:
    desk = TicketDesk(store, changes_at_once=changes_at_once)
    desk.start()
    yield desk
    desk.stop()


def _report() -> list[ChangeMessage]:
    """A ticket with its facts: two changes."""
    ticket_id = TicketId(new_id())
    opened = change(ticket_id, TicketOpened(title="It does not print", description="Not at all. " * 20))
    return [opened, change(ticket_id, DiagnosticsAttached(facts=FACTS), after=[opened.id])]


def _report_to(desk: TicketDesk, actor: Actor) -> None:
    assert {result.state for result in desk.submit(actor, _report())} == {"accepted"}


def _report_alone(store: Store, actor: Actor) -> None:
    asked = [Asked(actor, message) for message in _report()]
    with open_ledger(store) as ledger:
        results = Batch(ledger, Seal(store.identity), utc_now(), asked, promises=KnownPromises()).judge()
    assert {result.state for result in results} == {"accepted"}


def _bare_insert(engine: Engine) -> Callable[[], None]:
    """One row of the same size, by one statement and one commit."""
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE bare (id VARCHAR(32) PRIMARY KEY, body TEXT)"))

    def insert_one() -> None:
        with writing(engine) as connection:
            connection.exec_driver_sql("INSERT INTO bare VALUES (%s, %s)", (new_id(), FACTS))

    return insert_one


def _rate(do: Callable[[], None]) -> float:
    """Return how often a second all threads together did it, after a warm-up."""
    begin, counts = time.perf_counter() + WARM_UP_S, [0] * THREADS

    def work(number: int) -> None:
        while (now := time.perf_counter()) < begin + SECONDS:
            do()
            counts[number] += now >= begin

    threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - begin)
