"""Reads a document of facts, from here or from anybody: what is not as it should be is not there."""

from collections.abc import Mapping
from itertools import islice
from math import isfinite

from itdesk.diagnostics.bounds import clean_text

FactsDocument = Mapping[str, object]
"""Values by probe: what Facts.facts holds, or the part "facts" of a document that somebody sent."""
Values = Mapping[str, object]
ROWS = 256


def values(facts: FactsDocument, probe: str) -> Values:
    """Return what a probe said, nothing where it failed or was not asked."""
    told = facts.get(probe)
    return told if isinstance(told, Mapping) and "error" not in told else {}


def rows(told: Values, name: str) -> list[Values] | None:
    """Return the rows of a table, None where it is not told."""
    table = told.get(name)
    if not isinstance(table, list | tuple):
        return None
    return [row for row in islice(table, ROWS) if isinstance(row, Mapping)]


def texts(told: Values, name: str) -> list[str]:
    """Return a list of texts, an empty one where it is not told."""
    listed = told.get(name)
    if not isinstance(listed, list | tuple):
        return []
    return [clean_text(item) for item in islice(listed, ROWS) if isinstance(item, str)]


def text(told: Values, name: str) -> str:
    """Return a text as one line, "" where it is not told."""
    value = told.get(name)
    return clean_text(value) if isinstance(value, str) else ""


def truth(told: Values, name: str) -> bool | None:
    """Return a truth, None where it is not told."""
    value = told.get(name)
    return value if isinstance(value, bool) else None


def number(told: Values, name: str, *, least: float = 0, most: float = 2**63) -> float | None:
    """Return a number, None where it is not told or cannot be right."""
    value = told.get(name)
    implausible = told.get("implausible")
    if isinstance(implausible, list | tuple) and name in implausible:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if least <= value <= most and isfinite(value) else None


def percent(told: Values, name: str, *, most: float = 100) -> float | None:
    """Return a share in percent, None where it is not told or cannot be right."""
    return number(told, name, most=most)


def names(listed: list[Values]) -> str:
    """Return the names of some rows in one line."""
    return ", ".join(filter(None, (text(row, "name") for row in listed[:4])))
