"""The journal replayed: from any state on, the changes that were kept lead to any later one."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itdesk.diagnostics.base import Field, Kind, Probe
from itdesk.diagnostics.comparison import Change, Difference, compare
from itdesk.diagnostics.history.journal import Journal
from itdesk.diagnostics.history.last_state import LastState
from itdesk.diagnostics.history.reading import told_once
from itdesk.diagnostics.history.records import Happening
from itdesk.diagnostics.history.watched import watched
from tests.unit.diagnostics.history.computer import Computer

Document = dict[str, dict[str, object]]
Rows = st.SearchStrategy[list[dict[str, object]]]

SMALL = st.sampled_from(["a", "b", "c"])
ONE_EACH: Rows = st.dictionaries(SMALL, st.sampled_from(["1", "2", None]), max_size=3).map(
    lambda found: [{"name": name, "version": version} for name, version in found.items()]
)
TWINS: Rows = st.lists(st.fixed_dictionaries({"name": SMALL, "version": SMALL}), max_size=5)
DISKS: Rows = st.dictionaries(SMALL, st.sampled_from([50, 89, 91, 94, 97]), max_size=2).map(
    lambda found: [{"mount": name, "used_percent": used} for name, used in found.items()]
)


def histories(programs: Rows) -> st.SearchStrategy[list[Document]]:
    """Return what a computer says, hour after hour: all at first, later less where probes fail."""
    build, level = {"build": SMALL}, {"level": SMALL}
    whole = {
        "operating_system": st.fixed_dictionaries(build),
        "network": st.fixed_dictionaries({"connected": st.booleans(), **level}, optional={"proxy": SMALL}),
        "software": st.fixed_dictionaries({"programs": programs}),
        "disks": st.fixed_dictionaries({"disks": DISKS}),
    }
    parts = whole | {
        "operating_system": st.fixed_dictionaries({}, optional=build),
        "network": st.fixed_dictionaries({}, optional={**level, "proxy": SMALL}),
    }
    later = st.lists(st.fixed_dictionaries({}, optional=parts), min_size=1, max_size=4)
    return st.builds(lambda first, others: [first, *others], st.fixed_dictionaries(whole), later)


class Story:
    """What the sampler knew after each state, and what it kept, by the hour."""

    def __init__(self, states: Iterable[Document], folder: Path) -> None:
        computer = Computer()
        self.probes = watched(computer.probes)
        self.known: list[Document] = []
        self._at: list[datetime] = []
        for state in states:
            computer.wait(hours=1)
            computer.says = dict(state)
            computer.sampler(folder).look_thoroughly()
            seen = LastState(folder / "state.json").read()
            self.known.append({name: dict(one.values) for name, one in seen.items()})
            self._at.append(computer.at)
        self._happened = [one for one in Journal(folder).records() if isinstance(one, Happening)]

    def happened(self, start: int, end: int) -> list[Happening]:
        return [one for one in self._happened if self._at[start] < one.at <= self._at[end]]

    def replayed(self, start: int, end: int) -> Document:
        document: Document = json.loads(json.dumps(self.known[start]))
        for one in self.happened(start, end):
            apply(document[one.difference.probe], self.probes[one.difference.probe], one.difference)
        return document


def apply(values: dict[str, object], probe: Probe, one: Difference) -> None:
    field = next(field for field in probe.fields if field.name == one.field)
    if field.kind is Kind.TABLE:
        rows = values[field.name]
        assert isinstance(rows, list)
        values[field.name] = apply_to_rows(field, rows, one)
        return
    assert values[field.name] == one.before
    values[field.name] = one.after


def apply_to_rows(
    field: Field, rows: list[Mapping[str, object]], one: Difference
) -> list[Mapping[str, object]]:
    if one.what is Change.ADDED and not one.column:
        assert isinstance(one.after, dict)
        return [*rows, one.after]
    passing = {column.name for column in field.columns if column.passing}
    if not one.column:
        gone = next(row for row in rows if lasting(row, passing) == one.before)
        return [row for row in rows if row is not gone]
    (row,) = (row for row in rows if row[field.key] == one.row)
    assert one.column in passing or row.get(one.column) == one.before
    return [*(other for other in rows if other is not row), {**row, one.column: one.after}]


def lasting(row: Mapping[str, object], passing: set[str]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in passing and value is not None}


@settings(deadline=None, max_examples=40)
@given(histories(ONE_EACH | TWINS))
def test_from_any_state_the_changes_lead_to_any_later_one(
    tmp_path_factory: pytest.TempPathFactory, states: list[Document]
) -> None:
    story = Story(states, tmp_path_factory.mktemp("history"))
    for end, known in enumerate(story.known):
        assert compare(known, states[end], story.probes.values()) == ()
        for start in range(end):
            assert compare(story.replayed(start, end), known, story.probes.values()) == ()


@settings(deadline=None, max_examples=40)
@given(histories(ONE_EACH))
def test_what_is_told_at_the_end_misses_no_place_that_differs(
    tmp_path_factory: pytest.TempPathFactory, states: list[Document]
) -> None:
    story = Story(states, tmp_path_factory.mktemp("history"))
    end = len(states) - 1
    for start in range(end):
        told = {one.difference.place[:3] for one in told_once(story.happened(start, end))}
        differing = compare(story.known[start], story.known[end], story.probes.values())
        # A disk that went and came back emptier is a disk that came back: how full it is passes.
        assert {one.place[:3] for one in differing if one.probe != "disks"} <= told
