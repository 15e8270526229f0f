"""Fields that a message does not have: whoever sends them wants something that is not hers to say."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec


def unknown_field(raw: object, hint: Any) -> str:
    """Return the first field in `raw` (JSON as Python values) that `hint` has not, with dots; "" for none.

    `hint` is the type as which `raw` was understood. What is parsed later is passed over.
    """
    return next(_unknown(raw, hint, ""), "")


def _unknown(raw: object, hint: Any, path: str) -> Iterator[str]:
    shape, is_many = _shape_in(hint)
    if shape is None:
        return
    for one in raw if is_many and isinstance(raw, list) else [raw]:
        if isinstance(one, dict):
            yield from _unknown_in_object(one, _fields_of(shape), path)


def _unknown_in_object(raw: Mapping[str, object], known: Mapping[str, Any], path: str) -> Iterator[str]:
    for name, value in raw.items():
        if name not in known:
            yield f"{path}{name}"[:80]
        else:
            yield from _unknown(value, known[name], f"{path}{name}.")


@cache
def _fields_of(shape: Any) -> Mapping[str, Any]:
    return get_type_hints(shape, include_extras=True)


def _shape_in(hint: Any) -> tuple[Any, bool]:
    """Return the object that a type means, if it means one alone, and whether it is a list of them."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _shape_in(parts[0])
    if origin in (Union, types.UnionType):
        shapes = [found for part in parts if (found := _shape_in(part))[0] is not None]
        return shapes[0] if len(shapes) == 1 else (None, False)
    if origin is not None:
        inner = _shape_in(parts[0])[0] if parts and not issubclass(origin, Mapping) else None
        return inner, True
    is_object = isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, msgspec.Struct))
    return (hint if is_object else None), False
