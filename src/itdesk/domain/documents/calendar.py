"""When work is done: hours of a week by the clock on a wall, and the days on which nobody comes."""

from dataclasses import dataclass
from datetime import date, time

from itdesk.domain.documents.words import Words
from itdesk.domain.ids import CalendarId
from itdesk.domain.public_holidays import public_holidays


@dataclass(frozen=True, kw_only=True)
class OpenHours:
    """When somebody answers on one day of the week, by the clock on the wall.

    `weekday` is 0 for Monday to 6 for Sunday. Closing at 00:00 is the end of that day; closing earlier than
    opening is on the next day. Hours belong to the day on which they open: a closed day has none.
    """

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The hours by which promised times are counted. `domain.calendar_rules` says what must hold.

    `zone` is IANA's name. `public_holidays` is the code of a country whose holidays are closed days
    (`domain.public_holidays` knows them), or nothing; `closed_days` are closed as well.
    """

    id: CalendarId
    name: Words
    zone: str
    hours: tuple[OpenHours, ...]
    public_holidays: str = ""
    closed_days: tuple[date, ...] = ()

    def closed_in(self, year: int) -> frozenset[date]:
        """Return the days of a year on which nobody comes."""
        own = frozenset(day for day in self.closed_days if day.year == year)
        return own | public_holidays(self.public_holidays, year)
