"""What follows from an accepted change by the rules of the house: changes by the system, recorded with it.

A rule is made for a batch, looks up there what it must know, and is then told of each change that was
accepted, in order. What it answers is judged and recorded right behind that change, in the same transaction:
it happened with it or not at all, and exactly once. It may also say how a document has to be from then on.
A rule that changes other tickets than the one it is told of has to lock them when it is made
(docs/decisions/0012).
"""

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from itdesk.domain.changes import Change, Payload
from itdesk.domain.documents import Document
from itdesk.domain.ids import PersonId, TicketId
from itdesk.server.store.documents import Key
from itdesk.server.store.judged import Accepted
from itdesk.server.store.ledger import Ledger

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wish:
    """What the system asks for in turn."""

    ticket_id: TicketId
    payload: Payload


@dataclass(frozen=True)
class Rewriting:
    """How the system wants a document to be, by how it is when its turn comes."""

    key: Key
    rewritten: Callable[[Document | None], Document | None]
    """Is given the document, `None` where there is none; `None` leaves it as it is."""


class Rule(Protocol):
    """One thing that the house does by itself when something happens to a ticket."""

    @property
    def people(self) -> Collection[PersonId]:
        """Whom its changes may name: they are looked up with those that the batch names."""

    def follow(self, done: Accepted) -> Iterable[Wish | Rewriting]:
        """Return what follows from a change that was just accepted, in order. It only computes."""


MakeRule = Callable[[Ledger, Sequence[Change], datetime], Rule]
"""Makes a rule for a batch: over its transaction, its changes, at its time."""


def consequences(rules: Iterable[Rule], done: Accepted) -> list[Wish | Rewriting]:
    """Return what follows by all rules. A rule that fails is logged, and the others count."""
    return [wish for rule in rules for wish in _asked(rule, done)]


def _asked(rule: Rule, done: Accepted) -> list[Wish | Rewriting]:
    try:
        return list(rule.follow(done))
    except Exception:
        logger.exception("%s failed after change %s", type(rule).__name__, done.event.id)
        return []
