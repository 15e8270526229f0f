"""What must hold of a calendar."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from itdesk.domain.calendar_rules import BadCalendar, check_calendar
from itdesk.domain.documents import Calendar, OpenHours
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import CalendarId

OFFICE = Calendar(
    id=CalendarId("office"),
    name={"en": "Office"},
    zone="Europe/Warsaw",
    hours=hours_from("mon-fri 08:00-12:00; mon-fri 12:30-16:00"),
    public_holidays="pl",
)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "hours",
    [
        "mon-fri 08:00-12:00; mon-fri 12:00-16:00",
        "mon-sun 00:00-24:00",
        "fri 22:00-06:00; sat 06:00-10:00",
        "sun 22:00-06:00; mon 06:00-14:00",
    ],
)
def test_hours_that_touch_are_fine(hours: str) -> None:
    calendar = replace(OFFICE, hours=hours_from(hours))
    assert check_calendar(calendar) is calendar


def test_a_holiday_on_a_weekend_is_fine() -> None:
    calendar = replace(OFFICE, closed_days=(date(2026, 11, 28),))
    assert check_calendar(calendar) is calendar


@pytest.mark.parametrize(
    ("calendar", "says"),
    [
        (replace(OFFICE, hours=()), "has no hours"),
        (replace(OFFICE, id=CalendarId("of fice")), "id has"),
        (replace(OFFICE, name={"en": " "}), "no name"),
        (replace(OFFICE, zone="Mars/Olympus"), "no time zone “Mars/Olympus”"),
        (replace(OFFICE, zone="../etc/passwd"), "no time zone"),
        (replace(OFFICE, public_holidays="xx"), "“xx” are not known; known are: pl"),
        (replace(OFFICE, hours=(OpenHours(weekday=7, opens=time(8), closes=time(9)),)), "no weekday 7"),
        (replace(OFFICE, hours=(OpenHours(weekday=0, opens=time(8), closes=time(8)),)), "mon 08:00-08:00"),
        (replace(OFFICE, hours=hours_from("mon 08:00-12:00; mon 11:00-16:00")), "mon 08:00-12:00 and mon 11"),
        (replace(OFFICE, hours=hours_from("fri 22:00-06:00; sat 05:00-10:00")), "fri 22:00-06:00 and sat"),
        (replace(OFFICE, hours=hours_from("sun 22:00-06:00; mon 05:00-10:00")), "sun 22:00-06:00 and mon"),
        (replace(OFFICE, hours=hours_from("mon 00:00-24:00; mon 08:00-10:00")), "overlap"),
        (replace(OFFICE, hours=hours_from("mon 08:00-10:00") * 2), "overlap"),
        (replace(OFFICE, hours=hours_from("mon 08:00-10:00") * 71), "71 hours a week"),
        (replace(OFFICE, closed_days=(date(2026, 1, 1),) * 2001), "2001 closed days"),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(calendar: Calendar, says: str) -> None:
    with pytest.raises(BadCalendar, match=says) as raised:
        check_calendar(calendar)
    assert str(raised.value).startswith(f"Calendar “{calendar.id}”: ")
    assert str(raised.value).endswith(".")
