"""What IT announces, at the top of the employee's windows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.documents import Announcement, AnnouncementKind
from itdesk.domain.ids import AnnouncementId
from itdesk.services.announcements import standing_announcements
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.ui.widgets.announcement_row import until_text
from tests.ui import walk
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import Helpdesk, a_year

InBackground = Callable[[Callable[[], object]], object]
OpenTickets = Callable[[], TicketsWindow]


@pytest.fixture
def vpn(helpdesk: Helpdesk) -> Announcement:
    now = helpdesk.clock()
    return Announcement(
        id=AnnouncementId("vpn"),
        title={"en": "VPN connections break off <b>now</b>", "pl": "Połączenia VPN są zrywane"},
        body={"en": "<img src='file:///etc/passwd'> We are on it. " * 3},
        kind=AnnouncementKind.OUTAGE,
        begins_at=now - timedelta(hours=1),
        ends_at=now + timedelta(hours=2),
        people=13,
    )


@pytest.fixture
def announced(helpdesk: Helpdesk, vpn: Announcement) -> tuple[Announcement, ...]:
    """An outage, a maintenance and an information, in this order."""
    mail = replace(vpn, id=AnnouncementId("mail"), title={"en": "Mail"}, kind=AnnouncementKind.MAINTENANCE)
    cake = replace(vpn, id=AnnouncementId("cake"), title={"en": "Cake"}, kind=AnnouncementKind.INFORMATION)
    for one in (cake, mail, vpn):
        helpdesk.server.publish(one)
    a_year(helpdesk)
    return vpn, mail, cake


def test_where_nothing_is_announced_it_takes_no_room(helpdesk: Helpdesk, open_tickets: OpenTickets) -> None:
    window = open_tickets()
    assert not window.announcements.isVisible()
    assert window.pane.mapTo(window, QPoint(0, 0)).y() == 0


@pytest.mark.usefixtures("announced")
def test_one_line_tells_the_worst_with_its_end_and_how_many_more(
    open_tickets: OpenTickets, vpn: Announcement, helpdesk: Helpdesk
) -> None:
    banner = open_tickets().announcements
    assert banner.isVisible()
    assert banner.strip.title.text() == vpn.title["en"]
    assert banner.strip.title.textFormat() is Qt.TextFormat.PlainText
    assert banner.strip.until.text() == until_text(vpn.ends_at, helpdesk.clock()) != ""
    assert "2" in banner.strip.more.text()
    assert not banner.panel.isVisible()


@pytest.mark.usefixtures("announced")
def test_where_there_is_little_room_the_end_gives_way_to_what_is_announced(open_tickets: OpenTickets) -> None:
    window = open_tickets()
    strip = window.announcements.strip
    walk.settle(window, QSize(1000, 600))
    assert strip.until.isVisible()
    narrow = strip.width() - strip.title.width() + strip.title.sizeHint().width() - 20
    walk.settle(window, QSize(narrow, 600))
    assert not strip.until.isVisible()
    assert not strip.title.is_elided
    walk.settle(window, QSize(1000, 600))
    assert strip.until.isVisible()


@pytest.mark.usefixtures("announced")
def test_unfolding_moves_nothing_and_esc_folds_without_closing(
    open_tickets: OpenTickets, vpn: Announcement
) -> None:
    window = open_tickets()
    banner = window.announcements
    before = window.pane.list.mapTo(window, QPoint(0, 0))
    banner.strip.more.click()
    walk.settle(window)
    assert banner.panel.isVisible()
    assert [row.title.text() for row in banner.panel.rows] == [vpn.title["en"], "Mail", "Cake"]
    assert banner.panel.rows[0].body.text() == vpn.body["en"]
    assert "13" in banner.panel.rows[0].times.text()
    assert window.pane.list.mapTo(window, QPoint(0, 0)) == before
    assert window.focusWidget() is banner.panel.less
    QTest.keyClick(banner.panel.less, Qt.Key.Key_Escape)
    assert not banner.panel.isVisible()
    assert window.isVisible()
    assert window.focusWidget() is banner.strip.more


@pytest.mark.usefixtures("announced")
def test_the_keyboard_goes_round_in_what_is_unfolded_and_a_click_elsewhere_folds_it(
    open_tickets: OpenTickets, qtbot: QtBot
) -> None:
    window = open_tickets()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel = window.announcements.panel
    window.announcements.strip.more.click()
    came_to = []
    for _ in range(4):
        QTest.keyClick(walk.focused(), Qt.Key.Key_Tab)
        came_to.append(QApplication.focusWidget())
    assert came_to == [*(row.button for row in panel.rows), panel.less]
    QTest.keyClick(walk.focused(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is panel.rows[-1].button
    window.pane.search.setFocus()
    assert not panel.isVisible()


@pytest.mark.usefixtures("announced")
def test_what_is_put_away_stays_away_and_the_next_is_shown(
    open_tickets: OpenTickets, helpdesk: Helpdesk, rest: Rest, in_background: InBackground
) -> None:
    window = open_tickets()
    banner = window.announcements
    banner.strip.close_button.click()
    rest()
    assert banner.strip.title.text() == "Mail"
    banner.strip.more.click()
    banner.panel.rows[1].button.click()
    rest()
    assert [row.title.text() for row in banner.panel.rows] == ["Mail"]
    banner.panel.rows[0].button.click()
    rest()
    assert not banner.isVisible()
    assert not banner.panel.isVisible()
    assert in_background(lambda: standing_announcements(helpdesk.desk)) == ()
    window.close()
    window.show()
    rest()
    assert not banner.isVisible()


@pytest.mark.usefixtures("announced")
def test_what_has_ended_is_gone_at_the_next_look(
    open_tickets: OpenTickets, helpdesk: Helpdesk, rest: Rest
) -> None:
    window = open_tickets()
    helpdesk.clock.move(3 * 3600)
    assert window.announcements.isVisible(), "nothing goes from under a cursor"
    window.close()
    window.show()
    rest()
    assert not window.announcements.isVisible()


@pytest.mark.usefixtures("announced")
def test_what_has_ended_goes_when_she_turns_to_another_window(
    open_tickets: OpenTickets, helpdesk: Helpdesk, rest: Rest
) -> None:
    window = open_tickets()
    helpdesk.clock.move(3 * 3600)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    rest()
    assert not window.announcements.isVisible()


@pytest.mark.usefixtures("announced")
def test_on_a_narrow_screen_it_stands_above_the_list_alone(open_tickets: OpenTickets, rest: Rest) -> None:
    window = open_tickets()
    window.resize(QSize(600, 500))
    window.columns.show_main(is_wanted=False)
    walk.settle(window)
    assert window.announcements.isVisible()
    window.columns.show_main()
    assert not window.announcements.isVisible()


@pytest.mark.usefixtures("announced")
def test_the_knowledge_base_shows_it_too(
    knowledge: Callable[[], KnowledgeWindow], rest: Rest, vpn: Announcement
) -> None:
    window = knowledge()
    rest()
    assert window.announcements.strip.title.text() == vpn.title["en"]


@pytest.mark.usefixtures("language", "announced")
def test_it_is_named_and_not_cut(scale: float, open_tickets: OpenTickets, rest: Rest) -> None:
    size = QSize(1000, 680) if scale == 1.0 else walk.SMALLEST_SCREEN
    window = open_tickets()
    window.columns.show_main(is_wanted=False)
    walk.assert_not_clipped(window, size)
    walk.assert_named(window)
    window.announcements.strip.more.click()
    walk.assert_not_clipped(window, size)
    walk.assert_named(window)
    assert window.height() == size.height()


def test_an_end_is_told_by_the_day_it_is_on(helpdesk: Helpdesk) -> None:
    now = helpdesk.clock().astimezone().replace(hour=9)
    assert until_text(None, now) == ""
    ends = [now + timedelta(hours=1), now + timedelta(days=1), now + timedelta(days=5)]
    texts = [until_text(at, now) for at in ends]
    assert texts[0].startswith("until ")
    assert "tomorrow" in texts[1]
    assert len(set(texts)) == 3
