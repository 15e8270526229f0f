"""Where a ticket stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """The core states. Reports and clocks know only these."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    RESOLVED = "resolved"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    MERGED = "merged"

    @property
    def is_open(self) -> bool:
        """Whether somebody in IT still has to do something, now or later."""
        return self in (Status.NEW, Status.OPEN, Status.PENDING)


class PendingReason(StrEnum):
    """What a pending ticket waits for."""

    USER = "user"
    VENDOR = "vendor"
    CHANGE = "change"
    PROBLEM = "problem"
    SCHEDULED = "scheduled"


@dataclass(frozen=True)
class Standing:
    """The status with what belongs to it."""

    status: Status
    reason: PendingReason | None = None
    until: datetime | None = None
    """For a scheduled ticket: when it opens again, UTC."""
    note: str = ""
    """For a resolved or cancelled ticket: what was done, or why."""
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: int = 0
    """How often it came back after it had seemed solved."""
    reminded: int = 0
    """How often the requester was reminded that IT waits for her, since it waits."""
