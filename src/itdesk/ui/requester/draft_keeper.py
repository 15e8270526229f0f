"""Keeps an answer that is being written, a moment after the last key, one save at a time and in order."""

from collections.abc import Mapping
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from itdesk.domain.ids import TicketId
from itdesk.services import drafts
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner

PAUSE_MS = 400


def draft_key(ticket_id: TicketId) -> str:
    """Return under which name the draft of an answer is kept."""
    return f"reply:{ticket_id}"


def keep(desk: Desk, texts: Mapping[TicketId, str], turn: Lock) -> None:
    """Save these drafts, and forget those of which nothing is left; one call at a time."""
    with turn:
        for ticket_id, text in texts.items():
            if text:
                drafts.save_draft(desk, draft_key(ticket_id), text)
            else:
                drafts.drop_draft(desk, draft_key(ticket_id))


class DraftKeeper(QObject):
    """Signals: `saved(TicketId)` after each save, `failed(Exception)`."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._waiting: dict[TicketId, str] = {}
        self._saving: TicketId | None = None
        self._turn = Lock()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def keep(self, ticket_id: TicketId, text: str) -> None:
        """Save these words soon, in place of earlier ones to the same ticket."""
        self._waiting[ticket_id] = text
        self._pause.start()

    def drop(self, ticket_id: TicketId) -> None:
        """Forget what was kept: it was sent."""
        self._waiting[ticket_id] = ""
        self.flush()

    def unsaved(self, ticket_id: TicketId) -> str | None:
        """Return words that are newer than those on the disk, None where there are none."""
        return self._waiting.get(ticket_id)

    @Slot()
    def flush(self) -> None:
        """Save now what waits."""
        self._pause.stop()
        if self._saving is not None or not self._waiting:
            return
        self._saving, text = self._waiting.popitem()
        call = partial(keep, self._desk, {self._saving: text}, self._turn)
        self._runner.run(call, then=self._after_save, failed=self._after_failure)

    def keep_all(self) -> None:
        """Save everything that waits, without waiting for what is under way: nobody stays to ask."""
        self._pause.stop()
        texts, self._waiting = self._waiting, {}
        if texts:
            self._runner.run(partial(keep, self._desk, texts, self._turn), failed=self._after_failure)

    @Slot(object)
    def _after_save(self, _answer: object) -> None:
        ticket_id, self._saving = self._saving, None
        self.saved.emit(ticket_id)
        self.flush()

    @Slot(object)
    def _after_failure(self, error: Exception) -> None:
        self._saving = None
        self.failed.emit(error)
        self.flush()
