"""A lead tells everybody of a major incident from the ticket's page, and says that it is over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import MajorIncidentDeclared
from itdesk.domain.ids import TicketId
from itdesk.domain.incidents import is_major
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.ticket import Ticket
from itdesk.replica.outbox_entry import State
from itdesk.services import reading
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.incident_dialog import IncidentDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import ANNA, MAREK, Office, close_office, open_office

InBackground = Callable[[Callable[[], object]], object]


@pytest.fixture(params=[ANNA], ids=lambda who: who.login)
def office(request: pytest.FixtureRequest, tmp_path: Path, dressed_app: QApplication) -> Iterator[Office]:
    """An empty office, as a lead has it."""
    office = open_office(tmp_path, request.param)
    yield office
    close_office(office)


@pytest.fixture
def dialog(console: ConsoleWindow, qtbot: QtBot) -> IncidentDialog:
    """The dialog that opens behind the button."""
    console.page.header.deeds.button(Deed.DECLARE_INCIDENT).click()
    qtbot.waitUntil(lambda: bool(console.findChildren(IncidentDialog)))
    return console.findChildren(IncidentDialog)[0]


@pytest.fixture
def ticket(office: Office, story: TicketId, in_background: InBackground) -> Callable[[], Ticket]:
    """`ticket()` reads the ticket of the story."""

    def read() -> Ticket:
        page = reading.ticket_page(office.desk, story)
        assert page is not None
        return page.ticket

    def read_behind() -> Ticket:
        found = in_background(read)
        assert isinstance(found, Ticket)
        return found

    return read_behind


def test_without_a_title_it_says_so_and_tells_nobody(
    dialog: IncidentDialog, office: Office, in_background: InBackground
) -> None:
    dialog.bodies["en"].setPlainText("A new server is coming.")
    dialog.ok_button.click()
    assert dialog.missing.text == "Say in at least one language what does not work."
    assert in_background(lambda: office.desk.outbox.count(State.QUEUED)) == 0


def test_a_title_is_no_longer_than_what_can_be_sent(dialog: IncidentDialog) -> None:
    dialog.titles["pl"].setText("x" * 1000)
    assert len(dialog.titles["pl"].text()) == TITLE_CHARS


def test_it_is_declared_in_the_words_that_were_written_shown_and_ended(
    dialog: IncidentDialog, console: ConsoleWindow, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    header = console.page.header
    assert not header.incident.isVisible()
    dialog.titles["en"].setText("  Nobody can print ")
    dialog.titles["pl"].setText("Nikt nie może drukować")
    dialog.bodies["pl"].setPlainText("Wymieniamy serwer.")
    dialog.ok_button.click()
    qtbot.waitUntil(header.incident.isVisible)
    incident = ticket().incident
    assert incident is not None
    assert incident.title == {"en": "Nobody can print", "pl": "Nikt nie może drukować"}
    assert incident.body == {"pl": "Wymieniamy serwer."}
    assert Deed.DECLARE_INCIDENT not in header.deeds.offered
    header.deeds.button(Deed.END_INCIDENT).click()
    qtbot.waitUntil(lambda: not header.incident.isVisible())
    assert not is_major(ticket())


def test_declaring_can_be_taken_back(
    dialog: IncidentDialog, console: ConsoleWindow, ticket: Callable[[], Ticket], qtbot: QtBot
) -> None:
    dialog.titles["en"].setText("Nobody can print")
    dialog.ok_button.click()
    qtbot.waitUntil(lambda: is_major(ticket()))
    qtbot.waitUntil(console.toast.isVisible)
    console.toast.undo_button.click()
    qtbot.waitUntil(lambda: ticket().incident is None)


@pytest.mark.parametrize("office", [MAREK], indirect=True)
def test_who_does_not_lead_sees_it_and_is_offered_neither(
    office: Office,
    story: TicketId,
    open_console: Callable[[], ConsoleWindow],
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    office.happen(ANNA, story, MajorIncidentDeclared(title={"en": "Nobody can print"}))
    in_background(lambda: office.hand_over(story))
    console = open_console()
    console.open_ticket(story)
    qtbot.waitUntil(console.page.header.incident.isVisible)
    assert not {Deed.DECLARE_INCIDENT, Deed.END_INCIDENT} & set(console.page.header.deeds.offered)
