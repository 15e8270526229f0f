"""A short message at the bottom left that lets a thing be undone for ten seconds."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.plain_label import PlainLabel

SHOWN_MS = 10_000
MARGIN = 16


class Toast(QFrame):
    """Lies over the window it is made for. The pointer over it, or the keyboard in it, stops its clock.

    Signals: `undone()` when the person took it back; `expired()` when it went away otherwise.
    """

    undone = Signal()
    expired = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("surface", "toast")
        self._words = PlainLabel("")
        self.undo_button = Button(self.tr("Undo"), Kind.LINK)
        self.close_button = IconButton("close", self.tr("Close message"))
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self._expire)
        self.undo_button.clicked.connect(self._undo)
        self.close_button.clicked.connect(self._expire)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), scaled(8), scaled(8), scaled(8))
        row.setSpacing(scaled(8))
        for widget in (self._words, self.undo_button, self.close_button):
            row.addWidget(widget)
        window.installEventFilter(self)
        for button in (self.undo_button, self.close_button):
            button.installEventFilter(self)
        self.setVisible(False)

    @property
    def is_running(self) -> bool:
        """Whether its clock runs."""
        return self._clock.isActive()

    def say(self, words: str, undo_text: str = "") -> None:
        """Show `words` for ten seconds; with `undo_text` they can be taken back."""
        if self.isVisible():
            self._expire()
        self._words.setText(words)
        self.setAccessibleName(words)
        self.undo_button.setText(undo_text)
        self.undo_button.setVisible(bool(undo_text))
        self._place()
        self.setVisible(True)
        self.raise_()
        self._clock.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop the clock under the pointer."""
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Start the clock again."""
        super().leaveEvent(event)
        self._run()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._expire()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom left of the window; keep the clock stopped while the keyboard is here."""
        match event.type():
            case QEvent.Type.Resize if self.isVisible() and watched is self._window:
                self._place()
            case QEvent.Type.FocusIn if watched is not self._window:
                self._clock.stop()
            case QEvent.Type.FocusOut if watched is not self._window:
                self._run()
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        if self.isVisible():
            self._clock.start()

    def _place(self) -> None:
        self.adjustSize()
        margin = scaled(MARGIN)
        self.move(margin, self._window.height() - self.height() - margin)

    @Slot()
    def _undo(self) -> None:
        self._clock.stop()
        self.setVisible(False)
        self.undone.emit()

    @Slot()
    def _expire(self) -> None:
        self._clock.stop()
        self.setVisible(False)
        self.expired.emit()
