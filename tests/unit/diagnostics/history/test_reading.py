"""What changed before it broke, read from a real journal."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from itdesk.diagnostics.anywhere.changes import FIELDS, MOST_CHANGES, changes_probe
from itdesk.diagnostics.collector import ask
from itdesk.diagnostics.comparison import Change, Difference
from itdesk.diagnostics.history.journal import Journal
from itdesk.diagnostics.history.reading import changes_since, read_changes
from itdesk.diagnostics.history.records import Happening, Sample
from tests.unit.diagnostics.history.computer import MONDAY, Computer, program

TUESDAY = MONDAY + timedelta(days=1)
WORD = Difference(
    probe="software",
    field="programs",
    row="Word",
    column="version",
    before="1",
    after="2",
    what=Change.CHANGED,
)
NEW = replace(WORD, column="", before=None, after={"name": "Word", "version": "2"}, what=Change.ADDED)
GONE = replace(NEW, before={"name": "Word", "version": "2"}, after=None, what=Change.REMOVED)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal with a good Monday: one sample, at 8:00 UTC."""
    journal = Journal(tmp_path)
    journal.append([Sample(at=MONDAY, connected=True)], MONDAY)
    return journal


def happen(journal: Journal, at: datetime, *differences: Difference, hours: float = 1) -> None:
    since = at - timedelta(hours=hours)
    journal.append([Happening(at=at, since=since, difference=one) for one in differences], at)


def texts(
    journal: Journal, now: datetime = TUESDAY, broke_at: datetime | None = None
) -> list[tuple[str, ...]]:
    entries = changes_since(journal, now, broke_at, UTC).entries
    return [(one.what.value, one.row, one.column, one.before, one.after) for one in entries]


def test_an_empty_history_is_no_error(tmp_path: Path) -> None:
    assert read_changes(tmp_path / "missing", MONDAY) == {"changes": []}
    assert ask(changes_probe(lambda: read_changes(tmp_path, MONDAY))) == {"changes": []}


def test_the_probe_says_it_as_declared(journal: Journal, tmp_path: Path) -> None:
    happen(journal, TUESDAY - timedelta(minutes=90), WORD)
    values = read_changes(tmp_path, TUESDAY)
    assert ask(changes_probe(lambda: values)) == values
    assert values["good_at"] == "2026-03-02T08:00:00+00:00"
    assert values["changes"] == [
        {
            "at": "2026-03-03T06:30:00+00:00",
            "minutes_before": 90,
            "probe": "software",
            "field": "programs",
            "row": "Word",
            "column": "version",
            "before": "1",
            "after": "2",
            "what": "changed",
        }
    ]


def test_what_was_before_the_good_state_is_not_told(journal: Journal) -> None:
    happen(journal, MONDAY - timedelta(hours=1), NEW)
    happen(journal, MONDAY, NEW)
    assert texts(journal) == []


def test_without_a_good_state_all_that_is_known_is_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.append([Sample(at=MONDAY, connected=False)], MONDAY)
    happen(journal, MONDAY, WORD)
    assert changes_since(journal, TUESDAY, zone=UTC).good_at is None
    assert texts(journal) == [("changed", "Word", "version", "1", "2")]


def test_newest_first_and_of_too_many_the_newest(journal: Journal) -> None:
    for number in range(100):
        happen(journal, MONDAY + timedelta(minutes=number), replace(NEW, row=f"{number}"))
    rows = [row for _, row, *_ in texts(journal)]
    assert rows == [f"{number}" for number in range(99, 99 - MOST_CHANGES, -1)]


def test_what_was_noticed_after_it_broke_may_have_been_the_cause(journal: Journal) -> None:
    broke_at = TUESDAY - timedelta(hours=2)
    happen(journal, TUESDAY - timedelta(minutes=90), WORD, hours=1)
    happen(journal, TUESDAY - timedelta(minutes=30), GONE, hours=1)
    (entry,) = changes_since(journal, TUESDAY, broke_at, UTC).entries
    assert (entry.column, entry.minutes_before) == ("version", 0)


