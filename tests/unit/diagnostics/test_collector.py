"""Probes run side by side; one that fails or hangs harms no other."""

import json
import time
from collections.abc import Iterator, Mapping
from threading import Event, get_ident

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import Field, Kind, NotAvailable, Probe
from itdesk.diagnostics.bounds import bounded
from itdesk.diagnostics.collector import WHOLE_LIMIT_S, ask, collect
from itdesk.diagnostics.facts import Facts


class Hanging:
    """A measurement that waits until the test ends."""

    def __init__(self) -> None:
        self.over = Event()

    def __call__(self) -> Mapping[str, object]:
        self.over.wait(60)
        return {"late": True}


@pytest.fixture
def hanging() -> Iterator[Hanging]:
    measurement = Hanging()
    yield measurement
    measurement.over.set()


def probe(name: str, values: Mapping[str, object], *fields: Field) -> Probe:
    declared = fields or tuple(
        Field(name=key, description="", kind=kind_of(value)) for key, value in values.items()
    )
    return Probe(name=name, why="", fields=declared, measure=lambda: values)


def kind_of(value: object) -> Kind:
    if isinstance(value, bool):
        return Kind.TRUTH
    if isinstance(value, int | float):
        return Kind.NUMBER
    return Kind.TEXTS if isinstance(value, list) else Kind.TEXT


def failing(name: str, error: Exception) -> Probe:
    def measure() -> Mapping[str, object]:
        raise error

    return Probe(name=name, why="", fields=(), measure=measure)


def test_all_answers_are_there_in_the_order_of_the_probes() -> None:
    facts = collect([probe("b", {"x": 1}), probe("a", {"y": [2]})])
    assert list(facts.facts.items()) == [("b", {"x": 1}), ("a", {"y": [2]})]


def test_nothing_to_ask() -> None:
    assert collect([]).facts == {}


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NotAvailable("There is no desktop."), "There is no desktop."),
        (OSError(5, "Input/output error"), "OSError: [Errno 5] Input/output error"),
        (RecursionError("deep"), "RecursionError: deep"),
    ],
)
def test_a_probe_fails_alone(error: Exception, sentence: str) -> None:
    facts = collect([failing("bad", error), probe("good", {"x": 1})])
    assert facts.facts == {"bad": {"error": sentence}, "good": {"x": 1}}


def test_a_hanging_probe_costs_its_own_limit_only(hanging: Hanging) -> None:
    late = Probe(name="late", why="", fields=(), measure=hanging, limit_s=0.05)
    facts = collect([late, probe("good", {"x": 1})])
    assert facts.facts == {"late": {"error": "It did not answer in time."}, "good": {"x": 1}}
    assert 50 <= facts.collected_in_ms < 1000


def test_the_whole_is_bounded_whatever_the_probes_allow_themselves(hanging: Hanging) -> None:
    patient = [Probe(name=str(n), why="", fields=(), measure=hanging, limit_s=600) for n in range(20)]
    begun = time.monotonic()
    facts = collect(patient, whole_limit_s=0.1)
    assert time.monotonic() - begun < 1.5
    assert all("error" in result for result in facts.facts.values())
    assert WHOLE_LIMIT_S <= 1.5


def test_results_are_told_as_they_arrive_on_the_asking_thread(hanging: Hanging) -> None:
    told: list[tuple[str, int]] = []

    def on_probe(name: str, result: Mapping[str, object]) -> None:
        told.append((name, get_ident()))
        if name == "quick":
            hanging.over.set()  # only now may the slow one answer

    slow = Probe(name="slow", why="", fields=(), measure=hanging, limit_s=30)
    facts = collect([slow, probe("quick", {})], on_probe=on_probe, whole_limit_s=30)
    assert told == [("quick", get_ident()), ("slow", get_ident())]
    assert facts.facts["slow"] == {"late": True}


def test_implausible_numbers_are_named() -> None:
    field = Field(name="uptime_s", description="", least=0, most=10)
    assert ask(probe("p", {"uptime_s": -1, "x": 99}, field)) == {
        "uptime_s": -1,
        "x": 99,
        "implausible": ["uptime_s"],
    }
    assert ask(probe("p", {"uptime_s": 10}, field)) == {"uptime_s": 10}
    assert ask(probe("p", {"uptime_s": True}, field)) == {"uptime_s": True}


def test_values_are_cut_and_cleaned() -> None:
    values = bounded({"t": "x" * 300, "l": list(range(100)), "b": b"\xffa", "c": "a\x00\ud800\n", "n": None})
    assert values["t"] == "x" * 255 + "…"
    assert values["l"] == list(range(64))
    assert values["l_count"] == 100
    assert (values["b"], values["c"], values["n"]) == ("�a", "a���", None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters()) | st.binary(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=20,
)


@given(st.dictionaries(st.text(alphabet=st.characters()), JSON, max_size=6))
def test_whatever_a_probe_says_can_be_stored_and_is_the_same_bytes_twice(values: dict[str, object]) -> None:
    facts = Facts(collected_in_ms=1, facts={"p": ask(probe("p", values))})
    content = facts.to_json()
    assert content == facts.to_json()
    text = content.decode("utf-8")
    assert "\\u0000" not in text
    assert json.loads(text)["schema"] == 1


def test_equal_facts_give_equal_bytes_and_can_be_left_out() -> None:
    one = Facts(collected_in_ms=1, facts={"a": {"x": 1, "y": 2}, "b": {}})
    other = Facts(collected_in_ms=1, facts={"b": {}, "a": {"y": 2, "x": 1}})
    assert one.to_json() == other.to_json()
    assert one.without(["a"]).facts == {"b": {}}
    assert one.without([]) == one
    assert one.with_probe("c", {"z": 3}).facts["c"] == {"z": 3}
