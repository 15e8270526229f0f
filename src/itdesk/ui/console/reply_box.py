"""Writing to a ticket: the composer, the files that go along, the draft, and the saving."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.domain.ids import TicketId
from itdesk.services import conversation
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.services.reply_guard import Doubt, doubt
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.console.mention_completion import MentionCompletion
from itdesk.ui.console.reply_guard import ReplyGuard
from itdesk.ui.console.ticket_view import Drafts, TicketView, kept_drafts
from itdesk.ui.console.undo_stack import Done
from itdesk.ui.draft_keeper import DraftKeeper, draft_key
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.composer import Composer
from itdesk.ui.widgets.reply_files import ReplyFiles
from itdesk.ui.words import given_name

UNDO_S = 10
"""So long a public reply waits here: it can be taken back, also after a restart."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is to be saved. `page` is what a public reply is looked at against; `None`: it is not."""

    ticket_id: TicketId
    body: str
    is_internal: bool
    files: tuple[NewFile, ...] = ()
    page: TicketPage | None = None
    name: str = ""
    """Who reads a reply."""


@dataclass(frozen=True)
class Answered:
    """What became of it: it was saved, or somebody should look at it again."""

    said: Said
    saved: Saved | None = None
    doubt: Doubt | None = None


class ReplyBox(QWidget):
    """The composer of one ticket at a time.

    Signals: `turned()` to another ticket, `saved()` after a reply or note is safe, `sent(Done)` after a
    reply that can be taken back, `failed(Exception)`: the words stay in the box.
    """

    turned = Signal()
    saved = Signal()
    sent = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._ticket_id: TicketId | None = None
        self._is_restoring = False
        self._page: TicketPage | None = None
        self._name = ""
        self._doubted: Said | None = None
        self._came_back: dict[TicketId, tuple[NewFile, ...]] = {}
        """Files of replies that were taken back while another ticket was shown."""
        self.guard = ReplyGuard()
        self.composer = Composer(for_staff=True)
        self.mentioning = MentionCompletion(self.composer.text)
        self.files = ReplyFiles(runner, self.composer, self)
        self._drafts = DraftKeeper(desk, runner, self)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(4))
        self._column = column
        self.be_narrow(False)
        column.addWidget(self.guard)
        column.addWidget(self.files)
        column.addWidget(self.composer)
        self._connect()

    def show_ticket(self, view: TicketView) -> None:
        """Write to this ticket. For another one than before, its draft is fetched and put back."""
        if view.page is None or view.requester is None:
            return
        others = len(view.page.ticket.participants)
        self._page, self._name = view.page, given_name(view.requester.name)
        self.composer.address(self._name, others)
        self.mentioning.know(view.colleagues)
        if view.ticket_id != self._ticket_id:
            self._turn_to(view.ticket_id)

    def start(self, *, is_internal: bool) -> None:
        """Begin to write a reply or a note."""
        self.composer.be_internal(is_internal)
        self._keep_draft()
        self.composer.text.setFocus()

    @Slot(str, bool)
    def put_in(self, words: str, is_internal: bool) -> None:  # noqa: FBT001 (Qt's slot)
        """Put words where the cursor is, to be looked at and sent like any others."""
        self.start(is_internal=is_internal)
        self.composer.text.insertPlainText(words)

    def be_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Keep less room around the composer, where the window has little."""
        side = scaled(6 if is_narrow else 20)
        self._column.setContentsMargins(side, 0, side, scaled(6 if is_narrow else 16))

    def flush(self) -> None:
        """Keep the draft now."""
        self._drafts.flush()

    def _turn_to(self, ticket_id: TicketId) -> None:
        self._drafts.flush()
        self._ticket_id = ticket_id
        self._forget_doubt()
        self._write("", is_internal=False)
        self.files.clear()
        self.files.add(self._came_back.pop(ticket_id, ()))
        self.turned.emit()
        call = partial(kept_drafts, self._desk, ticket_id)
        self._runner.run(call, then=self._put_back, failed=self._fail)

    def _write(self, body: str, *, is_internal: bool) -> None:
        self._is_restoring = True
        self.composer.write(body, is_internal=is_internal)
        self.composer.say_draft("")
        self._is_restoring = False

    @Slot(object)
    def _put_back(self, drafts: Drafts) -> None:
        is_wanted = drafts.ticket_id == self._ticket_id and not self.composer.body
        note, reply = self._newest(drafts)
        if is_wanted and (note or reply):
            self._write(note or reply, is_internal=bool(note))
            self.composer.say_draft(self.tr("Draft saved"))

    def _newest(self, drafts: Drafts) -> tuple[str, str]:
        """Return note and reply; what is still on its way to the disk is newer than what was read there."""
        kept = {True: drafts.note, False: drafts.reply}
        unsaved = {
            is_internal: self._drafts.unsaved(draft_key(drafts.ticket_id, is_internal=is_internal))
            for is_internal in kept
        }
        note, reply = (kept[one] if unsaved[one] is None else unsaved[one] or "" for one in (True, False))
        return note, reply

    @Slot()
    def _keep_draft(self) -> None:
        if self._is_restoring or self._ticket_id is None:
            return
        if self._doubted is not None:
            self._forget_doubt()  # what is asked about is not what stands there any more
        self.composer.say_draft("")
        text, is_internal = self.composer.text.toPlainText(), self.composer.is_internal
        self._drafts.keep(draft_key(self._ticket_id, is_internal=is_internal), text)
        self._drafts.keep(draft_key(self._ticket_id, is_internal=not is_internal), "")

    @Slot(str)
    def _say_kept(self, key: str) -> None:
        if self._ticket_id is None or not self.composer.body:
            return
        if key == draft_key(self._ticket_id, is_internal=self.composer.is_internal):
            self.composer.say_draft(self.tr("Draft saved"))

    @Slot(str, bool)
    def _send(self, body: str, is_internal: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if self._ticket_id is None:
            return
        said = Said(
            ticket_id=self._ticket_id,
            body=body,
            is_internal=is_internal,
            files=self.files.files,
            page=None if is_internal else self._page,
            name=self._name,
        )
        self._say(said)

    def _say(self, said: Said) -> None:
        self.composer.setEnabled(False)
        self._runner.run(partial(say, self._desk, said), then=self._after_send, failed=self._after_failure)

    @Slot(object)
    def _after_send(self, answered: Answered) -> None:
        self.composer.setEnabled(True)
        said = answered.said
        if answered.doubt is not None and said.ticket_id == self._ticket_id:
            self._doubted = said
            self.guard.ask(answered.doubt, self._name)
        elif answered.saved is not None:
            self._clear(said)
            self.saved.emit()
            if not said.is_internal:
                self.sent.emit(self._done(said, answered.saved))

    def _clear(self, said: Said) -> None:
        for is_internal in (False, True):
            self._drafts.keep(draft_key(said.ticket_id, is_internal=is_internal), "")
        self._drafts.flush()
        if said.ticket_id == self._ticket_id:
            self._write("", is_internal=self.composer.is_internal)
            self.files.clear()
            self.composer.text.setFocus()

    def _done(self, said: Said, saved: Saved) -> Done:
        words = self.tr("To {name}, goes out in ten seconds").format(name=said.name)
        undo = partial(conversation.take_back, self._desk, saved.change_id)
        return Done(words, undo, then=partial(self._take_up, said))

    def _take_up(self, said: Said, _body: object) -> None:
        """Put a reply that was taken back where it was written, before what was written since."""
        if said.ticket_id != self._ticket_id:
            self._drafts.keep(draft_key(said.ticket_id, is_internal=False), said.body)
            self._drafts.flush()
            self._came_back[said.ticket_id] = said.files
            return
        since = self.composer.body
        self._write(f"{said.body}\n\n{since}" if since else said.body, is_internal=False)
        self._keep_draft()
        self.files.add(said.files)
        self.composer.text.setFocus()

    # --- what is in doubt ------------------------------------------------------------------------

    @Slot()
    def _send_all_the_same(self) -> None:
        if self._doubted is not None:
            self._say(replace(self._doubted, page=None, files=self.files.files))
        self._doubted = None

    @Slot()
    def _save_as_note(self) -> None:
        if self._doubted is not None:
            self._say(replace(self._doubted, page=None, is_internal=True, files=self.files.files))
        self._doubted = None

    @Slot()
    def _forget_doubt(self) -> None:
        self._doubted = None
        if self.guard.isVisible():
            self.guard.setVisible(False)
            self.composer.text.setFocus()

    @Slot(object)
    def _after_failure(self, error: Exception) -> None:
        self.composer.setEnabled(True)
        self.composer.text.setFocus()
        self.failed.emit(error)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def _connect(self) -> None:
        self.composer.edited.connect(self._keep_draft)
        self.composer.sent.connect(self._send)
        self.guard.as_note.connect(self._save_as_note)
        self.guard.all_the_same.connect(self._send_all_the_same)
        self.guard.dropped.connect(self._forget_doubt)
        self.files.failed.connect(self._fail)
        self._drafts.saved.connect(self._say_kept)
        self._drafts.failed.connect(self._fail)


def say(desk: Desk, said: Said) -> Answered:
    """Save a reply or a note, off the GUI thread, unless the reply is in doubt."""
    found = doubt(desk, said.page, said.body) if said.page is not None else None
    if found is not None:
        return Answered(said, doubt=found)
    saved = conversation.reply(
        desk,
        said.ticket_id,
        said.body,
        internal=said.is_internal,
        files=said.files,
        undo_s=0 if said.is_internal else UNDO_S,
        in_place_of_draft=draft_key(said.ticket_id, is_internal=said.is_internal),
    )
    return Answered(said, saved=saved)
