"""What the system hands over as an event: our addresses are told, anything else is passed over."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.ui.opened_address import OpenedAddress


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("itdesk://ticket/1042", ["ticket/1042"]),
        ("itdesk://new", ["report"]),
        ("itdesk://ticket/1042?do=close", []),
        ("file:///etc/passwd", []),
        ("https://example.com", []),
    ],
)
def test_our_addresses_are_told(
    dressed_app: QApplication, qtbot: QtBot, address: str, wanted: list[str]
) -> None:
    opened = OpenedAddress(dressed_app)
    told: list[str] = []
    opened.wanted.connect(told.append)
    dressed_app.sendEvent(dressed_app, QFileOpenEvent(QUrl(address)))
    dressed_app.removeEventFilter(opened)
    assert told == wanted
