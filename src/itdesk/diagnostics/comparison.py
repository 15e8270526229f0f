"""What differs between the facts of two moments: added, removed or changed; never what passes by itself.

`compare` sees two documents as equals: swapped, they give the same differences the other way round. `news`
leaves out what merely fell out of a list of the latest things while time went on.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from itdesk.diagnostics.base import Field, Kind, Probe

LIMITS: Mapping[tuple[str, str, str], tuple[float, ...]] = {
    ("disks", "disks", "used_percent"): (90, 95),
    ("memory", "used_percent", ""): (90, 95),
}
"""By probe, field and column: passing numbers that are news all the same when they cross one of these."""
FORGETFUL = frozenset({("crashes", "crashes"), ("updates", "installed"), ("updates", "failed")})
"""Tables of the latest things, by probe and field: a row that is gone has become old, and was not removed."""
WHOLE = 2**53

_Row = Mapping[str, object]
_Step = tuple[str, str, object, object]
"""Row, column, value before, value after."""


class Change(StrEnum):
    """What happened to a value or a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One difference. `row` is the key of the row as text, "" for plain fields and tables without a key.

    `column` names the value that changed within a row that is on both sides. Where it is "", `before` and
    `after` are a plain value, one text of a list of texts, or a whole row: a mapping of its columns that do
    not pass. None stands for what is not there.
    """

    probe: str
    field: str
    row: str
    column: str
    before: object
    after: object
    what: Change

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Where it is: probe, field, row, column."""
        return self.probe, self.field, self.row, self.column


def compare(
    before: Mapping[str, Mapping[str, object]],
    after: Mapping[str, Mapping[str, object]],
    probes: Iterable[Probe],
) -> tuple[Difference, ...]:
    """Return what differs, in the order of probes, their fields, the rows' keys and the columns.

    The documents may hold anything; what is not as declared by `probes` is passed over. No news are: a probe,
    a plain field or a list that one side does not tell (it failed, or was left out); rows that are missing on
    a side whose table was cut; `passing` values that cross no limit. Tables are compared by their key; rows
    without one, or that share it, only as wholes.
    """
    return tuple(
        Difference(
            probe=probe.name,
            field=field.name,
            row=row,
            column=column,
            before=old,
            after=new,
            what=change_of(old, new),
        )
        for probe in probes
        for field in probe.fields
        for row, column, old, new in _steps(probe.name, field, _told(before, probe), _told(after, probe))
    )


