"""What a tool answers in JSON, looked at without trust in its shape."""

import json
from collections.abc import Mapping

from itdesk.diagnostics.base import NotAvailable

Row = Mapping[str, object]


def parse_json(printed: str) -> object:
    """Return what JSON says. Raises NotAvailable."""
    try:
        return json.loads(printed)
    except (ValueError, RecursionError) as error:
        raise NotAvailable("The tool's answer cannot be read.") from error


def parse_json_lines(printed: str) -> list[Row]:
    """Return the objects of an answer with one JSON value a line; lines that cannot be read are skipped."""
    found = []
    for line in printed.splitlines():
        try:
            found.append(parse_json(line))
        except NotAvailable:
            continue
    return rows(found)


def rows(value: object) -> list[Row]:
    """Return the objects in a list, none where it is none."""
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def part(value: object, *names: str) -> object:
    """Return what lies under these names in objects within objects, None where one is missing."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def text(value: object, *names: str) -> str:
    """Return the text under these names, "" where there is none."""
    found = part(value, *names)
    return found if isinstance(found, str) else ""


def number(value: object, *names: str) -> float | None:
    """Return the number under these names, None where there is none."""
    found = part(value, *names)
    return None if isinstance(found, bool) or not isinstance(found, int | float) else found
