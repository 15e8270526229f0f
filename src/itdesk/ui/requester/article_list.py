"""The titles of articles under their categories, as a list that Qt can show."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Article, in_language
from itdesk.domain.ids import ArticleId
from itdesk.services.articles import Page, marks
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.widgets.row_delegate import Index, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround
from itdesk.ui.words import name_of

NOWHERE = QModelIndex()
ROW_PX, HEADING_PX = 58, 32
SIDE_PX = 22
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap

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
            paint_title(painter, room, text, self._articles.words)
            return
        painter.setFont(text_font(TextRole.META_STRONG))
        painter.setPen(ground.tokens.color("text_secondary"))
        below = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
        painter.drawText(room, below, text)


def paint_title(painter: QPainter, room: QRect, text: str, words: str) -> None:
    """Draw a title in as many of its lines as fit, what was searched in semibold."""
    found = text_font(TextRole.BODY)
    found.setWeight(QFont.Weight.DemiBold)
    fitting = fitted(text, QFontMetrics(found if words else text_font(TextRole.BODY)), room)
    layout = QTextLayout(fitting, text_font(TextRole.BODY))
    layout.setFormats([bold_range(begin, end) for begin, end in marks(fitting, words)])
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    top = room.top() + max(0.0, (room.height() - height) / 2)
    layout.draw(painter, QPointF(room.left(), top))


def bold_range(begin: int, end: int) -> QTextLayout.FormatRange:
    """Return a stretch of a line in semibold."""
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = begin, end - begin
    form = stretch.format
    form.setFontWeight(QFont.Weight.DemiBold)
    stretch.format = form
    return stretch


def fitted(text: str, metrics: QFontMetrics, room: QRect) -> str:
    """Return as many words of `text` as fit into `room`, with dots for those that do not."""
    words = text.split()
    kept = text
    while words and metrics.boundingRect(room, WRAPPED, kept).height() > room.height():
        words.pop()
        kept = " ".join(words) + "…"
    return kept
