"""Lines of the journal: what was written is read again, what is damaged is nothing."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.comparison import Change, Difference
from itdesk.diagnostics.history.records import (
    LINE_BYTES,
    Happening,
    Record,
    Sample,
    from_line,
    moment,
    to_line,
)
from tests.unit.diagnostics.history.computer import MONDAY

CRASH = Difference(
    probe="crashes",
    field="crashes",
    row="2026-03-02T07:30:00+00:00",
    column="",
    before=None,
    after={"at": "2026-03-02T07:30:00+00:00", "program": "Word"},
    what=Change.ADDED,
)
HAPPENING = Happening(at=MONDAY, since=MONDAY - timedelta(hours=1), difference=CRASH)
FULL = Sample(
    at=MONDAY,
    booted_at=MONDAY,
    load_percent=3.5,
    memory_percent=40,
    disk_percent=70.1,
    free_bytes=10**12,
    connected=True,
    level="full",
    kind="wireless",
)


@pytest.mark.parametrize("record", [FULL, Sample(at=MONDAY), Sample(at=MONDAY, connected=False), HAPPENING])
def test_what_was_written_is_read_again(record: Record) -> None:
    line = to_line(record)
    assert line.count(b"\n") == 1
    assert from_line(line) == record


def test_a_day_of_samples_is_small() -> None:
    assert len(to_line(FULL)) * 288 < 60_000


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"{",
        b"[]",
        b"7",
        b"\xff\x00",
        b"{}",
        b'{"at":"2026-03-02"}',
        b'{"at":"2026-03-02T08:00:00"}',
        b'{"at":"0001-01-01T00:00:00+14:00"}',
        b'{"at":7}',
        b"[" * LINE_BYTES,
        b'{"at":"2026-03-02T08:00:00Z","load":' + b"9" * 5000 + b"}",
        b'{"at":"2026-03-02T08:00:00Z"}' + b" " * LINE_BYTES,
        b'{"at":"2026-03-02T08:00:00Z","probe":"p","field":"f","what":"added"}',
        b'{"at":"2026-03-02T08:00:00Z","since":"2026-03-02T07:00:00Z","probe":"p","field":"f","what":"odd"}',
        b'{"at":"2026-03-02T08:00:00Z","since":"2026-03-02T07:00:00Z","probe":[],"field":"f","what":"added"}',
        to_line(HAPPENING)[:-20],
    ],
)
def test_a_damaged_line_is_nothing(line: bytes) -> None:
    assert from_line(line) is None


def test_of_a_sample_what_is_of_another_kind_is_not_known() -> None:
    told = {
        "at": MONDAY.isoformat(),
        "load": "7",
        "memory": True,
        "disk": None,
        "free": 10**400,
        "connected": 1,
    }
    assert from_line(json.dumps(told | {"level": 7, "kind": [], "booted_at": "x"}).encode()) == Sample(
        at=MONDAY
    )
    assert from_line(b'{"at":"2026-03-02T08:00:00Z","load":NaN,"disk":Infinity}') == Sample(at=MONDAY)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
MOMENTS = st.just("2026-03-02T08:00:00Z") | st.text()
OBJECTS = st.fixed_dictionaries(
    {"at": MOMENTS},
    optional={
        **dict.fromkeys(
            ("load", "memory", "disk", "free", "connected", "before", "after", "row", "column"), JSON
        ),
        "since": MOMENTS,
        "probe": st.just("p") | JSON,
        "field": st.just("f") | JSON,
        "what": st.sampled_from(["added", "changed", "odd"]) | JSON,
    },
)


@given(OBJECTS | JSON)
def test_any_object_is_a_record_that_can_be_written_again_or_nothing(told: object) -> None:
    record = from_line(json.dumps(told).encode())
    if record is not None:
        assert from_line(to_line(record)) == record


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_a_record_or_nothing(line: bytes) -> None:
    from_line(line)


def test_what_happened_may_say_when() -> None:
    assert HAPPENING.own_moment == moment("2026-03-02T08:30:00+01:00")
    noticed_before = Happening(at=MONDAY, since=MONDAY - timedelta(minutes=5), difference=CRASH)
    assert noticed_before.own_moment is None
