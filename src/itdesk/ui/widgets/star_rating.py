"""How good was the help: one to five stars, by mouse or keyboard."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from itdesk.domain.limits import SCORES
from itdesk.ui.fonts import scaled
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.focus_ring import paint_ring

HIT = 40
STAR = 26


class Star(QRadioButton):
    """One step of the rating, filled up to the chosen one."""

    def __init__(self, score: int, name: str) -> None:
        super().__init__()
        self.score = score
        self.is_filled = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return a square that a finger hits."""
        return QSize(scaled(HIT), scaled(HIT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Answer anywhere on the square."""
        return self.rect().contains(point)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the star: filled or outlined."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        side = scaled(STAR)
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        name, role = ("star-filled", "amber_mark") if self.is_filled else ("star", "grey_mark")
        paint_icon(painter, square, name, tokens.color(role))
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), 6, tokens)


class StarRating(QWidget):
    """Five stars; arrows move. Signals: `rated(int)`, 1 to 5."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Rate the help"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.stars = [Star(score, name) for score, name in zip(SCORES, self._names(), strict=True)]
        for star in self.stars:
            self._group.addButton(star, star.score)
            row.addWidget(star)
        row.addStretch(1)
        self._group.idToggled.connect(self._rate)

    @property
    def score(self) -> int:
        """The chosen score, 0 before one was chosen."""
        return max(0, self._group.checkedId())

    def _names(self) -> tuple[str, str, str, str, str]:
        return (
            self.tr("1 of 5: bad"),
            self.tr("2 of 5: not good"),
            self.tr("3 of 5: it will do"),
            self.tr("4 of 5: good"),
            self.tr("5 of 5: very good"),
        )

    @Slot(int, bool)
    def _rate(self, score: int, is_chosen: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if not is_chosen:
            return
        for star in self.stars:
            star.is_filled = star.score <= score
            star.update()
        self.rated.emit(score)
