"""Where the keyboard is: one ring, ours, and nothing that the base style adds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from itdesk.ui.widgets.buttons import Button, Kind
from tests.ui import walk


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("kind", list(Kind), ids=str)
def test_a_button_looks_the_same_however_the_keyboard_came_to_it(kind: Kind, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = Button("Back to the list", kind, "undo"), Button("Other", kind)
    row = QHBoxLayout(window)
    row.addWidget(first)
    row.addWidget(second)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    called = first.grab().toImage()
    for _ in range(2):
        QTest.keyClick(walk.focused(), Qt.Key.Key_Tab)
    assert first.hasFocus()
    assert window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    assert first.grab().toImage() == called
