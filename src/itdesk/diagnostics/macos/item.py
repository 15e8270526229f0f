"""One thing of a loosely typed answer, JSON or property list, looked at without trust in its shape."""

import math
from collections.abc import Mapping

from itdesk.diagnostics.bounds import WHOLE_NUMBERS

Item = Mapping[str, object]
"""Its keys and their kinds differ from version to version of macOS, so that none is relied upon."""
DIGITS = 18


def as_item(value: object) -> Item:
    """Return a value that is a thing itself, else an empty one."""
    return value if isinstance(value, dict) else {}


def first_text(item: Item, *keys: str) -> str:
    """Return the first text that stands under one of the keys, without white space around it, else ""."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def number_of(item: Item, key: str) -> int | float | None:
    """Return the number under a key, also where it is written as a text like "84%"; None without one."""
    value = item.get(key)
    if isinstance(value, str):
        return text_number(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int):
        return value if -WHOLE_NUMBERS <= value < WHOLE_NUMBERS else None
    return value if math.isfinite(value) else None


def text_number(value: str) -> int | None:
    """Return the whole number of a text like "84%" or " 239 ", None where it is another."""
    digits = value[: 2 * DIGITS].strip().removesuffix("%").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= DIGITS else None
