"""Putting an article of the knowledge base into what is written."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.documents import Article, in_language
from itdesk.services import reading
from itdesk.services.articles import as_text
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.choice_dialog import ChoiceDialog, Chosen, Option


class ArticleInserter(QObject):
    """Signals: `words_wanted(text, is_internal)` for the reply box, `failed(Exception)`.

    What is for IT alone goes into a note, whatever was being written.
    """

    words_wanted = Signal(str, bool)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._language = language
        self._window = window
        self._is_internal = False

    def ask(self, *, is_internal: bool) -> None:
        """Ask which article; `is_internal`: a note is being written."""
        self._is_internal = is_internal
        self._runner.run(partial(reading.articles, self._desk), then=self._offer, failed=self._fail)

    @Slot(object)
    def _offer(self, articles: tuple[Article, ...]) -> None:
        options = sorted((self._option(one) for one in articles), key=lambda option: option.text.casefold())
        title = self.tr("Which article is put into the answer?")
        dialog = ChoiceDialog(title, self.tr("Insert"), options, None, self._window)
        dialog.answered.connect(self._insert)
        dialog.open()

    def _option(self, article: Article) -> Option:
        hint = self.tr("for IT alone") if article.staff_only else ""
        icon = "lock" if article.staff_only else "book"
        return Option(article, in_language(article.title, self._language), hint, icon)

    @Slot(object)
    def _insert(self, chosen: Chosen) -> None:
        if isinstance(chosen.value, Article):
            is_internal = self._is_internal or chosen.value.staff_only
            self.words_wanted.emit(as_text(chosen.value, self._language), is_internal)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
