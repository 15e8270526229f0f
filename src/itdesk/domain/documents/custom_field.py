"""What a category asks for beside the fixed fields."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from itdesk.domain.audience import Audience
from itdesk.domain.documents.words import Words


class FieldKind(StrEnum):
    """What a custom field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"
    PERSON = "person"


@dataclass(frozen=True, kw_only=True)
class FieldChoice:
    """One of several ready values."""

    code: str
    words: Words


@dataclass(frozen=True, kw_only=True)
class CustomField:
    """A field of a category. `code` is for good: the values of tickets are kept under it.

    A code that several categories use is one field in all of them: values stay when the category changes.
    `longest` (characters) bounds a text, `least` and `most` a number, `earliest` and `latest` a day.
    """

    code: str
    kind: FieldKind
    name: Words
    required: bool = False
    """Whether it is asked for at opening, and is never emptied."""
    audience: Audience = Audience.PARTICIPANTS
    """Who sees its values."""
    longest: int | None = None
    least: float | None = None
    most: float | None = None
    earliest: date | None = None
    latest: date | None = None
    choices: tuple[FieldChoice, ...] = ()
