"""What is not a ticket: queues, articles, devices. Written by admins, versioned, fed like tickets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from itdesk.domain.ids import ArticleId, DeviceId, PersonId, QueueId

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


Document = Queue | Article | Device

DOCUMENT_KINDS: dict[str, type[Document]] = {"queue": Queue, "article": Article, "device": Device}


def kind_of_document(document: Document) -> str:
    """Return the name under which the document's kind is stored and sent."""
    return type(document).__name__.lower()


def is_for_everyone(document: Document) -> bool:
    """Whether employees keep this document; the others are for staff."""
    return isinstance(document, Article) and not document.staff_only
