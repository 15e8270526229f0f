"""Send → saved for certain: the commit against a bare durable commit of the same bytes."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from itdesk.domain.changes import Change, CommentAdded
from itdesk.domain.ids import ChangeId, PersonId, TicketId, new_id
from itdesk.domain.people import Person, Role
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk, close_desk, utc_now
from itdesk.services.report import NewFile, Report, report_problem
from tests.bench.row import Row
from tests.fakes import desk_at

TIMES = 200
WARM_UP = 20
SCREENSHOT_BYTES = 8_000_000
WHOLE_MS = 20.0
PICTURED_MS = 400.0
BUDGET = 3.0


def measure() -> list[Row]:
    """Save 200 replies, 200 reports and a few with a 4K screenshot; the bare commit in the same folder."""
    folder = Path(tempfile.mkdtemp(prefix="itdesk-bench-"))
    person = Person(id=PersonId(new_id()), login="bench", name="Bench", role=Role.EMPLOYEE)
    desk = desk_at(folder, person, utc_now)
    try:
        return _rows(desk, folder)
    finally:
        close_desk(desk)
        shutil.rmtree(folder, ignore_errors=True)


def _rows(desk: Desk, folder: Path) -> list[Row]:
    ticket_id = report_problem(desk, Report(title="Bench")).ticket_id
    bare = _p99(_bare_commit(folder / "bare.db"), TIMES)
    commit = _p99(_keep(desk), TIMES)
    report = _p99(lambda: report_problem(desk, Report(title="It does not print", facts="{}")), TIMES)
    screenshot = NewFile("screen.png", bytes(SCREENSHOT_BYTES), is_screenshot=True)
    pictured = _p99(lambda: report_problem(desk, Report(title="See", files=(screenshot,))), 10, warm_up=1)
    answered = _p99(lambda: reply(desk, ticket_id, "Thank you."), 50)
    return [
        Row("Send: a change kept for certain, p99", commit * 1e3, "ms", BUDGET, bare=bare * 1e3),
        Row("Send: a report saved and shown, p99", report * 1e3, "ms", WHOLE_MS),
        Row("Send: with a screenshot of 8 MB, slowest of 10", pictured * 1e3, "ms", PICTURED_MS),
        Row("Send: the fiftieth unsent reply to one ticket", answered * 1e3, "ms", WHOLE_MS),
    ]


def _bare_commit(path: Path) -> Callable[[], object]:
    """Return a commit of one report's size: WAL, synchronous=FULL, nothing else."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (x, y)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t VALUES (?, ?)", (new_id(), b"x" * 300))
        connection.execute("COMMIT")

    return commit


def _keep(desk: Desk) -> Callable[[], object]:
    def keep() -> None:
        change = Change(
            id=ChangeId(new_id()),
            ticket_id=TicketId(new_id()),
            payload=CommentAdded(body="x" * 200),
            made_at=utc_now(),
        )
        desk.outbox.keep([change])

    return keep


def _p99(call: Callable[[], object], times: int, *, warm_up: int = WARM_UP) -> float:
    """Return the 99th percentile of a call's seconds; with fewer than a hundred calls, the slowest."""
    for _ in range(warm_up):
        call()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return sorted(taken)[min(int(times * 0.99), times - 1)]
