"""Events in the XML that the log renders (documented as "Event Schema" at learn.microsoft.com)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.windows.event_xml import LEVELS, parse_event
from tests.unit.diagnostics.windows.recorded_events import APPLICATION_ERROR, KERNEL_POWER, OLD_DISK


def test_an_event_with_its_words() -> None:
    event = parse_event(KERNEL_POWER)
    assert event is not None
    assert (event.level, event.source, event.number) == ("critical", "Microsoft-Windows-Kernel-Power", 41)
    assert event.at == datetime(2024, 2, 14, 4, 31, 2, tzinfo=UTC)
    assert event.message.startswith("The system has rebooted without cleanly shutting down first. This error")
    assert "\n" not in event.message


def test_an_old_program_has_a_second_name_and_values_without_names() -> None:
    event = parse_event(OLD_DISK)
    assert event is not None
    assert (event.source, event.number, event.level) == ("disk", 153, "warning")
    assert event.message == r"\Device\Harddisk1\DR1, 0x1a2b3c"
    assert event.values == {"0": r"\Device\Harddisk1\DR1", "1": "0x1a2b3c"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<Event/>",
        APPLICATION_ERROR.replace("2025-03-26T23", "2025-99-26T23"),
        APPLICATION_ERROR[:-9],
        f'<!DOCTYPE Event [<!ENTITY a "aaaa">]>{APPLICATION_ERROR}',
        APPLICATION_ERROR + " " * 70_000,
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert parse_event(text) is None


@given(st.text() | st.integers(0, len(APPLICATION_ERROR)).map(lambda end: APPLICATION_ERROR[:end]))
def test_any_text_is_an_event_or_none(text: str) -> None:
    event = parse_event(text)
    assert event is None or event.at.tzinfo is UTC


@given(st.text(max_size=8), st.text(max_size=8))
def test_any_number_and_level_are_told_or_left_out(number: str, level: str) -> None:
    safe = str.maketrans({"<": "", "&": "", ">": ""})
    text = APPLICATION_ERROR.replace(">1000<", f">{number.translate(safe)}<").replace(
        "<Level>2", f"<Level>{level.translate(safe)}"
    )
    event = parse_event(text)
    assert event is None or event.level in {*LEVELS.values(), ""}
