"""Writing to a ticket: the composer, the files that go along, the draft, and the saving."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.domain.ids import TicketId
from itdesk.services import conversation
from itdesk.services.desk import Desk
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.console.attached_files import AttachedFiles
from itdesk.ui.console.draft_keeper import DraftKeeper
from itdesk.ui.console.ticket_view import Drafts, TicketView, draft_key, kept_drafts
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.composer import Composer


@dataclass(frozen=True)
class Said:
    """What was saved, so that nothing written since then is thrown away."""

    ticket_id: TicketId
    body: str


class ReplyBox(QWidget):
    """The composer of one ticket at a time.

    Signals: `saved()` after a reply or note is safe, `failed(Exception)`: the words stay in the box.
    """

    saved = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._ticket_id: TicketId | None = None
        self._is_restoring = False
        self.composer = Composer(for_staff=True)
        self.files = AttachedFiles(runner)
        self._drafts = DraftKeeper(desk, runner, self)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(4))
        self._column = column
        self.be_narrow(False)
        column.addWidget(self.files)
        column.addWidget(self.composer)
        self._connect()

    def show_ticket(self, view: TicketView) -> None:
        """Write to this ticket. For another one than before, its draft is fetched and put back."""
        if view.page is None or view.requester is None:
            return
        others = len(view.page.ticket.participants)
        self.composer.address(first_name(view.requester.name), others)
        if view.ticket_id != self._ticket_id:
            self._turn_to(view.ticket_id)

    def start(self, *, is_internal: bool) -> None:
        """Begin to write a reply or a note."""
        self.composer.be_internal(is_internal)
        self._dress_switch()
        self._keep_draft()
        self.composer.text.setFocus()

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
        self._write("", is_internal=False)
        self.files.clear()
        call = partial(kept_drafts, self._desk, ticket_id)
        self._runner.run(call, then=self._put_back, failed=self._fail)

    def _write(self, body: str, *, is_internal: bool) -> None:
        self._is_restoring = True
        self.composer.write(body, is_internal=is_internal)
        self._dress_switch()
        self.composer.say_draft("")
        self._is_restoring = False

    @Slot()
    def _dress_switch(self) -> None:
        """A rule that looks at the frame around a widget is read anew only when that widget is polished."""
        for segment in self.composer.switch.segments():
            segment.style().unpolish(segment)
            segment.style().polish(segment)

    @Slot(object)
    def _put_back(self, drafts: Drafts) -> None:
        is_wanted = drafts.ticket_id == self._ticket_id and not self.composer.body
        if is_wanted and (drafts.note or drafts.reply):
            self._write(drafts.note or drafts.reply, is_internal=bool(drafts.note))
            self.composer.say_draft(self.tr("Draft saved"))

    @Slot()
    def _keep_draft(self) -> None:
        if self._is_restoring or self._ticket_id is None:
            return
        self.composer.say_draft("")
        text = self.composer.text.toPlainText()
        self._drafts.keep(self._ticket_id, text, is_internal=self.composer.is_internal)

    @Slot(object)
    def _say_kept(self, ticket_id: object) -> None:
        if ticket_id == self._ticket_id and self.composer.body:
            self.composer.say_draft(self.tr("Draft saved"))

    @Slot(str, bool)
    def _send(self, body: str, is_internal: bool) -> None:  # noqa: FBT001 (Qt's slot)
        if self._ticket_id is None:
            return
        self.composer.setEnabled(False)
        call = partial(
            say, self._desk, Said(self._ticket_id, body), self.files.files, is_internal=is_internal
        )
        self._runner.run(call, then=self._after_send, failed=self._after_failure)

    @Slot(object)
    def _after_send(self, said: Said) -> None:
        self.composer.setEnabled(True)
        self._drafts.drop(said.ticket_id)
        if said.ticket_id == self._ticket_id:
            self._write("", is_internal=self.composer.is_internal)
            self.files.clear()
            self.composer.text.setFocus()
        self.saved.emit()

    @Slot(object)
    def _after_failure(self, error: Exception) -> None:
        self.composer.setEnabled(True)
        self.composer.text.setFocus()
        self.failed.emit(error)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def _connect(self) -> None:
        self.composer.switch.chosen.connect(self._dress_switch)
        self.composer.edited.connect(self._keep_draft)
        self.composer.sent.connect(self._send)
        self.composer.attach_requested.connect(self.files.ask)
        self.files.failed.connect(self._fail)
        self._drafts.saved.connect(self._say_kept)
        self._drafts.failed.connect(self._fail)


def say(desk: Desk, said: Said, files: tuple[NewFile, ...], *, is_internal: bool) -> Said:
    """Save a reply or a note, off the GUI thread."""
    key = draft_key(said.ticket_id, is_internal=is_internal)
    conversation.reply(
        desk, said.ticket_id, said.body, internal=is_internal, files=files, in_place_of_draft=key
    )
    return said


def first_name(name: str) -> str:
    """Return how somebody is called in a button."""
    return name.split(maxsplit=1)[0] if name.split() else name
