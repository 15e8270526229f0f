"""The top of the report: its question, the line that searches, and whether the helpdesk is there."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.helpdesk_words import helpdesk_lines
from itdesk.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from itdesk.services.helpdesk import HelpdeskNow

SEARCH_WIDTH = 250
DOT = "●"


class Head(QWidget):
    """The line of the helpdesk keeps its place, so that nothing jumps when it is known."""

    def __init__(self, search: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = PlainLabel(DOT, TextRole.META, tone="green")
        self._dot.setVisible(False)
        self._helpdesk = PlainLabel("", TextRole.TEXT, tone="secondary", wraps=True)
        search.setMinimumHeight(scaled(36))
        search.setFixedWidth(scaled(SEARCH_WIDTH))
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        line.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._helpdesk, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(4))
        grid.setColumnStretch(0, 1)
        self._title = PlainLabel(self.tr("What is happening?"), TextRole.WINDOW_TITLE, wraps=True)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(search, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(line, 1, 0, 1, 2)

    def be_low(self, is_low: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Where the window is low, ask in smaller letters."""
        self._title.set_role(TextRole.SECTION if is_low else TextRole.WINDOW_TITLE)

    def show_helpdesk(self, helpdesk: "HelpdeskNow", now: datetime) -> None:
        """Say whether somebody is there, until when, and how to call."""
        self._helpdesk.setText(" · ".join(helpdesk_lines(helpdesk, now)))
        self._dot.set_tone("green" if helpdesk.is_open else "secondary")
        self._dot.setVisible(helpdesk.is_open is not None)
