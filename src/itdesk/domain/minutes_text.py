"""Lengths of time as people type them: `15`, `1:30`, `1h 30`, `2 h`, `45 min`."""

import re

CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
UNITS = re.compile(r"(?:(\d{1,3})\s*h(?:\s*(\d{1,2})\s*(?:m|min)?)?|(\d{1,4})\s*(?:m|min)?)", re.IGNORECASE)


def minutes_in(text: str) -> int | None:
    """Return the minutes that a text says, a lone number being minutes; `None`: it says none."""
    text = text.strip()
    if (clock := CLOCK.fullmatch(text)) is not None:
        return int(clock[1]) * 60 + int(clock[2])
    found = UNITS.fullmatch(text)
    if found is None:
        return None
    hours, rest, minutes = found.groups()
    return int(minutes) if hours is None else int(hours) * 60 + int(rest or 0)
