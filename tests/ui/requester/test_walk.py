"""Every widget of the employee's reading windows is named, and none of their words is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from itdesk.domain.ids import TicketId
from itdesk.services.conversation import reply
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.possible import Effect
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui import walk
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import JOANNA, MAREK, MORNING, Helpdesk, page_of, refuse

InBackground = Callable[[Callable[[], object]], object]
USUAL = QSize(1000, 680)


def size_at(scale: float) -> QSize:
    """Return the window as it is drawn, and at 150 % what a small notebook has."""
    return USUAL if scale == 1.0 else walk.SMALLEST_SCREEN


@pytest.mark.usefixtures("language")
def test_my_tickets(
    *,
    scale: float,
    helpdesk: Helpdesk,
    story: TicketId,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    in_background(lambda: helpdesk.solve(story))
    in_background(helpdesk.exchange)
    window = open_tickets()
    window.open_ticket(story)
    rest()
    walk.assert_not_clipped(window, size_at(scale))
    walk.assert_named(window)
    window.ticket.outcome_bar.no_button.click()
    walk.assert_not_clipped(window, size_at(scale))
    walk.assert_named(window)
    window.ticket.outcome_bar.yes_button.click()
    rest()
    window.ticket.rating_bar.stars.stars[2].setChecked(True)
    walk.assert_not_clipped(window, size_at(scale))
    walk.assert_named(window)
    window.columns.show_main(is_wanted=False)
    walk.assert_not_clipped(window, size_at(scale))
    walk.assert_named(window)


@pytest.mark.usefixtures("language")
def test_every_question_that_can_be_called_up(*, scale: float, window: TicketsWindow, rest: Rest) -> None:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    answer = window.ticket.answer
    for _ in range(3):
        QTest.keyClick(answer.composer.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rest()
    walk.assert_not_clipped(window, size_at(scale))
    walk.assert_named(window)
    answer.along.pasted.clear()
    bars = window.ticket.bars
    bars.inviting.show_people([JOANNA, MAREK], [JOANNA, MAREK, MAREK])
    for bar in (bars.closing, bars.reopening, bars.inviting):
        bars.call(bar)
        walk.assert_not_clipped(window, size_at(scale))
        walk.assert_named(window)
        bars.end()
    bars.effect.show_effect(Effect.IS_OVER, None, MORNING)
    bars.show_fitting()
    walk.assert_not_clipped(window, size_at(scale))
    walk.assert_named(window)


@pytest.mark.usefixtures("language")
def test_what_was_refused(
    *,
    scale: float,
    helpdesk: Helpdesk,
    story: TicketId,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    def refused_on_its_way() -> None:
        refuse(helpdesk, reply(helpdesk.desk, story, "My long answer").change_id)
        ticket_id = helpdesk.report("A strange thing " * 10)
        refuse(helpdesk, page_of(helpdesk, ticket_id).moments[0].event.id)
        helpdesk.exchange()

    in_background(refused_on_its_way)
    window = open_tickets()
    window.open_ticket(story)
    rest()
    for shows_main in (False, True):
        window.columns.show_main(is_wanted=shows_main)
        walk.assert_not_clipped(window, size_at(scale))
        walk.assert_named(window)
    window.show_failure(OSError("the disk is gone"))
    walk.assert_not_clipped(window, size_at(scale))
    walk.assert_named(window)


@pytest.mark.usefixtures("theme")
def test_my_tickets_are_named_in_every_state(
    open_tickets: Callable[[], TicketsWindow], helpdesk: Helpdesk, in_background: InBackground, rest: Rest
) -> None:
    window = open_tickets()
    walk.assert_not_clipped(window, USUAL)
    window.show_failure(OSError("the disk is gone"))
    walk.assert_not_clipped(window, USUAL)
    walk.assert_named(window)


@pytest.mark.usefixtures("language")
def test_the_knowledge_base(
    *,
    scale: float,
    helpdesk: Helpdesk,
    knowledge: Callable[[], KnowledgeWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    in_background(helpdesk.exchange)
    window = knowledge()
    rest()
    for shows_main in (False, True):
        window.columns.show_main(is_wanted=shows_main)
        walk.assert_not_clipped(window, size_at(scale))
        walk.assert_named(window)
