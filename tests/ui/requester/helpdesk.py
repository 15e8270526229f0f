"""Joanna's computer and the help desk behind it: a real desk on a folder, and a server in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from itdesk.diagnostics.asking import Asking
from itdesk.diagnostics.facts import Facts
from itdesk.domain.changes import Assigned, CommentAdded, FixConfirmed, Payload, StatusChanged, TicketOpened
from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId, FileId, PersonId, TicketId, new_id
from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Code, Refusal
from itdesk.domain.status import PendingReason, Status
from itdesk.protocol.messages import Result
from itdesk.protocol.translation import refusal_message
from itdesk.services import reading
from itdesk.services.desk import Account, Desk, close_desk, desk_of, write_account
from itdesk.services.files import attachment
from itdesk.services.reading import TicketPage
from itdesk.services.report import NewFile, Report, report_problem
from itdesk.services.synchronising import exchange_now
from itdesk.ui.requester.consent_doer import Computer
from itdesk.workstation.paths import DataFolder
from tests.fakes import SERVER_URL, FakeClock, FakeConnection, FakeServer, Fault, change_by

MORNING = datetime(2026, 5, 25, 8, 21, tzinfo=UTC)
JOANNA = Person(
    id=PersonId("0a" * 16),
    login="jwisniewska",
    name="Joanna Wiśniewska",
    department="Accounting",
    site="Kraków",
    place="room 312",
)
MAREK = Person(
    id=PersonId("0b" * 16),
    login="mzielinski",
    name="Marek Zieliński",
    role=Role.TECHNICIAN,
    department="IT",
    site="Warsaw",
)
QUEUE_ARTICLE = Article(
    id=ArticleId("1a" * 16),
    title={"en": "When a printed page does not come out", "pl": "Gdy wydruk nie wychodzi"},
    body={
        "en": "Often a **stuck job** is the reason.\n\n## What you can do\n\n1. Open the queue.\n2. Remove "
        "the first job.\n\n- The display says *Paper*? Fill it.\n\nSee https://help.example/printers.\n",
        "pl": "Często powodem jest **zacięte zadanie**.\n\n## Co możesz zrobić\n\n1. Otwórz kolejkę.\n"
        "2. Usuń pierwsze zadanie.\n",
    },
)
HOSTILE_ARTICLE = Article(
    id=ArticleId("1b" * 16),
    title={"en": "<img src='file:///etc/passwd'>Title"},
    body={"en": "<b>not bold</b> ![picture](file:///etc/passwd) <img src='http://127.0.0.1/x.png'>"},
)

MAREKS_WORDS = (
    "Good morning Joanna, a job in the queue was stuck and I have cleared it. "
    "Please print one invoice now and tell me whether it comes out."
)


def collected(asking: Asking, _on_probe: object) -> Facts:
    """Answer what this computer was asked: the name of each probe."""
    names = asking.probes or ("host", "disks")
    return Facts(collected_in_ms=1, facts={name: {"asked": name} for name in names})


COMPUTER = Computer(collected, may_take_screenshots=True)


@dataclass
class Helpdesk:
    """What tests do to both sides. Everything here touches the disk: call it off the GUI thread."""

    desk: Desk
    clock: FakeClock
    server: FakeServer
    connection: FakeConnection

    def exchange(self) -> None:
        """Bring both sides together."""
        for _ in range(6):
            if exchange_now(self.desk, self.connection, wait_s=20).pending == 0:
                break
        exchange_now(self.desk, self.connection, wait_s=20)

    def report(self, title: str, description: str = "", **details: object) -> TicketId:
        """Let Joanna report something; it stays on her computer until the next exchange."""
        report = Report(title=title, description=description, **details)  # type: ignore[arg-type]
        return report_problem(self.desk, report).ticket_id

    def happen(self, who: Person, ticket_id: TicketId, payload: Payload, *, after_s: float = 60) -> None:
        """Let somebody do something on another computer."""
        self.clock.move(after_s)
        result = self.server.act(who.id, change_by(payload, ticket_id))
        assert result.state == "accepted", result

    def elsewhere(self, title: str, description: str = "") -> TicketId:
        """Let Joanna report something on another computer."""
        ticket_id = TicketId(new_id())
        self.happen(JOANNA, ticket_id, TicketOpened(title=title, description=description))
        return ticket_id

    def solve(self, ticket_id: TicketId, note: str = "The queue is empty again.") -> None:
        """Let Marek take and solve a ticket."""
        self.happen(MAREK, ticket_id, Assigned(to=MAREK.id))
        self.happen(MAREK, ticket_id, StatusChanged(to=Status.RESOLVED, note=note))

    def fetch(self, file_id: FileId) -> bytes:
        """Return a file's bytes, as the windows ask for them."""
        return attachment(self.desk, self.connection, file_id)

    @contextmanager
    def offline(self) -> Iterator[None]:
        """The server is away."""
        self.connection.faults.extend([Fault.AWAY] * 1000)
        yield
        self.connection.faults.clear()


