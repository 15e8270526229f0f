"""Keeps what is being written, a moment after the last key, one save at a time and in order."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from itdesk.domain.ids import TicketId
from itdesk.services import drafts
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.ticket_view import draft_key

PAUSE_MS = 400


class DraftKeeper(QObject):
    """Saves drafts of replies and notes.

    Signals: `saved(TicketId)` when nothing is left to save; `failed(Exception)`.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._waiting: dict[TicketId, tuple[str, str]] = {}
        self._is_saving = False
        self._last: TicketId | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def keep(self, ticket_id: TicketId, text: str, *, is_internal: bool) -> None:
        """Save these words soon, in place of earlier ones to the same ticket."""
        self._waiting[ticket_id] = ("", text) if is_internal else (text, "")
        self._pause.start()

    def drop(self, ticket_id: TicketId) -> None:
        """Forget what was kept: it was sent."""
        self._waiting[ticket_id] = ("", "")
        self.flush()

    @Slot()
    def flush(self) -> None:
        """Save now what waits."""
        self._pause.stop()
        if self._is_saving or not self._waiting:
            return
        self._last, (reply, note) = self._waiting.popitem()
        self._is_saving = True
        call = partial(save_both, self._desk, self._last, reply, note)
        self._runner.run(call, then=self._after_save, failed=self._after_failure)

    @Slot(object)
    def _after_save(self, _answer: object) -> None:
        self._is_saving = False
        if self._waiting:
            self.flush()
        else:
            self.saved.emit(self._last)

    @Slot(object)
    def _after_failure(self, error: Exception) -> None:
        self._is_saving = False
        self.failed.emit(error)


def save_both(desk: Desk, ticket_id: TicketId, reply: str, note: str) -> None:
    """Keep one of both, drop the other."""
    for text, is_internal in ((reply, False), (note, True)):
        key = draft_key(ticket_id, is_internal=is_internal)
        if text:
            drafts.save_draft(desk, key, text)
        else:
            drafts.drop_draft(desk, key)