def news(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return what happened from an earlier to a later document: nothing that was only forgotten."""
    return tuple(one for one in differences if one.what is not Change.REMOVED or not _is_forgotten(one))


def _is_forgotten(gone: Difference) -> bool:
    return not gone.column and (gone.probe, gone.field) in FORGETFUL


def change_of(before: object, after: object) -> Change:
    """Return what happened where `before` became `after`; None and "" stand for nothing."""
    if before in (None, ""):
        return Change.ADDED
    return Change.REMOVED if after in (None, "") else Change.CHANGED


def _told(document: object, probe: Probe) -> Mapping[str, object]:
    """Return what a probe told, nothing where it failed or was not asked."""
    values = document.get(probe.name) if isinstance(document, Mapping) else None
    return values if isinstance(values, Mapping) and "error" not in values else {}


def _steps(probe: str, field: Field, old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[_Step]:
    before, after = old.get(field.name), new.get(field.name)
    if field.kind in (Kind.TABLE, Kind.TEXTS):
        if isinstance(before, list | tuple) and isinstance(after, list | tuple) and not field.passing:
            forgets = (probe, field.name) in FORGETFUL
            is_cut = (not forgets and _is_cut(field, old), not forgets and _is_cut(field, new))
            yield from _list_steps(probe, field, before, after, is_cut)
        return
    first, second = _held(field, before), _held(field, after)
    limits = LIMITS.get((probe, field.name, ""), ())
    if first is not None and second is not None and _differs(field, limits, first, second):
        yield "", "", first, second


def _is_cut(field: Field, values: Mapping[str, object]) -> bool:
    """Return whether the list may go on: it says so, or is as long as it may be."""
    told = values.get(field.name)
    return f"{field.name}_count" in values or (isinstance(told, list | tuple) and len(told) >= field.items)


def _list_steps(
    probe: str,
    field: Field,
    before: Iterable[object],
    after: Iterable[object],
    is_cut: tuple[bool, bool],
) -> Iterator[_Step]:
    old, new = _by_key(field, before), _by_key(field, after)
    for key in sorted({*old, *new}):
        gone, come = old.get(key, []), new.get(key, [])
        if key and field.columns and len(gone) == len(come) == 1:
            yield from _column_steps(probe, field, key, gone[0], come[0])
        else:
            yield from _row_steps(field, key, gone, come, is_cut)


def _by_key(field: Field, items: Iterable[object]) -> dict[str, list[_Row]]:
    """Return the rows by the text of their key, "" without; a text of a list is a row with itself as key."""
    found: dict[str, list[_Row]] = {}
    for item in items:
        if field.kind is Kind.TEXTS:
            if isinstance(item, str) and item:
                found.setdefault(item, []).append({"": item})
        elif row := _row(field, item):
            found.setdefault(_text(row.get(field.key)), []).append(row)
    return found


def _row(field: Field, item: object) -> _Row:
    if not isinstance(item, Mapping):
        return {}
    held = {column.name: _held(column, item.get(column.name)) for column in field.columns}
    return {name: value for name, value in held.items() if value not in (None, "")}


def _column_steps(probe: str, field: Field, key: str, old: _Row, new: _Row) -> Iterator[_Step]:
    for column in field.columns:
        before, after = old.get(column.name), new.get(column.name)
        limits = LIMITS.get((probe, field.name, column.name), ())
        if _differs(column, limits, before, after):
            yield key, column.name, before, after


def _row_steps(
    field: Field, key: str, gone: list[_Row], come: list[_Row], is_cut: tuple[bool, bool]
) -> Iterator[_Step]:
    """Yield the rows that one side has more often than the other, where the other is known to be whole."""
    before, after = _counted(field, gone), _counted(field, come)
    was_cut, is_now_cut = is_cut
    for text in sorted({*before, *after}):
        more = after[text] - before[text]
        if more and not (was_cut if more > 0 else is_now_cut):
            value = _whole(field, json.loads(text))
            yield from [(key, "", None, value) if more > 0 else (key, "", value, None)] * abs(more)


def _whole(field: Field, row: _Row) -> object:
    """Return a row with its columns as they are declared, or the text that a list holds."""
    return row.get("") or {column.name: row[column.name] for column in field.columns if column.name in row}


def _counted(field: Field, rows: Iterable[_Row]) -> Counter[str]:
    """Count equal rows, as canonical texts of what does not pass."""
    passing = {column.name for column in field.columns if column.passing}
    wholes = ({name: value for name, value in row.items() if name not in passing} for row in rows)
    return Counter(json.dumps(whole, sort_keys=True) for whole in wholes if whole)


def _differs(field: Field, limits: tuple[float, ...], before: object, after: object) -> bool:
    """Return whether two values of a field or column are news. None is a column that a row lacks."""
    if not field.passing:
        return before != after
    return (
        isinstance(before, int | float)
        and isinstance(after, int | float)
        and _level(before, limits) != _level(after, limits)
    )


def _level(value: float, limits: tuple[float, ...]) -> int:
    return sum(value >= limit for limit in limits)


def _held(field: Field, value: object) -> object:
    """Return the value if it is of the field's kind, else None. An empty text is told, too."""
    match field.kind:
        case Kind.NUMBER:
            return _number(value)
        case Kind.TRUTH:
            return value if isinstance(value, bool) else None
        case Kind.TEXT | Kind.MOMENT:
            return value if isinstance(value, str) else None
        case Kind.TEXTS:
            return _texts(value)
    return None


def _texts(value: object) -> object:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list | tuple) else None


def _number(value: object) -> int | float | None:
    """Return a number that JSON can hold, whole where it is: 1.0 is 1."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int):
        return value if abs(value) <= WHOLE else None
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) <= WHOLE else value


def _text(key: object) -> str:
    return key if isinstance(key, str) else "" if key is None else json.dumps(key)
