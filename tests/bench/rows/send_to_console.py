"""Send on one computer until it is visible in a technician's replica on another, both online."""

import statistics
import tempfile
import time
from pathlib import Path
from threading import Event

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.domain.listing import Question, View
from itdesk.domain.people import Role
from itdesk.entrypoints.server import ServerThread, utc_now
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.store.store import open_store
from itdesk.services.desk import Desk, close_desk, desk_of
from itdesk.services.reading import ticket_ids
from itdesk.services.report import Report, report_problem
from itdesk.services.signing import sign_in
from itdesk.services.synchronising import SyncThread
from itdesk.workstation.credentials import open_credential_store
from itdesk.workstation.paths import DataFolder
from tests.bench.row import Row

REPORTS = 40
BUDGET_MS = 500
PATIENCE_S = 20
PASSWORD = "long-enough-1"


def measure() -> list[Row]:
    """Report one after the other; each time wait until the other side shows it."""
    with tempfile.TemporaryDirectory(prefix="itdesk-bench-") as folder:
        root = Path(folder)
        store = open_store(root / "itdesk.db")
        store.migrate()
        accounts = Accounts(store, now=utc_now, passwords=Passwords())
        for login, role in (("joanna", Role.EMPLOYEE), ("marek", Role.TECHNICIAN)):
            accounts.add_user(login, name=login, role=role, password=PASSWORD)
        with ServerThread(store, files=root / "files") as server:
            times = sorted(_times(root, server.url))
        store.close()
    p95 = times[round(len(times) * 0.95) - 1]
    return [
        Row("Send until visible in a console's replica, p50", statistics.median(times), "ms", BUDGET_MS),
        Row("Send until visible in a console's replica, p95", p95, "ms", BUDGET_MS),
    ]


def _times(root: Path, url: str) -> list[float]:
    joanna, marek = _Computer(root / "joanna", url, "joanna"), _Computer(root / "marek", url, "marek")
    try:
        return [_time_of_one(joanna.start(), marek.start(), marek.heard, number) for number in range(REPORTS)]
    finally:
        joanna.stop()
        marek.stop()


def _time_of_one(joanna: Desk, marek: Desk, heard: Event, number: int) -> float:
    begun = time.perf_counter()
    saved = report_problem(joanna, Report(title=f"Report {number}"))
    while True:
        heard.clear()
        if saved.ticket_id in ticket_ids(marek, Question(view=View.UNASSIGNED)):
            return (time.perf_counter() - begun) * 1000
        if not heard.wait(PATIENCE_S):
            raise TimeoutError(f"report {number} did not come")


class _Computer:
    """One person's computer, in step with the server."""

    def __init__(self, folder: Path, url: str, login: str) -> None:
        self.heard = Event()
        data = DataFolder(folder).create()
        connection = Connection(parse_server_url(url), proxy="direct")
        credentials = open_credential_store("memory", data)
        account = sign_in(data, credentials, connection, login, PASSWORD)
        token = credentials.get(account.key)
        self._desk = desk_of(data, account, wake=self._wake)
        self._thread = SyncThread(self._desk, lambda: connection.with_token(token), heard=self.heard.set)
        self._is_running = False

    def start(self) -> Desk:
        """Begin, once, and return the desk."""
        if not self._is_running:
            self._is_running = True
            self._thread.start()
        return self._desk

    def _wake(self) -> None:
        self._thread.wake()

    def stop(self) -> None:
        """End."""
        self._thread.stop(PATIENCE_S)
        close_desk(self._desk)
