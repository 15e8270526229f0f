"""Probes run side by side; one that fails or hangs harms no other."""

import json
import time
from collections.abc import Iterator, Mapping
from queue import SimpleQueue
from threading import Event, get_ident
from threading import enumerate as enumerate_threads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import Field, Kind, NotAvailable, Probe
from itdesk.diagnostics.bounds import bounded
from itdesk.diagnostics.collector import WHOLE_LIMIT_S, ask, collect
from itdesk.diagnostics.facts import Facts

LATE = (Field(name="late", description="", kind=Kind.TRUTH),)


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
    assert list(facts.facts.items()) == [("b", {"x": 1}), ("a", {"y": ["2"]})]


def test_nothing_to_ask() -> None:
    assert collect([]).facts == {}


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NotAvailable("There is no desktop."), "There is no desktop."),
        (OSError(5, "Input/output error"), "Asking it failed (OSError: [Errno 5] Input/output error)."),
        (RecursionError("deep"), "Asking it failed (RecursionError: deep)."),
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

    slow = Probe(name="slow", why="", fields=LATE, measure=hanging, limit_s=30)
    facts = collect([slow, probe("quick", {})], on_probe=on_probe, whole_limit_s=30)
    assert told == [("quick", get_ident()), ("slow", get_ident())]
    assert facts.facts["slow"] == {"late": True}


def test_implausible_numbers_are_named() -> None:
    field = Field(name="uptime_s", description="", kind=Kind.NUMBER, least=0, most=10)
    assert ask(probe("p", {"uptime_s": -1}, field)) == {
        "uptime_s": -1,
        "implausible": ["uptime_s"],
    }
    assert ask(probe("p", {"uptime_s": 10}, field)) == {"uptime_s": 10}
    assert ask(probe("p", {"uptime_s": True}, field)) == {}


def test_values_are_cut_and_cleaned() -> None:
    fields = (
        Field(name="t", description=""),
        Field(name="l", description="", kind=Kind.TEXTS),
        Field(name="few", description="", kind=Kind.TEXTS, items=2),
        Field(name="long", description="", chars=1000),
        Field(name="b", description=""),
        Field(name="c", description=""),
    )
    told = {"t": "x" * 300, "l": list(range(100)), "few": [1, 2], "long": "y" * 999, "b": b"\xffa"}
    values = bounded({**told, "c": "a\x00\ud800\n"}, fields)
    assert values["t"] == "x" * 255 + "…"
    assert values["l"] == [str(number) for number in range(64)]
    assert values["l_count"] == 100
    assert values["few"] == ["1", "2"]
    assert "few_count" not in values
    assert values["long"] == "y" * 999
    assert (values["b"], values["c"]) == ("�a", "a��")


def test_what_is_not_declared_is_not_told_nor_what_is_empty_or_of_another_kind() -> None:
    fields = (
        Field(name="text", description=""),
        Field(name="number", description="", kind=Kind.NUMBER),
        Field(name="truth", description="", kind=Kind.TRUTH),
        Field(name="texts", description="", kind=Kind.TEXTS),
        Field(name="table", description="", kind=Kind.TABLE, columns=(Field(name="x", description=""),)),
    )
    assert bounded({"secret": "s", "text": "", "number": None, "truth": False, "texts": []}, fields) == {
        "truth": False,
        "texts": [],
    }
    odd = {"number": "7", "truth": 1, "texts": "text", "table": [{"x": "1", "secret": 2}, {"secret": 3}, 4]}
    assert bounded(odd, fields) == {"table": [{"x": "1"}]}
    assert bounded({"number": float("nan"), "table": {"x": 1}}, fields) == {}
    assert bounded({"number": 2**64}, fields) == {}


def test_implausible_numbers_of_a_table_are_named_row_by_row() -> None:
    column = Field(name="percent", description="", kind=Kind.NUMBER, least=0, most=100)
    table = Field(name="disks", description="", kind=Kind.TABLE, columns=(column,))
    assert bounded({"disks": [{"percent": 101}, {"percent": 100.0}]}, [table]) == {
        "disks": [{"percent": 101, "implausible": ["percent"]}, {"percent": 100.0}]
    }


def test_what_comes_late_is_told_and_what_comes_too_late_is_not(hanging: Hanging) -> None:
    late: SimpleQueue[tuple[str, Mapping[str, object]]] = SimpleQueue()
    patient = Probe(name="patient", why="", fields=LATE, measure=hanging, limit_s=60)
    hasty = Probe(name="hasty", why="", fields=LATE, measure=hanging, limit_s=0.01)
    facts = collect([hasty, patient], on_late=lambda *told: late.put(told), whole_limit_s=0.05)
    assert all("error" in result for result in facts.facts.values())
    hanging.over.set()
    assert late.get(timeout=30) == ("patient", {"late": True})
    wait_for_threads("probe hasty")
    assert late.empty()


def wait_for_threads(name: str) -> None:
    for thread in enumerate_threads():
        if thread.name == name:
            thread.join(30)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters()) | st.binary(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=20,
)


FIELDS = tuple(
    Field(name=kind, description="", kind=kind, columns=(Field(name="text", description=""),))
    for kind in Kind
)
NAMES = st.sampled_from([*Kind, "other"])


@given(st.dictionaries(NAMES, JSON | st.lists(st.dictionaries(st.just("text"), JSON), max_size=3)))
def test_whatever_a_probe_says_can_be_stored_and_is_the_same_bytes_twice(values: dict[str, object]) -> None:
    facts = Facts(collected_in_ms=1, facts={"p": ask(probe("p", values, *FIELDS))})
    content = facts.to_json()
    assert content == facts.to_json()
    text = content.decode("utf-8")
    assert "\\u0000" not in text
    assert "other" not in facts.facts["p"]
    assert json.loads(text)["facts"]["p"] == facts.facts["p"]


def test_equal_facts_give_equal_bytes_and_can_be_left_out() -> None:
    one = Facts(collected_in_ms=1, facts={"a": {"x": 1, "y": 2}, "b": {}})
    other = Facts(collected_in_ms=1, facts={"b": {}, "a": {"y": 2, "x": 1}})
    assert one.to_json() == other.to_json()
    assert one.without(["a"]).facts == {"b": {}}
    assert one.without([]) == one
    assert one.with_probe("c", {"z": 3}).facts["c"] == {"z": 3}
