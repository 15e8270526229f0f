"""The graphics cards. Their drivers are a part of macOS; what they can do is told as the level of Metal."""

import re

from itdesk.diagnostics.macos.item import Item, first_text
from itdesk.diagnostics.macos.system_profiler import Items, ask_profiler, parse_items

DATA_TYPE = "SPDisplaysDataType"
LIMIT_S = 2.5
METAL = re.compile(r"spdisplays_metal(?P<level>\d{0,3})")
FAMILY = re.compile(r"spdisplays_mtlgpufamily(?P<kind>mac|apple|common)(?P<level>\d{1,3})")


def read() -> dict[str, object]:
    """Return the graphics cards. Raises NotAvailable."""
    return {"adapters": _rows(ask_profiler(DATA_TYPE, limit_s=LIMIT_S))}


def parse_graphics(printed: str) -> dict[str, object]:
    """Return the graphics cards of system_profiler's JSON. Raises NotAvailable when it is another."""
    return {"adapters": _rows(parse_items(printed, DATA_TYPE))}


def _rows(items: Items) -> list[dict[str, object]]:
    return [
        {"name": name, "driver": _metal(item)}
        for item in items
        if (name := first_text(item, "sppci_model", "_name"))
    ]


def _metal(item: Item) -> str:
    """Return "Metal 3", or the older "Metal, family Mac 2"; "" where nothing is told."""
    told = first_text(item, "spdisplays_mtlgpufamilysupport", "spdisplays_metalfamily", "spdisplays_metal")
    if found := METAL.fullmatch(told):
        return f"Metal {found['level']}".strip()
    if found := FAMILY.fullmatch(told):
        return f"Metal, family {found['kind'].capitalize()} {found['level']}"
    return ""
