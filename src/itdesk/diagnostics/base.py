"""What a probe is: one small question to this computer, and what its answer may hold."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from itdesk.domain.audience import Audience

LIMIT_S = 1.0
Reading = Callable[[], Mapping[str, object]]
"""Asks this computer; may raise anything."""
LIST_ITEMS = 64
TEXT_CHARS = 256


class Privacy(StrEnum):
    """How much a value says about whom."""

    HARMLESS = "harmless"
    MACHINE = "machine"
    PERSON = "person"


class Tier(IntEnum):
    """When a question is asked: always, by default and shown, or only when the symptom needs it."""

    ALWAYS = 0
    USUAL = 1
    SYMPTOM = 2


class Kind(StrEnum):
    """What a value is: one text, number or truth; a list of texts; a table, a list of rows of `columns`."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    MOMENT = "moment"
    TEXTS = "texts"
    TABLE = "table"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One value of a probe. Outside of `least` and `most` a number is implausible and is marked so.

    A table declares its `columns`; the column `key` tells its rows apart. `items` bounds lists and tables,
    `chars` texts. `choices` are the codes that a text is one of, for the screen to word.
    `passing` values change by themselves all the time: they are no news when two moments are compared.
    """

    name: str
    description: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    privacy: Privacy = Privacy.HARMLESS
    least: float | None = None
    most: float | None = None
    columns: tuple["Field", ...] = ()
    key: str = ""
    items: int = LIST_ITEMS
    chars: int = TEXT_CHARS
    choices: tuple[str, ...] = ()
    passing: bool = False


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One question. `measure` returns values of `fields` (fewer where the computer does not say).

    `why` says in one sentence what the answer is good for; `audience` who gets to see it: with `requester`
    the one who reports and IT, never those who merely watch a ticket.
    `measure` may raise anything, and may hang: the collector waits `limit_s` seconds and goes on without it.
    """

    name: str
    tier: Tier = Tier.ALWAYS
    why: str
    fields: tuple[Field, ...]
    measure: Reading
    limit_s: float = LIMIT_S
    audience: Audience = Audience.REQUESTER


class NotAvailable(Exception):
    """The computer does not say this. The message is one sentence."""


def every_field(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Return the fields and the columns of those that are tables."""
    for field in fields:
        yield field
        yield from field.columns