def test_what_says_when_it_happened_is_told_then(journal: Journal) -> None:
    crashed = (TUESDAY - timedelta(minutes=50)).isoformat()
    crash = replace(
        NEW,
        probe="crashes",
        field="crashes",
        row=crashed,
        after={"program": "Word", "at": crashed, "code": "c5"},
    )
    happen(journal, TUESDAY, crash)
    (entry,) = changes_since(journal, TUESDAY, None, UTC).entries
    assert (entry.minutes_before, entry.after) == (50, "Word, c5")
    assert texts(journal, broke_at=TUESDAY - timedelta(minutes=55)) == []


def test_of_several_changes_the_outcome_is_told(journal: Journal) -> None:
    for minutes, (before, after) in enumerate([("1", "2"), ("2", "3"), ("3", "5")]):
        happen(journal, MONDAY + timedelta(minutes=minutes + 1), replace(WORD, before=before, after=after))
    assert texts(journal) == [("changed", "Word", "version", "1", "5")]
    assert changes_since(journal, TUESDAY, zone=UTC).entries[0].at == MONDAY + timedelta(minutes=3)


def test_what_came_back_is_not_told(journal: Journal) -> None:
    happen(journal, MONDAY + timedelta(minutes=1), WORD, GONE)
    happen(journal, MONDAY + timedelta(minutes=2), replace(WORD, before="2", after="1"), NEW)
    assert texts(journal) == []


def test_a_change_that_was_written_twice_is_told_once(journal: Journal) -> None:
    for minutes in (1, 2):
        happen(journal, MONDAY + timedelta(minutes=minutes), NEW, WORD)
    assert texts(journal) == [("added", "Word", "", "", "2"), ("changed", "Word", "version", "1", "2")]


def test_every_kind_of_value_becomes_a_text(journal: Journal) -> None:
    values = [(True, False), (90.5, 96), ("", "proxy:8080"), (None, "cups.service")]
    for number, (before, after) in enumerate(values):
        happen(
            journal,
            MONDAY + timedelta(minutes=9 - number),
            replace(WORD, row="", column=f"{number}", before=before, after=after),
        )
    assert [(before, after) for *_, before, after in texts(journal)] == [
        ("true", "false"),
        ("90.5", "96"),
        ("", "proxy:8080"),
        ("", "cups.service"),
    ]


def test_what_was_written_while_the_clock_was_ahead_is_passed_over(journal: Journal) -> None:
    far = TUESDAY + timedelta(days=300)
    journal.append([Sample(at=far, connected=True)], far)
    happen(journal, far, WORD)
    assert texts(journal) == []
    assert changes_since(journal, TUESDAY, zone=UTC).good_at == MONDAY


def test_a_whole_story(tmp_path: Path) -> None:
    """Monday is well; over night an update comes; on Tuesday morning it is told."""
    computer = Computer()
    sampler = computer.sampler(tmp_path)
    sampler.sample()
    sampler.look_thoroughly()
    computer.wait(hours=8)
    sampler.sample()
    computer.wait(hours=16)
    computer.says["software"] = {"programs": [program("Word", "1"), program("Zoom", "6")]}
    sampler = computer.sampler(tmp_path)
    sampler.sample()
    computer.wait(minutes=2)
    sampler.look_thoroughly()
    computer.wait(minutes=30)
    changes = changes_since(Journal(tmp_path), computer.at, zone=UTC)
    assert changes.good_at == MONDAY + timedelta(hours=8)
    (entry,) = changes.entries
    assert (entry.row, entry.before, entry.after, entry.minutes_before) == ("Zoom", "5", "6", 30)


def test_changes_are_no_news_themselves() -> None:
    assert all(field.passing for field in FIELDS)
