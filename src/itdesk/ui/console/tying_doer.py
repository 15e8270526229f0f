"""Tying a ticket to others, and untying it: asks what must be asked, saves it, says how it is taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.ids import TicketId
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket, number_text
from itdesk.domain.together import MOVABLE
from itdesk.services import near_tickets, together, work
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.ui.background import Runner
from itdesk.ui.console.conversation_entries import spoken
from itdesk.ui.console.messages_dialog import Message, MessagesDialog, Moved
from itdesk.ui.console.tie_dialog import Tie, Tied, TieDialog
from itdesk.ui.console.undo_stack import Done


class TyingDoer(QObject):
    """Ties the ticket of the page that it was told of last. Signals: `done(Done)`, `failed(Exception)`."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._window = window
        self._page: TicketPage | None = None
        self._waiting: Done | None = None

    def ask(self, tie: Tie, page: TicketPage) -> None:
        """Ask to which ticket this one is tied."""
        self._page = page
        find = partial(near_tickets.near, self._desk, page.ticket)
        dialog = TieDialog(tie, reference(page.ticket), self._runner, find, self._window)
        dialog.answered.connect(self._tie)
        dialog.open()

    def ask_messages(self, page: TicketPage) -> None:
        """Ask which messages go where."""
        self._page = page
        find = partial(near_tickets.near, self._desk, page.ticket)
        dialog = MessagesDialog(reference(page.ticket), messages_of(page), self._runner, find, self._window)
        dialog.answered.connect(self._move)
        dialog.open()

    def unmerge(self, page: TicketPage) -> None:
        """Take a merge back."""
        ticket, into = page.ticket, page.ticket.merged_into
        if into is None:
            return
        words = self.tr("{number} · on its own again").format(number=reference(ticket))
        again = partial(together.merge, self._desk, ticket.id, into)
        self._run(partial(together.unmerge, self._desk, ticket.id), Done(words, again))

    @Slot(object)
    def _tie(self, tied: Tied) -> None:
        if self._page is None:
            return
        ticket, other = self._page.ticket, tied.ticket
        words = self._words(tied.tie).format(number=reference(ticket), other=other.reference)
        desk, here, there = self._desk, ticket.id, other.id
        calls: dict[Tie, tuple[Callable[[], object], Callable[[], object]]] = {
            Tie.MERGE: (partial(together.merge, desk, here, there), partial(together.unmerge, desk, here)),
            Tie.CHILD: (
                partial(together.set_parent, desk, here, there),
                partial(together.set_parent, desk, here, ticket.parent_id),
            ),
            Tie.LINK: (
                partial(together.link, desk, here, there),
                partial(together.unlink, desk, here, there),
            ),
        }
        call, undo = calls[tied.tie]
        self._run(call, Done(words, undo))

    def _words(self, tie: Tie) -> str:
        words = {
            Tie.MERGE: self.tr("{number} · goes on in {other}"),
            Tie.CHILD: self.tr("{number} · is a part of {other}"),
            Tie.LINK: self.tr("{number} · linked with {other}"),
        }
        return words[tie]

    @Slot(object)
    def _move(self, moved: Moved) -> None:
        if self._page is None:
            return
        desk, home = self._desk, self._page.ticket
        if moved.to is not None:
            call: Callable[[], object] = partial(
                together.move_messages, desk, home.id, moved.ids, moved.to.id
            )
            undo: Callable[[], object] = partial(together.move_messages, desk, home.id, moved.ids, None)
            words = self.tr("{number} · messages moved to {other}").format(
                number=reference(home), other=moved.to.reference
            )
            self._run(call, Done(words, undo))
        else:
            self._split(home, moved)

    def _split(self, home: Ticket, moved: Moved) -> None:
        words = self.tr("{number} · split: “{title}”").format(number=reference(home), title=moved.title)
        note = self.tr("Put together again with {number}.").format(number=reference(home))
        new: list[TicketId] = []

        def split() -> object:
            new.append(together.split(self._desk, home.id, moved.ids, moved.title).ticket_id)
            return new[0]

        def put_together() -> object:
            together.move_messages(self._desk, home.id, moved.ids, None)
            return work.change_status(self._desk, new[0], Status.CANCELLED, note=note)

        self._run(split, Done(words, put_together))

    def _run(self, call: Callable[[], object], done: Done) -> None:
        self._waiting = done
        self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, _answer: object) -> None:
        if self._waiting is not None:
            self.done.emit(self._waiting)
        self._waiting = None

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._waiting = None
        self.failed.emit(error)


def messages_of(page: TicketPage) -> tuple[Message, ...]:
    """Return the messages that can be moved: words that were written on this ticket itself."""
    return tuple(
        Message(one.event.id, one.actor.name if one.actor else "", spoken(one.event.payload) or "")
        for one in page.moments
        if one.event.ticket_id == page.ticket.id and isinstance(one.event.payload, MOVABLE)
    )


def reference(ticket: Ticket) -> str:
    """Return the number of a ticket, or its short local reference."""
    return number_text(ticket.number, ticket.id)
