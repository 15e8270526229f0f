"""The knowledge base: what helps right away, without waiting for anybody."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.requester.article_list import ROW_PX, ArticleDelegate, ArticleListModel
from itdesk.ui.requester.article_pane import ArticlePane
from itdesk.ui.requester.two_columns import TwoColumns, fitting
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.widgets.skeleton import Skeleton

WIDTH_PX, HEIGHT_PX = 1000, 680
TYPING_MS = 150


@dataclass(frozen=True)
class Found:
    """The articles with these words in them."""

    serial: int
    articles: tuple[Article, ...]


def find(desk: Desk, words: str, serial: int) -> Found:
    """Ask for articles, off the GUI thread."""
    return Found(serial, reading.articles(desk, words))


class KnowledgeWindow(HouseWindow):
    """Search and titles at the left, the article at the right. Signals: `report_wanted()`."""

    report_wanted = Signal()

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._serial = 0
        self._wanted: ArticleId | None = None
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Knowledge base"))
        language = QLocale().name()[:2]

        self._title = PlainLabel(self.tr("Knowledge base"), TextRole.TITLE)
        self.search = SearchField(self.tr("Search the knowledge base"))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self.banner = Banner()
        self.model = ArticleListModel(language, self)
        self.list = QListView()
        self.skeleton = Skeleton(ROW_PX)
        self.empty = EmptyState("book", "")
        self.stack = QStackedWidget()
        self.article = ArticlePane(language)
        self.columns = TwoColumns(self._side(), self.article)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.resize(fitting(WIDTH_PX, HEIGHT_PX))
        self._connect()
        self.search.setFocus()
        self.skeleton.start()
        self.stack.setCurrentWidget(self.skeleton)

    def open_article(self, article_id: ArticleId) -> None:
        """Show one article."""
        self._wanted = article_id
        self.columns.show_main()
        self._runner.run(
            partial(reading.article, self._desk, article_id),
            then=self._show_article,
            failed=self.show_failure,
        )
        self._mark_wanted()

    def refresh(self) -> None:
        """Look again; the newest question wins."""
        self._serial += 1
        call = partial(find, self._desk, self.search.text().strip(), self._serial)
        self._runner.run(call, then=self._show_found, failed=self._fail_to_find)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say that something did not work."""
        self.banner.say(Tone.BAD, self.tr("This did not work"), failure_sentence(error), self.tr("Try again"))

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        if found.serial != self._serial:
            return
        self.skeleton.stop()
        self.banner.dismiss()
        self.model.show_articles(found.articles)
        if found.articles:
            self.stack.setCurrentWidget(self.list)
            self._follow_list()
        else:
            self._show_empty()

    @Slot(object)
    def _fail_to_find(self, error: Exception) -> None:
        self.skeleton.stop()
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.list)
        what = self.tr("The articles cannot be shown now")
        self.banner.say(Tone.BAD, what, failure_sentence(error), self.tr("Try again"))

    def _show_empty(self) -> None:
        if self.search.text().strip():
            self.empty.say(self.tr("No article contains these words."), self.tr("Clear the search"))
        else:
            self.empty.say(self.tr("No articles yet. What IT writes for you stands here."))
        self.stack.setCurrentWidget(self.empty)

    def _follow_list(self) -> None:
        """Keep the open article up to date and marked; open the first where none is and there is room."""
        first = self.model.article_at(0)
        row = self.model.place_of(self._wanted).row() if self._wanted else -1
        open_one = self.model.article_at(row)
        if open_one is not None:
            self.article.show_article(open_one)
        elif self._wanted is None and first is not None and not self.columns.is_folded:
            self._wanted = first.id
            self.article.show_article(first)
        self._mark_wanted()

    def _mark_wanted(self) -> None:
        index = self.model.place_of(self._wanted) if self._wanted else QModelIndex()
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)

    @Slot(object)
    def _show_article(self, article: Article | None) -> None:
        if article is None:
            self.article.show_nothing(self.tr("This article is not here any more."))
        elif article.id == self._wanted:
            self.article.show_article(article)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self.list.hasFocus():
            self._open(current)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        article = self.model.article_at(index.row())
        if article is not None:
            self._wanted = article.id
            self.columns.show_main()
            self.article.show_article(article)

    @Slot()
    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the articles: what happened while the window was away was not followed."""
        super().showEvent(event)
        self.refresh()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.refresh)
        self.banner.acted.connect(self.refresh)
        self.empty.acted.connect(self._clear_search)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.article.report_wanted.connect(self.report_wanted)

    def _side(self) -> QWidget:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ArticleDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("surface", "window")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(self.tr("Articles"))
        for page in (self.list, self.skeleton, self.empty):
            self.stack.addWidget(page)
        side = QWidget()
        side.setProperty("surface", "window")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QVBoxLayout()
        head.setContentsMargins(scaled(16), 0, scaled(16), 0)
        head.setSpacing(scaled(12))
        self._title.setIndent(scaled(14))
        for widget in (self._title, self.search, self.banner):
            head.addWidget(widget)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, scaled(20), 0, scaled(8))
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        return side
