"""Asking the server, once a day and whenever its history is another, what it has lost of what it accepted."""

from datetime import datetime, timedelta

from itdesk.domain.ids import ChangeId
from itdesk.protocol.messages import SyncResponse
from itdesk.replica import sending
from itdesk.replica.outbox import Outbox

EVERY = timedelta(days=1)
IDS_AT_ONCE = 500
NOTE = "recollected_at"


class Recollection:
    """One run through all accepted changes that are still kept, in pages of 500 ids."""

    def __init__(self, outbox: Outbox, now: datetime) -> None:
        self._outbox = outbox
        self._now = now
        last = outbox.note(NOTE)
        self.is_open = (
            not last or now - datetime.fromisoformat(last) >= EVERY or now < datetime.fromisoformat(last)
        )
        self._beyond = 0
        self._asked: list[ChangeId] = []
        self._last = 0

    def begin(self) -> None:
        """Ask everything from the start: the server's history is another than it was."""
        sending.uncover(self._outbox)
        self._outbox.take_note(NOTE, "")
        self.is_open = True
        self._beyond = self._last = 0
        self._asked = []

    def next_ids(self) -> list[ChangeId]:
        """Return the ids to ask about in the next request."""
        self._asked, self._last = [], 0
        if self.is_open:
            self._asked, self._last = sending.retained(self._outbox, self._beyond, IDS_AT_ONCE)
        return self._asked

    def take(self, answer: SyncResponse) -> None:
        """Queue again what the server lacks, and go on, or note that all was asked."""
        if not self.is_open:
            return
        lacking = set(answer.lacking)
        sending.offer_again(self._outbox, [id for id in self._asked if id in lacking])
        if self._last:
            self._beyond = self._last
            return
        self.is_open = False
        self._outbox.take_note(NOTE, self._now.isoformat())
        sending.prune(self._outbox, self._now)
