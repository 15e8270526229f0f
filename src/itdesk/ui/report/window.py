"""“I have a problem”: one window, ready to type in at once; facts and pictures arrive while she writes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from itdesk.diagnostics.checks import Finding, findings_fact
from itdesk.domain.documents import Symptom, in_language
from itdesk.domain.people import Person
from itdesk.domain.redaction import Rules
from itdesk.services.desk import Desk
from itdesk.services.drafts import draft
from itdesk.services.reading import people
from itdesk.services.report import Saved
from itdesk.services.symptoms import with_answers
from itdesk.ui.background import Runner
from itdesk.ui.displays import measured_displays
from itdesk.ui.draft_keeper import DraftKeeper
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.advice import Advice
from itdesk.ui.report.exact_preview import ExactPreview
from itdesk.ui.report.footer import Footer
from itdesk.ui.report.gathering import CHECKS, CollectFacts, Gathering
from itdesk.ui.report.going_along import GoingAlong
from itdesk.ui.report.private_facts import PrivateFacts
from itdesk.ui.report.private_words import PrivateWords
from itdesk.ui.report.problem_form import ProblemForm, with_title
from itdesk.ui.report.sending import DRAFT, AsSent, Outgoing, as_sent, send
from itdesk.ui.report.words import Words, draft_of, words_of
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.scroll_page import ScrollPage

WIDTH, HEIGHT = 1080, 720
FACTS_WIDTH = 332
NARROW = 860
MARGIN = 28


class ReportWindow(HouseWindow):
    """Signals: saved(Saved) when the report is safe on this computer; article_wanted(ArticleId)."""

    saved = Signal(object)
    article_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        *,
        collect_facts: CollectFacts,
        symptoms: Sequence[Symptom],
        picture: QImage | None,
        may_grab: bool = True,
        rules: Callable[[], Rules] = Rules,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._language = QLocale().name()[:2]
        self._is_folded = False
        self._shows_facts_alone = False
        self._is_sent = False
        self._drafts = DraftKeeper(desk, runner, self)
        self._drafts.saved.connect(self._on_draft_kept)
        self._drafts.failed.connect(self._on_draft_failed)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Report a problem"))

        # On the left, what is wrong
        self.banner = Banner()
        self._known = tuple(symptoms)
        self._form = ProblemForm(self._known, self._language)
        self._form.changed.connect(self._on_changed)
        self._form.symptom_chosen.connect(self._on_symptom)
        self._private = PrivateWords(self._form.description, self._form.private, rules)
        self._advice = Advice(desk, runner, self._language, self)
        self._advice.article_wanted.connect(self.article_wanted)
        self._advice.failed.connect(self.show_error)
        self._form.news.addWidget(self._advice.finding_banner)
        self._form.news.addWidget(self._advice.article_banner)

        # On the right, what goes along
        self._along = GoingAlong(picture, runner, may_grab=may_grab)
        self._rules = rules
        self._private_facts = PrivateFacts(runner, self._along.notice, rules, self)
        self._private_facts.changed.connect(self._on_along_changed)
        self._along.changed.connect(self._on_along_changed)
        self._gathering = Gathering(runner, collect_facts, measured_displays(), self)
        self._gathering.probe_told.connect(self._along.show_probe)
        self._gathering.collected.connect(self._along.show_facts)
        self._gathering.checked.connect(self._on_checked)
        self._gathering.failed.connect(self.show_error)
        self._along.preview_wanted.connect(self._on_preview_wanted)
        self._form.concerns_changed.connect(self._along.show_concerns)

        # At the bottom, the buttons
        self._footer = Footer()
        self._footer.send_wanted.connect(self.submit)
        self._footer.cancel_wanted.connect(self.close)
        self._footer.fold_wanted.connect(self.show_what_goes_along)

        self._assemble()
        self._along.screenshot.intake.watch(self)
        self._begin()

    @property
    def form(self) -> ProblemForm:
        """The left column."""
        return self._form

    @property
    def along(self) -> GoingAlong:
        """The right column."""
        return self._along

    @property
    def advice(self) -> Advice:
        """What is found out while she writes."""
        return self._advice

    @property
    def gathering(self) -> Gathering:
        """What asks this computer."""
        return self._gathering

    @Slot()
    def submit(self) -> None:
        """Save the report for sending. When something is missing, say what; nothing is lost."""
        words = self._form.words()
        if words.is_empty:
            self.banner.say(
                Tone.CAREFUL,
                self.tr("Say in a few words what is happening."),
                self.tr("One sentence is enough, or choose what comes nearest."),
            )
            self._form.focus()
            return
        if self._private.look():
            return  # she has not seen yet what is marked now; the next press sends
        self._footer.be_busy(True)
        words = self._whole(words)
        call = partial(send, self._desk, words, self._outgoing())
        self._runner.run(call, then=self._on_saved, failed=self._on_not_saved)

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""
        self.banner.say(Tone.BAD, self.tr("Something did not work."), failure_sentence(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter sends, Esc closes; the draft is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.submit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written."""
        self._keep_draft()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the right column away where both have no room."""
        super().resizeEvent(event)
        is_narrow = self.width() < scaled(NARROW)
        if is_narrow != self._is_folded:
            self._is_folded = is_narrow
            self._shows_facts_alone = False
            self._footer.be_narrow(is_narrow)
            self._show_fold()

    def _assemble(self) -> None:
        page = ScrollPage("base", scaled(MARGIN))
        page.column.setSpacing(scaled(10))
        page.column.addWidget(PlainLabel(self.tr("What is happening?"), TextRole.WINDOW_TITLE, wraps=True))
        page.column.addWidget(self.banner)
        page.column.addWidget(self._form)
        page.column.addStretch(1)
        self._page = page
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(page, 1)
        columns.addWidget(self._along)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(columns, 0, 0)
        whole.addWidget(self._footer, 1, 0)
        whole.setRowStretch(0, 1)
        self.resize(scaled(WIDTH), scaled(HEIGHT))
        self._show_fold()
        self._form.focus()

    def _begin(self) -> None:
        """Ask for everything that takes time; she can type meanwhile."""
        self._runner.run(partial(draft, self._desk, DRAFT), then=self._on_draft, failed=self.show_error)
        self._runner.run(partial(people, self._desk), then=self._on_people, failed=self.show_error)
        self._gathering.begin()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong in the background."""
        self.show_failure(error)

    @Slot(object)
    def _on_draft(self, kept: str) -> None:
        words = words_of(kept) if kept else Words()
        if not words.is_empty and self._form.words().is_empty:
            self._form.show_words(words)
            self._footer.say_draft_saved()

    @Slot(object)
    def _on_people(self, known: tuple[Person, ...]) -> None:
        me = next((person for person in known if person.id == self._desk.account.person_id), None)
        if me is not None:
            self._form.show_reach(me.place, me.phone)

    @Slot()
    def _on_changed(self) -> None:
        self._private.look()
        self._keep_draft()

    def _keep_draft(self) -> None:
        words = self._form.words()
        if not words.is_empty and not self._is_sent:
            self._drafts.keep(DRAFT, draft_of(words))
            self._drafts.flush()

    @Slot(str)
    def _on_draft_kept(self, _key: str) -> None:
        self._footer.say_draft_saved()

    @Slot(object)
    def _on_draft_failed(self, error: Exception) -> None:
        self._footer.say_draft_failed(failure_sentence(error))

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        self._is_sent = True
        self._drafts.keep(DRAFT, "")
        self._drafts.flush()
        self.saved.emit(saved)
        self.close()

    @Slot(object)
    def _on_not_saved(self, error: Exception) -> None:
        self._footer.be_busy(False)
        self._footer.say_draft_failed(self.tr("The report was not saved yet; your text stays here."))
        self.banner.say(Tone.BAD, self.tr("The report could not be saved."), failure_sentence(error))

    # -- What is found out

    @Slot(object)
    def _on_symptom(self, symptom: Symptom) -> None:
        self._advice.look_for(symptom)
        self._gathering.look_into(symptom)
        self._along.collect(symptom.collects)
        self._along.expect(self._gathering.wanted)

    @Slot(object)
    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        self._along.show_probe(CHECKS, findings_fact(findings))
        self._advice.show_findings(findings)

    @Slot()
    def _on_along_changed(self) -> None:
        self._private_facts.watch(self._along.facts())
        self._show_fold()

    # -- What goes along

    @Slot()
    def _on_preview_wanted(self) -> None:
        call = partial(as_sent, self._outgoing(), self._rules())
        self._runner.run(call, then=self._show_preview, failed=self.show_error)

    @Slot(object)
    def _show_preview(self, sent: AsSent) -> None:
        names = [file.name for file in sent.files]
        ExactPreview(sent.facts, sent.images, sent.findings, names, self).open()

    def _outgoing(self) -> Outgoing:
        hide = self._rules() if self._private_facts.is_hidden else None
        along = self._along
        return Outgoing(facts=along.facts(), hide=hide, pictures=along.pictures(), files=along.files())

    @Slot()
    def show_what_goes_along(self) -> None:
        """Where both columns have no room, go to the other one."""
        self._shows_facts_alone = not self._shows_facts_alone
        self._show_fold()

    @Slot()
    def _show_fold(self) -> None:
        alone = self._is_folded and self._shows_facts_alone
        self._page.setVisible(not alone)
        self._along.setVisible(alone or not self._is_folded)
        if alone or not self._is_folded:
            self._along.setMinimumWidth(0 if alone else scaled(FACTS_WIDTH))
            self._along.setMaximumWidth(16_777_215 if alone else scaled(FACTS_WIDTH))
        self._footer.show_fold(self._fold_text(alone=alone))

    def _fold_text(self, *, alone: bool) -> str:
        if not self._is_folded:
            return ""
        if alone:
            return self.tr("Back to the description")
        return self.tr("%n thing(s) will be sent · Show", "", self._along.count())

    def _whole(self, words: Words) -> Words:
        """Return the words with a title, and with the answers below the description."""
        symptom: Symptom | None = next((one for one in self._known if one.code == words.symptom), None)
        titled = with_title(words, in_language(symptom.name, self._language) if symptom else "")
        if symptom is None:
            return titled
        description = with_answers(words.description, words.answers, symptom.questions, self._language)
        return replace(titled, description=description)
