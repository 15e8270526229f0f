"""What IT notes beside a ticket while working on it: tags, a checklist, time spent. Staff alone see it."""

from dataclasses import dataclass
from enum import StrEnum

from itdesk.domain.ids import ChangeId, PersonId


class Mark(StrEnum):
    """How a point of a checklist stands."""

    OPEN = "open"
    DONE = "done"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True)
class ChecklistItem:
    """A point of a checklist. Its id is that of the event that added it."""

    id: ChangeId
    text: str
    mark: Mark = Mark.OPEN
    author: PersonId
    """Who set the mark last."""
    version: int
    """The ticket's version that did it."""


@dataclass(frozen=True, kw_only=True)
class TimeEntry:
    """Minutes that somebody spent; 0: taken back. Its id is that of the event that noted it."""

    id: ChangeId
    person_id: PersonId
    minutes: int
    note: str = ""
    author: PersonId
    """Who set it last: a lead may correct it, too."""
    version: int


@dataclass(frozen=True, kw_only=True)
class TagsChanged:
    """The ticket gets tags and loses others. Its inverse has them the other way round."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChecklistItemAdded:
    """One more thing is to be done."""

    text: str


@dataclass(frozen=True, kw_only=True)
class ChecklistItemMarked:
    """A point of the checklist is done, open again, or not wanted. Its inverse sets the former mark."""

    item_id: ChangeId
    mark: Mark


@dataclass(frozen=True, kw_only=True)
class TimeSpent:
    """The author worked on the ticket for so long."""

    minutes: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeCorrected:
    """An entry of time spent was wrong. Its inverse sets what it said before."""

    entry_id: ChangeId
    minutes: int
    """0 takes the entry back."""
    note: str = ""


WorkNote = TagsChanged | ChecklistItemAdded | ChecklistItemMarked | TimeSpent | TimeCorrected


def tag_named(text: str) -> str:
    """Return the tag as it is kept: small letters, single blanks. “VPN  Kraków” and “vpn kraków” are one."""
    return " ".join(text.split()).casefold()
