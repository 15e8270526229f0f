"""What changed on this computer since it was last well, newest first."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from itdesk.diagnostics.anywhere.changes import MOST_CHANGES
from itdesk.diagnostics.comparison import Change, Difference, change_of
from itdesk.diagnostics.history.journal import Journal
from itdesk.diagnostics.history.last_good import last_good, trouble_at
from itdesk.diagnostics.history.records import Happening, Record

AHEAD = timedelta(minutes=5)
"""What is later than this was written while the clock was wrong."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One change. It happened `at` a moment, as far as that is known, or was noticed then.

    `before` and `after` are texts: of a row its values without the key, with ", " between.
    """

    at: datetime
    minutes_before: int
    probe: str
    field: str
    row: str
    column: str
    before: str
    after: str
    what: Change


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The changes since `good_at`; None when no good state is known: then all that is known."""

    good_at: datetime | None
    entries: tuple[Entry, ...]


def changes_since(
    journal: Journal, now: datetime, broke_at: datetime | None = None, zone: tzinfo | None = None
) -> Changes:
    """Return what changed between the last good state and the trouble: the newest, as many as a report holds.

    A change is one of them when it may have happened before `broke_at`, even if it was noticed later. Of what
    changed several times the outcome is told, of what came back nothing.
    """
    records = [record for record in journal.records() if record.at <= now + AHEAD]
    trouble = trouble_at(now, broke_at)
    good_at = last_good(records, now, broke_at, zone)
    told = told_once(_between(records, good_at, trouble))
    entries = sorted((_entry(one, trouble) for one in told), key=lambda entry: entry.at, reverse=True)
    return Changes(good_at=good_at, entries=tuple(entries[:MOST_CHANGES]))


def read_changes(folder: Path, now: datetime, broke_at: datetime | None = None) -> dict[str, object]:
    """Return the values of the probe "changes" from the journal in `folder`; an empty one is no error."""
    changes = changes_since(Journal(folder), now, broke_at)
    told: dict[str, object] = {"changes": [_row(entry) for entry in changes.entries]}
    return told | ({"good_at": _written(changes.good_at)} if changes.good_at else {})


def told_once(happenings: Iterable[Happening]) -> list[Happening]:
    """Return one happening for each place: from the first value to the last, at the time of the last.

    Rows are told apart by all that they hold. Nothing is told of what is at the end as it was at the start.
    """
    first: dict[str, Difference] = {}
    last: dict[str, Happening] = {}
    for happening in happenings:
        key = _identity(happening.difference)
        first.setdefault(key, happening.difference)
        last[key] = happening
    outcomes = (_outcome(first[key], happening) for key, happening in last.items())
    return [outcome for outcome in outcomes if outcome is not None]


def _between(records: Iterable[Record], good_at: datetime | None, trouble: datetime) -> list[Happening]:
    return [
        record
        for record in records
        if isinstance(record, Happening)
        and (good_at is None or record.at > good_at)
        and (record.own_moment or record.since) <= trouble
    ]


def _identity(one: Difference) -> str:
    whole = (one.before or one.after) if _is_whole(one) else None
    return json.dumps([*one.place, whole], sort_keys=True)


def _is_whole(one: Difference) -> bool:
    """Return whether this is a row or a text of a list that came or went."""
    return not one.column and (one.before is None or one.after is None)


def _outcome(first: Difference, last: Happening) -> Happening | None:
    end = last.difference
    if _is_whole(end):
        return last if first.what is end.what else None
    if first.before == end.after:
        return None
    whole = replace(end, before=first.before, what=change_of(first.before, end.after))
    return replace(last, difference=whole)


def _entry(happening: Happening, trouble: datetime) -> Entry:
    one, at = happening.difference, happening.own_moment or happening.at
    return Entry(
        at=at,
        minutes_before=max(int((trouble - at).total_seconds() // 60), 0),
        probe=one.probe,
        field=one.field,
        row=one.row,
        column=one.column,
        before=_text(one.before, one.row),
        after=_text(one.after, one.row),
        what=one.what,
    )


def _text(value: object, row: str) -> str:
    if isinstance(value, Mapping):
        texts = (_text(part, "") for part in value.values())
        return ", ".join(text for text in texts if text and text != row)
    if isinstance(value, str):
        return "" if value == row else value
    return "" if value is None else json.dumps(value)


def _row(entry: Entry) -> dict[str, object]:
    return {
        "at": _written(entry.at),
        "minutes_before": entry.minutes_before,
        "probe": entry.probe,
        "field": entry.field,
        "row": entry.row,
        "column": entry.column,
        "before": entry.before,
        "after": entry.after,
        "what": entry.what.value,
    }


def _written(at: datetime) -> str:
    return at.replace(microsecond=0).isoformat()
