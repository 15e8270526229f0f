"""Two server processes on one PostgreSQL: clients go to either, one is killed, nothing is lost."""

import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import urllib3
from sqlalchemy import func, select

from itdesk.domain.changes import Change, CommentAdded
from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from itdesk.server.store.job_states import JobStates
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import changes, counter, events, feed, tickets
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import ServerProcess, Visitor, change, report

pytestmark = pytest.mark.postgres
CLIENTS = 6
REPORTS_EACH = 12
KILLED_AFTER = CLIENTS * REPORTS_EACH // 3


@pytest.fixture
def database() -> Iterator[str]:
    with postgresql_server() as url:
        yield url.render_as_string(hide_password=False)


class Nodes:
    """Two servers. A client that gets no answer asks the other one the same again, as a proxy makes it."""

    def __init__(self, folder: Path, database: str) -> None:
        self.processes = [ServerProcess(folder, database) for _ in range(2)]
        self._accepted = 0
        self._lock = threading.Lock()
        self._killed = False

    def bring(self, token: str, asked: list[Change], first: int) -> list[str]:
        """Send until it is answered; return the numbers. Each time another server is asked first."""
        turn = first
        while True:
            visitor = Visitor(self.processes[turn % 2].url, token)
            try:
                results = visitor.sync(*asked).results
            except (urllib3.exceptions.HTTPError, AssertionError):
                turn += 1
                continue
            finally:
                visitor.close()
            if all(result.state == "accepted" for result in results):
                self._note(len(results))
                return [str(result.receipt.number) for result in results if result.receipt]

    def _note(self, count: int) -> None:
        with self._lock:
            self._accepted += count
            if self._accepted >= KILLED_AFTER and not self._killed:
                self._killed = True
                self.processes[0].kill()


def _work(nodes: Nodes, token: str, me: int) -> set[str]:
    numbers: set[str] = set()
    for n in range(REPORTS_EACH):
        opened = report(f"Report {me}-{n}")
        reply = change(CommentAdded(body="And more"), opened.ticket_id, seen=1)
        first = nodes.bring(token, [opened], first=me + n)
        again = nodes.bring(token, [opened, reply], first=me + n + 1)  # the same again, to the other one
        assert again[0] == first[0]
        numbers |= set(again)
    return numbers


def test_each_report_is_there_once_though_one_server_is_killed(tmp_path: Path, database: str) -> None:
    for n in range(CLIENTS):
        add_user(
            login=f"u{n}",
            name=f"U{n}",
            role=Role.EMPLOYEE,
            password=PASSWORD,
            data_dir=tmp_path,
            database=database,
        )
    nodes = Nodes(tmp_path, database)
    tokens = [Visitor(nodes.processes[0].url).sign_in(f"u{n}", PASSWORD).token or "" for n in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        done = [pool.submit(_work, nodes, token, me) for me, token in enumerate(tokens)]
        numbers = [number for one in done for number in one.result(120)]
    assert nodes.processes[0].process.poll() is not None
    assert nodes.processes[1].stop() == 0
    store = open_store(database)
    expected = CLIENTS * REPORTS_EACH
    assert len(set(numbers)) == len(numbers) == expected
    _check(store, expected)
    store.close()


def _check(store: Store, expected: int) -> None:
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tickets)) == expected
        by_kind = Counter(connection.scalars(select(events.c.kind)))
        assert by_kind["TicketOpened"] == by_kind["CommentAdded"] == expected
        assert len(set(connection.scalars(select(changes.c.id)))) >= 2 * expected
        positions = sorted(set(connection.scalars(select(feed.c.position))))
        assert positions == list(range(1, len(positions) + 1))
        assert connection.scalar(select(counter.c.position)) == len(positions)
    states = JobStates(store).all()
    assert states
    assert [one.name for one in states if one.failures] == []
