"""Reading what is on this computer. Never touches the network."""

from collections.abc import Mapping

from itdesk.domain.documents import Article, Device, Queue
from itdesk.domain.ids import ArticleId, PersonId, TicketId
from itdesk.domain.listing import Question, TicketRow
from itdesk.domain.people import Person
from itdesk.domain.tokeniser import tokens
from itdesk.replica import contents, listing
from itdesk.replica.listing import Counts
from itdesk.services.desk import Desk
from itdesk.services.ticket_page import Allowed, FileState, Moment, TicketPage, ticket_page

__all__ = [
    "Allowed",
    "Counts",
    "FileState",
    "Moment",
    "TicketPage",
    "article",
    "articles",
    "counts",
    "devices",
    "devices_of",
    "mark_read",
    "people",
    "queues",
    "revision",
    "staff",
    "ticket_id_of",
    "ticket_ids",
    "ticket_page",
    "ticket_rows",
    "tickets",
]


def ticket_ids(desk: Desk, question: Question) -> tuple[TicketId, ...]:
    """Return the ids of the whole list, in order. Raises WorldFailed, like every call here."""
    desk.replica.catch_up(desk.outbox)
    return listing.ticket_ids(desk.replica, question, desk.now())


def ticket_rows(desk: Desk, ids: tuple[TicketId, ...]) -> tuple[TicketRow, ...]:
    """Return the rows of these tickets, in the same order."""
    return listing.ticket_rows(desk.replica, ids)


def tickets(desk: Desk, question: Question, limit: int = 50) -> tuple[TicketRow, ...]:
    """Return the first rows of a list."""
    desk.replica.catch_up(desk.outbox)
    return listing.ticket_rows(desk.replica, listing.ticket_ids(desk.replica, question, desk.now(), limit))


def counts(desk: Desk) -> Counts:
    """Return the numbers beside the views."""
    desk.replica.catch_up(desk.outbox)
    return listing.counts(desk.replica, desk.now())


def ticket_id_of(desk: Desk, number: int) -> TicketId | None:
    """Return the ticket with this number, if this person sees one."""
    desk.replica.catch_up(desk.outbox)
    return listing.ticket_id_of(desk.replica, number)


def mark_read(desk: Desk, ticket_id: TicketId) -> None:
    """Note that this person has seen everything on the ticket."""
    contents.mark_read(desk.replica, ticket_id)


def people(desk: Desk) -> tuple[Person, ...]:
    """Return everybody whom this person may know of, by name."""
    return contents.people(desk.replica)


def staff(desk: Desk) -> tuple[Person, ...]:
    """Return those in IT who may sign in, by name."""
    return tuple(person for person in people(desk) if person.role.is_staff and not person.is_disabled)


def queues(desk: Desk) -> tuple[Queue, ...]:
    """Return the teams' queues."""
    return contents.documents(desk.replica, Queue)


def devices(desk: Desk) -> tuple[Device, ...]:
    """Return the computers, by name."""
    return tuple(sorted(contents.documents(desk.replica, Device), key=lambda device: device.name))


def devices_of(desk: Desk, person_id: PersonId) -> tuple[Device, ...]:
    """Return somebody's computers, by name."""
    return contents.devices_of(desk.replica, person_id)


def articles(desk: Desk, words: str = "") -> tuple[Article, ...]:
    """Return the articles with all these words, the last one perhaps unfinished; hits in titles first."""
    wanted = tokens(words)
    found = contents.documents(desk.replica, Article)
    hits = [one for one in found if _has(wanted, (*one.title.values(), *one.body.values()))]
    return tuple(sorted(hits, key=lambda one: not _has(wanted, tuple(one.title.values()))))


def article(desk: Desk, id: ArticleId) -> Article | None:
    """Return one article."""
    return contents.document(desk.replica, Article, id)


def revision(desk: Desk) -> int:
    """Return a number that changes with every write to replica or outbox, also by other processes."""
    return desk.replica.revision() + desk.outbox.revision()


def _has(wanted: list[str], texts: tuple[str, ...]) -> bool:
    words: Mapping[str, None] = dict.fromkeys(word for text in texts for word in tokens(text))
    return all(word in words for word in wanted[:-1]) and (
        not wanted or any(word.startswith(wanted[-1]) for word in words)
    )
