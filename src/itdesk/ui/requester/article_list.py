"""The titles of articles, as a list that Qt can show."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from itdesk.domain.documents import Article, in_language
from itdesk.domain.ids import ArticleId
from itdesk.ui.fonts import TextRole, scaled, text_font
from itdesk.ui.widgets.row_delegate import Index, RowDelegate
from itdesk.ui.widgets.row_ground import RowGround

NOWHERE = QModelIndex()
ROW_PX = 58
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class ArticleRole(IntEnum):
    """What this model answers beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole + 1


class ArticleListModel(QAbstractListModel):
    """Articles in one language. There are few: the whole list is held."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._articles: tuple[Article, ...] = ()

    def show_articles(self, articles: tuple[Article, ...]) -> None:
        """Show these; the same ids in the same order are the same rows with other words."""
        if [one.id for one in articles] == [one.id for one in self._articles]:
            self._articles = articles
            if articles:
                self.dataChanged.emit(self.index(0), self.index(len(articles) - 1))
            return
        self.beginResetModel()
        self._articles = articles
        self.endResetModel()

    def place_of(self, article_id: ArticleId) -> QModelIndex:
        """Return where an article stands, or an invalid index."""
        ids = [article.id for article in self._articles]
        return self.index(ids.index(article_id)) if article_id in ids else QModelIndex()

    def article_at(self, row: int) -> Article | None:
        """Return the article of a row, or None beyond the list."""
        return self._articles[row] if 0 <= row < len(self._articles) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        article = self.article_at(index.row()) if index.isValid() else None
        if article is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(in_language(article.title, self._language).split())
        return article.id if role == ArticleRole.ID else None


class ArticleDelegate(RowDelegate):
    """Titles of two lines at most, in the middle of their rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ROW_PX, parent)

    def paint_row(self, painter: QPainter, ground: RowGround, index: Index) -> None:
        """Draw one title."""
        font = text_font(TextRole.BODY)
        painter.setFont(font)
        painter.setPen(ground.tokens.color("text_primary"))
        room = ground.card.adjusted(scaled(22), scaled(4), -scaled(12), -scaled(4))
        painter.drawText(room, WRAPPED, fitted(str(index.data() or ""), QFontMetrics(font), room))


def fitted(text: str, metrics: QFontMetrics, room: QRect) -> str:
    """Return as many words of `text` as fit into `room`, with dots for those that do not."""
    words = text.split()
    kept = text
    while words and metrics.boundingRect(room, WRAPPED, kept).height() > room.height():
        words.pop()
        kept = " ".join(words) + "…"
    return kept
