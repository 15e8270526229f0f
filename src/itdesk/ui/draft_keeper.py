"""Keeps what is being written, a moment after the last key; older words never replace newer ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from itdesk.domain.ids import TicketId
from itdesk.services import drafts
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner

PAUSE_MS = 400


def draft_key(ticket_id: TicketId, *, is_internal: bool = False) -> str:
    """Return under which name the draft of a reply, or of an internal note, is kept."""
    return f"{'note' if is_internal else 'reply'}:{ticket_id}"


@dataclass(frozen=True)
class Batch:
    """Drafts by their names, as they were at one moment; a later one has a higher number."""

    number: int
    texts: Mapping[str, str]


class Shelf:
    """Where drafts are put, from any thread and in any order: the newest words stay."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._turn = Lock()
        self._newest: dict[str, int] = {}

    def put(self, batch: Batch) -> Batch:
        """Save these drafts, and forget those of which nothing is left. Raises WorldFailed."""
        with self._turn:
            for key, text in batch.texts.items():
                if self._newest.get(key, 0) < batch.number:
                    self._put_one(key, text)
                    self._newest[key] = batch.number
        return batch

    def _put_one(self, key: str, text: str) -> None:
        if text:
            drafts.save_draft(self._desk, key, text)
        else:
            drafts.drop_draft(self._desk, key)


class DraftKeeper(QObject):
    """Signals: `saved(str)` with a draft's name once its newest words are safe, `failed(Exception)`."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._shelf = Shelf(desk)
        self._number = 0
        self._unsaved: dict[str, str] = {}
        self._waiting: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def keep(self, key: str, text: str) -> None:
        """Save these words soon in place of earlier ones of the same name; no words take those away."""
        self._unsaved[key] = text
        self._waiting.add(key)
        self._pause.start()

    def unsaved(self, key: str) -> str | None:
        """Return words that are newer than those on the disk, None where there are none."""
        return self._unsaved.get(key)

    @Slot()
    def flush(self) -> None:
        """Save now what waits."""
        self._pause.stop()
        if not self._waiting:
            return
        self._number += 1
        batch = Batch(self._number, {key: self._unsaved[key] for key in self._waiting})
        self._waiting = set()
        self._runner.run(partial(self._shelf.put, batch), then=self._after_save, failed=self._fail)

    @Slot(object)
    def _after_save(self, batch: Batch) -> None:
        for key, text in batch.texts.items():
            if key not in self._waiting and self._unsaved.get(key) == text:
                del self._unsaved[key]
                self.saved.emit(key)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
