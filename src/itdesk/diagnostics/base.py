"""What a probe is: one small question to this computer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LIMIT_S = 1.0


class Privacy(StrEnum):
    """How much a value says about whom."""

    HARMLESS = "harmless"
    MACHINE = "machine"
    PERSON = "person"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One value of a probe. Outside of `least` and `most` a number is implausible and is marked so."""

    name: str
    description: str
    unit: str = ""
    privacy: Privacy = Privacy.HARMLESS
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, kw_only=True)
class Probe:
    """One question. `measure` returns values of `fields` (fewer where the computer does not say).

    It may raise anything, and may hang: the collector waits `limit_s` seconds and goes on without it.
    """

    name: str
    fields: tuple[Field, ...]
    measure: Callable[[], Mapping[str, object]]
    limit_s: float = LIMIT_S


class NotAvailable(Exception):
    """The computer does not say this. The message is one sentence."""
