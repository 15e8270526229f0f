"""How the helpdesk is reached, and whether somebody answers now."""

from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.documents import HELPDESK, Helpdesk, Words
from itdesk.domain.opening_hours import OpenTime
from itdesk.replica import contents
from itdesk.services.desk import Desk


@dataclass(frozen=True, kw_only=True)
class HelpdeskNow:
    """The helpdesk at one moment. Times are UTC; what IT has not told is empty."""

    name: Words
    phone: str
    address: str
    is_open: bool | None
    """`None`: IT has not told when it is open; say nothing of it then."""
    until: datetime | None
    """When it closes; `None` when it is closed, or never closes."""
    opens_at: datetime | None
    """When it opens next; `None` when it is open, or not within a year."""
    usual_first_answer_min: int | None
    """In minutes within opening hours."""


def helpdesk_now(desk: Desk, now: datetime) -> HelpdeskNow | None:
    """Return how things stand at `now`; `None` when IT has told nothing of itself. Raises WorldFailed."""
    told = contents.document(desk.replica, Helpdesk, HELPDESK)
    return None if told is None else _at(told, now)


def _at(told: Helpdesk, now: datetime) -> HelpdeskNow:
    time = OpenTime(told)
    is_open = time.is_open(now) if time.is_told else None
    return HelpdeskNow(
        name=told.name,
        phone=told.phone,
        address=told.address,
        is_open=is_open,
        until=time.open_until(now),
        opens_at=None if is_open else time.opens_next(now),
        usual_first_answer_min=told.usual_first_answer_min,
    )
