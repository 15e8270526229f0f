"""What the requester does to the ticket that is open, each in one call off the GUI thread."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.domain.ids import PersonId, TicketId
from itdesk.services import closing, conversation, outcome, participants
from itdesk.services.desk import Desk
from itdesk.services.report import NewFile, Saved
from itdesk.services.standing import RefusedChange
from itdesk.ui.background import Runner
from itdesk.ui.draft_keeper import draft_key
from itdesk.ui.requester.opened_ticket import TakenBack, take_back


class TicketDeeds(QObject):
    """Signals: `begun()`; `replied(TicketId)` after an answer; `ended()` or `failed(Exception)`; last,
    `given_back(TakenBack)` where there was text of hers.
    """

    begun = Signal()
    replied = Signal(object)
    given_back = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner

    def reply(self, ticket_id: TicketId, body: str, files: tuple[NewFile, ...]) -> None:
        """Save an answer in place of its draft."""
        call = partial(
            conversation.reply,
            self._desk,
            ticket_id,
            body,
            files=files,
            in_place_of_draft=draft_key(ticket_id),
        )
        self._runner.run(call, then=self._after_reply, failed=self._fail)

    def confirm(self, ticket_id: TicketId, comment: str, *, works: bool) -> None:
        """Say whether it works now."""
        self._do(partial(outcome.confirm_fix, self._desk, ticket_id, works, comment))

    def rate(self, ticket_id: TicketId, score: int, comment: str) -> None:
        """Say how good the help was."""
        self._do(partial(outcome.rate, self._desk, ticket_id, score, comment))

    def close(self, ticket_id: TicketId, reason: str, *, is_needed: bool) -> None:
        """End one's own ticket."""
        self._do(partial(closing.close_own, self._desk, ticket_id, reason, is_needed=is_needed))

    def reopen(self, ticket_id: TicketId, reason: str) -> None:
        """Open a closed ticket again."""
        self._do(partial(closing.reopen, self._desk, ticket_id, reason))

    def invite(self, ticket_id: TicketId, person_id: PersonId) -> None:
        """Let a colleague read along."""
        self._do(partial(participants.invite, self._desk, ticket_id, person_id))

    def invite_by_login(self, ticket_id: TicketId, login: str) -> None:
        """Let the colleague read along who signs in so."""
        self._do(partial(participants.invite_by_login, self._desk, ticket_id, login))

    def let_go(self, ticket_id: TicketId, person_id: PersonId) -> None:
        """Let somebody, or oneself, read along no more."""
        self._do(partial(participants.remove, self._desk, ticket_id, person_id))

    def take_text_back(self, refused: RefusedChange) -> None:
        """Forget a refused change; its text is given back."""
        self.begun.emit()
        self._runner.run(
            partial(take_back, self._desk, refused), then=self._after_taking_back, failed=self._fail
        )

    def drop(self, refused: RefusedChange) -> None:
        """Forget a refused change."""
        self._do(partial(take_back, self._desk, refused))

    def _do(self, call: Callable[[], object]) -> None:
        self.begun.emit()
        self._runner.run(call, then=self._end, failed=self._fail)

    @Slot(object)
    def _after_reply(self, saved: Saved) -> None:
        self.replied.emit(saved.ticket_id)
        self.ended.emit()

    @Slot(object)
    def _after_taking_back(self, taken: TakenBack) -> None:
        self.ended.emit()
        self.given_back.emit(taken)

    @Slot(object)
    def _end(self, _answer: object) -> None:
        self.ended.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
