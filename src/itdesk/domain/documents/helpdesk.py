"""How people reach IT."""

from dataclasses import dataclass, field
from datetime import date, time

from itdesk.domain.documents.words import Words


@dataclass(frozen=True, kw_only=True)
class OpenHours:
    """When somebody answers on one day of the week, by the clock on the helpdesk's wall.

    `weekday` is 0 for Monday to 6 for Sunday. Closing at 00:00 is the end of that day.
    """

    weekday: int
    opens: time
    closes: time


HELPDESK = "helpdesk"


@dataclass(frozen=True, kw_only=True)
class Helpdesk:
    """How people reach IT. There is one, with the id `HELPDESK`.

    `zone` is IANA's name of the time zone of `hours` and `closed_days`. No hours: nothing is said of them.
    `usual_first_answer_min` is in minutes within these hours, measured by the server; `None`: not known yet.
    """

    id: str = HELPDESK
    name: Words = field(default_factory=dict)
    phone: str = ""
    address: str = ""
    zone: str = "UTC"
    hours: tuple[OpenHours, ...] = ()
    closed_days: tuple[date, ...] = ()
    usual_first_answer_min: int | None = None
