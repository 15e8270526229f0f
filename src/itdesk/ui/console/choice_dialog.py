"""Asks for one of several: a person, a queue. Typing narrows the list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from itdesk.ui.console.dialog import ConsoleDialog
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.icons import paint_icon
from itdesk.ui.widgets.avatar import paint_avatar
from itdesk.ui.widgets.row_delegate import Index, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround, middle, write
from itdesk.ui.widgets.search_field import SearchField

OPTION = Qt.ItemDataRole.UserRole + 1
ROW_PX = 36
ROWS_IN_SIGHT = 6
SEARCHED_FROM = 7
"""From this many options on there is a field to search in."""


@dataclass(frozen=True)
class Option:
    """One line: a person has an avatar by its name, anything else an icon. `value` is handed back."""

    value: object
    text: str
    hint: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Chosen:
    """The answer, so that choosing nobody (None) is an answer too."""

    value: object
    text: str


class OptionDelegate(RowDelegate):
    """Draws an avatar or icon, the words, a hint."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ROW_PX, parent, inset_px=0)

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one line."""
        offered = index.data(OPTION)
        if isinstance(offered, Option):
            self._paint_mark(painter, ground, offered)
            self._paint_words(painter, ground, offered)

    def _paint_mark(self, painter: QPainter, ground: RowGround, offered: Option) -> None:
        side = scaled(20 if offered.icon else 24)
        mark = QRectF(ground.card.left() + scaled(8), middle(ground.card, side), side, side)
        if offered.icon:
            paint_icon(painter, mark, offered.icon, ground.tokens.color("text_secondary"))
        else:
            paint_avatar(painter, mark, offered.text if offered.value is not None else "", ground.tokens)

    def _paint_words(self, painter: QPainter, ground: RowGround, offered: Option) -> None:
        room = ground.card.adjusted(scaled(40), 0, -scaled(8), 0)
        font = text_font(TextRole.TEXT)
        write(painter, room, offered.text, font, ground.tokens.color("text_primary"))
        used = painter.fontMetrics().horizontalAdvance(offered.text) + scaled(12)
        hint = room.adjusted(used, 0, 0, 0)
        if offered.hint and hint.width() > scaled(24):
            write(painter, hint, offered.hint, text_font(TextRole.META), ground.tokens.color("text_tertiary"))


class ChoiceDialog(ConsoleDialog):
    """One of `options`; `current` is chosen at first. Answers a Chosen."""

    def __init__(
        self, title: str, button_text: str, options: Sequence[Option], current: object, parent: QWidget
    ) -> None:
        super().__init__(title, button_text, parent, width=400)
        self.search = SearchField(self.tr("Search by name"))
        self.search.setVisible(len(options) >= SEARCHED_FROM)
        self.search.textChanged.connect(self.narrow)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(OptionDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFixedHeight(scaled(ROW_PX) * min(len(options), ROWS_IN_SIGHT) + 2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for option in options:
            item = QListWidgetItem(option.text, self.list)
            item.setData(OPTION, option)
            if option.value == current:
                self.list.setCurrentItem(item)
        self.list.itemActivated.connect(self.finish)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        (self.search if self.search.isVisibleTo(self) else self.list).setFocus()

    @Slot(str)
    def narrow(self, words: str) -> None:
        """Show only what contains all the words; the first of it is chosen."""
        asked = words.casefold().split()
        shown = [item for item in self._items() if self._show(item, asked)]
        if shown and not self._is_chosen():
            self.list.setCurrentItem(shown[0])

    def answer(self) -> object | None:
        """Return what is chosen, or say that nothing is."""
        if not self._is_chosen():
            self.missing.say(self.tr("Choose one of the list."))
            return None
        option = self.list.currentItem().data(OPTION)
        assert isinstance(option, Option)
        return Chosen(option.value, option.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while somebody types."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if watched is self.search and isinstance(event, QKeyEvent) and event.key() in arrows:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _is_chosen(self) -> bool:
        """A list gives the keyboard to its first line, which is no choice yet: a selected line is."""
        return any(not item.isHidden() for item in self.list.selectedItems())

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _show(self, item: QListWidgetItem, asked: list[str]) -> bool:
        option = item.data(OPTION)
        text = f"{option.text} {option.hint}".casefold()
        is_shown = all(word in text for word in asked)
        item.setHidden(not is_shown)
        return is_shown
