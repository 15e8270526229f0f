"""Foreign values made safe: only what is declared, as text that every screen can hold, in bounded sizes."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from itdesk.diagnostics.base import TEXT_CHARS, Field, Kind

WHOLE_NUMBERS = 2**63


def bounded(values: Mapping[str, object], fields: Iterable[Field]) -> dict[str, object]:
    """Return of `values` what is declared by `fields`, each in its kind, cut to its bounds.

    None and "" are left out, as is a value that is no such thing. A list that was cut is followed by
    `NAME_count` with its whole length. Numbers that cannot be right are named in `implausible`, in a table
    row by row.
    """
    result: dict[str, object] = {}
    fields = tuple(fields)
    for field in fields:
        value = values.get(field.name)
        held = _held(field, value)
        if held is None or held == "":
            continue
        result[field.name] = held
        if isinstance(value, list | tuple) and len(value) > field.items:
            result[f"{field.name}_count"] = len(value)
    wrong = [field.name for field in fields if _is_outside(field, result.get(field.name))]
    return result | {"implausible": wrong} if wrong else result


def clean_text(text: str, most: int = TEXT_CHARS) -> str:
    """Return `text` as one line of at most `most` characters, without control characters and surrogates."""
    cut = text[: most + 1]
    cleaned = "".join(character if character.isprintable() else "�" for character in cut)
    return cleaned if len(cleaned) <= most else f"{cleaned[: most - 1]}…"


def _held(field: Field, value: object) -> object:
    """Return the value in the field's kind, None where it is none."""
    is_list = field.kind in (Kind.TABLE, Kind.TEXTS)
    if value is None or is_list is not isinstance(value, list | tuple):
        return None
    match field.kind:
        case Kind.TABLE:
            return list(_rows(field, value))
        case Kind.TEXTS:
            return (
                [_text(item, field) for item in value[: field.items]]
                if isinstance(value, list | tuple)
                else None
            )
        case Kind.TRUTH:
            return value if isinstance(value, bool) else None
        case Kind.NUMBER:
            return _number(value)
    return _text(value, field)


def _items(field: Field, value: object) -> Sequence[object]:
    return value[: field.items] if isinstance(value, list | tuple) else ()


def _rows(field: Field, value: object) -> Iterator[dict[str, object]]:
    for row in _items(field, value):
        if isinstance(row, Mapping) and (told := bounded(row, field.columns)):
            yield told


def _number(value: object) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, int):
        return value if -WHOLE_NUMBERS <= value < WHOLE_NUMBERS else None
    return round(value, 3) if math.isfinite(value) else None


def _text(value: object, field: Field) -> str:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return clean_text(text.strip(), field.chars)


def _is_outside(field: Field, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    too_small = field.least is not None and value < field.least
    return too_small or (field.most is not None and value > field.most)
