"""Which announcements count at a time, and which of them a report is about."""

from datetime import datetime

from itdesk.domain.documents import Announcement
from itdesk.domain.tokeniser import tokens

SHORTEST_WORD = 4
"""Shorter words stand in everything that people write."""
ENOUGH_WORDS = 2
STEM = 5
"""Polish words end in many ways: those that begin alike count as the same."""


def is_current(announcement: Announcement, at: datetime) -> bool:
    """Tell whether it has begun and not ended."""
    has_ended = announcement.ends_at is not None and announcement.ends_at <= at
    return announcement.begins_at <= at and not has_ended


def is_about(announcement: Announcement, symptom: str, words: str) -> bool:
    """Tell whether a report is about what is announced: it has its symptom, or speaks of the same.

    A title of one long word is met by that word; others by two of their words.
    """
    if symptom and symptom in announcement.symptoms:
        return True
    said = _stems(words)
    return any(_meets(said, _stems(title)) for title in announcement.title.values())


def _meets(said: frozenset[str], announced: frozenset[str]) -> bool:
    return bool(announced) and len(said & announced) >= min(ENOUGH_WORDS, len(announced))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in tokens(text) if len(word) >= SHORTEST_WORD)
