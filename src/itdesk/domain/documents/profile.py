"""What somebody in IT knows, and when she works."""

from dataclasses import dataclass
from datetime import date, datetime

from itdesk.domain.documents.calendar import OpenHours
from itdesk.domain.ids import PersonId
from itdesk.domain.skills import Skill


@dataclass(frozen=True, kw_only=True)
class Absence:
    """From `begins_at` until before `ends_at`, both UTC. Why is nobody's business."""

    begins_at: datetime
    ends_at: datetime


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One for each who takes part in automatic assignment; its id is the person's.

    `hours` and `closed_days` are by the clock of `zone` (IANA). No hours: at any time, but for absences.
    """

    id: PersonId
    skills: tuple[Skill, ...] = ()
    zone: str = "UTC"
    hours: tuple[OpenHours, ...] = ()
    closed_days: tuple[date, ...] = ()
    absences: tuple[Absence, ...] = ()
