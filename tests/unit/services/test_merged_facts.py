"""Facts that were asked again, of a few probes, do not take the others away."""

import json

import pytest

from itdesk.services.merged_facts import merged_facts


def document(**facts: object) -> str:
    return json.dumps({"schema": 1, "collected_in_ms": 5, "facts": facts})


def read(text: str | None) -> dict[str, object]:
    found = json.loads(text or "{}")["facts"]
    assert isinstance(found, dict)
    return found


def test_what_was_asked_again_is_laid_over_the_rest() -> None:
    whole = document(device={"id": "a"}, disks={"free": 1}, host={"name": "PC"})
    assert read(merged_facts([whole, document(disks={"free": 9})])) == {
        "device": {"id": "a"},
        "disks": {"free": 9},
        "host": {"name": "PC"},
    }


@pytest.mark.parametrize("newer", [document(device={"id": "b"}), "not json", "[]", '{"facts": 3}'])
def test_another_computer_or_no_facts_are_not_mixed(newer: str) -> None:
    assert merged_facts([document(device={"id": "a"}, host={}), newer]) == newer


def test_one_is_left_as_it_is_and_none_is_none() -> None:
    assert merged_facts(["whatever"]) == "whatever"
    assert merged_facts([]) is None
