"""Labels, marks, badges, receipts, banners, toasts: what says how things stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from itdesk.domain.priority import Priority
from itdesk.domain.status import Status
from itdesk.ui.theme import Theme
from itdesk.ui.tokens import Tokens
from itdesk.ui.widgets.avatar import Avatar, initials, tint_of
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.marks import (
    MarkPainter,
    SlaMark,
    paint_unsent,
    priority_painter,
    sla_painter,
    status_painter,
)
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.receipt_steps import ReceiptSteps, Step
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.widgets.skeleton import Skeleton
from itdesk.ui.widgets.status_badge import StatusBadge
from itdesk.ui.widgets.toast import Toast
from tests.ui.walk import accessible_name, assert_named, assert_not_clipped, settle

SIDE = 32


def shape(mark: MarkPainter, tokens: Tokens) -> bytes:
    """Return which pixels a mark covers, whatever their colour."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    mark(painter, QRectF(0, 0, SIDE, SIDE), tokens)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_ARGB32)
    base = tokens.color("surface_base").rgb()
    return bytes(
        grey.pixelColor(x, y).alpha() > 100 and grey.pixel(x, y) != base
        for x in range(SIDE)
        for y in range(SIDE)
    )


def test_every_status_has_a_shape_of_its_own(theme: Theme) -> None:
    marks = [*[status_painter(status) for status in Status], paint_unsent]
    assert len({shape(mark, theme.tokens) for mark in marks}) == len(marks)


def test_every_priority_has_a_shape_of_its_own(theme: Theme) -> None:
    assert len({shape(priority_painter(priority), theme.tokens) for priority in Priority}) == len(Priority)


def test_clocks_differ_by_shape(theme: Theme) -> None:
    clocks = [
        SlaMark(0.9),
        SlaMark(0.5),
        SlaMark(0.1),
        SlaMark(0, is_over=True),
        SlaMark(0.5, is_paused=True),
    ]
    assert len({shape(sla_painter(clock), theme.tokens) for clock in clocks}) == len(clocks)


def test_the_tone_of_a_clock() -> None:
    assert SlaMark(0.5).tone == "grey"
    assert SlaMark(0.19).tone == "amber"
    assert SlaMark(0.19, is_over=True).tone == "red"
    assert SlaMark(0.0, is_over=True, is_paused=True).tone == "violet"


@pytest.mark.parametrize("status", Status, ids=str)
def test_a_badge_says_its_status(status: Status, scale: float, qtbot: QtBot) -> None:
    badge = StatusBadge(status)
    qtbot.addWidget(badge)
    assert accessible_name(badge) == badge.text
    assert_not_clipped(badge)


@given(st.text(max_size=40))
def test_any_name_has_initials_and_always_the_same_tint(name: str) -> None:
    assert 1 <= len(initials(name)) <= 6
    assert tint_of(name) == tint_of(name)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Joanna Wiśniewska", "JW"), ("Anna", "A"), ("jan van der Berg", "JB"), ("", "?"), ("()", "?")],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_an_avatar_is_named(qtbot: QtBot) -> None:
    avatar = Avatar("Joanna Wiśniewska")
    qtbot.addWidget(avatar)
    assert avatar.accessibleName() == "Joanna Wiśniewska"
    avatar.show_person("")
    assert avatar.accessibleName() == "Nobody"
    avatar.grab()


