"""What the shell reads of a desk in the background, before and while windows show it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from itdesk.domain.documents import Announcement
    from itdesk.services.desk import Desk
    from itdesk.services.helpdesk import HelpdeskNow
    from itdesk.services.standing import Standing
    from itdesk.services.symptoms import Symptom


@dataclass(frozen=True)
class Opened:
    """What was read before any window shows it."""

    mark: object
    desk: "Desk | None"
    symptoms: "Sequence[Symptom]"


@dataclass(frozen=True)
class Now:
    """What the windows keep showing of the desk."""

    standing: "Standing"
    symptoms: "Sequence[Symptom]"
    announcements: "Sequence[Announcement]" = ()
    """What IT announces now and the person has not dismissed."""
    helpdesk: "HelpdeskNow | None" = None
    turn: "datetime | None" = None
    """When something announced begins or ends by itself."""


def read_now(desk: "Desk") -> Now:
    """Return how things stand. Raises WorldFailed."""
    from itdesk.services.announcements import next_turn, standing_announcements
    from itdesk.services.helpdesk import helpdesk_now
    from itdesk.services.standing import standing
    from itdesk.services.symptoms import symptoms

    return Now(
        standing=standing(desk),
        symptoms=symptoms(desk),
        announcements=standing_announcements(desk),
        helpdesk=helpdesk_now(desk, desk.now()),
        turn=next_turn(desk),
    )
