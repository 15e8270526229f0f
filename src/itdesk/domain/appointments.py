"""An appointment between the requester and IT: a visit, a remote session, a training."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AppointmentKind(StrEnum):
    """What is to happen."""

    VISIT = "visit"
    REMOTE_SESSION = "remote_session"
    TRAINING = "training"


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """One side proposes times, the other accepts one or proposes others. Times are aware."""

    kind: AppointmentKind
    times: tuple[datetime, ...]
    """When it may begin, as proposed last."""
    minutes: int
    note: str = ""
    by_staff: bool
    """Whether IT proposed these times; then the requester accepts one of them, else IT does."""
    accepted: datetime | None = None
    is_cancelled: bool = False


@dataclass(frozen=True, kw_only=True)
class AppointmentProposed:
    """Times are proposed: for a new appointment, or instead of those that were."""

    kind: AppointmentKind
    times: tuple[datetime, ...]
    minutes: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class AppointmentAccepted:
    """One of the proposed times suits."""

    begins: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentCancelled:
    """It does not take place."""

    note: str = ""


Appointing = AppointmentProposed | AppointmentAccepted | AppointmentCancelled
