"""Closing one's own ticket, opening it again, and what an answer does to a ticket that seems to be over."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import CommentAdded, FixConfirmed
from itdesk.domain.ids import TicketId
from itdesk.domain.limits import REOPEN_DAYS
from itdesk.domain.status import Status
from itdesk.ui.requester.possible import Effect
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import JOANNA, Helpdesk

InBackground = Callable[[Callable[[], object]], object]
LEFT = Qt.MouseButton.LeftButton


def close_by_hand(window: TicketsWindow, rest: Rest, *, reason: int, words: str = "") -> None:
    window.ticket.header.more.close_action.trigger()
    closing = window.ticket.bars.closing
    closing.reason.setCurrentIndex(reason)
    QTest.keyClicks(closing.comment, words)
    QTest.mouseClick(closing.do_button, LEFT)
    rest()


def solved(helpdesk: Helpdesk, ticket_id: TicketId) -> None:
    helpdesk.exchange()
    helpdesk.solve(ticket_id)
    helpdesk.exchange()


def closed(helpdesk: Helpdesk, ticket_id: TicketId) -> None:
    helpdesk.solve(ticket_id)
    helpdesk.happen(JOANNA, ticket_id, FixConfirmed(works=True))
    helpdesk.exchange()


def test_what_somebody_works_on_is_closed_as_solved_with_her_words(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    close_by_hand(window, rest, reason=0, words="after a restart")
    in_background(helpdesk.exchange)
    window.refresh()
    rest()
    assert helpdesk.server.ticket(story).status is Status.CLOSED
    assert window.ticket.header.badge.text == "Done"
    entries = [window.ticket.timeline.entry_widget(one).entry.body for one in window.ticket.timeline.shown]
    assert entries[-3:] == ["You said that this is done", "It works again. after a restart", "This is done"]
    assert window.ticket.rating_bar.isVisible()


def test_what_nobody_has_begun_and_nobody_needs_is_withdrawn(
    *,
    helpdesk: Helpdesk,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    ticket_id = in_background(lambda: helpdesk.report("A second mouse"))
    assert isinstance(ticket_id, str)
    window = open_tickets()
    window.open_ticket(TicketId(ticket_id))
    rest()
    close_by_hand(window, rest, reason=2)
    in_background(helpdesk.exchange)
    assert helpdesk.server.ticket(TicketId(ticket_id)).status is Status.CANCELLED
    assert window.ticket.bars.effect.effect is Effect.IS_OVER


def test_back_and_escape_close_nothing_and_the_answer_comes_back(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId
) -> None:
    window.ticket.answer.composer.text.setPlainText("half a sen")
    closing = window.ticket.bars.closing
    ways: list[Callable[[], None]] = [
        lambda: QTest.mouseClick(closing.back_button, LEFT),
        lambda: QTest.keyClick(closing.comment, Qt.Key.Key_Escape),
    ]
    for leave in ways:
        window.ticket.header.more.close_action.trigger()
        assert not window.ticket.answer.isVisible()
        assert window.ticket.bars.closing.isVisible()
        leave()
        assert window.ticket.answer.isVisible()
        assert window.ticket.answer.text == "half a sen"
    assert helpdesk.server.ticket(story).status is Status.OPEN


def test_an_answer_to_a_solved_ticket_says_that_it_opens_it_and_does(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    assert window.ticket.bars.effect.effect is Effect.NONE
    in_background(lambda: solved(helpdesk, story))
    window.refresh()
    rest()
    assert window.ticket.bars.effect.isVisible()
    assert window.ticket.bars.effect.words == "Your answer opens this ticket again."
    QTest.keyClicks(window.ticket.answer.composer.text, "Still red")
    QTest.mouseClick(window.ticket.answer.composer.send_button, LEFT)
    rest()
    assert not window.ticket.bars.effect.isVisible()
    in_background(helpdesk.exchange)
    assert helpdesk.server.ticket(story).status is Status.OPEN


def test_where_the_window_is_low_the_box_itself_says_what_an_answer_does(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    in_background(lambda: solved(helpdesk, story))
    window.resize(1000, 420)
    window.refresh()
    rest()
    assert not window.ticket.bars.effect.isVisible()
    assert window.ticket.answer.composer._draft.text() == "Your answer opens this ticket again."
    window.resize(1000, 680)
    QApplication.processEvents()
    assert window.ticket.bars.effect.isVisible()
    assert window.ticket.answer.composer._draft.text() == ""


def test_a_closed_ticket_is_opened_again_with_one_sentence(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    in_background(lambda: closed(helpdesk, story))
    window.refresh()
    rest()
    window.ticket.rating_bar.decline_button.click()
    effect = window.ticket.bars.effect
    assert effect.isVisible()
    QTest.mouseClick(effect.button, LEFT)
    QTest.keyClicks(window.ticket.bars.reopening.reason, "It blinks again")
    QTest.keyClick(window.ticket.bars.reopening.reason, Qt.Key.Key_Return)
    rest()
    in_background(helpdesk.exchange)
    ticket = helpdesk.server.ticket(story)
    assert ticket.status is Status.OPEN
    assert ticket.standing.reopened == 1


@pytest.mark.parametrize(("days", "may"), [(REOPEN_DAYS, True), (REOPEN_DAYS + 1, False)])
def test_after_its_days_a_ticket_is_reported_anew(
    *,
    window: TicketsWindow,
    helpdesk: Helpdesk,
    story: TicketId,
    days: int,
    may: bool,
    in_background: InBackground,
    rest: Rest,
    qtbot: QtBot,
) -> None:
    in_background(lambda: closed(helpdesk, story))
    helpdesk.clock.at += timedelta(days=days) - timedelta(hours=1)
    window.refresh()
    rest()
    window.ticket.rating_bar.decline_button.click()
    assert window.ticket.header.more.reopen_action.isVisible() is may
    assert window.ticket.bars.effect.effect is (Effect.IS_DONE if may else Effect.IS_OVER)
    if not may:
        with qtbot.waitSignal(window.report_wanted):
            QTest.mouseClick(window.ticket.bars.effect.button, LEFT)


def test_a_conflict_gives_her_reason_back(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    in_background(lambda: helpdesk.solve(story))
    close_by_hand(window, rest, reason=1, words="I pulled the plug")
    in_background(helpdesk.exchange)
    window.refresh()
    rest()
    assert window.ticket.refusal.isVisible()
    QTest.mouseClick(window.ticket.refusal.text_button, LEFT)
    rest()
    assert window.ticket.answer.text == "I found a way myself. I pulled the plug"


def test_keyboard_only_from_the_list_to_the_rating(
    window: TicketsWindow, helpdesk: Helpdesk, story: TicketId, in_background: InBackground, rest: Rest
) -> None:
    window.activateWindow()
    window.pane.list.setFocus()
    QTest.keyClick(window.pane.list, Qt.Key.Key_Down)
    QTest.keyClick(window.pane.list, Qt.Key.Key_Up)
    QTest.keyClick(window.pane.list, Qt.Key.Key_Return)
    rest()
    assert window.ticket.ticket_id == story
    tab_to(window, window.ticket.answer.composer.text)
    QTest.keyClicks(window.focusWidget(), "It comes out now")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    in_background(lambda: solved(helpdesk, story))
    window.refresh()
    rest()
    tab_to(window, window.ticket.outcome_bar.yes_button)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    rest()
    stars = window.ticket.rating_bar.stars
    tab_to(window, *stars.stars)
    stars.stars[4].setFocus()
    QTest.keyClick(stars.stars[4], Qt.Key.Key_Space)
    tab_to(window, window.ticket.rating_bar.send_button)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    rest()
    in_background(helpdesk.exchange)
    ticket = helpdesk.server.ticket(story)
    said = [event.payload for event in helpdesk.server.memory.histories[story]]
    assert any(isinstance(one, CommentAdded) and one.body == "It comes out now" for one in said)
    assert ticket.rating is not None
    assert ticket.rating.score == 5


def tab_to(window: TicketsWindow, *wanted: object) -> None:
    """Press Tab until the keyboard is there; fail when it never comes."""
    for _ in range(60):
        if window.focusWidget() in wanted:
            return
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError(f"the keyboard never reaches {wanted}")
