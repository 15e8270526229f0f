"""One event of Windows' log, as the log itself writes it in XML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, ParseError, fromstring

SPACE = "{http://schemas.microsoft.com/win/2004/08/events/event}"
LEVELS = {1: "critical", 2: "error", 3: "warning"}
MOST_CHARS = 64 * 1024


@dataclass(frozen=True)
class Event:
    """An event: when (UTC), how bad, who says it, its number and words, and its values by name.

    `level` is "" for one that is neither critical nor an error nor a warning. Values without a name, as old
    programs write them, are called "0", "1" and so on.
    """

    at: datetime
    level: str
    source: str
    number: int
    message: str
    values: dict[str, str]


def parse_event(xml: str) -> Event | None:
    """Return the event, None when the text is none. Entities of its own are refused."""
    if len(xml) > MOST_CHARS or "<!" in xml:
        return None
    try:
        root = fromstring(xml)  # noqa: S314 (Windows wrote it, and what expands was refused)
    except (ParseError, ValueError):
        return None
    system = root.find(f"{SPACE}System")
    created = None if system is None else system.find(f"{SPACE}TimeCreated")
    at = _moment("" if created is None else created.get("SystemTime", ""))
    if system is None or at is None:
        return None
    values = dict(_values(root))
    told = " ".join(root.findtext(f"{SPACE}RenderingInfo/{SPACE}Message", "").split())
    return Event(
        at,
        LEVELS.get(_number(system, "Level"), ""),
        _source(system),
        _number(system, "EventID"),
        told or ", ".join(filter(None, values.values())),
        values,
    )


def _source(system: Element) -> str:
    """Return who says it: old programs have a name of their own beside the one they were given."""
    provider = system.find(f"{SPACE}Provider")
    return "" if provider is None else provider.get("EventSourceName", "") or provider.get("Name", "")


def _values(root: Element) -> Iterator[tuple[str, str]]:
    data = root.find(f"{SPACE}EventData")
    for index, item in enumerate(() if data is None else data.findall(f"{SPACE}Data")):
        yield item.get("Name") or str(index), " ".join((item.text or "").split())


def _number(system: Element, name: str) -> int:
    told = system.findtext(f"{SPACE}{name}", "").strip()
    return int(told) if re.fullmatch(r"[0-9]{1,9}", told) else 0


def _moment(told: str) -> datetime | None:
    """Return "2025-03-26T23:00:53.1703727Z" to the second."""
    found = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", told, re.ASCII)
    try:
        return datetime.fromisoformat(found[0]).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
