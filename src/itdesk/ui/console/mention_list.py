"""The colleagues that a few letters may mean, as a list that Qt can show, and how one is painted."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QWidget

from itdesk.domain.people import Person
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.widgets.avatar import paint_avatar
from itdesk.ui.widgets.marked_text import paint_marked
from itdesk.ui.widgets.row_delegate import Index, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround, middle, write_at_end

NOWHERE = QModelIndex()
ROW_PX, WIDTH_PX, AVATAR_PX = 34, 380, 22
ROWS_IN_SIGHT = 6
MARGIN_PX = 4
SLACK_PX = 2
"""Widths are rounded down: without it a text that fits is elided."""


class MentionRole(IntEnum):
    """What this model answers beside Qt's own roles."""

    PERSON = Qt.ItemDataRole.UserRole + 1


class MentionModel(QAbstractListModel):
    """One row a colleague. `begun` is what was typed, to be marked in her name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self.begun = ""

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is offered, in order."""
        return self._people

    def offer(self, people: Sequence[Person], begun: str) -> None:
        """Offer others."""
        self.beginResetModel()
        self._people, self.begun = tuple(people), begun
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of colleagues."""
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        if not index.isValid() or index.row() >= len(self._people):
            return None
        person = self._people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name or person.login
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_name(person)
        return person if role == MentionRole.PERSON else None


class MentionDelegate(RowDelegate):
    """Initials, the name with what was typed in semibold, and at the right what will be inserted."""

    def __init__(self, model: MentionModel, parent: QWidget) -> None:
        super().__init__(ROW_PX, parent, inset_px=MARGIN_PX)
        self._model = model

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one colleague."""
        person = index.data(MentionRole.PERSON)
        if not isinstance(person, Person):
            return
        card, side = ground.card, scaled(AVATAR_PX)
        name = person.name or person.login
        at = QRectF(card.left() + scaled(8), middle(card, side), side, side)
        paint_avatar(painter, at, name, ground.tokens)
        login_px = _paint_login(painter, ground, f"@{person.login}")
        line_px = QFontMetrics(text_font(TextRole.TEXT)).height() * 3 // 2
        room = card.adjusted(scaled(38), 0, -login_px - scaled(20), 0)
        room = QRect(room.left(), round(middle(card, line_px)), room.width(), line_px)  # one line, no more
        painter.setPen(ground.tokens.color("text_primary"))
        paint_marked(painter, room, name, self._model.begun, TextRole.TEXT)


class MentionList(QListView):
    """The list itself: it never takes the keyboard from the text, and lies over the window around it."""

    def __init__(self, model: MentionModel, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setModel(model)
        self.setItemDelegate(MentionDelegate(model, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "completion")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Colleagues who can be mentioned"))
        self.hide()

    def fit(self) -> None:
        """Take the size of what is offered."""
        rows = min(self.model().rowCount(), ROWS_IN_SIGHT)
        width = min(scaled(WIDTH_PX), self._window.width() - scaled(16))
        self.setFixedSize(width, rows * scaled(ROW_PX) + 2 * scaled(MARGIN_PX))


def _paint_login(painter: QPainter, ground: RowGround, login: str) -> int:
    """Write what will be inserted at the right end; return its width."""
    card, meta = ground.card, text_font(TextRole.META)
    width = min(QFontMetrics(meta).horizontalAdvance(login) + SLACK_PX, card.width() * 2 // 5)
    room = card.adjusted(card.width() - width - scaled(10), 0, -scaled(10), 0)
    elided = QFontMetrics(meta).elidedText(login, Qt.TextElideMode.ElideRight, room.width())
    write_at_end(painter, room, elided, meta, ground.tokens.color("text_secondary"))
    return width


def spoken_name(person: Person) -> str:
    """Return how a screen reader says a colleague."""
    return ", ".join(part for part in (person.name, person.login) if part)
