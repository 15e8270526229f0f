"""What of a ticket is searched: its words by audience, and marks for what its fields are.

This is the definition. The indexes of all databases hold just this, so no engine's own splitting matters.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.custom_fields import field_texts
from itdesk.domain.ids import PersonId, is_id
from itdesk.domain.people import Person
from itdesk.domain.priority import Priority
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket, number_text
from itdesk.domain.tokeniser import tokens

PASSAGES_BYTES = 100_000
"""Of one audience so many bytes are searched, the oldest first: PostgreSQL has no room for more."""

SIGN = "="
"""Stands between passages and before marks. No word has it: no phrase and no beginning reaches over."""

EVERY = f"{SIGN}every"
"""The mark of every ticket."""

Comment = tuple[Audience, str]


@dataclass(frozen=True, kw_only=True)
class Searched:
    """One ticket as search sees it. A passage is folded words that follow each other, divided by blanks."""

    number: int | None
    created_at: datetime
    passages: Mapping[Audience, tuple[str, ...]]
    """The first one that everybody may read is the title."""
    marks: frozenset[str]


def searched(ticket: Ticket, comments: Iterable[Comment], people: Mapping[PersonId, Person]) -> Searched:
    """Return what is searched of a ticket with these comments, oldest first; `people` are those it names."""
    texts: dict[Audience, list[str]] = {audience: [] for audience in Audience}
    number = "" if ticket.number is None else number_text(ticket.number, ticket.id)
    texts[Audience.PARTICIPANTS] += [ticket.title, number, ticket.description, ticket.standing.note]
    # Whom of IT a ticket was given to is found by IT alone: others know some technicians by their team.
    named = ((Audience.PARTICIPANTS, ticket.requester_id), (Audience.STAFF, ticket.assignee_id))
    for audience, id in named:
        if id is not None and id in people:
            texts[audience].append(_names(people[id]))
    texts[Audience.STAFF] += sorted(ticket.tags)
    for file in ticket.attachments:
        texts[file.audience].append(file.name)
    for audience, text in field_texts(ticket.fields):
        texts[audience].append(text)
    for audience, body in comments:
        texts[audience].append(body)
    return Searched(
        number=ticket.number,
        created_at=ticket.created_at,
        passages={audience: _passages(some) for audience, some in texts.items()},
        marks=frozenset(_marks(ticket, people)),
    )


def joined(passages: Iterable[str]) -> str:
    """Return passages as one text in which a phrase is looked for: every word has a blank on both sides."""
    return f" {f' {SIGN} '.join(passages)} "


def mark(field: str, *words: str) -> str:
    """Return the mark of a field that is this: `=status=open`."""
    return SIGN + SIGN.join((field, *words))


@lru_cache(maxsize=16384)
def mark_of_id(field: str, id: str) -> str:
    """Return the mark of a field that names this id. An id is written in letters and digits alone."""
    return mark(field, f"@{id if is_id(id) else id.encode().hex()}")


@lru_cache(maxsize=256)
def mark_of_month(year: int, month: int) -> str:
    """Return the mark of a month, by UTC: it only narrows where times are compared anyway."""
    return mark("month", f"{year:04}{month:02}")


def _passages(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts as passages, as many of their words as are searched."""
    found, left = [], PASSAGES_BYTES
    for text in texts:
        passage = " ".join(tokens(text)) if text else ""
        size = (len(passage) if passage.isascii() else len(passage.encode())) + 3
        if size > left:
            passage = passage.encode()[: max(left, 0)].decode(errors="ignore").rpartition(" ")[0]
        found.append(passage)
        left -= size
        if left <= 0:
            break
    return tuple(found)


def _marks(ticket: Ticket, people: Mapping[PersonId, Person]) -> Iterable[str]:
    yield from _marks_of_fields(ticket.status, ticket.priority, ticket.category)
    yield mark_of_id("queue", ticket.queue_id) if ticket.queue_id else mark("queue", "@none")
    for field, id in (("requester", ticket.requester_id), ("assignee", ticket.assignee_id)):
        yield mark_of_id(field, id) if id else mark(field, "@none")
        if id is not None and id in people:
            yield from _marks_of_person(field, people[id])
    created = ticket.created_at.astimezone(UTC)
    yield mark_of_month(created.year, created.month)
    for tag in ticket.tags:
        yield mark("tag", *tokens(tag))
    for reader in ticket.participants | {ticket.requester_id}:
        yield mark_of_id("reader", reader)


# Most tickets share a few of each: these are made once.


@lru_cache(maxsize=4096)
def _names(person: Person) -> str:
    return " ".join(tokens(f"{person.name} {person.login}"))


@lru_cache(maxsize=1024)
def _marks_of_fields(status: Status, priority: Priority, category: Category) -> tuple[str, ...]:
    return (
        EVERY,
        mark("status", status.value),
        mark("is", "open" if status.is_open else "closed"),
        mark("priority", str(priority.value)),
        mark("category", *tokens(category.value.replace("_", " "))),
    )


@lru_cache(maxsize=4096)
def _marks_of_person(field: str, person: Person) -> tuple[str, ...]:
    """A person is found by each word of her name and login."""
    return tuple(mark(field, word) for word in sorted({*tokens(person.name), *tokens(person.login)}))
