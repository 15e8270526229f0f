"""The knowledge base: what helps right away, without waiting for anybody."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId, FileId
from itdesk.domain.ticket import Attachment
from itdesk.services import articles, reading
from itdesk.services.articles import Page
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.pictures import Pictures
from itdesk.ui.requester.arriving_list import ArrivingList
from itdesk.ui.requester.article_list import ROW_PX, ArticleDelegate, ArticleListModel
from itdesk.ui.requester.article_pane import ArticlePane
from itdesk.ui.requester.two_columns import TwoColumns, fitting
from itdesk.ui.widgets.announcement_banner import AnnouncementBanner
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.widgets.skeleton import Skeleton

WIDTH_PX, HEIGHT_PX = 1000, 680
TYPING_MS = 150


Verdict = tuple[ArticleId, bool | None]


@dataclass(frozen=True)
class Found:
    """The articles with these words in them, the best first; without words all of them."""

    serial: int
    words: str
    pages: tuple[Page, ...]


def find(desk: Desk, words: str, language: str, serial: int) -> Found:
    """Ask for articles, off the GUI thread."""
    return Found(serial, words, articles.search(desk, words, language))


def verdict_on(desk: Desk, article_id: ArticleId) -> Verdict:
    """Ask whether an article helped before, off the GUI thread."""
    return article_id, articles.verdict(desk, article_id)


class KnowledgeWindow(HouseWindow):
    """Search and titles at the left, the article at the right.

    Signals: `report_wanted(str)` with the sentence that names the article which did not help. `attachment`
    fetches a file of the store; without it pictures are told in words.
    """

    report_wanted = Signal(str)

    def __init__(
        self, desk: Desk, runner: Runner, *, attachment: Callable[[FileId], bytes] | None = None
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._serial = 0
        self._wanted: ArticleId | None = None
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Knowledge base"))
        self._language = language = QLocale().name()[:2]
        self._attachment = attachment or nothing_here
        self._pictures = Pictures(runner, self._attachment, self)

        self._title = PlainLabel(self.tr("Knowledge base"), TextRole.TITLE)
        self.search = SearchField(self.tr("Search the knowledge base"))
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self.banner = Banner()
        self.model = ArticleListModel(language, self)
        self.list = ArrivingList()
        self.skeleton = Skeleton(ROW_PX)
        self.empty = EmptyState("book", "")
        self.stack = QStackedWidget()
        self.article = ArticlePane(language)
        self.announcements = AnnouncementBanner(desk, runner, self)
        self.columns = TwoColumns(self._side(), self.article, self.announcements)

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
        call = partial(find, self._desk, self.search.text().strip(), self._language, self._serial)
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
        self.model.show_pages(found.pages, found.words)
        if found.pages:
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
            words = self.tr("No article contains these words. Try fewer, or report the problem.")
            self.empty.say(words, self.tr("Clear the search"))
        else:
            self.empty.say(self.tr("No articles yet. What IT writes for you stands here."))
        self.stack.setCurrentWidget(self.empty)

    def _follow_list(self) -> None:
        """Keep the open article up to date and marked; open the first where none is and there is room."""
        first = self.model.first()
        row = self.model.place_of(self._wanted).row() if self._wanted else -1
        open_one = self.model.article_at(row)
        if open_one is not None:
            self._read(open_one)
        elif self._wanted is None and first is not None and not self.columns.is_folded:
            self._wanted = first.id
            self._read(first)
        self._mark_wanted()

    def _read(self, article: Article) -> None:
        """Show an article with what was searched marked; ask for its pictures and what was said of it."""
        is_other = article.id != self.article.article_id
        self.article.show_article(article, self.model.words)
        self._pictures.want(picture_file(id) for id in articles.pictures_of(article, self._language))
        self._show_pictures()
        if is_other:
            self._runner.run(partial(verdict_on, self._desk, article.id), then=self._show_verdict)

    @Slot()
    def _show_pictures(self) -> None:
        self.article.text.show_pictures(self._pictures.images)

    @Slot(object)
    def _show_verdict(self, verdict: Verdict) -> None:
        article_id, helped = verdict
        if article_id == self.article.article_id:
            self.article.helped.show_verdict(helped)

    @Slot(bool)
    def _say(self, helped: bool) -> None:  # noqa: FBT001 (the bar's signal)
        article_id = self.article.article_id
        if article_id is not None:
            call = partial(articles.say, self._desk, article_id, helped=helped, language=self._language)
            self._runner.run(call, then=self.article.helped.show_verdict, failed=self.show_failure)

    @Slot(str)
    def _want_report(self, title: str) -> None:
        self.report_wanted.emit(self.tr("“{title}” did not help:").format(title=title) + " ")

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
            self._read(article)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self.list.hasFocus() and not self.list.is_arriving:
            self._open(current)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        article = self.model.article_at(index.row())
        if article is not None:
            self._wanted = article.id
            self.columns.show_main()
            self._read(article)

    @Slot()
    def _search(self) -> None:
        self.columns.show_main(is_wanted=False)
        self.search.setFocus()

    @Slot()
    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the articles: what happened while the window was away was not followed."""
        super().showEvent(event)
        self.refresh()
        self._pictures.try_again()
        self._runner.run(partial(articles.keep_pictures, self._desk, self._attachment))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.refresh)
        self.banner.acted.connect(self.refresh)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search)
        self.empty.acted.connect(self._clear_search)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.article.report_wanted.connect(self._want_report)
        self.article.said.connect(self._say)
        self._pictures.changed.connect(self._show_pictures)

    def _side(self) -> QWidget:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ArticleDelegate(self.model, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("surface", "window")
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


def picture_file(file_id: FileId) -> Attachment:
    """Return a file of the store as something of which a picture is wanted."""
    return Attachment(id=file_id, name="picture.png", bytes=0, sha256="")


def nothing_here(_file_id: FileId) -> bytes:
    """Fetch nothing: this window was given no way to the server."""
    raise WorldFailed("There is no such picture in the knowledge base.")
