"""An office, and the console over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.facts import Facts
from itdesk.domain.changes import DiagnosticsAttached
from itdesk.domain.ids import FileId, TicketId
from itdesk.domain.presence import Doing
from itdesk.services.failures import WorldFailed
from itdesk.ui.background import Runner
from itdesk.ui.console.facts_dialog import FactsDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import JOANNA, Office, close_office, open_office, tell_the_story
from tests.ui.console.told_facts import text_of
from tests.ui.console_calls import calls_with

InBackground = Callable[[Callable[[], object]], object]
ShownTicket = Callable[[TicketId], ConsoleWindow]


def png() -> bytes:
    """Return a small screenshot as a file."""
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    painter = QPainter(image)
    painter.fillRect(80, 50, 420, 260, Qt.GlobalColor.white)
    painter.fillRect(100, 70, 160, 40, Qt.GlobalColor.black)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def runner(dressed_app: QApplication) -> Iterator[Runner]:
    """The windows' calls; all are answered before the test ends."""
    runner = Runner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def office(tmp_path: Path, dressed_app: QApplication) -> Iterator[Office]:
    """An empty office."""
    office = open_office(tmp_path)
    yield office
    close_office(office)


@pytest.fixture
def story(office: Office) -> TicketId:
    """The office on a busy morning; the ticket of the story."""
    ticket_id = tell_the_story(office, png())
    office.hand_over()
    return ticket_id


@pytest.fixture
def files() -> dict[FileId, bytes]:
    """What can be fetched."""
    return {}


class Places:
    """Stands for the server that is told where somebody is."""

    def __init__(self) -> None:
        self.told: list[tuple[TicketId | None, Doing]] = []
        self.is_away = False

    def tell(self, ticket_id: TicketId | None, doing: Doing) -> None:
        if self.is_away:
            raise WorldFailed("The server cannot be reached.")
        self.told.append((ticket_id, doing))


@pytest.fixture
def places() -> Places:
    """Where the technician was, as the server was told."""
    return Places()


@pytest.fixture
def open_console(
    office: Office, runner: Runner, files: dict[FileId, bytes], places: Places, qtbot: QtBot
) -> Iterator[Callable[[], ConsoleWindow]]:
    """`open_console()` shows the console over the office and waits until it shows something.

    Windows are deleted before the runner ends: no answer may find half a window.
    """
    consoles: list[ConsoleWindow] = []

    def fetch(file_id: FileId) -> bytes:
        if file_id not in files:
            raise WorldFailed("The server cannot be reached, and the file is not on this computer.")
        return files[file_id]

    def opened() -> ConsoleWindow:
        console = ConsoleWindow(office.desk, runner, calls_with(attachment=fetch, tell_presence=places.tell))
        consoles.append(console)
        console.show()
        qtbot.waitUntil(lambda: console.tickets.model.is_loaded and runner.waiting == 0)
        return console

    yield opened
    for console in consoles:
        console.close()
        console.deleteLater()
        QCoreApplication.sendPostedEvents(console, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: runner.waiting == 0)


@pytest.fixture
def console(story: TicketId, open_console: Callable[[], ConsoleWindow], qtbot: QtBot) -> ConsoleWindow:
    """The console, showing the ticket of the story."""
    console = open_console()
    console.open_ticket(story)
    qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == story)
    return console


@pytest.fixture
def report(office: Office) -> Callable[..., TicketId]:
    """`report(facts, minutes_ago=…)` reports with facts."""

    def reported(facts: Facts | str, minutes_ago: int = 30) -> TicketId:
        text = facts if isinstance(facts, str) else text_of(facts)
        ticket = office.report(JOANNA, "Cannot print", minutes_ago=minutes_ago)
        office.happen(JOANNA, ticket, DiagnosticsAttached(facts=text), minutes_ago=minutes_ago)
        return ticket

    return reported


@pytest.fixture
def shown(
    open_console: Callable[[], ConsoleWindow],
    office: Office,
    in_background: InBackground,
    runner: Runner,
    qtbot: QtBot,
) -> ShownTicket:
    """`shown(ticket)` opens the console with this ticket in it."""

    def show(ticket: TicketId) -> ConsoleWindow:
        in_background(office.hand_over)
        console = open_console()
        console.open_ticket(ticket)
        qtbot.waitUntil(lambda: console.page.view is not None and console.page.view.ticket_id == ticket)
        qtbot.waitUntil(lambda: runner.waiting == 0)
        return console

    return show


@pytest.fixture
def all_facts(runner: Runner, qtbot: QtBot) -> Callable[[ConsoleWindow], FactsDialog]:
    """`all_facts(console)` presses "All facts" and waits until everything stands there."""

    def opened(console: ConsoleWindow) -> FactsDialog:
        QTest.mouseClick(console.page.side.facts_button, Qt.MouseButton.LeftButton)
        dialog = console.page.findChildren(FactsDialog)[-1]
        qtbot.waitUntil(lambda: runner.waiting == 0)
        return dialog

    return opened
