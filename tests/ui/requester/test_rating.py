"""Rating the help: one click, and a word if one likes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from itdesk.domain.changes import FixConfirmed
from itdesk.domain.ids import TicketId
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import JOANNA, Helpdesk

InBackground = Callable[[Callable[[], object]], object]


def test_one_click_on_a_star_is_a_rating(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    in_background(lambda: closed(helpdesk, story))
    window.refresh()
    rest()
    bar = window.ticket.rating_bar
    QTest.mouseClick(bar.stars.stars[3], Qt.MouseButton.LeftButton)
    assert bar.pause.isActive()
    bar.pause.timeout.emit()
    rest()
    in_background(helpdesk.exchange)
    rating = helpdesk.server.ticket(story).rating
    assert rating is not None
    assert rating.score == 4


def test_a_star_waits_for_the_word_that_is_being_written_and_counts_when_she_looks_elsewhere(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    in_background(lambda: closed(helpdesk, story))
    window.refresh()
    rest()
    bar = window.ticket.rating_bar
    QTest.mouseClick(bar.stars.stars[4], Qt.MouseButton.LeftButton)
    QTest.keyClicks(bar.comment, "Quick")
    assert not bar.pause.isActive()
    other = window.model.id_at(1)
    assert other is not None
    window.open_ticket(other)
    rest()
    in_background(helpdesk.exchange)
    rating = helpdesk.server.ticket(story).rating
    assert rating is not None
    assert (rating.score, rating.comment) == (5, "Quick")
    assert helpdesk.server.ticket(other).rating is None


def test_a_star_that_is_taken_back_counts_nothing(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    in_background(lambda: closed(helpdesk, story))
    window.refresh()
    rest()
    bar = window.ticket.rating_bar
    QTest.mouseClick(bar.stars.stars[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.decline_button, Qt.MouseButton.LeftButton)
    window.close()
    rest()
    in_background(helpdesk.exchange)
    assert helpdesk.server.ticket(story).rating is None


def closed(helpdesk: Helpdesk, ticket_id: TicketId) -> None:
    helpdesk.solve(ticket_id)
    helpdesk.happen(JOANNA, ticket_id, FixConfirmed(works=True))
    helpdesk.exchange()
