"""A chip that says where a ticket stands, and a mark with a word beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from itdesk.domain.priority import Priority
from itdesk.domain.status import Status
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.marks import (
    TONES,
    MarkPainter,
    SlaMark,
    paint_incident,
    priority_painter,
    sla_painter,
    status_painter,
)
from itdesk.ui.words import name_of


class MarkLabel(QWidget):
    """A mark and its word in a tone; with `is_chip`, on the tone's tint."""

    def __init__(self, parent: QWidget | None = None, *, is_chip: bool = False) -> None:
        super().__init__(parent)
        self._mark: MarkPainter | None = None
        self._text = ""
        self._tone = "grey"
        self._is_chip = is_chip
        self.setFont(text_font(TextRole.META_STRONG if is_chip else TextRole.TEXT))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def show_mark(self, mark: MarkPainter, text: str, tone: str) -> None:
        """Show `mark` and `text`; `tone` is accent, red, amber, green, violet, grey or text."""
        self._mark, self._text, self._tone = mark, text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def show_priority(self, priority: Priority) -> None:
        """Show a priority by mark and name."""
        self.show_mark(priority_painter(priority), name_of(priority), "text")

    def show_incident(self) -> None:
        """Show that it is a major incident."""
        self.show_mark(paint_incident, self.tr("Major incident"), "red")

    def show_sla(self, sla: SlaMark, text: str) -> None:
        """Show an SLA clock and the time that is left."""
        self.show_mark(sla_painter(sla), text, sla.tone)

    @property
    def is_elided(self) -> bool:
        """Whether the word does not fit."""
        return self.width() < self.sizeHint().width()

    def sizeHint(self) -> QSize:
        """Return the room for mark and word."""
        text = self.fontMetrics().horizontalAdvance(self._text)
        padding = 2 * scaled(8) if self._is_chip else 0
        height = max(scaled(24 if self._is_chip else 20), self.fontMetrics().height())
        return QSize(text + scaled(16 + 6) + padding + 2, height)

    def minimumSizeHint(self) -> QSize:
        """Return the mark alone: the word may be elided."""
        return QSize(scaled(16) + (2 * scaled(8) if self._is_chip else 0), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw tint, mark and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        left = 0
        if self._is_chip:
            left = scaled(8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color(f"{self._tone}_tint"))
            painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        side = scaled(16)
        if self._mark is not None:
            self._mark(painter, QRectF(left, (self.height() - side) / 2, side, side), tokens)
        color = "text_primary" if self._tone == "text" else f"{self._tone}_text"
        painter.setPen(tokens.color(color))
        rect = self.rect().adjusted(left + side + scaled(6), 0, -left, 0)
        text = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class StatusBadge(MarkLabel):
    """Where a ticket stands: mark and words on a tint."""

    def __init__(self, status: Status = Status.NEW, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, is_chip=True)
        self.show_status(status, text)

    def show_status(self, status: Status, text: str = "") -> None:
        """Show `status`, in `text` where plainer words than its name are known."""
        self.show_mark(status_painter(status), text or name_of(status), TONES[status])
