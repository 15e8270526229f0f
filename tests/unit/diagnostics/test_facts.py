"""The document of facts: what is kept back is not in it, and it fits."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.facts import Facts, NotFacts, read_facts

FACTS = Facts(
    collected_in_ms=7,
    facts={
        "host": {"name": "PC", "domain": "d"},
        "software": {"programs": [{"name": str(number)} for number in range(400)]},
        "battery": {"error": "This computer has no battery."},
        "quiet": {},
    },
)


def test_probes_and_single_fields_are_kept_back() -> None:
    facts = FACTS.without(["battery"], [("host", "domain"), ("software", "programs")])
    assert facts.facts == {"host": {"name": "PC"}, "quiet": {}}
    assert FACTS.without([]) == FACTS


def test_the_count_of_a_list_goes_with_it() -> None:
    facts = Facts(collected_in_ms=1, facts={"p": {"l": [1], "l_count": 9, "x": 1}})
    assert facts.without([], [("p", "l")]).facts == {"p": {"x": 1}}


@pytest.mark.parametrize("most_bytes", [200, 1000, 5000])
def test_the_longest_list_is_cut_until_all_fits(most_bytes: int) -> None:
    facts = FACTS.fitting(most_bytes)
    programs = facts.facts["software"]["programs"]
    assert isinstance(programs, list)
    assert len(facts.to_json()) <= most_bytes or programs == []
    assert facts.facts["software"]["programs_count"] == 400
    assert programs == FACTS.facts["software"]["programs"][: len(programs)]  # type: ignore[index]
    assert facts.facts["host"] == FACTS.facts["host"]


def test_what_fits_stays_as_it_is() -> None:
    assert FACTS.fitting(1_000_000) == FACTS


def test_a_document_is_read_as_it_was_written() -> None:
    assert read_facts(FACTS.to_json().decode()) == FACTS
    first = json.dumps({"schema": 1, "collected_in_ms": "?", "facts": {"host": {"name": "PC"}, "odd": 3}})
    assert read_facts(first).facts == {"host": {"name": "PC"}}


@given(st.text() | st.recursive(st.none() | st.text(), st.lists).map(json.dumps))
def test_another_text_is_no_document(text: str) -> None:
    with pytest.raises(NotFacts):
        read_facts(text)
