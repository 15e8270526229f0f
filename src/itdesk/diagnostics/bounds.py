"""Foreign values made safe: text that every store and screen can hold, lists and texts of bounded size."""

import math
from collections.abc import Iterable, Mapping

from itdesk.diagnostics.base import Field

TEXT_CHARS = 256
LIST_ITEMS = 64
DEPTH = 4
WHOLE_NUMBERS = 2**63


def bounded(values: Mapping[str, object]) -> dict[str, object]:
    """Return `values` with every text cut at 256 characters and every list at 64 items.

    A list that was cut is followed by `NAME_count` with its whole length.
    """
    return _bounded_mapping(values, DEPTH)


def clean_text(text: str) -> str:
    """Return `text` as one line of at most 256 characters without control characters and lone surrogates."""
    cut = text[: TEXT_CHARS + 1]
    cleaned = "".join(character if character.isprintable() else "�" for character in cut)
    return cleaned if len(cleaned) <= TEXT_CHARS else f"{cleaned[: TEXT_CHARS - 1]}…"


def implausible(fields: Iterable[Field], values: Mapping[str, object]) -> list[str]:
    """Return the names of the fields whose number cannot be right."""
    return [field.name for field in fields if _is_outside(field, values.get(field.name))]


def _is_outside(field: Field, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    too_small = field.least is not None and value < field.least
    return too_small or (field.most is not None and value > field.most)


def _bounded_mapping(values: Mapping[str, object], depth: int) -> dict[str, object]:
    result: dict[str, object] = {}
    for name, value in list(values.items())[:LIST_ITEMS]:
        key = clean_text(str(name))
        result[key] = _bounded_value(value, depth - 1)
        if isinstance(value, list | tuple) and len(value) > LIST_ITEMS:
            result[f"{key}_count"] = len(value)
    return result


def _bounded_value(value: object, depth: int) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return round(value, 3) if math.isfinite(value) else str(value)
    if isinstance(value, int):
        return value if -WHOLE_NUMBERS <= value < WHOLE_NUMBERS else hex(value)[:TEXT_CHARS]
    if isinstance(value, bytes):
        return clean_text(value.decode("utf-8", "replace"))
    if depth > 0 and isinstance(value, Mapping):
        return _bounded_mapping(value, depth)
    if depth > 0 and isinstance(value, list | tuple):
        return [_bounded_value(item, depth - 1) for item in value[:LIST_ITEMS]]
    return clean_text(str(value))
