"""The state that the last thorough look found: what the next one is compared with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from itdesk.diagnostics.history.records import moment
from itdesk.diagnostics.history.whole_file import replace_whole
from itdesk.diagnostics.text_file import read_bytes

STATE_BYTES = 1_000_000


@dataclass(frozen=True)
class Seen:
    """What a probe told, and when it was last found so."""

    at: datetime
    values: Mapping[str, object]


class LastState:
    """One file, replaced as a whole, of at most `most_bytes`."""

    def __init__(self, path: Path, *, most_bytes: int = STATE_BYTES) -> None:
        self._path = path
        self._most_bytes = most_bytes

    def read(self) -> dict[str, Seen]:
        """Return what was seen by probe: nothing at the first time, and where the file is damaged."""
        try:
            told = json.loads(read_bytes(self._path, self._most_bytes + 1) or b"{}")
        except (ValueError, RecursionError):
            return {}
        found = told.items() if isinstance(told, dict) else ()
        seen = ((name, _seen(one)) for name, one in found)
        return {name: one for name, one in seen if one is not None}

    def write(self, state: Mapping[str, Seen]) -> None:
        """Keep the state, without the largest probes where it is too large. Raises OSError."""
        parts = {name: _written(name, one) for name, one in state.items()}
        while sum(len(part) + 1 for part in parts.values()) + 1 > self._most_bytes:
            del parts[max(parts, key=lambda name: len(parts[name]))]
        replace_whole(self._path, b"{" + b",".join(parts.values()) + b"}")


def _seen(told: object) -> Seen | None:
    if not isinstance(told, dict):
        return None
    at, values = moment(told.get("at")), told.get("values")
    return Seen(at, values) if at is not None and isinstance(values, dict) else None


def _written(name: str, one: Seen) -> bytes:
    told = json.dumps({"at": one.at.isoformat(), "values": one.values}, separators=(",", ":"))
    return f"{json.dumps(name)}:{told}".encode("ascii")
