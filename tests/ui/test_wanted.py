"""What may be asked of the running desktop: a strict grammar, whatever comes from outside."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.ui.wanted import (
    LONGEST_ADDRESS,
    WORDS,
    is_wanted,
    message_of,
    ticket_number,
    wanted_at,
    wanted_in,
)

NUMBERS = st.integers(min_value=1, max_value=999_999_999_999)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def test_the_two_addresses_are_understood() -> None:
    assert wanted_at("itdesk://new") == "report"
    assert wanted_at("itdesk://ticket/1042") == "ticket/1042"
    assert wanted_at("ITDESK://ticket/1042/") == "ticket/1042", "as browsers pass it on"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "itdesk:",
        "itdesk://",
        "itdesk:new",
        "itdesk://NEW",
        "itdesk://new?title=x",
        "itdesk://new#x",
        "itdesk://new\n",
        " itdesk://new",
        "itdesk://me@new",
        "itdesk://ticket/",
        "itdesk://ticket/0",
        "itdesk://ticket/01042",
        "itdesk://ticket/-1",
        "itdesk://ticket/1042/../../new",
        "itdesk://ticket/1042?do=close",
        "itdesk://ticket/1042%20",
        "itdesk://ticket/١٠٤٢",
        "itdesk://ticket/1234567890123",
        "itdesk://console",
        "itdesk://ticket/1042//",
        "https://ticket/1042",
        "file:///etc/passwd",
        "--data-dir=/tmp",
        "itdesk://ticket/" + "1" * 100_000,
    ],
)
def test_everything_else_asks_for_nothing(address: str) -> None:
    assert wanted_at(address) is None


@given(st.text(max_size=LONGEST_ADDRESS * 2) | st.text(max_size=40).map(lambda rest: f"itdesk://{rest}"))
def test_no_text_asks_for_more_than_a_report_or_a_ticket(address: str) -> None:
    wanted = wanted_at(address)
    assert wanted in (None, "report") or ticket_number(wanted or "") is not None


@given(NUMBERS)
def test_every_number_has_its_address(number: int) -> None:
    wanted = wanted_at(f"itdesk://ticket/{number}")
    assert wanted is not None
    assert ticket_number(wanted) == number


@given(st.sampled_from(WORDS) | NUMBERS.map(lambda number: f"ticket/{number}"))
def test_what_is_wanted_survives_the_way(wanted: str) -> None:
    assert wanted_in(json.loads(json.dumps(message_of(wanted)))) == wanted


@given(ANYTHING | st.fixed_dictionaries({"wanted": st.sampled_from(WORDS) | ANYTHING, "ticket": ANYTHING}))
def test_no_message_asks_for_anything_else(message: object) -> None:
    wanted = wanted_in(message)
    assert wanted is None or is_wanted(wanted)


def test_an_earlier_desktop_shows_the_list() -> None:
    assert message_of("ticket/1042")["wanted"] == "tickets"


def test_what_a_later_version_adds_is_passed_over() -> None:
    assert wanted_in({"wanted": "report", "title": "x", "ticket": 7}) == "report"
    assert wanted_in({"wanted": "tickets", "ticket": "7"}) == "tickets"
    assert wanted_in({"wanted": "tickets", "ticket": True}) == "tickets"
