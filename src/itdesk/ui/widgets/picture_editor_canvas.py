"""The picture in the editor: drawn on by the mouse, by the keyboard, and written on in place."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.ui.fonts import scaled
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.picture_editor_steps import Caption
from itdesk.ui.widgets.screenshot_view import ScreenshotView, Tool

STEP, FINE_STEP = 16, 1
"""Pixels by which an arrow key moves the cross; with Shift the finer."""
MOVES = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
CROSS = 10
FIELD_WIDTH = 240


class EditorCanvas(ScreenshotView):
    """By keyboard: the arrow keys move a cross, Space begins and ends a step there, Esc lets it go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cross: QPointF | None = None
        self._at = QPoint()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The picture"))
        self.setAccessibleDescription(self.tr("The arrow keys move a cross, Space begins and ends there."))
        self.words = QLineEdit(self)
        self.words.setMaxLength(SHORT_TEXT_CHARS)
        self.words.setPlaceholderText(self.tr("Write, then press Enter"))
        self.words.setAccessibleName(self.tr("Words on the picture"))
        self.words.setVisible(False)
        self.words.editingFinished.connect(self._write)
        self.words.installEventFilter(self)
        self.caption_wanted.connect(self._ask_words)

    def use(self, tool: Tool | None) -> None:
        """Take a tool in hand, or none; words that were begun are written."""
        self._write()
        super().use(tool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cross; begin, end or let go."""
        key = Qt.Key(event.key())
        if self._tool is None:
            super().keyPressEvent(event)
        elif key in MOVES:
            is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(MOVES[key] * (FINE_STEP if is_fine else STEP))
        elif key in PRESSES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._press()
        elif key == Qt.Key.Key_Escape and self._start is not None:
            self._start = None
            self.update()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the keyboard there is no cross."""
        super().focusOutEvent(event)
        self._cross = None
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc take back the words that are being written, not close the window; Enter ends them."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.words.clear()
                self._write()
                return True
            if event.key() in PRESSES[1:]:
                self._write()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross over the picture, and that the keyboard is here."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        painter.setPen(QPen(tokens.color("focus"), 2))
        painter.drawRect(self._area().adjusted(1, 1, -1, -1))
        if self._cross is not None and self._tool is not None:
            for role, width in (("surface_base", 5), ("focus", 2)):
                painter.setPen(QPen(tokens.color(role), width))
                for way in (QPointF(scaled(CROSS), 0), QPointF(0, scaled(CROSS))):
                    painter.drawLine(self._cross - way, self._cross + way)

    def _move(self, by: QPointF) -> None:
        area = self._area()
        place = (self._cross or area.center()) + by
        self._cross = QPointF(
            min(max(place.x(), area.left()), area.right()), min(max(place.y(), area.top()), area.bottom())
        )
        self.go_on_to(self._cross)
        self.update()

    def _press(self) -> None:
        self._cross = self._cross or self._area().center()
        if self._start is None:
            self.begin_at(self._cross)
        else:
            self.end_here()
        self.update()

    @Slot(QPoint)
    def _ask_words(self, place: QPoint) -> None:
        self._write()
        self._at = self.to_picture(place.toPointF())
        width = min(scaled(FIELD_WIDTH), self.width())
        self.words.resize(width, self.words.sizeHint().height())
        self.words.move(
            max(0, min(place.x(), self.width() - width)),
            max(0, min(place.y(), self.height() - self.words.height())),
        )
        self.words.setVisible(True)
        self.words.setFocus()

    @Slot()
    def _write(self) -> None:
        """Put the words on the picture; none when nothing was written."""
        if self.words.isHidden():
            return
        written = " ".join(self.words.text().split())
        self.words.clear()
        self.words.setVisible(False)
        if written:
            self.add(Caption(self._at, written))
        self.setFocus()
