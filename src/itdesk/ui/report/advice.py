"""Before Send: what was found on this computer, what IT knows already, an article that may help."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.diagnostics.checks import Finding
from itdesk.domain.documents import Article, Symptom, in_language
from itdesk.services.announcements import Known, known_troubles, spared
from itdesk.services.desk import Desk
from itdesk.services.fitting_articles import fitting_articles
from itdesk.ui.background import Runner
from itdesk.ui.finding_words import advice_of, sentence_of
from itdesk.ui.widgets.banner import Banner, Tone


@dataclass(frozen=True)
class Advised:
    """What fits what she has said so far."""

    number: int
    known: Known | None
    article: Article | None


@dataclass(frozen=True)
class Spared:
    """A report that was not needed: solved by an article, or counted with a trouble that is known."""

    title: str
    is_known: bool


class Advice(QObject):
    """Two banners; a known trouble comes before an article.

    Signals: article_wanted(ArticleId), spared(Spared) when it was counted, failed(error).
    """

    article_wanted = Signal(object)
    spared = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._language = language
        self._symptom: Symptom | None = None
        self._words = ""
        self._asked = 0
        self._advised = Advised(0, None, None)
        self._was_shown = False
        self.finding_banner = Banner()
        self.article_banner = Banner()
        self.article_banner.acted.connect(self._on_acted)

    def look_for(self, symptom: Symptom) -> None:
        """Look for what fits this symptom; what was found about another one goes."""
        self._symptom = symptom
        self.finding_banner.dismiss()
        self._look()

    def look_at(self, words: str) -> None:
        """Look for what fits these words."""
        if words.strip() != self._words:
            self._words = words.strip()
            self._look()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what the checks have found to be broken, the first of it."""
        faults = [finding for finding in findings if finding.is_fault]
        if not faults:
            self.finding_banner.dismiss()
            return
        self.finding_banner.say(
            Tone.CAREFUL, sentence_of(faults[0]), advice_of(faults[0]), icon_name="search"
        )

    def _look(self) -> None:
        self._asked += 1
        call = partial(_advised, self._desk, self._asked, self._symptom, self._words)
        self._runner.run(call, then=self._on_advised, failed=self._on_failed)

    @Slot(object)
    def _on_advised(self, advised: Advised) -> None:
        """Take the answer, unless she has gone on writing; what is shown already is not shown anew."""
        if advised.number != self._asked:
            return
        before, self._advised = self._advised, advised
        if advised.known is not None:
            self._say_known(advised.known)
        elif advised.article is None:
            self.article_banner.dismiss()
        elif before.known is not None or before.article != advised.article:
            self._say_article(advised.article)

    def _say_known(self, known: Known) -> None:
        what = self.tr("This is known. %n people have it, we are on it.", "", known.people)
        if known.people == 0:
            what = self.tr("This is known, we are on it.")
        title = in_language(known.title, self._language)
        button = "" if known.is_mine else self.tr("I have it too")
        self.article_banner.say(Tone.KNOW, what, title, button, icon_name="check")

    def _say_article(self, article: Article) -> None:
        self._was_shown = False
        title = in_language(article.title, self._language)
        self.article_banner.say(
            Tone.KNOW, title, self.tr("This may help right away"), self.tr("Show"), icon_name="book"
        )

    @Slot()
    def _on_acted(self) -> None:
        """An article is shown first; once she has seen it, she may say that it solved the problem."""
        known, article = self._advised.known, self._advised.article
        if known is not None:
            self._spare(known.id, in_language(known.title, self._language), is_known=True)
        elif article is not None and self._was_shown:
            self._spare(article.id, in_language(article.title, self._language), is_known=False)
        elif article is not None:
            self._was_shown = True
            self.article_wanted.emit(article.id)
            title = in_language(article.title, self._language)
            words = self.tr("Did it help? Then nothing has to be sent.")
            self.article_banner.say(Tone.KNOW, title, words, self.tr("That solved it"), icon_name="book")

    def _spare(self, by: str, title: str, *, is_known: bool) -> None:
        self.article_banner.button.setEnabled(False)
        code = self._symptom.code if self._symptom else ""
        call = partial(_spare, self._desk, by, code, Spared(title, is_known), self._language)
        self._runner.run(call, then=self._on_spared, failed=self._on_not_spared)

    @Slot(object)
    def _on_spared(self, spared: Spared) -> None:
        self.article_banner.button.setEnabled(True)
        self.spared.emit(spared)

    @Slot(object)
    def _on_not_spared(self, error: Exception) -> None:
        self.article_banner.button.setEnabled(True)
        self.failed.emit(error)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _advised(desk: Desk, number: int, symptom: Symptom | None, words: str) -> Advised:
    known = known_troubles(desk, symptom.code if symptom else "", words)
    found = fitting_articles(desk, symptom, words)
    return Advised(number, next(iter(known), None), next(iter(found), None))


def _spare(desk: Desk, by: str, symptom: str, how: Spared, language: str) -> Spared:
    spared(desk, by=by, symptom=symptom, has_it_too=how.is_known, language=language)
    return how
