"""Beside the description: what was found on this computer, and the article that may spare the report."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.diagnostics.checks import Finding
from itdesk.domain.documents import Article, Symptom, in_language
from itdesk.services.desk import Desk
from itdesk.services.reading import articles
from itdesk.ui.background import Runner
from itdesk.ui.finding_words import advice_of, sentence_of
from itdesk.ui.widgets.banner import Banner, Tone


class Advice(QObject):
    """Two banners. Signals: article_wanted(ArticleId), failed(error)."""

    article_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._language = language
        self._symptom: Symptom | None = None
        self._article: Article | None = None
        self.finding_banner = Banner()
        self.article_banner = Banner()
        self.article_banner.acted.connect(self._on_acted)

    def look_for(self, symptom: Symptom) -> None:
        """Look for an article that fits; what was said about another symptom goes."""
        self._symptom = symptom
        self.finding_banner.dismiss()
        self._runner.run(partial(articles, self._desk), then=self._on_articles, failed=self._on_failed)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what the checks have found to be broken, the first of it."""
        faults = [finding for finding in findings if finding.is_fault]
        if not faults:
            self.finding_banner.dismiss()
            return
        self.finding_banner.say(
            Tone.CAREFUL, sentence_of(faults[0]), advice_of(faults[0]), icon_name="search"
        )

    @Slot(object)
    def _on_articles(self, known: tuple[Article, ...]) -> None:
        self._article = fitting(known, self._symptom)
        if self._article is None:
            self.article_banner.dismiss()
            return
        title = in_language(self._article.title, self._language)
        self.article_banner.say(
            Tone.KNOW, title, self.tr("This may help right away"), self.tr("Show"), icon_name="book"
        )

    @Slot()
    def _on_acted(self) -> None:
        if self._article is not None:
            self.article_wanted.emit(self._article.id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def fitting(known: Sequence[Article], symptom: Symptom | None) -> Article | None:
    """Return the article to offer: the first that the symptom names, else one that names the symptom."""
    if symptom is None:
        return None
    by_id = {article.id: article for article in known}
    named = [by_id[id] for id in symptom.articles if id in by_id]
    return next(
        (article for article in (*named, *known) if article in named or symptom.id in article.symptoms), None
    )