def open_helpdesk(folder: Path) -> Helpdesk:
    """Return Joanna's desk and an empty server."""
    clock = FakeClock()
    clock.at = MORNING
    server = FakeServer(clock, page_size=50)
    server.highest_number = 1041
    for person in (JOANNA, MAREK):
        server.memory.people[person.id] = person
    for article in (QUEUE_ARTICLE, HOSTILE_ARTICLE):
        server.publish(article)
    data = DataFolder(folder).create()
    account = Account(
        server_url=SERVER_URL, person_id=JOANNA.id, login=JOANNA.login, name=JOANNA.name, role=JOANNA.role
    )
    write_account(data, account)
    desk = desk_of(data, account, now=lambda: clock.at)
    return Helpdesk(desk, clock, server, FakeConnection(server, JOANNA.id))


def close_helpdesk(helpdesk: Helpdesk) -> None:
    """Let go of the files."""
    close_desk(helpdesk.desk)


def png(width: int = 640, height: int = 360) -> bytes:
    """Return a believable small screenshot as a file."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    painter = QPainter(image)
    painter.fillRect(width // 8, height // 8, width * 2 // 3, height * 2 // 3, Qt.GlobalColor.white)
    painter.fillRect(width // 6, height // 6, width // 4, height // 10, Qt.GlobalColor.black)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def refuse(helpdesk: Helpdesk, change_id: str, code: Code = Code.NOT_ALLOWED) -> None:
    """Let the server refuse a change that is still on its way."""
    refusal = refusal_message(Refusal(code=code, field="reply", limit="10"))
    helpdesk.server.memory.results[change_id] = Result(id=change_id, state="refused", refusal=refusal)


def page_of(helpdesk: Helpdesk, ticket_id: TicketId) -> TicketPage:
    """Return a ticket that is certainly there."""
    page = reading.ticket_page(helpdesk.desk, ticket_id)
    assert page is not None
    return page


def a_year(helpdesk: Helpdesk) -> TicketId:
    """Let Joanna's tickets of some weeks happen; return the newest, which Marek works on."""
    clock = helpdesk.clock
    clock.at = MORNING - timedelta(days=21)
    colleague = helpdesk.elsewhere("New colleague starts on Monday", "She needs an account and a laptop.")
    helpdesk.solve(colleague, "Everything is on her desk.")
    helpdesk.happen(JOANNA, colleague, FixConfirmed(works=True))
    clock.at = MORNING - timedelta(days=6)
    monitor = helpdesk.elsewhere("Second monitor for home office", "May I take one home?")
    helpdesk.happen(MAREK, monitor, Assigned(to=MAREK.id))
    helpdesk.happen(MAREK, monitor, StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR))
    clock.at = MORNING - timedelta(days=3)
    vpn = helpdesk.elsewhere("VPN asks for the code twice, on every sign-in from home since the update")
    helpdesk.solve(vpn, "The server’s clock was wrong; now it is right.")
    clock.at = MORNING - timedelta(minutes=29)
    printing = helpdesk.report(
        "Cannot print invoices",
        "I cannot print invoices. The printer blinks red, and this morning it still worked.",
        facts='{"facts": {}}',
        files=(NewFile("Screen at 9:52.png", png(), is_screenshot=True),),
    )
    helpdesk.exchange()
    helpdesk.happen(MAREK, printing, Assigned(to=MAREK.id), after_s=360)
    helpdesk.happen(
        MAREK,
        printing,
        CommentAdded(body=MAREKS_WORDS),
        after_s=960,
    )
    helpdesk.exchange()
    clock.at = MORNING
    return printing
