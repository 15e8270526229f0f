"""How people reach IT."""

from dataclasses import dataclass, field
from datetime import date

from itdesk.domain.documents.calendar import OpenHours
from itdesk.domain.documents.words import Words

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

    def closed_in(self, year: int) -> frozenset[date]:
        """Return the days of a year on which nobody answers."""
        return frozenset(day for day in self.closed_days if day.year == year)
