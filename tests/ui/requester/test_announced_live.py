"""What IT announces while she works in a window: seen at once, and nothing moves under her hands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from itdesk.domain.documents import Announcement, AnnouncementKind
from itdesk.domain.ids import AnnouncementId
from itdesk.services.announcements import next_turn
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui import walk
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import Helpdesk

InBackground = Callable[[Callable[[], object]], object]


@pytest.fixture
def vpn(helpdesk: Helpdesk) -> Announcement:
    return Announcement(
        id=AnnouncementId("vpn"),
        title={"en": "VPN connections break off", "pl": "Połączenia VPN są zrywane"},
        body={"en": "We are on it."},
        kind=AnnouncementKind.OUTAGE,
        begins_at=helpdesk.clock() - timedelta(hours=1),
        ends_at=helpdesk.clock() + timedelta(hours=2),
    )


@pytest.fixture
def at_work(window: TicketsWindow, qtbot: QtBot, rest: Rest) -> TicketsWindow:
    """My tickets, in use: she is about to write an answer. It has looked, and nothing was announced."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QCursor.setPos(window.mapToGlobal(QPoint(500, 600)))
    QApplication.processEvents()
    window.ticket.answer.composer.text.setFocus()
    rest()
    return window


def places(window: TicketsWindow) -> list[tuple[QPoint, QSize]]:
    widgets: list[QWidget] = [window.pane.list, window.ticket.header, window.ticket.answer.composer.text]
    return [(widget.mapTo(window, QPoint(0, 0)), widget.size()) for widget in widgets]


def test_it_is_seen_at_once_and_moves_nothing(at_work: TicketsWindow, vpn: Announcement) -> None:
    before, focus = places(at_work), at_work.focusWidget()
    at_work.announced.emit((vpn,))
    walk.settle(at_work)
    banner = at_work.announcements
    assert banner.is_laid_over
    assert banner.strip.title.text() == vpn.title["en"]
    assert at_work.childAt(banner.strip.frame.geometry().center()) in banner.strip.findChildren(QWidget)
    assert places(at_work) == before
    assert at_work.focusWidget() is focus
    walk.assert_named(at_work)


def test_where_the_pointer_comes_to_it_it_stays_and_makes_room_below(
    at_work: TicketsWindow, vpn: Announcement, qtbot: QtBot
) -> None:
    before = places(at_work)
    at_work.announced.emit((vpn,))
    strip = at_work.announcements.strip
    place = strip.mapToGlobal(QPoint(0, 0))
    QTest.mouseMove(strip, strip.rect().center())
    qtbot.waitUntil(lambda: not at_work.announcements.is_laid_over)
    walk.settle(at_work)
    assert strip.isVisible()
    assert strip.mapToGlobal(QPoint(0, 0)) == place
    assert places(at_work)[0][0].y() == before[0][0].y() + strip.height()


def test_where_she_uses_its_place_it_waits(at_work: TicketsWindow, vpn: Announcement, qtbot: QtBot) -> None:
    at_work.pane.report_button.setFocus()
    at_work.announced.emit((vpn,))
    walk.settle(at_work)
    assert not at_work.announcements.strip.isVisible()
    at_work.ticket.answer.composer.text.setFocus()
    qtbot.waitUntil(lambda: at_work.announcements.is_laid_over)


def test_under_a_pointer_that_is_about_to_click_it_waits(
    at_work: TicketsWindow, vpn: Announcement, qtbot: QtBot
) -> None:
    button = at_work.pane.report_button
    QTest.mouseMove(button, button.rect().center())
    qtbot.waitUntil(at_work.underMouse)
    at_work.announced.emit((vpn,))
    assert not at_work.announcements.strip.isVisible()
    QTest.mouseMove(at_work.ticket.answer.composer.text)
    qtbot.waitUntil(lambda: at_work.announcements.is_laid_over)


def test_what_the_keyboard_comes_to_is_never_below_it(at_work: TicketsWindow, vpn: Announcement) -> None:
    at_work.announced.emit((vpn,))
    at_work.pane.report_button.setFocus()
    walk.settle(at_work)
    strip = at_work.announcements.strip
    assert not at_work.announcements.is_laid_over
    assert strip.isVisible()
    assert at_work.pane.report_button.mapTo(at_work, QPoint(0, 0)).y() >= strip.height()


def test_its_end_moves_nothing_either_until_she_turns_away(
    at_work: TicketsWindow, vpn: Announcement, rest: Rest
) -> None:
    at_work.announced.emit((vpn,))
    at_work.announced.emit(())
    assert not at_work.announcements.strip.isVisible()
    at_work.announced.emit((vpn,))
    at_work.pane.report_button.setFocus()
    walk.settle(at_work)
    before = places(at_work)
    at_work.announced.emit(())
    walk.settle(at_work)
    assert not at_work.announcements.strip.isVisible()
    assert places(at_work) == before
    QApplication.sendEvent(at_work, QEvent(QEvent.Type.WindowDeactivate))
    rest()
    walk.settle(at_work)
    assert places(at_work)[0][0].y() < before[0][0].y()


def test_what_she_put_away_does_not_come_back_by_an_older_answer(
    at_work: TicketsWindow, vpn: Announcement, rest: Rest
) -> None:
    at_work.announced.emit((vpn,))
    at_work.announcements.strip.close_button.click()
    at_work.announced.emit((vpn,))
    rest()
    assert not at_work.announcements.strip.isVisible()
    assert at_work.announcements.isHidden()


def test_it_unfolds_where_it_lies(at_work: TicketsWindow, vpn: Announcement) -> None:
    at_work.announced.emit((vpn,))
    at_work.announcements.strip.more.click()
    walk.settle(at_work)
    assert at_work.announcements.panel.isVisible()
    QTest.keyClick(at_work.announcements.panel.less, Qt.Key.Key_Escape)
    assert at_work.focusWidget() is at_work.announcements.strip.more


def test_the_next_turn_is_the_next_beginning_or_end(
    helpdesk: Helpdesk, vpn: Announcement, in_background: InBackground
) -> None:
    soon = replace(
        vpn, id=AnnouncementId("soon"), begins_at=helpdesk.clock() + timedelta(hours=1), ends_at=None
    )
    for one in (vpn, soon):
        helpdesk.server.publish(one)
    in_background(helpdesk.exchange)

    def turn() -> object:
        return in_background(lambda: next_turn(helpdesk.desk))

    assert turn() == soon.begins_at
    helpdesk.clock.move(3600)
    assert turn() == vpn.ends_at
    helpdesk.clock.move(7200)
    assert turn() is None
