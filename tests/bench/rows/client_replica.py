"""The replica with 100 000 tickets: filling it, and how fast its lists and its search answer."""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import TicketOpened
from itdesk.domain.events import Event, audience_of
from itdesk.domain.ids import ChangeId, PersonId, TicketId, new_id
from itdesk.domain.listing import Order, Question, View
from itdesk.domain.people import Person, Role
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.query.parsing import parse
from itdesk.domain.status import Standing, Status
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import SyncResponse, TicketEntry
from itdesk.protocol.translation import event_message
from itdesk.replica.page import take_page
from itdesk.services import reading
from itdesk.services.desk import Desk, close_desk, utc_now
from tests.bench.row import Row
from tests.fakes import desk_at

TICKETS = 100_000
ON_A_PAGE = 200
RUNS = 20
ANSWER_MS = 50.0
FILL_BUDGET = 4.0
DELTA_BUDGET = 5.0
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
STEMS = ("drukarka", "działa", "łącze", "internet", "hasło", "konto", "ekran", "monitor", "kabel", "poczta")
WORDS = [f"{stem}{number}" for number in range(200) for stem in STEMS]


def measure() -> list[Row]:
    """Fill a replica page by page, then ask it what the console asks."""
    folder = Path(tempfile.mkdtemp(prefix="itdesk-bench-"))
    people = [
        Person(id=PersonId(new_id()), login=f"p{n}", name=f"Person {n}", role=Role.TECHNICIAN)
        for n in range(300)
    ]
    desk = desk_at(folder, people[0], utc_now)
    try:
        entries = list(_entries(people))
        bare = _seconds(lambda: _bare(folder / "bare.db", entries))
        filled = _seconds(lambda: _fill(desk, people, entries))
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


def _entries(people: list[Person]) -> Iterator[TicketEntry]:
    random = Random(1)
    for number in range(TICKETS, 0, -1):
        at = BEGAN + timedelta(minutes=number)
        id, requester = TicketId(new_id()), random.choice(people)
        title = " ".join(random.choices(WORDS, k=4))
        opened = TicketOpened(title=title, description=" ".join(random.choices(WORDS, k=20)))
        event = Event(
            id=ChangeId(new_id()),
            ticket_id=id,
            payload=opened,
            actor_id=requester.id,
            actor_role=requester.role,
            at=at,
            version=1,
            audience=audience_of(opened),
        )
        ticket = Ticket(
            id=id,
            number=number,
            version=1,
            requester_id=requester.id,
            opened_by=requester.id,
            title=title,
            description=opened.description,
            category=Category.OTHER,
            ranking=Ranking(Impact.LOW, random.choice(list(Urgency))),
            standing=Standing(Status.OPEN if number > TICKETS * 0.95 else Status.CLOSED),
            assignee_id=random.choice(people).id,
            created_at=at,
            updated_at=at,
        )
        yield TicketEntry(ticket=ticket, position=number, events=[event_message(event)], visible_events=1)


def _page(desk: Desk, people: list[Person], entries: list[TicketEntry], *, is_snapshot: bool) -> SyncResponse:
    return SyncResponse(
        entries=list(entries),
        people=people,
        cursor=f"after {entries[-1].position}",
        snapshot=is_snapshot,
        more=is_snapshot,
        me=desk.account.person_id,
        server_time=BEGAN,
    )


def _fill(desk: Desk, people: list[Person], entries: list[TicketEntry]) -> None:
    for start in range(0, len(entries), ON_A_PAGE):
        page = _page(
            desk, people, entries[start : start + ON_A_PAGE], is_snapshot=start + ON_A_PAGE < TICKETS
        )
        take_page(desk.replica, desk.outbox, page)


def _delta(desk: Desk, people: list[Person], entries: list[TicketEntry], folder: Path) -> Row:
    changed = entries[:100]
    with closing(_opened(folder / "bare.db")) as bare:
        raw = _p95_ms(lambda: _insert(bare, changed))
    taken = _p95_ms(
        lambda: take_page(desk.replica, desk.outbox, _page(desk, people[:5], changed, is_snapshot=False))
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
