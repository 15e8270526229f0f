"""All that IT announces, laid over the top of a window: what lies below stays where it is."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.documents import Announcement
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.announcement_row import AnnouncementRow
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.scroll_page import ScrollPage

FREE_PX = 24
"""What stays in sight of the window below it."""


class AnnouncementPanel(QFrame):
    """The rows, one below the other, scrolled where there are many. Hidden until it is unfolded.

    Signals: `dismissed(id)`, `folded()` when she has seen enough.
    """

    dismissed = Signal(object)
    folded = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.rows: list[AnnouncementRow] = []
        self.setProperty("surface", "toast")
        self.setAccessibleName(self.tr("What IT announces"))
        self._page = ScrollPage("transparent")
        self._page.column.setSpacing(scaled(16))
        self.less = Button(self.tr("Show less"), Kind.QUIET)
        self.less.clicked.connect(self._fold)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.less)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(8), scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self._page, 1)
        column.addLayout(foot)
        self.setVisible(False)

    def show_announcements(self, announcements: Sequence[Announcement], now: datetime) -> None:
        """Show these in their order."""
        for row in self.rows:
            row.setParent(None)
            row.deleteLater()
        self.rows = [AnnouncementRow(one, now) for one in announcements]
        for row in self.rows:
            row.dismissed.connect(self.dismissed)
            self._page.column.addWidget(row)

    def unfold(self, left: int, top: int, width: int) -> None:
        """Lie over the window at this place, as high as the rows are, or as there is room."""
        self.place(left, top, width)
        self.setVisible(True)
        self.place(left, top, width)
        self.raise_()
        self.less.setFocus()

    def place(self, left: int, top: int, width: int) -> None:
        """Take this place, without anything else."""
        self.resize(width, self.height())
        self._page.settle()
        margins = self._column.contentsMargins()
        inside = width - margins.left() - margins.right()
        around = margins.top() + margins.bottom() + self.less.sizeHint().height() + scaled(16)
        room = self._window.height() - top - scaled(FREE_PX)
        self.setGeometry(left, top, width, min(self._page.height_for(inside) + around, room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds it, and does not close the window below."""
        if event.key() == Qt.Key.Key_Escape:
            self._fold()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Go round inside: what lies below is covered, and the rows came into the window after it."""
        stops = (*(row.button for row in self.rows), self.less)
        here = next((place for place, stop in enumerate(stops) if stop.hasFocus()), -1)
        to = stops[(here + (1 if is_next else -1)) % len(stops)]
        to.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
        self._page.ensureWidgetVisible(to)
        return True

    @Slot()
    def _fold(self) -> None:
        self.folded.emit()
