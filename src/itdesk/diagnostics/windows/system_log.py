"""Errors and warnings of the logs System and Application around the time of the trouble."""

from datetime import UTC, datetime, timedelta

from itdesk.diagnostics.windows.event_log import Events
from itdesk.diagnostics.windows.event_xml import Event, parse_event

AROUND = timedelta(minutes=10)
CHANNELS = ("System", "Application")
MOST_ENTRIES = 200


def read(events: Events, broke_at: datetime | None = None) -> dict[str, object]:
    """Return what was logged ten minutes around `broke_at`, or in the last ten. Raises NotAvailable."""
    now = datetime.now(UTC)
    middle = now if broke_at is None else broke_at.astimezone(UTC)
    begins, ends = middle - AROUND, min(middle + AROUND, now)
    question = within(begins, ends)
    found = [
        event
        for channel in CHANNELS
        for xml in events.query(channel, question, MOST_ENTRIES)
        if (event := parse_event(xml)) is not None and event.level
    ]
    return {
        "from_at": begins.isoformat(timespec="seconds"),
        "until_at": ends.isoformat(timespec="seconds"),
        "entries": [_entry(event) for event in sorted(found, key=lambda event: event.at)],
    }


def within(begins: datetime, ends: datetime) -> str:
    """Return the log's own question for errors and warnings between two moments in UTC."""
    return (
        "*[System[(Level=1 or Level=2 or Level=3) and TimeCreated["
        f"@SystemTime>='{begins:%Y-%m-%dT%H:%M:%S}.000Z' and @SystemTime<='{ends:%Y-%m-%dT%H:%M:%S}.999Z']]]"
    )


def _entry(event: Event) -> dict[str, object]:
    return {
        "at": event.at.isoformat(),
        "level": event.level,
        "source": event.source,
        "message": event.message or f"event {event.number}",
    }
