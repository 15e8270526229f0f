"""What is not a ticket: queues, articles, devices, symptoms. Written by admins, versioned, and fed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from itdesk.domain.catalogue import Category
from itdesk.domain.ids import AnnouncementId, ArticleId, DeviceId, PersonId, QueueId, SymptomId

Words = Mapping[str, str]
"""The same words by language code: `{"en": "Hardware", "pl": "Sprzęt"}`."""


def in_language(words: Words, language: str) -> str:
    """Return the words in `language`, or in English, or in whatever there is."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A team's tickets. A restricted one is seen by its members alone."""

    id: QueueId
    name: Words
    restricted: bool = False
    members: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Article:
    """A page of the knowledge base."""

    id: ArticleId
    title: Words
    body: Words
    category: str = ""
    symptoms: tuple[str, ...] = ()
    staff_only: bool = False
    keywords: Words = field(default_factory=dict)
    """Other words by which people look for it, as one text a language."""


@dataclass(frozen=True, kw_only=True)
class Device:
    """A computer that the company owns."""

    id: DeviceId
    name: str
    owner_id: PersonId | None = None
    model: str = ""
    system: str = ""
    serial: str = ""
    site: str = ""
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked when a symptom was chosen. Without `choices` it is answered in free text."""

    id: str
    words: Words
    choices: tuple[Words, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Symptom:
    """What hurts, in plain words: a card of the report window, and what is then asked and looked at.

    `first` is its place on the first screen (1 to 9); those without stand behind "More", by `order`.
    `probes`, `checks` and `articles` are names that this program may not know: it leaves those out.
    A symptom that does not `collect` sends neither facts nor a screenshot: only words and the time.
    `domain.symptom_rules` says what else must hold.
    """

    id: SymptomId
    icon: str
    category: Category
    name: Words
    keywords: Words = field(default_factory=dict)
    """Other words by which people call it, as one text a language."""
    first: int | None = None
    order: int = 0
    questions: tuple[Question, ...] = ()
    probes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    articles: tuple[ArticleId, ...] = ()
    collects: bool = True

    @property
    def code(self) -> str:
        """The name by which tickets and articles call it: its id."""
        return self.id


class AnnouncementKind(StrEnum):
    """What IT announces. Only an outage or a maintenance is a trouble that people have."""

    INFORMATION = "information"
    OUTAGE = "outage"
    MAINTENANCE = "maintenance"

    @classmethod
    def _missing_(cls, _value: object) -> "AnnouncementKind":
        """A kind from the future is still told."""
        return cls.INFORMATION

    @property
    def is_trouble(self) -> bool:
        """Whether somebody may want to report what is announced."""
        return self is not AnnouncementKind.INFORMATION


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """What IT tells everybody for a while. The body is plain text, times are UTC.

    `people` is how many said that they have it too: the server counts them.
    """

    id: AnnouncementId
    title: Words
    body: Words
    kind: AnnouncementKind = AnnouncementKind.INFORMATION
    symptoms: tuple[str, ...] = ()
    begins_at: datetime
    ends_at: datetime | None = None
    people: int = 0
    staff_only: bool = False


@dataclass(frozen=True, kw_only=True)
class OpenHours:
    """When somebody answers on one day of the week, by the clock on the helpdesk's wall.

    `weekday` is 0 for Monday to 6 for Sunday. Closing at 00:00 is the end of that day.
    """

    weekday: int
    opens: time
    closes: time


HELPDESK = "helpdesk"


@dataclass(frozen=True, kw_only=True)
class Helpdesk:
    """How people reach IT. There is one, with the id `HELPDESK`.

    `zone` is IANA's name of the time zone of `hours` and `closed_days`. No hours: nothing is said of them.
    `usual_first_answer_min` is in minutes within these hours, measured by the server; `None`: not known yet.
    """

    id: str = HELPDESK
    name: Words = field(default_factory=dict)
    phone: str = ""
    address: str = ""
    zone: str = "UTC"
    hours: tuple[OpenHours, ...] = ()
    closed_days: tuple[date, ...] = ()
    usual_first_answer_min: int | None = None


Document = Queue | Article | Device | Symptom | Announcement | Helpdesk

DOCUMENT_KINDS: dict[str, type[Document]] = {
    "queue": Queue,
    "article": Article,
    "device": Device,
    "symptom": Symptom,
    "announcement": Announcement,
    "helpdesk": Helpdesk,
}


def kind_of_document(document: Document) -> str:
    """Return the name under which the document's kind is stored and sent."""
    return type(document).__name__.lower()


def is_for_everyone(document: Document) -> bool:
    """Whether employees keep this document; the others are for staff."""
    if isinstance(document, Article | Announcement):
        return not document.staff_only
    return isinstance(document, Symptom | Helpdesk)
