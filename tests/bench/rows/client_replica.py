"""The replica with 100 000 tickets: filling it, and how fast its lists and its search answer."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from itdesk.domain.listing import Order, Question, View
from itdesk.domain.people import Person
from itdesk.domain.query.parsing import parse
from itdesk.protocol.messages import TicketEntry
from itdesk.replica.page import take_page
from itdesk.services import reading
from itdesk.services.desk import Desk, close_desk, utc_now
from tests.bench.filled_replica import BEGAN, ON_A_PAGE, fill, page_of, some_entries, team
from tests.bench.row import Row
from tests.fakes import desk_at

TICKETS = 100_000
RUNS = 20
ANSWER_MS = 50.0
FILL_BUDGET = 4.0
DELTA_BUDGET = 5.0


def measure() -> list[Row]:
    """Fill a replica page by page, then ask it what the console asks."""
    folder = Path(tempfile.mkdtemp(prefix="itdesk-bench-"))
    people = team()
    desk = desk_at(folder, people[0], utc_now)
    try:
        entries = list(some_entries(people, TICKETS))
        bare = _seconds(lambda: _bare(folder / "bare.db", entries))
        filled = _seconds(lambda: fill(desk, people, iter(entries), TICKETS))
        return [
            Row("replica: first snapshot of 100 k tickets", filled, "s", FILL_BUDGET, bare=bare),
            _delta(desk, people, entries, folder),
            *_answers(desk),
        ]
    finally:
        close_desk(desk)
        shutil.rmtree(folder, ignore_errors=True)


def _answers(desk: Desk) -> list[Row]:
    every = reading.ticket_ids(desk, Question())
    assert len(every) == TICKETS
    asked: dict[str, Callable[[], object]] = {
        "view of all, 100 k ids": lambda: reading.ticket_ids(desk, Question(order=Order.NEWEST_FIRST)),
        "view of the open ones, most urgent first": lambda: reading.ticket_ids(
            desk, Question(view=View.OPEN, order=Order.URGENT_FIRST)
        ),
        "50 rows": lambda: reading.ticket_rows(desk, every[5000:5050]),
        "the numbers beside the views": lambda: reading.counts(desk),
        "search, two words, one unfinished": lambda: reading.ticket_ids(desk, _asked("ekran7 mon")),
        "search by number": lambda: reading.ticket_ids(desk, _asked("IT-73000")),
        "one ticket": lambda: reading.ticket_page(desk, every[777]),
    }
    return [
        Row(f"100 k tickets: {name}, p95", _p95_ms(call), "ms", ANSWER_MS) for name, call in asked.items()
    ]


def _asked(text: str) -> Question:
    return Question(query=parse(text, today=BEGAN.date(), unfinished=True))


def _delta(desk: Desk, people: list[Person], entries: list[TicketEntry], folder: Path) -> Row:
    changed = entries[:100]
    with closing(_opened(folder / "bare.db")) as bare:
        raw = _p95_ms(lambda: _insert(bare, changed))
    taken = _p95_ms(
        lambda: take_page(desk.replica, desk.outbox, page_of(desk, people[:5], changed, is_snapshot=False))
    )
    return Row("replica: a delta of 100 changes, p95", taken, "ms", DELTA_BUDGET, bare=raw)


def _bare(path: Path, entries: list[TicketEntry]) -> None:
    """Put the same tickets into a table and a search index, and nothing else."""
    with closing(_opened(path)) as connection:
        for start in range(0, len(entries), ON_A_PAGE):
            _insert(connection, entries[start : start + ON_A_PAGE])


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE IF NOT EXISTS t (number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, at TEXT);"
        "CREATE VIRTUAL TABLE IF NOT EXISTS s USING fts5 (words);"
    )
    return connection


def _insert(connection: sqlite3.Connection, entries: list[TicketEntry]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(
        "INSERT OR REPLACE INTO t VALUES (?, ?, ?, ?)",
        [(e.ticket.number, e.ticket.id, e.ticket.title, str(e.ticket.created_at)) for e in entries],
    )
    connection.executemany(
        "INSERT OR REPLACE INTO s (rowid, words) VALUES (?, ?)",
        [(e.ticket.number, f"{e.ticket.title} {e.ticket.description}") for e in entries],
    )
    connection.execute("COMMIT")


def _seconds(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _p95_ms(call: Callable[[], object]) -> float:
    taken = sorted(_seconds(call) for _ in range(RUNS))
    return taken[int(RUNS * 0.95) - 1] * 1e3
