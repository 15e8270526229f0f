"""How somebody has laid out the table of tickets: kept with her own notes, on this computer."""

from itdesk.services.desk import Desk

NOTE = "table of tickets"


def kept_layout(desk: Desk) -> str:
    """Return what was kept last, or nothing. Raises WorldFailed."""
    return desk.outbox.note(NOTE)


def keep_layout(desk: Desk, layout: str) -> None:
    """Keep it, if it is another. Raises WorldFailed."""
    if desk.outbox.note(NOTE) != layout:
        desk.outbox.take_note(NOTE, layout)
