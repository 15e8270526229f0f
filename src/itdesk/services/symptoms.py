"""What hurts, in plain words: the cards of the report window."""

import tomllib
from dataclasses import dataclass
from importlib import resources

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import Words

EVERY_PLACE = 10_000


@dataclass(frozen=True, kw_only=True)
class Symptom:
    """One card. `question` is the hint under the description; `first` those on the first screen."""

    code: str
    icon: str
    category: Category
    name: Words
    question: Words
    first: bool


def symptoms() -> tuple[Symptom, ...]:
    """Return all symptoms: those of the first screen in their places, then the others."""
    text = (resources.files("itdesk.resources") / "symptoms.toml").read_text("utf-8")
    entries = tomllib.loads(text)["symptom"]
    ordered = sorted(entries, key=lambda entry: entry.get("first", EVERY_PLACE))
    return tuple(
        Symptom(
            code=entry["code"],
            icon=entry["icon"],
            category=Category(entry["category"]),
            name=entry["name"],
            question=entry.get("question", {}),
            first="first" in entry,
        )
        for entry in ordered
    )
