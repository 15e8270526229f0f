"""The demo's company and what goes wrong in it, as plain values read from `resources/demo`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

import msgspec

from itdesk.domain.catalogue import Category
from itdesk.domain.documents import AnnouncementKind, Article
from itdesk.domain.people import Role
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.status import PendingReason
from itdesk.server.starter import read_articles

OWN = "pogodna-"
"""Begins the ids of the company's articles: they stand before those that every store starts with."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """The same in both languages."""

    en: str
    pl: str

    def by_language(self) -> dict[str, str]:
        """Return the words by language code."""
        return {"en": self.en, "pl": self.pl}


@dataclass(frozen=True, kw_only=True)
class PersonSeed:
    """Somebody in the company. `department` is the key of `Company.departments`."""

    login: str
    name: str
    role: Role
    department: str
    site: str
    room: str
    phone: str
    language: str

    @property
    def place(self) -> Words:
        """Where she sits."""
        return Words(en=f"room {self.room}", pl=f"pokój {self.room}")

    @property
    def contact(self) -> Words:
        """How to reach her."""
        return Words(en=f"ext. {self.phone}", pl=f"wew. {self.phone}")


@dataclass(frozen=True, kw_only=True)
class QueueSeed:
    """A team's tickets; `members` are logins."""

    code: str
    name: Words
    members: tuple[str, ...]
    restricted: bool


@dataclass(frozen=True, kw_only=True)
class DeviceSeed:
    """A computer, printer, room computer or server; `owner` is a login or empty."""

    name: str
    kind: str
    model: str
    os: str
    owner: str
    memory_gb: int
    disk_gb: int
    site: str
    serial: str


@dataclass(frozen=True, kw_only=True)
class HelpdeskSeed:
    """How IT is reached; `hours` as `domain.hours_text` reads them."""

    name: Words
    phone: str
    address: str
    zone: str
    hours: str


@dataclass(frozen=True, kw_only=True)
class AnnouncementSeed:
    """What IT announces when the demo starts."""

    code: str
    kind: AnnouncementKind
    symptoms: tuple[str, ...]
    title: Words
    body: Words
    began_minutes_ago: int
    ends_in_minutes: int


class Opening(NamedTuple):
    """One way to report what a script is about."""

    title: str
    description: str
    resolution: str = ""
    """Its own: this one is then solved without the script's conversation."""


class Line(NamedTuple):
    """One line of a conversation: who (`requester`, `technician`), how (`reply`, `note`), what."""

    who: str
    how: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Wait:
    """What is asked or said when the work waits, and for `user` what the requester answers."""

    reason: PendingReason
    ask: str
    answer: str = ""
    until_days: int = 0


@dataclass(frozen=True, kw_only=True)
class Again:
    """The first solution did not hold: the complaint, the answer, what helped in the end."""

    complaint: str
    answer: str
    resolution: str


@dataclass(frozen=True, kw_only=True)
class Cancel:
    """The ticket is withdrawn by the `requester` or the `technician`, and why."""

    by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class TicketScript:
    """A problem, the ways to report it, and how its conversation goes.

    Texts may name `{printer}`, `{pc}` and `{room}`: those of whoever reports it.
    """

    code: str
    language: str
    symptom: str
    category: Category
    urgency: Urgency
    impact: Impact
    queue: str
    openings: tuple[Opening, ...]
    resolution: str = ""
    talk: tuple[Line, ...] = ()
    departments: tuple[str, ...] = ()
    """Who has this problem; nobody named means everybody."""
    wait: Wait | None = None
    again: Again | None = None
    cancel: Cancel | None = None
    score: int = 0
    thanks: str = ""

    def solved_by(self, opening: Opening) -> "TicketScript":
        """Return the script as it goes for this opening."""
        if not opening.resolution:
            return self
        return replace(self, resolution=opening.resolution, talk=(), wait=None, again=None)


@dataclass(frozen=True, kw_only=True)
class Company:
    """Everything the demo starts from."""

    name: str
    sites: tuple[str, ...]
    departments: Mapping[str, Words]
    people: tuple[PersonSeed, ...]
    queues: tuple[QueueSeed, ...]
    devices: tuple[DeviceSeed, ...]
    articles: tuple[Article, ...]
    """Its own; every store also starts with those of `server.starter`."""
    scripts: tuple[TicketScript, ...]
    helpdesk: HelpdeskSeed
    announcements: tuple[AnnouncementSeed, ...]


def load_company() -> Company:
    """Read the company from the program's own resources. Raises msgspec.ValidationError on a bad file."""
    demo = files("itdesk.resources") / "demo"
    head = msgspec.toml.decode(_text(demo / "company.toml"))
    return Company(
        name=head["name"],
        sites=tuple(head["sites"]),
        departments=msgspec.convert(head["departments"], dict[str, Words]),
        people=msgspec.convert(_rows(demo / "people.toml", "person"), tuple[PersonSeed, ...]),
        queues=msgspec.convert(_rows(demo / "queues.toml", "queue"), tuple[QueueSeed, ...]),
        devices=msgspec.convert(_rows(demo / "devices.toml", "device"), tuple[DeviceSeed, ...]),
        articles=read_articles(demo / "articles", prefix=OWN),
        scripts=msgspec.convert(
            [row for page in _toml_files(demo / "tickets") for row in _listed(page, "ticket")],
            tuple[TicketScript, ...],
        ),
        helpdesk=msgspec.convert(_rows(demo / "helpdesk.toml", "helpdesk"), HelpdeskSeed),
        announcements=msgspec.convert(
            _rows(demo / "helpdesk.toml", "announcement"), tuple[AnnouncementSeed, ...]
        ),
    )


def _toml_files(folder: Traversable) -> list[Traversable]:
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return sorted(found, key=lambda entry: entry.name)


def _text(page: Traversable) -> str:
    return page.read_text(encoding="utf-8")


def _rows(page: Traversable, name: str) -> object:
    return msgspec.toml.decode(_text(page))[name]


def _listed(page: Traversable, name: str) -> list[object]:
    return msgspec.convert(_rows(page, name), list[object])
