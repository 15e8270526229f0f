"""What the journal holds: samples, and changes that were noticed. One JSON object a line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from itdesk.diagnostics.comparison import Change, Difference

LINE_BYTES = 16 * 1024
LARGEST = 2**63
TEXTS = ("probe", "field", "row", "column")


@dataclass(frozen=True, kw_only=True)
class Sample:
    """How the computer was at one moment; None and "" where it did not say.

    `load_percent` is that of the processor since the sample before; `disk_percent` and `free_bytes` belong to
    the fuller one of the disks of the system and of the person. `connected`, `level` and `kind` are those of
    the probe "network".
    """

    at: datetime
    booted_at: datetime | None = None
    load_percent: float | None = None
    memory_percent: float | None = None
    disk_percent: float | None = None
    free_bytes: float | None = None
    connected: bool | None = None
    level: str = ""
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class Happening:
    """A difference, noticed `at` a moment; at `since` it was not there yet."""

    at: datetime
    since: datetime
    difference: Difference

    @property
    def own_moment(self) -> datetime | None:
        """When it happened, where what happened says so: a crash, an update, a start of the computer."""
        after = self.difference.after
        own = moment(after.get("at") if isinstance(after, Mapping) else after)
        return own if own is not None and self.since <= own <= self.at else None


Record = Sample | Happening


def moment(value: object) -> datetime | None:
    """Return a moment of ISO 8601 with an offset in UTC, None for anything else."""
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) else None
        return None if when is None or when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def to_line(record: Record) -> bytes:
    """Return a record as one line that ends."""
    told = _sample_object(record) if isinstance(record, Sample) else _happening_object(record)
    return json.dumps(told, separators=(",", ":")).encode("ascii") + b"\n"


def from_line(line: bytes) -> Record | None:
    """Return the record of a line, None for a line that is damaged or of another program."""
    try:
        told = json.loads(line) if len(line) <= LINE_BYTES else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or (at := moment(told.get("at"))) is None:
        return None
    return _happening(at, told) if "probe" in told else _sample(at, told)


def _sample_object(sample: Sample) -> dict[str, object]:
    told: dict[str, object] = {"at": _written(sample.at), "booted_at": _written(sample.booted_at)}
    told |= {"load": sample.load_percent, "memory": sample.memory_percent, "disk": sample.disk_percent}
    told |= {"free": sample.free_bytes, "connected": sample.connected}
    told |= {"level": sample.level, "kind": sample.kind}
    return {name: value for name, value in told.items() if value not in (None, "")}


def _happening_object(happening: Happening) -> dict[str, object]:
    one = happening.difference
    times: dict[str, object] = {"at": _written(happening.at), "since": _written(happening.since)}
    place = dict(zip(TEXTS, one.place, strict=True))
    return {**times, **place, "before": one.before, "after": one.after, "what": one.what.value}


def _written(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).replace(microsecond=0).isoformat()


def _sample(at: datetime, told: Mapping[str, object]) -> Sample:
    connected, level, kind = told.get("connected"), told.get("level"), told.get("kind")
    return Sample(
        at=at,
        booted_at=moment(told.get("booted_at")),
        load_percent=_number(told.get("load")),
        memory_percent=_number(told.get("memory")),
        disk_percent=_number(told.get("disk")),
        free_bytes=_number(told.get("free")),
        connected=connected if isinstance(connected, bool) else None,
        level=level if isinstance(level, str) else "",
        kind=kind if isinstance(kind, str) else "",
    )


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if abs(value) < LARGEST else None  # no nan is smaller, and no inf


def _happening(at: datetime, told: Mapping[str, object]) -> Happening | None:
    since, what = moment(told.get("since")), str(told.get("what"))
    texts = [told.get(name) for name in TEXTS]
    probe, field, row, column = (text if isinstance(text, str) else "" for text in texts)
    if since is None or not probe or not field or what not in tuple(Change):
        return None
    difference = Difference(
        probe=probe,
        field=field,
        row=row,
        column=column,
        before=_value(told.get("before")),
        after=_value(told.get("after")),
        what=Change(what),
    )
    return Happening(at=at, since=since, difference=difference)


def _value(value: object) -> object:
    """Return a plain value or a row of plain values, None for anything deeper: we wrote no such thing."""
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if isinstance(part, str | int | float)}
    return value if isinstance(value, str | int | float) else None
