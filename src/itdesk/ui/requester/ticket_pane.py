"""The right side of "My tickets": one ticket, its conversation, and what can be said to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from itdesk.domain.changes import ParticipantAdded
from itdesk.domain.ids import FileId, TicketId
from itdesk.services import reading
from itdesk.services.closing import reopenable_until
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.ui.background import Runner
from itdesk.ui.draft_keeper import DraftKeeper, draft_key
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import scaled
from itdesk.ui.pictures import Pictures
from itdesk.ui.requester.answer_box import AnswerBox
from itdesk.ui.requester.bar_deeds import BarDeeds
from itdesk.ui.requester.consent_doer import Computer, ConsentDoer
from itdesk.ui.requester.foot_bars import FootBars
from itdesk.ui.requester.opened_ticket import Opened, TakenBack, look
from itdesk.ui.requester.possible import effect_of_answer, possible
from itdesk.ui.requester.ticket_deeds import TicketDeeds
from itdesk.ui.requester.ticket_header import TicketHeader
from itdesk.ui.requester.ticket_story import Reader, story
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.saving_as import SavingAs
from itdesk.ui.widgets.skeleton import Skeleton
from itdesk.ui.widgets.timeline import Timeline
from itdesk.ui.words import given_name

LOW_PX = 480
"""Below this height everything else gives place to the conversation."""
SIDE_PX = 24
LEAST_PX = 32


class TicketPane(QWidget):
    """Fetches and shows one ticket.

    Signals: `changed()` after something was saved, `file_saved(path)`, `report_wanted()`.
    """

    changed = Signal()
    file_saved = Signal(str)
    report_wanted = Signal()

    def __init__(
        self, desk: Desk, runner: Runner, *, attachment: Callable[[FileId], bytes], computer: Computer
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._me = desk.account.person_id
        self._ticket_id: TicketId | None = None
        self._page: TicketPage | None = None
        self._serial = 0
        self._is_looking = False
        self._looks_again = False
        self._read_version = 0
        self._is_drafted = False
        self._is_low = False
        self._deeds = TicketDeeds(desk, runner, self)
        self._drafts = DraftKeeper(desk, runner, self)
        self._pictures = Pictures(runner, attachment, self)
        self._saving_as = SavingAs(runner, attachment, self)

        self.header = TicketHeader(self._me)
        self.banner = Banner()
        self.timeline = Timeline(is_large=True)
        self.bars = FootBars(self, self._me)
        self.refusal, self.outcome_bar, self.rating_bar = (
            self.bars.refusal,
            self.bars.outcome,
            self.bars.rating,
        )
        self.answer = AnswerBox(runner)
        self._consents = ConsentDoer(desk, runner, computer, self)
        self._bar_deeds = BarDeeds(self.bars, self.header.more, self._deeds, self._consents, self._me)
        self.empty = EmptyState("ticket", self.tr("Choose a ticket to read what happened to it."))
        self.skeleton = Skeleton()
        self._content = QWidget()
        self._foot = QVBoxLayout()
        self.stack = QStackedWidget()
        self._assemble()
        self._connect()

    # --- what the window tells ---------------------------------------------------------------------

    @property
    def ticket_id(self) -> TicketId | None:
        """The ticket that is shown, or on its way."""
        return self._ticket_id

    def open_ticket(self, ticket_id: TicketId) -> None:
        """Show another ticket; what was being written to the one before is kept."""
        if ticket_id == self._ticket_id:
            self.refresh()
            return
        self._drafts.flush()
        self.rating_bar.flush()
        self._pictures.try_again()
        self._ticket_id, self._page = ticket_id, None
        self._bar_deeds.ticket_id = ticket_id
        self._read_version = 0
        self._is_drafted = False
        self._forget_failure()
        self.answer.setEnabled(False)
        self.skeleton.start()
        self.stack.setCurrentWidget(self.skeleton)
        self._look()

    def show_nothing_yet(self) -> None:
        """There is no ticket to choose from."""
        self.empty.say(self.tr("Here you will read what happens to a report, and answer."))

    @Slot()
    def refresh(self) -> None:
        """Look again at the ticket. Calls during one look add up to one more."""
        if self._ticket_id is None:
            return
        if self._is_looking:
            self._looks_again = True
        else:
            self._look()

    def fetch_again(self) -> None:
        """The server is there: what could not be had comes now."""
        self._pictures.try_again()
        self.refresh()

    def keep_all(self) -> None:
        """Keep at once what is being written: the window goes away."""
        self._drafts.flush()
        self.rating_bar.flush()

    def mark_read(self) -> None:
        """What she looks at is read; each version once, for marking it is a change as well.

        In a window that lies behind others, or is minimised, it stays new: she is to be told of it.
        """
        if self._page is None:
            return
        version = self._page.ticket.version
        if self.isVisible() and self.isActiveWindow() and version > self._read_version:
            self._read_version = version
            call = partial(reading.mark_read, self._desk, self._page.ticket.id)
            self._runner.run(call, then=self._after_reading)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say in place that something did not work. What was written stays."""
        self._allow(is_allowed=True)
        self.answer.sent_badly()
        self.skeleton.stop()
        if self._page is None:
            self.empty.say(failure_sentence(error), self.tr("Try again") if self._ticket_id else "")
            self.stack.setCurrentWidget(self.empty)
            return
        self.bars.make_room(has_failed=True)  # before the banner comes: both may not fit on the screen
        self.banner.say(Tone.BAD, self.tr("This did not work"), failure_sentence(error), self.tr("Close"))

    @Slot()
    def _forget_failure(self) -> None:
        self.banner.dismiss()
        self.bars.make_room(has_failed=False)

    # --- looking -----------------------------------------------------------------------------------

    def _look(self) -> None:
        assert self._ticket_id is not None
        self._serial += 1
        self._is_looking, self._looks_again = True, False
        call = partial(look, self._desk, self._ticket_id, self._serial)
        self._runner.run(call, then=self._take, failed=self._fail_to_look)

    @Slot(object)
    def _take(self, opened: Opened) -> None:
        if opened.serial != self._serial:
            return
        self._is_looking = False
        self.skeleton.stop()
        self._show(opened)
        if self._looks_again:
            self._look()

    @Slot(object)
    def _fail_to_look(self, error: Exception) -> None:
        self._is_looking = False
        self.show_failure(error)

    def _show(self, opened: Opened) -> None:
        if opened.page is None:
            self._page = None
            self.empty.say(self.tr("This ticket is not here any more."))
            self.stack.setCurrentWidget(self.empty)
            return
        is_other = self._page is None
        self._page = opened.page
        if not self._is_drafted:
            unsaved = self._drafts.unsaved(draft_key(opened.ticket_id))
            self.answer.fill(opened.draft if unsaved is None else unsaved)
            self._is_drafted = True
        self._show_page(opened.page, is_other=is_other)
        self.refusal.show_refused(next(iter(opened.refused), None))
        self._show_bars(opened)
        self.stack.setCurrentWidget(self._content)
        self._pictures.want(opened.page.ticket.attachments)
        self.mark_read()

    def _show_page(self, page: TicketPage, *, is_other: bool) -> None:
        self.header.show_page(page, self._desk.now())
        entries = story(page, self._reader())
        if is_other:
            self.timeline.show_ticket(entries)
            self.bars.reset()
        else:
            self.timeline.show_entries(entries)
        helper = page.people.get(page.ticket.assignee_id) if page.ticket.assignee_id else None
        name = given_name(helper.name) if helper else self.tr("IT")
        self.answer.setEnabled(True)
        self.answer.composer.address(name)
        self.outcome_bar.address(name)

    def _show_bars(self, opened: Opened) -> None:
        assert opened.page is not None
        ticket, now = opened.page.ticket, self._desk.now()
        is_verified = self._desk.account.role.is_verified
        self.header.more.offer(possible(ticket, self._me, now, is_verified=is_verified))
        self.bars.effect.show_effect(effect_of_answer(ticket, self._me, now), reopenable_until(ticket), now)
        readers = sorted(ticket.participants, key=str)
        known = [opened.page.people[one] for one in readers if one in opened.page.people]
        self.bars.show_people(opened.colleagues, known)
        self.bars.show_page(opened.page)
        self.answer.say_effect(self.bars.unsaid)

    def _reader(self) -> Reader:
        return Reader(me=self._me, now=self._desk.now(), pictures=self._pictures.images)

    @Slot()
    def _show_pictures(self) -> None:
        if self._page is not None:
            self.timeline.show_entries(story(self._page, self._reader()))

    @Slot(object)
    def _after_reading(self, _answer: object) -> None:
        self.changed.emit()

    # --- doing -------------------------------------------------------------------------------------

    @Slot(str)
    def _edit(self, text: str) -> None:
        if self._ticket_id is not None:
            self._drafts.keep(draft_key(self._ticket_id), text)

    @Slot(str)
    def _say_drafted(self, key: str) -> None:
        if self._ticket_id is not None and key == draft_key(self._ticket_id):
            self.answer.say_saved()

    @Slot(str)
    def _send(self, body: str) -> None:
        self._deeds.reply(self._shown(), body, self.answer.files)

    @Slot(object)
    def _after_reply(self, ticket_id: TicketId) -> None:
        self._drafts.keep(draft_key(ticket_id), "")
        if ticket_id == self._ticket_id:
            self.answer.sent_well()
            if self.answer.text:
                self._drafts.keep(draft_key(ticket_id), self.answer.text)
        self._drafts.flush()

    @Slot(bool)
    def _give_way(self, is_asked: bool) -> None:  # noqa: FBT001 (the bars' signal)
        """One thing at a time: the answer waits, with all that is written in it."""
        self.answer.setVisible(not is_asked)

    @Slot(object)
    def _give_text_back(self, taken: TakenBack) -> None:
        if taken.refused.change.ticket_id != self._ticket_id:
            return
        if isinstance(taken.refused.change.payload, ParticipantAdded):
            self.bars.call(self.bars.inviting)
            self.bars.inviting.name(taken.text)
        else:
            self.answer.add(taken.text)

    @Slot()
    def _begin(self) -> None:
        self._allow(is_allowed=False)

    @Slot()
    def _end(self) -> None:
        self._allow(is_allowed=True)
        self.bars.end()
        self._forget_failure()
        self.refresh()
        self.changed.emit()

    def _allow(self, *, is_allowed: bool) -> None:
        self.bars.allow(is_allowed=is_allowed)

    def _shown(self) -> TicketId:
        assert self._ticket_id is not None
        return self._ticket_id

    @Slot(str, str)
    def _save_file(self, _entry_id: str, file_id: str) -> None:
        files = self._page.ticket.attachments if self._page else ()
        for file in files:
            if file.id == file_id:
                self._saving_as.ask(file.id, file.name)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("https", "mailto"):
            QDesktopServices.openUrl(url)

    # --- Qt ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be left out where there is hardly room for the conversation."""
        super().resizeEvent(event)
        self._is_low = self.height() < scaled(LOW_PX)
        self.header.be_low(is_low=self._is_low)
        self.bars.be_low(is_low=self._is_low)
        self.answer.say_effect(self.bars.unsaid)
        side = scaled(SIDE_PX)
        self._foot.setContentsMargins(side, 0, side, scaled(8 if self._is_low else 20))

    def _connect(self) -> None:
        self.banner.acted.connect(self._forget_failure)
        self.empty.acted.connect(self.refresh)
        self.timeline.link_activated.connect(self._follow)
        self.timeline.attachment_opened.connect(self._save_file)
        self.answer.sent.connect(self._send)
        self.answer.edited.connect(self._edit)
        self._drafts.saved.connect(self._say_drafted)
        self._drafts.failed.connect(self.show_failure)
        self.answer.failed.connect(self.show_failure)
        self.bars.asked.connect(self._give_way)
        self.bars.effect.report_wanted.connect(self.report_wanted)
        for doer in (self._deeds, self._consents):
            doer.begun.connect(self._begin)
            doer.ended.connect(self._end)
            doer.failed.connect(self.show_failure)
        self._deeds.replied.connect(self._after_reply)
        self._deeds.given_back.connect(self._give_text_back)
        self._pictures.changed.connect(self._show_pictures)
        self._saving_as.saved.connect(self.file_saved)
        self._saving_as.failed.connect(self.show_failure)

    def _assemble(self) -> None:
        line = QFrame()
        line.setProperty("surface", "hairline")
        middle = QVBoxLayout()
        middle.setContentsMargins(scaled(8), 0, 0, 0)
        middle.addWidget(self.timeline)
        self.timeline.setMinimumHeight(scaled(LEAST_PX))
        self._foot.setContentsMargins(scaled(SIDE_PX), 0, scaled(SIDE_PX), scaled(20))
        self._foot.setSpacing(scaled(8))
        for widget in (self.banner, *self.bars.widgets(), self.answer):
            self._foot.addWidget(widget)
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.header)
        content.addWidget(line)
        content.addLayout(middle, 1)
        content.addLayout(self._foot)
        for page in (self.empty, self.skeleton, self._content):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
