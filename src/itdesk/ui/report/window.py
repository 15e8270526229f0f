"""“I have a problem”: one window, ready to type in at once; facts and pictures arrive while she writes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from itdesk.diagnostics.checks import Finding, findings_fact
from itdesk.domain.documents import Symptom
from itdesk.domain.redaction import Rules
from itdesk.services.desk import Desk
from itdesk.services.report import Saved
from itdesk.ui.background import Runner
from itdesk.ui.displays import measured_displays
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import scaled
from itdesk.ui.report.advice import Advice, Spared
from itdesk.ui.report.after_sending import AfterSending
from itdesk.ui.report.around import Around, broke_at
from itdesk.ui.report.draft_shelf import DraftShelf, TakenUp
from itdesk.ui.report.exact_preview import ExactPreview
from itdesk.ui.report.footer import Footer
from itdesk.ui.report.form_sheet import FormSheet
from itdesk.ui.report.gathering import CHECKS, CollectFacts, Gathering
from itdesk.ui.report.going_along import GoingAlong
from itdesk.ui.report.head import Head
from itdesk.ui.report.known_here import KnownHere
from itdesk.ui.report.phone_panel import PhonePanel
from itdesk.ui.report.private_facts import PrivateFacts
from itdesk.ui.report.private_words import PrivateWords
from itdesk.ui.report.problem_form import ProblemForm
from itdesk.ui.report.report_draft import ReportDraft, Unsent
from itdesk.ui.report.sending import AsSent, Outgoing, as_sent, send
from itdesk.ui.report.whole_words import whole_words
from itdesk.ui.widgets.announcement_banner import AnnouncementBanner
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.house_window import HouseWindow

WIDTH, HEIGHT = 1080, 720


class ReportWindow(HouseWindow):
    """Signals: saved(Saved) when the report is safe on this computer; withdrawn() when it is a draft again;
    ticket_wanted(TicketId); article_wanted(ArticleId); anew_wanted(QImage | None), in place of a draft.
    """

    saved = Signal(object)
    withdrawn = Signal()
    ticket_wanted = Signal(object)
    article_wanted = Signal(object)
    anew_wanted = Signal(object)

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
        shelf: DraftShelf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._language = QLocale().name()[:2]
        self._is_sent = False
        self._picture = picture
        self._draft = ReportDraft(shelf or DraftShelf(desk), runner, self._unsent, self)
        self._draft.saved.connect(self._on_draft_kept)
        self._draft.failed.connect(self._on_draft_failed)
        self._draft.taken_up.connect(self._on_taken_up)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Report a problem"))

        # On the left, what is wrong
        self.banner = Banner()
        self._known = tuple(symptoms)
        self._form = ProblemForm(self._known, self._language, desk.now)
        self._head = Head(self._form.search.field)
        self._phone = PhonePanel()
        self._known_here = KnownHere(desk, runner, self._head, self._form.around, self._phone)
        self._known_here.failed.connect(self.show_error)
        self._form.changed.connect(self._on_changed)
        self._form.symptom_chosen.connect(self._on_symptom)
        self._private = PrivateWords(self._form.description, self._form.private, rules)
        self._advice = Advice(desk, runner, self._language, self)
        self._take_advice()

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
        self._form.around_changed.connect(self._on_around)

        # At the bottom, the buttons
        self._footer = Footer()
        self._footer.send_wanted.connect(self.submit)
        self._footer.cancel_wanted.connect(self.close)

        # In its place once it was sent
        self._sheet = QStackedWidget()
        self._after = AfterSending(desk, runner, self._sheet, self)
        self._after.withdrawn.connect(self._on_withdrawn)
        self._after.hold_over.connect(self._draft.let_go)
        self._after.ticket_wanted.connect(self._on_ticket_wanted)
        self._after.close_wanted.connect(self.close)

        self._assemble()
        self._along.screenshot.intake.watch(self)
        self._begin()

    @property
    def form(self) -> ProblemForm:
        """The left column."""
        return self._form

    @property
    def is_sent(self) -> bool:
        """Whether it shows a receipt now."""
        return self._is_sent

    @property
    def along(self) -> GoingAlong:
        """The right column."""
        return self._along

    @property
    def advice(self) -> Advice:
        """What is found out while she writes."""
        return self._advice

    @property
    def after(self) -> AfterSending:
        """What follows once it was sent."""
        return self._after

    @property
    def phone(self) -> PhonePanel:
        """The way that is left when nothing works."""
        return self._phone

    @property
    def head(self) -> Head:
        """The top: the question, the search, the helpdesk's hours."""
        return self._head

    @property
    def draft(self) -> ReportDraft:
        """What keeps all of it."""
        return self._draft

    @property
    def gathering(self) -> Gathering:
        """What asks this computer."""
        return self._gathering

    @Slot()
    def submit(self) -> None:
        """Save the report for sending. When something is missing, say what; nothing is lost."""
        words = self._form.words()
        if self._is_sent:
            return
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
        self._sent_words = words
        call = partial(send, self._desk, whole_words(words, self._known, self._language), self._outgoing())
        self._runner.run(call, then=self._on_saved, failed=self._on_not_saved)

    @Slot()
    def begin_anew(self) -> None:
        """Throw the draft away; another report begins, with the picture that was taken for this one."""
        self._is_sent = True
        self._draft.end()
        self._draft.let_go()
        self.anew_wanted.emit(self._picture)

    def show_failure(self, error: Exception) -> None:
        """Say what went wrong."""
        self.banner.say(Tone.BAD, self.tr("Something did not work."), failure_sentence(error))

    def refresh(self) -> None:
        """Something changed: the receipt looks how far the report has come."""
        if self._after.is_over:
            self._after.refresh()

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
        """Keep what is being written; what was sent cannot be undone without the window."""
        self._draft.keep()
        self._draft.let_go()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out for the room there is."""
        super().resizeEvent(event)
        self._form_sheet.fit(self.size())

    def _assemble(self) -> None:
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._sheet)
        banners = (AnnouncementBanner(self._desk, self._runner, self), self.banner)
        self._form_sheet = FormSheet(
            head=self._head,
            banners=banners,
            form=self._form,
            phone=self._phone,
            along=self._along,
            footer=self._footer,
            parent=self._sheet,
        )
        self._sheet.addWidget(self._form_sheet)
        self.resize(scaled(WIDTH), scaled(HEIGHT))
        self._form.focus()

    def _take_advice(self) -> None:
        self._advice.article_wanted.connect(self.article_wanted)
        self._advice.spared.connect(self._on_spared)
        self._advice.failed.connect(self.show_error)
        self.draft_banner = Banner()
        self.draft_banner.acted.connect(self.begin_anew)
        self._form.news.addWidget(self.draft_banner)
        self._form.news.addWidget(self._advice.finding_banner)
        self._form.news.addWidget(self._advice.article_banner)

    def _begin(self) -> None:
        """Ask for everything that takes time; she can type meanwhile."""
        self._draft.begin()
        self._known_here.begin()
        self._gathering.begin()

    @Slot(object)
    def show_error(self, error: Exception) -> None:
        """Say what went wrong in the background."""
        self.show_failure(error)

    def _unsent(self) -> Unsent:
        pictures = self._along.screenshot
        return Unsent(
            words=self._form.words(),
            things=pictures.things(),
            held_back=self._along.held_back(hides_private=self._private_facts.is_hidden),
            is_touched=pictures.is_touched,
        )

    @Slot(object)
    def _on_taken_up(self, found: TakenUp) -> None:
        if not found.words.is_empty:
            self._form.show_words(found.words)
        if found.along is not None:
            self._along.hold_back(found.along.held_back)
            self._private_facts.hide(found.along.held_back.hides_private)
            self._along.screenshot.take_up(found.things.values())
        self.draft_banner.say(
            Tone.KNOW,
            self.tr("You began this report earlier. It is as you left it."),
            "",
            self.tr("Begin anew"),
            icon_name="pencil",
        )
        self._footer.say_draft_saved()

    @Slot()
    def _on_changed(self) -> None:
        self._private.look()
        self._draft.keep()
        words = self._form.words()
        self._advice.look_at(f"{words.title}\n{words.description}")
        self._gathering.look_back(broke_at(words.since, self._desk.now()))

    @Slot()
    def _on_draft_kept(self) -> None:
        self._footer.say_draft_saved()

    @Slot(object)
    def _on_draft_failed(self, error: Exception) -> None:
        self._footer.say_draft_failed(failure_sentence(error))

    @Slot(object)
    def _on_saved(self, saved: Saved) -> None:
        self._footer.be_busy(False)
        words = self._sent_words
        self._is_sent = True
        title = whole_words(words, self._known, self._language).title
        self._after.begin(saved, title, self._draft.text(words))
        self._draft.end()
        self.saved.emit(saved)

    @Slot()
    def _on_withdrawn(self) -> None:
        """The form is there again, as it was; nothing of it was taken down."""
        self._is_sent = False
        self._draft.go_on()
        self._form.focus()
        self.withdrawn.emit()

    @Slot(object)
    def _on_spared(self, spared: Spared) -> None:
        """Nothing has to be sent: what she wrote is done with."""
        self._is_sent = True
        self._draft.end()
        self._draft.let_go()
        self._after.say_spared(spared)

    @Slot(object)
    def _on_ticket_wanted(self, ticket_id: object) -> None:
        self.ticket_wanted.emit(ticket_id)
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

    @Slot(object)
    def _on_around(self, around: Around) -> None:
        self._along.show_concerns(around.computer_in_sight)

    @Slot()
    def _on_along_changed(self) -> None:
        self._known_here.show_facts(self._along.collected)
        self._private_facts.watch(self._along.facts())
        self._draft.touch()
        self._form_sheet.show_fold()

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
        self._form_sheet.show_what_goes_along()
