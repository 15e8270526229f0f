"""A sample of any payload, made from its declaration: ids of each kind are those that are given."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

LATER = datetime.now(UTC) + timedelta(days=1)
PLAIN: Mapping[object, object] = {str: "words", int: 1, bool: True, datetime: LATER}
WORDS = {"en": "Words", "pl": "Słowa"}

Ids = Mapping[str, object]
"""For each kind of id, by its name (`TicketId`), the id to be named."""


def sample(kind: type[Any], ids: Ids) -> Any:
    """Return a value of a frozen dataclass in which every id that it can name is named."""
    hints = get_type_hints(kind)
    values = {
        one.name: value
        for one in fields(kind)
        if one.init and (value := _value(hints[one.name], ids, is_optional=_has_default(one))) is not MISSING
    }
    return kind(**values)


def id_kinds(hint: Any) -> set[str]:
    """Return the kinds of ids that a type can name, at whatever depth."""
    if isinstance(hint, NewType):
        return {hint.__name__}
    if isinstance(hint, type) and is_dataclass(hint):
        return {kind for each in get_type_hints(hint).values() for kind in id_kinds(each)}
    return {kind for part in get_args(hint) for kind in id_kinds(part)}


def _has_default(one: Any) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _value(hint: Any, ids: Ids, *, is_optional: bool) -> Any:
    if id_kinds(hint) == set() and is_optional:
        return MISSING
    if isinstance(hint, NewType):
        return ids[hint.__name__]
    if get_origin(hint) in (Union, types.UnionType):
        inner = [part for part in get_args(hint) if part is not types.NoneType]
        return _value(inner[0], ids, is_optional=False)
    if get_origin(hint) is tuple:
        return (_value(get_args(hint)[0], ids, is_optional=False),)
    if get_origin(hint) in (Mapping, dict):
        return WORDS
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return sample(hint, ids)
    return PLAIN[hint]
