"""One condition of a rule that was looked at, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class Condition(StrEnum):
    """What is looked at."""

    CATEGORY = "category"
    SYMPTOM = "symptom"
    SITE = "site"
    DEVICE = "device"
    WORDS = "words"


@dataclass(frozen=True, kw_only=True)
class Look:
    """One condition that was looked at. `found`: what in the report met it, in its own spelling."""

    condition: Condition
    wanted: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether it is met."""
        return bool(self.found)
