"""What reading costs the ticket desk, and that it does not grow with the number of tickets."""

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from itdesk.domain.changes import CommentAdded, TicketOpened
from itdesk.domain.ids import TicketId, new_id
from itdesk.domain.people import Role
from itdesk.protocol.messages import SyncRequest
from itdesk.protocol.parsing import encode
from itdesk.server.store.store import open_store
from itdesk.server.tickets.desk import TicketDesk
from tests.bench.row import Row
from tests.contract.office import CLIENT, Office, Reader, change

FEW, MANY = 200, 10_000
AT_ONCE = 100
TIMES = 200
GROWTH = 1.3


def measure() -> list[Row]:
    """Measure the same questions with few tickets and with fifty times as many, on SQLite."""
    with tempfile.TemporaryDirectory(prefix="itdesk-bench-") as folder:
        store = open_store(Path(folder) / "store.db")
        store.migrate()
        desk = TicketDesk(store)
        desk.start()
        office = Office(store, desk)
        _fill(office, FEW)
        few = _questions(office)
        _fill(office, MANY - FEW)
        many = _questions(office)
        desk.stop()
        store.close()
    return [
        Row(f"{what}, {MANY} tickets against {FEW} (p50)", many[what], "ms", GROWTH, few[what])
        for what in few
    ]


def _fill(office: Office, count: int) -> None:
    for _ in range(0, count, AT_ONCE):
        reports = [
            change(TicketId(new_id()), TicketOpened(title="It does not print")) for _ in range(AT_ONCE)
        ]
        comments = [change(TicketId(one.ticket_id), CommentAdded(body="Still not")) for one in reports]
        office.desk.submit(office.ewa, reports)
        office.desk.submit(office.ewa, comments)


def _questions(office: Office) -> dict[str, float]:
    """Return the median time of each question in milliseconds, its answer encoded."""
    jan = office.hire(new_id(), Role.EMPLOYEE)
    ticket_id = office.open(jan)
    employee, console = office.reader(jan).read(), office.reader(office.tom).read()
    before = console.cursor
    _fill(office, AT_ONCE)
    return {
        "anything new? nothing is": _median(partial(_ask, office, employee.read(), ())),
        "100 changes": _median(partial(_ask, office, _at(console, before), ())),
        "first page of a snapshot": _median(partial(_ask, office, office.reader(office.tom), ())),
        "one ticket, whole": _median(partial(_ask, office, employee, (ticket_id,))),
    }


def _at(reader: Reader, cursor: str | None) -> Reader:
    reader.cursor = cursor
    return reader


def _ask(office: Office, reader: Reader, want: tuple[str, ...]) -> None:
    request = SyncRequest(client=CLIENT, cursor=reader.cursor, want=list(want))
    encode(office.desk.exchange(reader.actor, request))


def _median(do: Callable[[], None]) -> float:
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        do()
        times.append((time.perf_counter() - begun) * 1_000)
    return statistics.median(times)
