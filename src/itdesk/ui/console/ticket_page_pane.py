"""The right pane: one ticket, with its head, conversation, composer, and what stands beside it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded
from itdesk.domain.ids import ChangeId, FileId, QueueId, TicketId
from itdesk.domain.ticket import Attachment, number_text
from itdesk.services import reading, snapshots, standing
from itdesk.services.desk import Desk
from itdesk.services.promised_times import promised_times
from itdesk.services.reading import TicketPage
from itdesk.ui.background import Runner
from itdesk.ui.console.conversation_entries import ConversationEntries
from itdesk.ui.console.fact_differences import ShownFacts
from itdesk.ui.console.facts_dialog import FactsDialog
from itdesk.ui.console.ledger_dialog import LedgerDialog
from itdesk.ui.console.news_area import NewsArea
from itdesk.ui.console.page_header import PageHeader
from itdesk.ui.console.preview_dialog import PreviewDialog
from itdesk.ui.console.refused_card import RefusedCard
from itdesk.ui.console.reply_box import ReplyBox
from itdesk.ui.console.side_panel import SidePanel, hairline
from itdesk.ui.console.ticket_view import TicketView, ticket_view
from itdesk.ui.console.timeline_filter import Shown, kept
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import scaled
from itdesk.ui.pictures import Pictures
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.saving_as import SavingAs
from itdesk.ui.widgets.skeleton import Skeleton
from itdesk.ui.widgets.timeline import Timeline

SIDE_PX = 272


class TicketPagePane(QWidget):
    """Shows one ticket and lets people write to it.

    Signals: `deed_wanted(Deed)`, `person_wanted(login)`, `ticket_wanted(TicketId)`, `changed()` after
    something was saved here, `told(str)` for a toast, `done(Done)` after something that can be taken back.
    """

    deed_wanted = Signal(object)
    person_wanted = Signal(str)
    ticket_wanted = Signal(object)
    changed = Signal()
    told = Signal(str)
    done = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        *,
        fetch: Callable[[FileId], bytes],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._runner = runner
        self._fetch = fetch
        self._queues: Mapping[QueueId, str] = {}
        self._ticket_id: TicketId | None = None
        self._view: TicketView | None = None
        self._read_version = -1
        self._is_asking = False
        self._asks_again = False

        self.header = PageHeader(desk.account.person_id, language)
        self.banner = Banner()
        self.banner.acted.connect(self.banner.dismiss)
        self.news = NewsArea()
        self._cards: list[RefusedCard] = []
        self.timeline = Timeline()
        self.reply_box = ReplyBox(desk, runner)
        self.side = SidePanel()
        self.side.setFixedWidth(scaled(SIDE_PX))
        self.side_line = hairline(is_vertical=True)
        self.skeleton = Skeleton(96)
        self.empty = EmptyState("ticket", self.tr("Choose a ticket at the left to see it here."))
        self.stack = QStackedWidget()
        self.pictures = Pictures(runner, fetch, self)
        self.saver = SavingAs(runner, fetch, self)
        self._assemble()
        self._connect()

    @property
    def ticket_id(self) -> TicketId | None:
        """Which ticket is shown, or on its way."""
        return self._ticket_id

    @property
    def view(self) -> TicketView | None:
        """What is shown, once it is there."""
        return self._view

    # --- what the window tells -------------------------------------------------------------------

    def show_ticket(self, ticket_id: TicketId) -> None:
        """Show another ticket."""
        if ticket_id == self._ticket_id:
            return
        self.reply_box.flush()
        self._ticket_id = ticket_id
        self._view = None
        self._read_version = -1
        self.banner.dismiss()
        self.skeleton.start()
        self.stack.setCurrentWidget(self.skeleton)
        self._is_asking = False
        self._ask()

    @Slot()
    def refresh(self) -> None:
        """Look again at the ticket that is shown."""
        if self._ticket_id is not None:
            self._ask()

    def know_queues(self, queues: Mapping[QueueId, str]) -> None:
        """Know what the queues are called."""
        self._queues = queues

    def show_side(self, is_shown: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Show or fold what stands beside the conversation."""
        self.side.setVisible(is_shown)
        self.side_line.setVisible(is_shown)
        self.header.details_button.setChecked(is_shown)
        # While another page of the stack is in sight nobody tells the layouts around it that it changed.
        if (layout := self._page.layout()) is not None:
            layout.invalidate()
            layout.activate()
        self.stack.updateGeometry()

    def be_low(self, is_low: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Take less height, where the window has little."""
        self.header.be_low(is_low)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say in place what went wrong; the content stays."""
        what = self.tr("That did not work")
        self.banner.say(Tone.BAD, what, failure_sentence(error), self.tr("Close"))

    # --- asking ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._is_asking:
            self._asks_again = True
            return
        assert self._ticket_id is not None
        self._is_asking = True
        self._asks_again = False
        call = partial(ticket_view, self._desk, self._ticket_id)
        self._runner.run(call, then=self._take, failed=self._fail)

    @Slot(object)
    def _take(self, view: TicketView) -> None:
        if view.ticket_id != self._ticket_id:
            return
        self._is_asking = False
        is_new = self._view is None
        self._view = view
        self._show(view, is_new=is_new)
        if self._asks_again:
            self._ask()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_asking = False
        self.skeleton.stop()
        if self._view is None:
            self.empty.say(failure_sentence(error))
            self.stack.setCurrentWidget(self.empty)
        else:
            self.show_failure(error)

    # --- showing ---------------------------------------------------------------------------------

    def _show(self, view: TicketView, *, is_new: bool) -> None:
        self.skeleton.stop()
        if view.page is None:
            self.empty.say(self.tr("This ticket is not yours to see any more."))
            self.stack.setCurrentWidget(self.empty)
            return
        self.pictures.want(view.page.ticket.attachments)
        self.header.show_page(view.page, view.row, self._desk.now())
        self._show_refused(view)
        self._show_conversation(is_new=is_new)
        self.reply_box.show_ticket(view)
        self.side.show_view(view, self.pictures.images)
        self.stack.setCurrentWidget(self._page)
        self._note_read(view, view.page)

    def _note_read(self, view: TicketView, page: TicketPage) -> None:
        """Whoever looks at a ticket has seen what is on it: also what comes while she looks."""
        if page.ticket.version != self._read_version and self.window().isVisible():
            self._read_version = page.ticket.version
            self._runner.run(partial(reading.mark_read, self._desk, view.ticket_id), then=self._tell_changed)

    def _show_conversation(self, *, is_new: bool) -> None:
        if self._view is None or self._view.page is None:
            return
        made = ConversationEntries(self._view.page, self._queues, self.pictures.images, self._desk.now)
        entries = kept(made.entries(), self.header.filter.shown)
        if is_new:
            self.timeline.show_ticket(entries)
        else:
            self.timeline.show_entries(entries)

    def _show_refused(self, view: TicketView) -> None:
        known = {card.refused.change.id: card for card in self._cards}
        wanted = {one.change.id: one for one in view.refused}
        for change_id, card in known.items():
            if change_id not in wanted:
                self._cards.remove(card)
                self.news.column.removeWidget(card)
                card.setVisible(False)
                card.deleteLater()
        for change_id, one in wanted.items():
            if change_id not in known:
                card = RefusedCard(one)
                card.dismissed.connect(self._dismiss)
                card.again_wanted.connect(self._ask_again)
                card.words_wanted.connect(self._take_up)
                self._cards.append(card)
                self.news.column.addWidget(card)

    # --- slots -----------------------------------------------------------------------------------

    @Slot(object)
    def _filter(self, _shown: Shown) -> None:
        self._show_conversation(is_new=False)

    @Slot()
    def _show_pictures(self) -> None:
        self.side.show_pictures(self.pictures.images)
        self._show_conversation(is_new=False)

    @Slot(object)
    def _dismiss(self, change_id: ChangeId) -> None:
        call = partial(standing.dismiss, self._desk, change_id)
        self._runner.run(call, then=self._tell_changed, failed=self.show_failure)

    @Slot(object)
    def _ask_again(self, change_id: ChangeId) -> None:
        call = partial(standing.ask_again, self._desk, change_id)
        self._runner.run(call, then=self._tell_changed, failed=self.show_failure)

    @Slot(object)
    def _take_up(self, change_id: ChangeId) -> None:
        """Put refused words back into the box; only then is the refusal forgotten."""
        for card in self._cards:
            payload = card.refused.change.payload
            if card.refused.change.id == change_id and isinstance(payload, CommentAdded):
                self.reply_box.put_in(payload.body, payload.audience is Audience.STAFF)
        self.reply_box.flush()
        self._dismiss(change_id)

    @Slot(object)
    def _tell_changed(self, _answer: object = None) -> None:
        self.changed.emit()

    @Slot()
    def _tell_saved(self) -> None:
        """What was just written is seen, whatever was shown before."""
        self.banner.dismiss()
        self.header.filter.show_only(Shown.EVERYTHING)
        self.changed.emit()

    @Slot(str)
    def _tell_path(self, path: str) -> None:
        self.told.emit(self.tr("Saved as {path}").format(path=path))

    @Slot(str, str)
    def _open_from_conversation(self, _entry_id: str, file_id: str) -> None:
        self._open_file(FileId(file_id))

    @Slot(object)
    def _open_file(self, file_id: FileId) -> None:
        file = self._file(file_id)
        if file is None:
            return
        if file.is_screenshot or file.id in self.pictures.images:
            PreviewDialog(file.id, file.name, self._runner, self._fetch, self).open()
        else:
            self.saver.ask(file.id, file.name)

    @Slot(object)
    def _save_file(self, file_id: FileId) -> None:
        file = self._file(file_id)
        if file is not None:
            self.saver.ask(file.id, file.name)

    def _file(self, file_id: FileId) -> Attachment | None:
        attachments = self._view.page.ticket.attachments if self._view and self._view.page else ()
        return next((file for file in attachments if file.id == file_id), None)

    @Slot(str)
    def _open_facts(self, key: str) -> None:
        """Beside the window, not over it: one reads there while writing here. One such window is enough."""
        view = self._view
        if view is None or view.page is None or view.facts is None:
            return
        for earlier in self.findChildren(FactsDialog):
            earlier.close()
        ticket = view.page.ticket
        shown = ShownFacts(
            reference=number_text(ticket.number, ticket.id),
            at=view.facts_at or ticket.created_at,
            text=view.page.facts or "",
            facts=view.facts,
        )
        fetch = partial(snapshots.snapshots_of, self._desk, ticket.id)
        dialog = FactsDialog(shown, self._runner, fetch, self._desk.now, self)
        dialog.show_card(key)
        dialog.show()

    @Slot()
    def show_ledger(self) -> None:
        """Show how the ticket's promised times are counted, beside the window. One such window is enough."""
        if self._view is None or self._view.page is None:
            return
        for earlier in self.findChildren(LedgerDialog):
            earlier.close()
        ticket = self._view.page.ticket
        fetch = partial(promised_times, self._desk, ticket.id)
        LedgerDialog(number_text(ticket.number, ticket.id), self._runner, fetch, self).show()

    @Slot(QUrl)
    def _open_link(self, url: QUrl) -> None:
        if url.scheme() in {"https", "mailto"}:
            QDesktopServices.openUrl(url)

    @Slot(object)
    def _want_deed(self, deed: object) -> None:
        self.deed_wanted.emit(deed)

    @Slot(str)
    def _want_person(self, login: str) -> None:
        self.person_wanted.emit(login)

    # --- assembling ------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.header.wanted.connect(self._want_deed)
        self.header.details_toggled.connect(self.show_side)
        self.header.ledger_wanted.connect(self.show_ledger)
        self.header.filter.chosen.connect(self._filter)
        self.pictures.changed.connect(self._show_pictures)
        self.reply_box.saved.connect(self._tell_saved)
        self.reply_box.sent.connect(self.done)
        self.reply_box.failed.connect(self.show_failure)
        self.timeline.link_activated.connect(self._open_link)
        self.timeline.attachment_opened.connect(self._open_from_conversation)
        self.side.ticket_wanted.connect(self.ticket_wanted)
        self.side.person_wanted.connect(self._want_person)
        self.side.picture_wanted.connect(self._open_file)
        self.side.save_wanted.connect(self._save_file)
        self.side.facts_wanted.connect(self._open_facts)
        self.saver.saved.connect(self._tell_path)
        self.saver.failed.connect(self.show_failure)

    def _assemble(self) -> None:
        self.news.column.addWidget(self.banner)
        self.timeline.setMinimumHeight(scaled(48))
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.news)
        middle.addWidget(self.timeline, 1)
        middle.addWidget(self.reply_box)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(middle, 1)
        below.addWidget(self.side_line)
        below.addWidget(self.side)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(hairline())
        column.addLayout(below, 1)
        for page in (self.empty, self.skeleton, self._page):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