def test_a_label_never_takes_text_for_rich_text(qtbot: QtBot) -> None:
    label = PlainLabel("<b>bold</b> <img src='file:///etc/passwd'>", elides=True)
    qtbot.addWidget(label)
    label.resize(40, 20)
    settle(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in label.toolTip()


def test_a_label_tells_by_tooltip_only_what_does_not_fit(qtbot: QtBot) -> None:
    label = PlainLabel("several words", elides=True)
    qtbot.addWidget(label)
    told = []
    for width in (20, 400):
        label.resize(width, 20)
        settle(label)
        told.append((label.is_elided, label.toolTip()))
    assert told == [(True, "<qt>several words</qt>"), (False, "")]


@pytest.mark.parametrize("kind", Kind, ids=str)
def test_buttons_have_room_for_their_words(kind: Kind, scale: float, qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    column = QVBoxLayout(pane)
    column.addWidget(Button("Zapisz notatkę wewnętrzną", kind, "lock"))
    column.addWidget(Button("Wyślij zgłoszenie", kind, is_big=True))
    column.addWidget(IconButton("attach", "Attach a file"))
    assert_not_clipped(pane)
    assert_named(pane)


def test_the_focus_of_a_button_can_be_seen_and_moves_nothing(theme: Theme, qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    column = QVBoxLayout(pane)
    buttons = [Button("Send", kind) for kind in Kind]
    for button in buttons:
        column.addWidget(button)
    settle(pane)
    pane.activateWindow()
    for button in buttons:
        buttons[buttons.index(button) - 1].setFocus()
        before, size = button.grab().toImage(), button.sizeHint()
        button.setFocus()
        assert button.hasFocus()
        assert button.grab().toImage() != before
        assert button.sizeHint() == size


@pytest.mark.parametrize("reached", Step, ids=lambda step: step.name)
def test_a_receipt_says_how_far_it_is(reached: Step, scale: float, qtbot: QtBot) -> None:
    steps = ReceiptSteps(reached)
    qtbot.addWidget(steps)
    settle(steps)
    assert accessible_name(steps) == ("Saved", "Sent", "Seen", "Somebody has it")[reached - 1]
    assert steps.minimumSizeHint().width() <= steps.sizeHint().width()
    steps.grab()


def test_a_banner_is_silent_until_it_has_something_to_say(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say(Tone.BAD, "The server cannot be reached.", "Your two reports wait here.", "Try now")
    settle(banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert "wait here" in banner.accessibleName()
    banner.dismiss()
    assert not banner.isVisible()


@pytest.mark.parametrize("tone", Tone, ids=str)
def test_a_banner_has_room_for_its_words(tone: Tone, scale: float, qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say(
        tone, "Nie ma połączenia z serwerem. " * 2, "Dwa zgłoszenia czekają tutaj. " * 3, "Spróbuj teraz"
    )
    banner.resize(520, banner.heightForWidth(520))
    assert_not_clipped(banner)


def test_an_empty_state_offers_one_thing(scale: float, qtbot: QtBot) -> None:
    state = EmptyState("inbox", "Nobody has reported anything yet.", "Report a problem")
    qtbot.addWidget(state)
    state.resize(400, 400)
    assert_not_clipped(state)
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    state.say("Nothing found.")
    assert not state.button.isVisible()


def test_a_skeleton_shows_only_what_takes_long(qtbot: QtBot) -> None:
    skeleton = Skeleton()
    qtbot.addWidget(skeleton)
    skeleton.start()
    assert not skeleton.shows_rows
    qtbot.waitUntil(lambda: skeleton.shows_rows)
    skeleton.stop()
    assert not skeleton.shows_rows
    skeleton.start()
    skeleton.stop()
    with pytest.raises(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: skeleton.shows_rows, timeout=300)


@pytest.fixture
def toast(qtbot: QtBot) -> Toast:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    toast = Toast(window)
    settle(window)
    toast.say("IT-1042 is solved", "Undo")
    QApplication.processEvents()
    return toast


def test_a_toast_lies_at_the_bottom_left(toast: Toast) -> None:
    window = toast.parentWidget()
    assert window is not None
    window.resize(800, 700)
    QApplication.processEvents()
    assert toast.geometry().bottom() in range(660, 700)
    assert toast.x() < 40


def test_a_toast_waits_while_the_pointer_is_on_it(toast: Toast) -> None:
    running = [toast.is_running]
    toast.enterEvent(enter_event())
    running.append(toast.is_running)
    toast.leaveEvent(QEvent(QEvent.Type.Leave))
    assert [*running, toast.is_running] == [True, False, True]


def enter_event() -> QEnterEvent:
    return QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1))


def test_a_toast_waits_while_the_keyboard_is_in_it(toast: Toast, qtbot: QtBot) -> None:
    toast.undo_button.setFocus()
    assert not toast.is_running
    with qtbot.waitSignal(toast.undone):
        qtbot.keyClick(toast.undo_button, Qt.Key.Key_Space)
    assert not toast.isVisible()


def test_escape_closes_a_toast(toast: Toast, qtbot: QtBot) -> None:
    with qtbot.waitSignal(toast.expired):
        qtbot.keyClick(toast.undo_button, Qt.Key.Key_Escape)


def test_a_second_message_settles_the_first(toast: Toast, qtbot: QtBot) -> None:
    with qtbot.waitSignal(toast.expired):
        toast.say("IT-1043 is solved", "Undo")
    assert toast.isVisible()
    assert_named(toast)


def test_escape_clears_the_search(qtbot: QtBot) -> None:
    field = SearchField("Search my tickets")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "printer")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert accessible_name(field) == "Search my tickets"
    field.grab()
