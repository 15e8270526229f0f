"""What an employee wrote, as a value; and its draft as text."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.logins import possible_login
from itdesk.domain.priority import Urgency

PROPOSED_TITLE_CHARS = 80


@dataclass(frozen=True, kw_only=True)
class Words:
    """The form's content without facts and pictures."""

    title: str = ""
    description: str = ""
    symptom: str = ""
    category: Category = Category.OTHER
    urgency: Urgency = Urgency.MEDIUM
    concerns: Concerns = Concerns.THIS_COMPUTER
    device: str = ""
    """The other computer that it concerns, by its name or by who works on it."""
    place: str = ""
    contact: str = ""
    since: datetime | None = None
    """Since about when (aware); nothing means just now."""
    person: str = ""
    """For whom, by name or login; nothing means for herself."""
    person_id: str = ""
    """The same person's id, where this computer knows it."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What was answered to the symptom's questions, by their ids."""

    @property
    def reader_login(self) -> str:
        """The login of the colleague for whom it is, where this computer does not know her."""
        return "" if self.person_id else possible_login(self.person)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said yet that would be missed."""
        return not (self.title.strip() or self.description.strip() or self.symptom)


_NAMES = frozenset(one.name for one in fields(Words))


def proposed_title(description: str) -> str:
    """Return the first sentence, shortened at a word where it is long."""
    printable = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in description)
    first = " ".join(printable.strip().split("\n", 1)[0].split())
    for end in (". ", "! ", "? "):
        first = first.split(end, 1)[0]
    first = first.rstrip(".!")
    if len(first) <= PROPOSED_TITLE_CHARS:
        return first[:TITLE_CHARS]
    return first[:PROPOSED_TITLE_CHARS].rsplit(" ", 1)[0] + "…"


def draft_of(words: Words) -> str:
    """Return the words as text to be kept."""
    values = asdict(words) | {"since": words.since.isoformat() if words.since else ""}
    return json.dumps(values, ensure_ascii=False)


def words_of(draft: str) -> Words:
    """Return the words that a draft keeps; what an other version wrote differently is left out."""
    try:
        kept: dict[str, Any] = json.loads(draft)
        typed: dict[str, Callable[[Any], Any]] = {
            "category": Category,
            "urgency": Urgency,
            "concerns": Concerns,
            "answers": _answers,
            "since": _moment,
        }
        values: dict[str, Any] = {
            name: typed[name](value) if name in typed else str(value)
            for name, value in kept.items()
            if name in _NAMES
        }
        return replace(Words(), **values)
    except (ValueError, TypeError, AttributeError):
        return Words()


def _moment(kept: str) -> datetime | None:
    at = datetime.fromisoformat(kept) if kept else None
    return at if at is None or at.tzinfo else at.astimezone()


def _answers(kept: dict[str, Any]) -> dict[str, str]:
    return {str(question): str(answer) for question, answer in kept.items()}
