"""A note can never be taken for a reply: everything about the box says which it is."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itdesk.ui.theme import Theme
from itdesk.ui.widgets.composer import LEAST_LINES, MOST_LINES, Composer
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.walk import assert_named, assert_not_clipped, settle


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    composer = Composer(for_staff=True)
    qtbot.addWidget(composer)
    composer.address("Joanna", 1)
    composer.resize(560, 240)
    settle(composer)
    return composer


def words(composer: Composer) -> str:
    return " ".join(label.text() for label in composer.findChildren(PlainLabel) if label.isVisible())


def test_the_switch_changes_everything(composer: Composer, theme: Theme, qtbot: QtBot) -> None:
    def looks() -> tuple[str, str, str, str]:
        settle(composer)
        surface = composer.grab().toImage().pixelColor(composer.width() - 20, 20).name()
        return (words(composer), composer.send_button.text(), composer.text.placeholderText(), surface)

    public = looks()
    qtbot.mouseClick(composer.switch.segments()[1], Qt.MouseButton.LeftButton)
    internal = looks()
    assert all(one != other for one, other in zip(public, internal, strict=True))
    assert public[3] == theme.tokens.color("accent_tint").name()
    assert internal[3] == theme.tokens.color("note_surface").name()
    assert "Joanna and 1 more" in public[0]
    assert "Only IT will see this. Joanna will not." in internal[0]


@pytest.mark.parametrize("is_internal", [False, True])
def test_what_is_sent_is_what_is_shown(composer: Composer, is_internal: bool, qtbot: QtBot) -> None:
    composer.write("  Hello  ", is_internal=is_internal)
    with qtbot.waitSignal(composer.sent) as told:
        qtbot.mouseClick(composer.send_button, Qt.MouseButton.LeftButton)
    assert told.args == ["Hello", is_internal]
    assert composer.body == "Hello"


def test_ctrl_enter_sends_and_nothing_is_never_sent(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(composer.sent):
        qtbot.keyClick(composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not composer.send_button.isEnabled()
    qtbot.keyClicks(composer.text, "Hello")
    with qtbot.waitSignal(composer.sent):
        qtbot.keyClick(composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_typing_and_turning_the_switch_are_told(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(composer.edited):
        qtbot.keyClicks(composer.text, "H")
    with qtbot.waitSignal(composer.edited):
        qtbot.keyClick(composer.switch.segments()[0], Qt.Key.Key_Right)
    assert composer.is_internal


def test_it_grows_with_its_lines(composer: Composer) -> None:
    heights = []
    for lines in (1, LEAST_LINES, 5, MOST_LINES, MOST_LINES + 10):
        composer.text.setPlainText("\n".join("words" for _ in range(lines)))
        settle(composer)
        heights.append(composer.text.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_it_grows_when_it_becomes_narrow(composer: Composer) -> None:
    composer.text.setPlainText("several words that fit into a line or two " * 4)
    settle(composer)
    wide = composer.text.height()
    composer.resize(300, 400)
    settle(composer)
    assert composer.text.height() > wide
    assert composer.text.verticalScrollBar().maximum() == 0


def test_an_employee_has_no_switch(qtbot: QtBot) -> None:
    composer = Composer(for_staff=False)
    qtbot.addWidget(composer)
    composer.address("Marek")
    composer.write("secret", is_internal=True)
    settle(composer)
    assert not composer.switch.isVisible()
    assert not composer.is_internal
    assert "Marek" in composer.text.placeholderText()


@pytest.mark.parametrize("is_internal", [False, True])
def test_nothing_is_cut_and_all_is_named(
    composer: Composer, is_internal: bool, scale: float, language: str, qtbot: QtBot
) -> None:
    fresh = Composer(for_staff=True)
    qtbot.addWidget(fresh)
    fresh.address("Joanna", 2)
    fresh.be_internal(is_internal)
    fresh.resize(640, 260)
    assert_not_clipped(fresh)
    assert_named(fresh)
