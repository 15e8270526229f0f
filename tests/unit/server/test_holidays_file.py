"""Closed days out of iCalendar files, as programs write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.server.holidays_file import MOST_BYTES, BadHolidays, closed_days_in

TODAY = date(2026, 11, 26)


def ics(*lines: str) -> bytes:
    event = ["BEGIN:VEVENT", "UID:1@test", "DTSTAMP:20261101T000000Z", *lines, "END:VEVENT"]
    written = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *event, "END:VCALENDAR", "")
    return "\r\n".join(written).encode()


def day(text: str) -> str:
    return f"DTSTART;VALUE=DATE:{text}"


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ([day("20261224")], {date(2026, 12, 24)}),
        ([day("20261224"), "DTEND;VALUE=DATE:20261225"], {date(2026, 12, 24)}),
        ([day("20261224"), "DTEND;VALUE=DATE:20261227"], {date(2026, 12, day) for day in (24, 25, 26)}),
        ([day("20261224"), "DURATION:P2D"], {date(2026, 12, 24), date(2026, 12, 25)}),
        ([day("20261224"), "SUMMARY:Wigilia\r\n  Bożego Narodzenia"], {date(2026, 12, 24)}),
    ],
)
def test_whole_days_are_closed(lines: list[str], days: set[date]) -> None:
    assert closed_days_in(ics(*lines), TODAY) == days


def test_what_comes_again_every_year_is_told_ten_years_ahead() -> None:
    found = closed_days_in(ics(day("20251212"), "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20271212"), TODAY)
    assert found == {date(year, 12, 12) for year in range(2025, 2036) if year != 2027}


def test_a_last_friday_is_reckoned() -> None:
    found = closed_days_in(ics(day("20261127"), "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2"), TODAY)
    assert found == {date(2026, 11, 27), date(2026, 12, 25)}


def test_a_rule_that_ends_at_a_time_of_utc_is_read() -> None:
    found = closed_days_in(ics(day("20261201"), "RRULE:FREQ=DAILY;UNTIL=20261203T000000Z"), TODAY)
    assert found == {date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3)}


def test_cancelled_events_are_left_out() -> None:
    with pytest.raises(BadHolidays, match="no events"):
        closed_days_in(ics(day("20261224"), "STATUS:CANCELLED"), TODAY)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no iCalendar file"),
        (b"GIF89a \xff\xfe", "no iCalendar file"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no events"),
        (b" " * (MOST_BYTES + 1), f"at most {MOST_BYTES}"),
        (ics("DTSTART:20261224T090000Z", "SUMMARY:Meeting"), "“Meeting” has a time of day"),
        (ics("SUMMARY:Never"), "“Never” has no beginning"),
        (ics(day("20261224"), "DTEND;VALUE=DATE:20261224"), "is 0 days long"),
        (ics(day("20261224"), "DTEND;VALUE=DATE:20270224"), "is 62 days long"),
        (ics(day("20261224"), "DTEND;VALUE=DATE:20261220"), "is -4 days long"),
        (ics(day("20261399"), "SUMMARY:Broken"), "."),
        (ics(day("20261224"), "RRULE:FREQ=SOMETIMES"), "."),
        (ics(day("20261224"), "RRULE:FREQ=SECONDLY"), "in a way that days do not"),
        (ics(day("20261224"), "RRULE:FREQ=YEARLY;INTERVAL=0"), "in a way that days do not"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(BadHolidays, match=says):
        closed_days_in(content, TODAY)


LINES = some.sampled_from(
    [
        day("20261224"),
        "DTEND;VALUE=DATE:20261226",
        "DTEND:20261226T100000Z",
        "DURATION:P1D",
        "DURATION:-P1D",
        "DURATION:PT5M",
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=DAILY;COUNT=5",
        "RRULE:FREQ=WEEKLY;BYDAY=MO;INTERVAL=0",
        "RRULE:",
        "EXDATE:20261224",
        "EXDATE;VALUE=DATE:20261224",
        "STATUS:CONFIRMED",
        "BEGIN:VALARM",
        "SUMMARY",
        "\x00",
    ]
)


@given(some.lists(LINES, max_size=5))
def test_any_file_gives_days_or_one_sentence(lines: list[str]) -> None:
    said = ""
    try:
        found = closed_days_in(ics(*lines), TODAY)
    except BadHolidays as error:
        said = str(error)
    assert said.endswith(".") or all(isinstance(one, date) for one in found)
    assert "\n" not in said


@given(some.binary(max_size=200))
def test_no_bytes_break_it(content: bytes) -> None:
    with pytest.raises(BadHolidays):
        closed_days_in(content, TODAY)
