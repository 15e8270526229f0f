"""The small bar that stays in sight while a recording runs: how long, how much, Mark this, Stop."""

from math import ceil, floor

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainterPath,
    QRegion,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.recorder.clock import minutes_text
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

MARGIN = 16
WORDS_WIDTH = 270
LINES = 2
"""Whatever the bar says below the time has this room, so that nothing moves."""
MOVES = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
MOVE_PX = 40
CASTS_PX = 4
"""What a desktop may draw around a window is masked with it."""
MOST_PLACES = 60
RADIUS = 8


class RecorderBar(QWidget):
    """Moved by dragging or by the arrow keys. Signals: `mark_wanted()`; `stop_wanted()`, also by closing."""

    mark_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setWindowTitle(self.tr("Recording the steps"))
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._dragged_from: QPoint | None = None
        self._places: list[QRect] = []

        # What it says
        self._time = PlainLabel("", TextRole.NAME)
        self._line = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self._line.setFixedWidth(scaled(WORDS_WIDTH))
        self._line.setMinimumHeight(LINES * QFontMetrics(text_font(TextRole.META)).lineSpacing())

        # Buttons
        self.mark_button = Button(self.tr("Mark this"), Kind.NORMAL, "flag", is_big=True)
        self.mark_button.clicked.connect(self.mark_wanted)
        self.stop_button = Button(self.tr("Stop"), Kind.PRIMARY, "check", is_big=True)
        self.stop_button.clicked.connect(self.stop_wanted)

        self._assemble()
        self.say_calmly()
        self.show_count(0, 0)

    def say_calmly(self) -> None:
        """Say what is recorded, and what is not."""
        self._line.set_tone("secondary")
        self._line.setText(self.tr("Do what goes wrong. Only pictures of the screen: no keys, no sound."))

    def say_nearly_full(self) -> None:
        """Say that it will end by itself; in the same room, so that nothing moves."""
        self._line.set_tone("amber")
        self._line.setText(self.tr("Nearly full: it soon stops by itself. What was recorded is kept."))

    def show_count(self, elapsed_ms: int, frames: int) -> None:
        """Show how long it runs and how many pictures it holds."""
        pictures = self.tr("%n picture(s)", "", frames)
        self._time.setText(
            self.tr("{time} · {pictures}").format(time=minutes_text(elapsed_ms), pictures=pictures)
        )

    def place_on(self, screen: QScreen) -> None:
        """Stand at the bottom of a screen, in the middle, above what the desktop keeps there."""
        room = screen.availableGeometry()
        size = self.sizeHint().boundedTo(QSize(room.width(), room.height()))
        self.resize(size)
        self.move(room.center().x() - size.width() // 2, room.bottom() - size.height() - scaled(MARGIN))
        self._places = []

    def covers(self, screen: QScreen, ratio: float) -> tuple[QRect, ...]:
        """Return where the bar stands, and stood since the last call, in pixels of a picture of `screen`.

        What lay below may not have been painted again yet. `ratio` is pixels of the picture per unit of
        the desktop.
        """
        now = self._place()
        places = {place.getRect(): place for place in (*self._places, now)}
        self._places = [now]
        if not self.isVisible():
            return ()
        inside = (place.intersected(screen.geometry()) for place in places.values())
        return tuple(
            _times(place.translated(-screen.geometry().topLeft()), ratio)
            for place in inside
            if not place.isEmpty()
        )

    def moveEvent(self, event: QMoveEvent) -> None:
        """Remember where it has been."""
        super().moveEvent(event)
        self._places = [*self._places[-MOST_PLACES:], self._place()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners that the card leaves free."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), scaled(RADIUS), scaled(RADIUS))
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar."""
        self._dragged_from = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along."""
        if self._dragged_from is not None:
            self.move(event.globalPosition().toPoint() - self._dragged_from)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let it go."""
        self._dragged_from = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys, stop by Esc; Enter presses the button that has the keyboard."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.move(self.pos() + MOVES[key] * scaled(MOVE_PX))
        elif key == Qt.Key.Key_Escape:
            self.stop_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.mark_button if self.mark_button.hasFocus() else self.stop_button
            focused.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move the bar also where a button has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            self.keyPressEvent(event)
            return True
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes the bar wants it to stop; a bar that refused would keep the program from ending."""
        super().closeEvent(event)
        self.stop_wanted.emit()

    def _place(self) -> QRect:
        return self.frameGeometry().adjusted(-CASTS_PX, -CASTS_PX, CASTS_PX, CASTS_PX)

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addWidget(self._time)
        words.addWidget(self._line)
        card = QFrame()
        card.setProperty("surface", "toast")
        row = QHBoxLayout(card)
        row.setContentsMargins(scaled(16), scaled(10), scaled(12), scaled(10))
        row.setSpacing(scaled(12))
        row.addWidget(IconLabel("screenshot", 20, "red_mark"))
        row.addLayout(words, 1)
        for button in (self.mark_button, self.stop_button):
            button.installEventFilter(self)
            row.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)


def _times(rect: QRect, ratio: float) -> QRect:
    """Return the pixels that a place touches, whole ones."""
    left, top = floor(rect.left() * ratio), floor(rect.top() * ratio)
    right, bottom = ceil((rect.right() + 1) * ratio), ceil((rect.bottom() + 1) * ratio)
    return QRect(left, top, right - left, bottom - top)
