"""What changed on a computer before it broke, as lines of the side panel: the newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import isfinite

from PySide6.QtCore import QCoreApplication

from itdesk.diagnostics.card_lines import count, rows
from itdesk.diagnostics.facts import Facts
from itdesk.ui.card_words import said
from itdesk.ui.change_words import BEFORE, change_words
from itdesk.ui.times import duration_text

NEAR_MINUTES = 60
SHOWN_LINES = 5
MOST_MORE = 9999
LONGEST_MINUTES = 10**7
UNKNOWN = float("inf")


@dataclass(frozen=True)
class ChangeLine:
    """One change: what is shown, what is said aloud, and whether it came shortly before the trouble."""

    text: str
    spoken: str
    is_near: bool = False


@dataclass(frozen=True)
class ChangeLines:
    """The newest changes, and how many more there are."""

    lines: tuple[ChangeLine, ...] = ()
    more: int = 0


def change_lines(facts: Facts) -> ChangeLines:
    """Return the lines. Everything in them but the time is foreign text."""
    told = facts.facts.get("changes", {})
    found = newest_first(rows(told, "changes"))
    whole = count(told, "changes") or 0
    shown = tuple(map(line_of, found[:SHOWN_LINES]))
    return ChangeLines(shown, min(max(whole, len(found)) - len(shown), MOST_MORE))


def newest_first(changes: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Return the rows in the order of their time; those that do not say it come last."""
    return sorted(changes, key=minutes_before)


def minutes_before(change: Mapping[str, object]) -> float:
    """Return how long before the trouble it happened, endless where it does not say so."""
    told = change.get("minutes_before")
    if not isinstance(told, int | float) or isinstance(told, bool) or not isfinite(told):
        return UNKNOWN
    return min(max(told, 0), LONGEST_MINUTES)


def time_before(change: Mapping[str, object]) -> str:
    """Return the same in words, "" where it does not say so."""
    minutes = minutes_before(change)
    return "" if minutes == UNKNOWN else duration_text(timedelta(minutes=minutes))


def line_of(change: Mapping[str, object]) -> ChangeLine:
    """Return one change as a line."""
    words, time = change_words(change), time_before(change)
    if not time:
        return ChangeLine(words, words)
    text = QCoreApplication.translate("ChangeLines", "{time}: {change}").format(time=time, change=words)
    spoken = said(BEFORE).format(time=time, change=words)
    return ChangeLine(text, spoken, is_near=minutes_before(change) <= NEAR_MINUTES)
