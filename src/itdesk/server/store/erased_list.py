"""The list of erased people, kept apart from the database: a backup from before does not know them.

One line of JSON each, only ever added to, in a file in the data folder. It holds ids and times alone.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from itdesk.domain.ids import PersonId, is_id

FILE_NAME = "erased.jsonl"


class ErasedList:
    """The file in a data folder. Every call raises OSError when the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME

    def add(self, person_id: PersonId, at: datetime) -> None:
        """Write down that somebody is erased; it is on disk when this returns. Once is enough."""
        if person_id in self.ids():
            return
        line = json.dumps({"person_id": person_id, "at": at.astimezone(UTC).isoformat()})
        lead = "\n" if self._ends_torn() else ""
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as target:
            target.write(f"{lead}{line}\n")
            target.flush()
            os.fsync(target.fileno())
        _bring_name_to_disk(self.path.parent)

    def ids(self) -> list[PersonId]:
        """Return who was erased, in that order. A line that a power cut tore counts for nothing."""
        if not self.path.exists():
            return []
        lines = self.path.read_text("utf-8", errors="replace").splitlines()
        found = (_id_in(line) for line in lines)
        return list(dict.fromkeys(id for id in found if id is not None))

    def _ends_torn(self) -> bool:
        content = self.path.read_bytes() if self.path.exists() else b""
        return bool(content) and not content.endswith(b"\n")


def _id_in(line: str) -> PersonId | None:
    try:
        id = json.loads(line)["person_id"]
    except (ValueError, TypeError, KeyError):
        return None
    return PersonId(id) if isinstance(id, str) and is_id(id) else None


def _bring_name_to_disk(folder: Path) -> None:
    """Let the file itself survive a power cut; not every system can do that for a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
