"""How good was the help? Asked once, never insisted upon."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.star_rating import StarRating

PAUSE_MS = 5000
"""So long after the last star a rating without a word is given by itself: one click is enough."""


class RatingBar(QFrame):
    """Five stars, and a word if one likes. Signals: `rated(score, comment)`, `declined()`.

    A star counts by itself after a pause; while a word is being written it waits for Send, or for `flush`.
    """

    rated = Signal(int, str)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tint", "grey")
        self._question = PlainLabel(self.tr("How good was the help?"), TextRole.SECTION, wraps=True)
        self.decline_button = Button(self.tr("Not now"), Kind.QUIET)
        self._stars_row = QHBoxLayout()
        self.stars = StarRating()
        self.comment = QLineEdit()
        self.comment.setPlaceholderText(self.tr("Add a word if you like"))
        self.comment.setAccessibleName(self.tr("Add a word to your rating"))
        self.send_button = Button(self.tr("Send rating"), Kind.PRIMARY)
        self._more = QWidget()
        self._is_given = False
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(self._send)
        self._assemble()
        self._prepare_stars()
        self.decline_button.clicked.connect(self._decline)
        self.send_button.clicked.connect(self._send)
        self.comment.returnPressed.connect(self._send)
        self.comment.textEdited.connect(self._wait_for_words)

    def flush(self) -> None:
        """She looks elsewhere: what was chosen counts."""
        if self.stars.score and not self._is_given:
            self._send()

    def reset(self) -> None:
        """Ask afresh."""
        self.pause.stop()
        self._is_given = False
        self.stars.setParent(None)
        self.stars.deleteLater()
        self.stars = StarRating()
        self._stars_row.insertWidget(1, self.stars)
        self._prepare_stars()
        self.comment.clear()
        self._more.setVisible(False)

    def _prepare_stars(self) -> None:
        self.stars.rated.connect(self._show_more)

    @Slot(int)
    def _show_more(self, _score: int) -> None:
        self._more.setVisible(True)
        self._is_given = False
        self._wait_for_words(self.comment.text())

    @Slot(str)
    def _wait_for_words(self, comment: str) -> None:
        if comment.strip():
            self.pause.stop()
        else:
            self.pause.start()

    @Slot()
    def _send(self) -> None:
        self.pause.stop()
        if self.stars.score:
            self._is_given = True
            self.rated.emit(self.stars.score, self.comment.text().strip())

    @Slot()
    def _decline(self) -> None:
        self.pause.stop()
        self._is_given = True
        self.declined.emit()

    def _assemble(self) -> None:
        self._stars_row.setSpacing(scaled(12))
        self._stars_row.addWidget(self._question, 1)
        self._stars_row.addWidget(self.stars)
        self._stars_row.addWidget(self.decline_button)
        more = QHBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(scaled(8))
        more.addWidget(self.comment, 1)
        more.addWidget(self.send_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(6), scaled(12), scaled(8))
        column.setSpacing(scaled(4))
        column.addLayout(self._stars_row)
        column.addWidget(self._more)
        self._more.setVisible(False)
