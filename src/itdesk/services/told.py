"""What a person was told before: kept in the outbox, for the replica may be thrown away and fetched again."""

from collections.abc import Sequence

import msgspec

from itdesk.services.desk import Desk


def told_before(desk: Desk, note: str, now: Sequence[str]) -> set[str]:
    """Return what was told before, and note that all of `now` is told.

    What is not among `now` any more was read or has ended, and never comes back: the note stays short.
    """
    told = kept_told(desk, note) or set()
    keep_told(desk, note, now, told)
    return told


def kept_told(desk: Desk, note: str) -> set[str] | None:
    """Return what was told before; `None`: nobody has ever looked."""
    kept = desk.outbox.note(note)
    return set(msgspec.json.decode(kept, type=list[str])) if kept else None


def keep_told(desk: Desk, note: str, now: Sequence[str], before: set[str] | None) -> None:
    """Note what is told now, where it is not what was noted before."""
    if before is None or set(now) != before:
        desk.outbox.take_note(note, msgspec.json.encode(now).decode())
