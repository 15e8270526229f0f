"""The titles of articles under their categories, as a list that Qt can show."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Article, in_language
from itdesk.domain.ids import ArticleId
from itdesk.services.articles import Page
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.widgets.marked_text import paint_marked
from itdesk.ui.widgets.row_delegate import Index, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround
from itdesk.ui.words import name_of

NOWHERE = QModelIndex()
ROW_PX, HEADING_PX = 58, 32
SIDE_PX = 22

Row = Page | Category


class ArticleRole(IntEnum):
    """What this model answers beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1


class ArticleListModel(QAbstractListModel):
    """Articles in one language, and the names of their categories. There are few: the whole list is held.

    `words` is what was searched: a list of hits is ranked and has no categories.
    """

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: tuple[Row, ...] = ()
        self.words = ""

    def show_pages(self, pages: Sequence[Page], words: str = "") -> None:
        """Show these; the same ids in the same order are the same rows with other words."""
        rows = tuple(pages) if words else with_headings(pages)
        is_same = [key(one) for one in rows] == [key(one) for one in self._rows]
        if not is_same:
            self.beginResetModel()
        self._rows, self.words = rows, words
        if not is_same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def place_of(self, article_id: ArticleId) -> QModelIndex:
        """Return where an article stands, or an invalid index."""
        keys = [key(one) for one in self._rows]
        return self.index(keys.index(article_id)) if article_id in keys else QModelIndex()

    def article_at(self, row: int) -> Article | None:
        """Return the article of a row, or None for a category and beyond the list."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found.article if isinstance(found, Page) else None

    def first(self) -> Article | None:
        """Return the first article."""
        return next((one.article for one in self._rows if isinstance(one, Page)), None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let nobody choose a category."""
        is_article = index.isValid() and self.article_at(index.row()) is not None
        return super().flags(index) if is_article else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        row = self._rows[index.row()] if index.isValid() else None
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, Category):
                return name_of(row)
            return " ".join(in_language(row.article.title, self._language).split())
        return row.article.id if role == ArticleRole.ID and isinstance(row, Page) else None


def with_headings(pages: Sequence[Page]) -> tuple[Row, ...]:
    """Return the pages, before those of each category its name; one category alone needs no name."""
    groups = [(category, list(inside)) for category, inside in groupby(pages, lambda page: page.category)]
    if len(groups) < 2:
        return tuple(pages)
    return tuple(row for category, inside in groups for row in (category, *inside))


def key(row: Row) -> str:
    """Return by what a row is known again."""
    return row.article.id if isinstance(row, Page) else row.value


class ArticleDelegate(RowDelegate):
    """Titles of two lines at most, in the middle of their rows; what was searched is semibold."""

    def __init__(self, model: ArticleListModel, parent: QWidget) -> None:
        super().__init__(ROW_PX, parent)
        self._articles = model

    def is_grounded(self, index: Index) -> bool:
        """Tell whether a row is an article."""
        return self._articles.article_at(index.row()) is not None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a title, or of a category's name."""
        size = super().sizeHint(option, index)
        return size if self.is_grounded(index) else QSize(size.width(), scaled(HEADING_PX))

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one title, or the name of a category."""
        text = str(index.data() or "")
        room = ground.card.adjusted(scaled(SIDE_PX), scaled(4), -scaled(12), -scaled(4))
        if self.is_grounded(index):
            painter.setPen(ground.tokens.color("text_primary"))
            paint_marked(painter, room, text, self._articles.words, TextRole.BODY)
            return
        painter.setFont(text_font(TextRole.META_STRONG))
        painter.setPen(ground.tokens.color("text_secondary"))
        below = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
        painter.drawText(room, below, text)
