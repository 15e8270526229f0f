"""IT asks for something of her computer: she sees who, what and why, and decides."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from itdesk.domain.consents import ConsentAsked, Wanted
from itdesk.domain.ids import TicketId
from itdesk.services import reading
from itdesk.services.reading import TicketPage
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.widgets.picture_dialog import PictureDialog
from tests.ui.requester.helpdesk import MAREK, Helpdesk

Rest = Callable[[], None]
InBackground = Callable[[Callable[[], object]], object]
Asked = Callable[[Wanted, tuple[str, ...]], TicketsWindow]


@pytest.fixture
def ticket_id(helpdesk: Helpdesk, in_background: InBackground) -> TicketId:
    """A ticket of hers that Marek can see."""

    def reported() -> TicketId:
        id = helpdesk.report("Cannot print")
        helpdesk.exchange()
        return id

    return TicketId(str(in_background(reported)))


@pytest.fixture
def asked(
    helpdesk: Helpdesk,
    ticket_id: TicketId,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> Asked:
    """`asked(wants, probes)` lets Marek ask, and opens her ticket."""

    def ask(wants: Wanted, probes: tuple[str, ...] = ()) -> TicketsWindow:
        def happens() -> None:
            helpdesk.happen(MAREK, ticket_id, ConsentAsked(wants=wants, probes=probes, why="It may be full"))
            helpdesk.exchange()

        in_background(happens)
        window = open_tickets()
        window.open_ticket(ticket_id)
        rest()
        return window

    return ask


@pytest.fixture
def page(helpdesk: Helpdesk, ticket_id: TicketId, in_background: InBackground) -> Callable[[], TicketPage]:
    """`page()` reads the ticket as it is now."""

    def read() -> TicketPage:
        found = in_background(lambda: reading.ticket_page(helpdesk.desk, ticket_id))
        assert isinstance(found, TicketPage)
        return found

    return read


def test_she_sees_who_asks_for_what_and_why_and_only_what_was_asked_goes(
    asked: Asked, page: Callable[[], TicketPage], rest: Rest
) -> None:
    window = asked(Wanted.FACTS, ("disks", "host"))
    bar = window.ticket.bars.consent
    assert bar.isVisible()
    assert bar.question.text().startswith("Marek Zieliński asks for the facts about the computer: ")
    assert bar.why.text() == "Why: It may be full"
    bar.yes_button.click()
    rest()
    assert not bar.isVisible()
    (request,) = page().ticket.consents
    assert request.agreed is True
    facts = json.loads(page().facts or "{}")["facts"]
    assert set(facts) == {"disks", "host"}


def test_she_does_not_agree_and_nothing_goes(
    asked: Asked, page: Callable[[], TicketPage], rest: Rest
) -> None:
    window = asked(Wanted.FACTS, ())
    window.ticket.bars.consent.no_button.click()
    rest()
    (request,) = page().ticket.consents
    assert (request.agreed, page().facts) == (False, None)
    assert not window.ticket.bars.consent.isVisible()


def test_leave_to_help_from_afar_is_a_word(asked: Asked, page: Callable[[], TicketPage], rest: Rest) -> None:
    window = asked(Wanted.REMOTE_HELP, ())
    bar = window.ticket.bars.consent
    assert "end it at any time" in bar.hint.text()
    bar.yes_button.click()
    rest()
    assert page().ticket.consents[0].agreed is True


def test_a_picture_is_seen_before_it_goes(
    asked: Asked, page: Callable[[], TicketPage], rest: Rest, qtbot: QtBot
) -> None:
    window = asked(Wanted.SCREENSHOT, ())
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    window.ticket._consents._asked = (page().ticket.id, page().ticket.consents[0])
    window.ticket._consents._show_picture((image,))
    dialog = window.findChildren(PictureDialog)[0]
    assert page().ticket.consents[0].agreed is None
    dialog.done_button.click()
    rest()
    assert page().ticket.consents[0].agreed is True
    assert [file.is_screenshot for file in page().ticket.attachments] == [True]


def test_nothing_that_could_be_seen_is_said(asked: Asked, page: Callable[[], TicketPage], rest: Rest) -> None:
    window = asked(Wanted.SCREENSHOT, ())
    window.ticket._consents._show_picture(())
    assert window.ticket.banner.isVisible()
    assert page().ticket.consents[0].agreed is None
