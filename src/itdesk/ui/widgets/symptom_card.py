"""What hurts, in plain words: cards of which one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QRadioButton, QWidget

from itdesk.domain.tokeniser import fold, tokens
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.focus_ring import paint_ring

HEIGHT, GAP, MARGIN, RADIUS, ICON, CHECK = 48, 8, 9, 8, 20, 16
"""Three cards with Polish words stand side by side on a small screen, in a wide font too."""
MOST_COLUMNS = 3
SPACING = 8
TYPING_MS = 1000


@dataclass(frozen=True)
class Symptom:
    """One card: its id, its icon, its words in the person's language."""

    id: str
    icon: str
    words: str


class SymptomCard(QRadioButton):
    """One symptom; chosen it has a thick accent line, a tint and a check."""

    def __init__(self, symptom: Symptom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.symptom = symptom
        self.setAccessibleName(symptom.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_elided(self) -> bool:
        """Whether the words do not fit."""
        return self.width() < self.minimumSizeHint().width()

    def sizeHint(self) -> QSize:
        """Return the room for icon, words in semibold and check."""
        words = QFontMetrics(text_font(TextRole.NAME)).horizontalAdvance(self.symptom.words)
        return QSize(words + scaled(2 * MARGIN + GAP + ICON + CHECK + 2), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Answer to a press anywhere on the card."""
        return self.rect().contains(point)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = tokens_of(self.palette())
        self._paint_frame(painter)
        color = colors.color("accent_text" if self.isChecked() else "text_secondary")
        square = QRectF(scaled(MARGIN), (self.height() - scaled(ICON)) / 2, scaled(ICON), scaled(ICON))
        paint_icon(painter, square, self.symptom.icon, color)
        if self.isChecked():
            side, right = scaled(CHECK), self.width() - scaled(MARGIN)
            check = QRectF(right - side, (self.height() - side) / 2, side, side)
            paint_icon(painter, check, "check", color)
        painter.setFont(text_font(TextRole.NAME if self.isChecked() else TextRole.TEXT))
        painter.setPen(colors.color("text_primary"))
        words = self.rect().adjusted(scaled(MARGIN + ICON + GAP), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.symptom.words)

    def _paint_frame(self, painter: QPainter) -> None:
        colors = tokens_of(self.palette())
        chosen = self.isChecked()
        fill = "accent_tint" if chosen else "surface_hover" if self.underMouse() else "surface_base"
        width = 2 if chosen else 1
        painter.setPen(QPen(colors.color("accent_fill" if chosen else "line_control"), width))
        painter.setBrush(colors.color(fill))
        half = width / 2
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, scaled(RADIUS), scaled(RADIUS))
        if self.hasFocus() and not chosen:
            paint_ring(painter, QRectF(self.rect()), scaled(RADIUS), colors)
        elif self.hasFocus():
            paint_ring(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), scaled(RADIUS - 3), colors)


class SymptomGrid(QWidget):
    """All cards; arrows move, typing searches. Signals: `chosen(str)`, the id."""

    chosen = Signal(str)

    def __init__(
        self, symptoms: Sequence[Symptom], *, shown: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = [SymptomCard(symptom) for symptom in symptoms]
        self._first = self._cards[:shown]
        self._in_sight = list(self._first)
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._pause.timeout.connect(self._forget_typed)
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._tell)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(SPACING))
        for card in self._cards:
            card.installEventFilter(self)
            self._group.addButton(card)
        for card in self._cards:
            card.setParent(self)
            card.setVisible(card in self._in_sight)
        self._lay_out(MOST_COLUMNS)

    def cards(self) -> list[SymptomCard]:
        """Return the cards in their order, also those that are not shown yet."""
        return list(self._cards)

    @property
    def has_more(self) -> bool:
        """Whether there are cards that are not shown yet."""
        return len(self._first) < len(self._cards)

    def cards_in_sight(self) -> list[SymptomCard]:
        """Return the cards that are shown, in their order."""
        return list(self._in_sight)

    def show_all(self) -> None:
        """Show the cards that were behind the first ones too."""
        self._first = list(self._cards)
        self.show_first()

    def show_first(self) -> None:
        """Show the first cards, and the one that is chosen."""
        self._bring([card for card in self._cards if card in self._first or card.isChecked()])

    def show_only(self, ids: Sequence[str]) -> None:
        """Show these cards alone, in this order: they are what was searched for."""
        by_id = {card.symptom.id: card for card in self._cards}
        self._bring([by_id[id] for id in ids if id in by_id])

    def chosen_id(self) -> str:
        """Return the id of the chosen symptom, "" while none is."""
        return next((card.symptom.id for card in self._cards if card.isChecked()), "")

    def choose(self, symptom_id: str) -> None:
        """Choose a symptom by its id."""
        for card in self._cards:
            if card.symptom.id == symptom_id:
                card.setChecked(True)
                self.show_first()

    def minimumSizeHint(self) -> QSize:
        """Return the width of one card: the cards move below each other where they must."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as have room."""
        super().resizeEvent(event)
        self._lay_out(self._columns_for(self.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take arrows and letters from the cards."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and isinstance(watched, SymptomCard):
            return self._step(watched, event.key()) or self._search(event.text())
        return super().eventFilter(watched, event)

    def _columns_for(self, width: int) -> int:
        fitting = (width + scaled(SPACING)) // (self._widest() + scaled(SPACING))
        return max(1, min(MOST_COLUMNS, fitting))

    def _widest(self) -> int:
        return max((card.minimumSizeHint().width() for card in self._in_sight), default=0)

    def _bring(self, cards: list[SymptomCard]) -> None:
        if cards == self._in_sight:
            return
        for card in self._in_sight:
            self._grid.removeWidget(card)
        for card in self._cards:
            card.setVisible(card in cards)
        self._in_sight = cards
        self._columns = 0
        self._lay_out(self._columns_for(self.width()))

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, card in enumerate(self._in_sight):
            self._grid.addWidget(card, index // columns, index % columns)
        self._columns = columns

    def _step(self, card: SymptomCard, key: int) -> bool:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        if key not in steps:
            return False
        place = self._in_sight.index(card) + steps[Qt.Key(key)]
        if 0 <= place < len(self._in_sight):
            self._go_to(self._in_sight[place])
        return True

    def _search(self, letter: str) -> bool:
        if not letter.strip() or not letter.isprintable():
            return False
        self._typed += fold(letter)
        self._pause.start()
        for card in self._cards:
            if any(word.startswith(self._typed) for word in tokens(card.symptom.words)):
                self.choose(card.symptom.id)
                self._go_to(card)
                break
        return True

    def go_to_first(self) -> None:
        """Give the keyboard to the first card in sight."""
        if self._in_sight:
            self._in_sight[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to(self, card: SymptomCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        card.setChecked(True)

    @Slot()
    def _forget_typed(self) -> None:
        self._typed = ""

    @Slot(QAbstractButton, bool)
    def _tell(self, card: QAbstractButton, is_chosen: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if is_chosen and isinstance(card, SymptomCard):
            self.chosen.emit(card.symptom.id)
