"""Unfinished texts. Keys: `report`, `reply:<ticket id>`, `note:<ticket id>`."""

from itdesk.services.desk import Desk


def save_draft(desk: Desk, key: str, text: str) -> None:
    """Keep an unfinished text. Raises WorldFailed."""
    desk.outbox.save_draft(key, text, desk.now())


def draft(desk: Desk, key: str) -> str:
    """Return an unfinished text, or nothing. Raises WorldFailed."""
    return desk.outbox.draft(key)


def drop_draft(desk: Desk, key: str) -> None:
    """Forget an unfinished text. Raises WorldFailed."""
    desk.outbox.drop_draft(key)
