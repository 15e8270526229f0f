"""Answers put together from several tools, each of which may be missing or late."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from itdesk.diagnostics.base import NotAvailable

T = TypeVar("T")
Part = Callable[[], Mapping[str, object]]


def together(*parts: Part) -> dict[str, object]:
    """Return what the parts tell. Raises NotAvailable, for the reason of the first, when none tells."""
    told: dict[str, object] = {}
    reasons: list[NotAvailable] = []
    for part in parts:
        try:
            told |= part()
        except NotAvailable as reason:
            reasons.append(reason)
    if reasons and len(reasons) == len(parts):
        raise reasons[0]
    return told


def if_told(ask: Callable[[], T], otherwise: T) -> T:
    """Return what is told, `otherwise` where it is not available."""
    try:
        return ask()
    except NotAvailable:
        return otherwise
