"""One article, and a way out for whom it did not help."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from itdesk.domain.documents import Article, in_language
from itdesk.domain.ids import ArticleId
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.requester.article_text import ArticleText
from itdesk.ui.requester.helped_bar import HelpedBar
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.plain_label import PlainLabel

WIDEST_PX = 720
"""Longer lines are hard to read."""


class ArticlePane(QWidget):
    """Shows an article in the language `language`.

    Signals: `said(bool)`: whether it helped; `report_wanted(title)`: it did not, and people shall.
    """

    said = Signal(bool)
    report_wanted = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._shown: tuple[Article, str] | None = None
        self._title = PlainLabel("", TextRole.TITLE, wraps=True)
        self.text = ArticleText()
        self.text.link_activated.connect(self._follow)
        self._scroll = QScrollArea()
        self.helped = HelpedBar()
        self.helped.said.connect(self.said)
        self.helped.report_wanted.connect(self._want_report)
        self.empty = EmptyState("book", self.tr("Choose an article to read it here."))
        self._page = QWidget()
        self.stack = QStackedWidget()
        self._assemble()

    def show_article(self, article: Article, words: str = "") -> None:
        """Show an article from its beginning; the same one again stays where it is read.

        What was searched with `words` is marked.
        """
        shown = (article, words)
        if shown != self._shown:
            is_other = self._shown is None or self._shown[0].id != article.id
            self._shown = shown
            self._title.setText(in_language(article.title, self._language))
            self.text.show_text(in_language(article.body, self._language), words)
            if is_other:
                self.helped.show_verdict(None)
                self._scroll.verticalScrollBar().setValue(0)
        self.stack.setCurrentWidget(self._page)

    @property
    def article_id(self) -> ArticleId | None:
        """The article that is shown."""
        return self._shown[0].id if self._shown else None

    def show_nothing(self, sentence: str = "") -> None:
        """Show that no article is open, and why."""
        self._shown = None
        self.empty.say(sentence or self.tr("Choose an article to read it here."))
        self.stack.setCurrentWidget(self.empty)

    @Slot()
    def _want_report(self) -> None:
        self.report_wanted.emit(self._title.text())

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("https", "mailto"):
            QDesktopServices.openUrl(url)

    def _assemble(self) -> None:
        sheet = QWidget()
        sheet.setProperty("surface", "transparent")
        sheet.setMaximumWidth(scaled(WIDEST_PX))
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(scaled(28), scaled(20), scaled(28), scaled(20))
        inside.setSpacing(scaled(16))
        inside.addWidget(self._title)
        inside.addWidget(self.text)
        inside.addStretch(1)
        self._scroll.setWidget(sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Article"))
        line = QFrame()
        line.setProperty("surface", "hairline")
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._scroll, 1)
        page.addWidget(line)
        page.addWidget(self.helped)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
