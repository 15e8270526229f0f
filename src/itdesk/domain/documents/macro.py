"""Canned answers, and what is done along with them."""

from dataclasses import dataclass, field

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import MacroId, QueueId
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.status import PendingReason, Status


@dataclass(frozen=True, kw_only=True)
class Macro:
    """What a technician says and does by one click. `domain.macro_text` fills in the names."""

    id: MacroId
    name: Words
    text: Words = field(default_factory=dict)
    """With places such as `{requester}`; nothing is said where it is empty."""
    is_internal: bool = False
    """Whether it is said among IT alone."""
    status: Status | None = None
    reason: PendingReason | None = None
    """What the ticket waits for, where the status is pending."""
    impact: Impact | None = None
    urgency: Urgency | None = None
    queue_id: QueueId | None = None
    tags: tuple[str, ...] = ()
    """Added to those that the ticket has."""
    order: int = 0
