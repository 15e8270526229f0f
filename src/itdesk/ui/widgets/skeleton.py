"""Grey rows where a list is about to stand."""

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.tokens import tokens_of

PATIENCE_MS = 150
WIDTHS = (0.62, 0.48, 0.7, 0.55)


class Skeleton(QWidget):
    """Keeps the place of a list; its rows show only when loading takes longer than 150 ms."""

    def __init__(self, row_height: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._shows_rows = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_rows)
        self.setAccessibleName(self.tr("Loading"))

    @property
    def shows_rows(self) -> bool:
        """Whether the rows are in sight."""
        return self._shows_rows

    def start(self) -> None:
        """Begin to wait."""
        self._shows_rows = False
        self._patience.start()
        self.update()

    def stop(self) -> None:
        """End to wait."""
        self._patience.stop()
        self._shows_rows = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows, two bars each."""
        if not self._shows_rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens_of(self.palette()).color("surface_press"))
        height = scaled(self._row_height)
        for row in range(self.height() // height):
            for line, share in enumerate((WIDTHS[row % 4], WIDTHS[(row + 1) % 4] * 0.6)):
                top = row * height + scaled(12) + line * scaled(18)
                width = (self.width() - scaled(40)) * share
                painter.drawRoundedRect(QRectF(scaled(20), top, width, scaled(10)), 4, 4)

    @Slot()
    def _show_rows(self) -> None:
        self._shows_rows = True
        self.update()
