"""What IT tells everybody for a while."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import AnnouncementId


class AnnouncementKind(StrEnum):
    """What IT announces. Only an outage or a maintenance is a trouble that people have."""

    INFORMATION = "information"
    OUTAGE = "outage"
    MAINTENANCE = "maintenance"

    @classmethod
    def _missing_(cls, _value: object) -> "AnnouncementKind":
        """A kind from the future is still told."""
        return cls.INFORMATION

    @property
    def is_trouble(self) -> bool:
        """Whether somebody may want to report what is announced."""
        return self is not AnnouncementKind.INFORMATION


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """What IT tells everybody for a while. The body is plain text, times are UTC.

    `people` is how many said that they have it too: the server counts them.
    """

    id: AnnouncementId
    title: Words
    body: Words
    kind: AnnouncementKind = AnnouncementKind.INFORMATION
    symptoms: tuple[str, ...] = ()
    begins_at: datetime
    ends_at: datetime | None = None
    people: int = 0
    staff_only: bool = False
