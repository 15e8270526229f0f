"""Asks WMI, Windows' own inventory, in its query language."""

import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

from itdesk.diagnostics.base import NotAvailable

CIMV2 = r"root\cimv2"
WMI = r"root\wmi"
Row = Mapping[str, object]


class Wmi(Protocol):
    """What is asked of WMI."""

    def query(self, namespace: str, wql: str) -> list[dict[str, object]]:
        """Return the properties that a "SELECT Name, Name FROM Class…" names, an instance a row.

        Raises NotAvailable where the class or its namespace is missing, or not for this person.
        """


class ComWmi:
    """This computer's WMI, by COM."""

    def query(self, namespace: str, wql: str) -> list[dict[str, object]]:
        """Return a row for each instance. Raises NotAvailable."""
        if sys.platform == "win32":
            from itdesk.diagnostics.windows import wbem
            from itdesk.diagnostics.windows.com import with_com

            names = properties_of(wql)
            return with_com(lambda: wbem.query(namespace, wql, names))
        raise NotAvailable("This is not Windows.")


def properties_of(wql: str) -> tuple[str, ...]:
    """Return the properties that a query selects by name. Raises ValueError for `*`: name what is needed."""
    found = re.match(r"SELECT\s+([\w,\s]+?)\s+FROM\s", wql, re.IGNORECASE)
    if found is None:
        raise ValueError(f"names no properties: {wql}")
    return tuple(name.strip() for name in found[1].split(","))


def text(row: Row, name: str) -> str:
    """Return a property as text, "" where it is none."""
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def number(row: Row, name: str) -> int | None:
    """Return a property as a whole number; WMI hands 64-bit ones over as text."""
    value = row.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    is_digits = isinstance(value, str) and len(value) <= 20 and value.isascii() and value.isdecimal()
    return int(str(value)) if is_digits else None


def moment(value: object) -> datetime | None:
    """Return a CIM datetime like "20231114221320.000000+060" (offset in minutes), None when it is none."""
    found = re.fullmatch(r"(\d{14})\.(\d{6})([+-]\d{3})", value, re.ASCII) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        local = datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return local - timedelta(minutes=int(found[3]))
    except (ValueError, OverflowError):
        return None
