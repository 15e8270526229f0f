"""Keeps what employees are told of a major incident in step with its ticket (domain.incidents)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from itdesk.domain.changes import Change
from itdesk.domain.documents import Announcement, Document, kind_name
from itdesk.domain.ids import PersonId
from itdesk.domain.incidents import announced, announcement_of
from itdesk.server.store.judged import Accepted
from itdesk.server.store.ledger import Ledger
from itdesk.server.tickets.consequences import Rewriting


class MajorIncidents:
    """Announces a ticket that is declared, and ends what it announced, whatever ended the incident."""

    def __init__(self, _ledger: Ledger, _changes: Sequence[Change], _now: datetime) -> None:
        self.people: frozenset[PersonId] = frozenset()

    def follow(self, done: Accepted) -> Iterable[Rewriting]:
        """Return what becomes of the announcement when the ticket's incident is another one now."""
        was = done.before.incident if done.before is not None else None
        if was == done.after.incident:
            return

        def rewritten(held: Document | None) -> Document | None:
            told = held if isinstance(held, Announcement) else None
            return announced(told, was, done.after, done.event.at)

        yield Rewriting((kind_name(Announcement), announcement_of(done.after.id)), rewritten)
