"""A list at the left and what was chosen at the right; on a narrow screen one of them at a time."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.buttons import Button, Kind

SIDE_PX = 344
MAIN_PX = 600
"""What each column needs at least."""
LEAST_HEIGHT_PX = 380
FREE_PX = 40
"""What a new window leaves free of a small screen."""

UNBOUNDED = (1 << 24) - 1
"""Qt's own limit of a width."""


class TwoColumns(QWidget):
    """Lays out a side and a main column. Narrow, `show_main` and the Back button change between them.

    `top`, if there is one, stands above both; narrow, above the list alone: the other needs the height.
    Signals: `folded(bool)` when both stopped to fit, or fit again.
    """

    folded = Signal(bool)

    def __init__(self, side: QWidget, main: QWidget, top: QWidget | None = None) -> None:
        super().__init__()
        self._side = side
        self._top = QWidget()
        self._main = QWidget()
        self._line = QFrame()
        self._line.setProperty("surface", "vertical-hairline")
        self.back_button = Button(self.tr("Back to the list"), Kind.QUIET, "undo")
        self.back_button.clicked.connect(self._back)
        self._is_folded = False
        self._shows_main = False
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(main, 1)
        above = QVBoxLayout(self._top)
        above.setContentsMargins(0, 0, 0, 0)
        if top is not None:
            above.addWidget(top)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._top)
        row = QHBoxLayout()
        whole.addLayout(row, 1)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self._line)
        row.addWidget(self._main, 1)
        self._arrange()

    @property
    def is_folded(self) -> bool:
        """Whether only one column is in sight."""
        return self._is_folded

    @property
    def shows_main(self) -> bool:
        """Whether the main column is in sight."""
        return self._shows_main or not self._is_folded

    def show_main(self, *, is_wanted: bool = True) -> None:
        """Bring the main column into sight, or the list."""
        if is_wanted != self._shows_main:
            self._shows_main = is_wanted
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the room of one column, the same whatever it shows: a window never grows by its content."""
        return QSize(scaled(SIDE_PX), scaled(LEAST_HEIGHT_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where both do not fit."""
        super().resizeEvent(event)
        is_folded = self.width() < self._side_width() + scaled(MAIN_PX)
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._arrange()
            self.folded.emit(is_folded)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the side the width that its words need, now that they are dressed."""
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _side_width(self) -> int:
        return max(scaled(SIDE_PX), self._side.minimumSizeHint().width())

    def _arrange(self) -> None:
        folded = self._is_folded
        width = self._side_width()
        self._side.setMinimumWidth(0 if folded else width)
        self._side.setMaximumWidth(UNBOUNDED if folded else width)
        self._side.setVisible(not (folded and self._shows_main))
        self._top.setVisible(not (folded and self._shows_main))
        self._main.setVisible(not folded or self._shows_main)
        self._line.setVisible(not folded)
        self.back_button.setVisible(folded)

    @Slot()
    def _back(self) -> None:
        self.show_main(is_wanted=False)
        self._side.setFocus()


def fitting(width_px: int, height_px: int) -> QSize:
    """Return the size of a new window: as drawn, or as much of it as the screen has."""
    wanted = QSize(scaled(width_px), scaled(height_px))
    room = QGuiApplication.primaryScreen().availableSize() - QSize(FREE_PX, FREE_PX)
    return wanted.boundedTo(room)
