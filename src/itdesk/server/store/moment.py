"""What the store holds at one moment, read for one reader."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, or_, select

from itdesk.domain.audience import Audience
from itdesk.domain.documents import CategoryPage, kind_name
from itdesk.domain.ids import ChangeId, PersonId, TicketId
from itdesk.domain.people import Person, Role
from itdesk.domain.policy import Scope
from itdesk.domain.sla.promises import Promises
from itdesk.domain.ticket import Ticket
from itdesk.server.store.documents import SomeDocument, read_all
from itdesk.server.store.due_tickets import DuePlace, DueTicket, due_tickets
from itdesk.server.store.people import person_from
from itdesk.server.store.promised import read_promises
from itdesk.server.store.queues import Queues, load_queues
from itdesk.server.store.search.index import Hit, Sought
from itdesk.server.store.search.writing import index_of
from itdesk.server.store.store import Store
from itdesk.server.store.tables import changes, counter, documents, events, feed, people, tickets
from itdesk.server.store.visibility import visible

# Built once: most exchanges ask just these, and building them takes longer than asking them.
HEAD = select(counter.c.position)
PLACES = (
    select(feed.c.position, feed.c.change_id, events.c.at)
    .outerjoin_from(feed, events, events.c.change_id == feed.c.change_id)
    .where(feed.c.position.in_(bindparam("positions", expanding=True)), feed.c.ordinal == 0)
)
PEOPLE = select(people).where(people.c.id.in_(bindparam("ids", expanding=True))).order_by(people.c.id)
EVENTS = (
    select(events)
    .where(events.c.ticket_id.in_(bindparam("ids", expanding=True)), events.c.position > bindparam("after"))
    .order_by(events.c.ticket_id, events.c.version)
)
TALLIES = (
    select(
        events.c.ticket_id,
        events.c.audience,
        func.count().label("events"),
        func.max(events.c.version).label("version"),
        func.max(events.c.at).label("at"),
        func.max(events.c.position).label("position"),
    )
    .where(events.c.ticket_id.in_(bindparam("ids", expanding=True)))
    .group_by(events.c.ticket_id, events.c.audience)
)


OF_TICKETS = ("ticket", "erased")


@dataclass(frozen=True)
class Place:
    """A position in the feed, and what stands there: which change, and of what time; at 0 nothing does.

    The time tells two histories apart that have the same change there: one that was forgotten with a restored
    backup, and offered again.
    """

    position: int
    mark: str


@dataclass(frozen=True)
class FeedRow:
    """Something happened to `subject_id`. `kind`: ticket, erased, entered, left, document or person."""

    position: int
    kind: str
    subject_id: str
    document_kind: str


@dataclass(frozen=True)
class HeldTicket:
    """A ticket as it is now, unabridged; `weight` is the size of its history in characters."""

    ticket: Ticket
    position: int
    weight: int


@dataclass(frozen=True)
class HeldEvent:
    """One event, its payload as JSON."""

    id: ChangeId
    ticket_id: TicketId
    version: int
    kind: str
    payload: str
    actor_id: PersonId
    actor_role: Role
    at: datetime
    audience: Audience
    position: int


@dataclass(frozen=True)
class Tally:
    """How many events of one audience a ticket has, and the last of them."""

    audience: Audience
    count: int
    version: int
    at: datetime
    position: int


@dataclass(frozen=True)
class HeldDocument:
    """A document as it is now; a deleted one has no body."""

    kind: str
    id: str
    version: int
    body: str
    everyone: bool
    deleted: bool
    owner_id: PersonId | None = None
    """Who alone keeps it."""

    def is_kept_by(self, reader: PersonId, *, is_staff: bool) -> bool:
        """Tell whether it is there for this reader."""
        is_hers = self.owner_id in (None, reader)
        return not self.deleted and is_hers and (is_staff or self.everyone)

    def body_for(self, *, is_staff: bool) -> bytes:
        """Return the body as this reader keeps it."""
        if is_staff or self.kind != kind_name(CategoryPage):
            return self.body.encode()
        return msgspec.json.encode(msgspec.json.decode(self.body, type=CategoryPage).for_employees())


@contextmanager
def open_moment(store: Store) -> Iterator["Moment"]:
    """A transaction that sees one moment of the store. Raises StoreUnavailable."""
    with store.reading() as connection:
        yield Moment(connection)


class Moment:
    """The reading side of the tickets, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> int:
        """Return the position of the last change."""
        return self._connection.scalar(HEAD) or 0

    def places(self, positions: Collection[int]) -> dict[int, Place]:
        """Return those of the positions that exist, with what stands there."""
        found = {0: Place(0, "")}
        if positions:
            rows = self._connection.execute(PLACES, {"positions": sorted(positions)})
            found |= {row.position: Place(row.position, _mark(row.change_id, row.at)) for row in rows}
        return found

    def queues(self) -> Queues:
        """Return the queues."""
        return load_queues(self._connection)

    def feed(self, scope: Scope, after: int, upto: int, limit: int) -> list[FeedRow]:
        """Return what happened after one position up to another that this reader may notice, in order."""
        rows = self._connection.execute(
            select(feed.c.position, feed.c.kind, feed.c.subject_id, feed.c.document_kind)
            .outerjoin_from(
                feed, tickets, and_(feed.c.kind.in_(OF_TICKETS), tickets.c.id == feed.c.subject_id)
            )
            .where(feed.c.position > after, feed.c.position <= upto, _noticed(scope))
            .order_by(feed.c.position, feed.c.ordinal)
            .limit(limit)
        )
        return [FeedRow(row.position, row.kind, row.subject_id, row.document_kind or "") for row in rows]

    def tickets(self, scope: Scope, ids: Collection[str]) -> dict[TicketId, HeldTicket]:
        """Return those of the tickets that this reader sees."""
        if not ids:
            return {}
        held = self._held(select(tickets).where(tickets.c.id.in_(sorted(ids)), visible(scope)))
        return {one.ticket.id: one for one in held}

    def tickets_below(self, scope: Scope, number: int, limit: int) -> list[HeldTicket]:
        """Return tickets that this reader sees, the highest numbers below `number` first."""
        question = select(tickets).where(tickets.c.number < number, visible(scope))
        return self._held(question.order_by(tickets.c.number.desc()).limit(limit))

    def due(self, scope: Scope, after: DuePlace | None, limit: int) -> list[DueTicket]:
        """Return tickets that this reader sees and on which something is due, the soonest first."""
        return due_tickets(self._connection, scope, after, limit)

    def tickets_numbered(self, scope: Scope, numbers: Collection[int]) -> dict[int, HeldTicket]:
        """Return those of the tickets with these numbers that this reader sees."""
        held = self._held(select(tickets).where(tickets.c.number.in_(sorted(numbers)), visible(scope)))
        return {one.ticket.number: one for one in held if one.ticket.number is not None}

    def find(self, sought: Sought) -> list[Hit]:
        """Return the hits that a reader sees, the newest first."""
        return index_of(self._connection).find(self._connection, sought)

    def events(self, ids: Collection[TicketId], after: int) -> list[HeldEvent]:
        """Return the events of these tickets after a position, in the order of each history."""
        return held_events(self._connection, ids, after)

    def promises(self) -> Promises:
        """Return what is promised."""
        return read_promises(self._connection)

    def tallies(self, ids: Collection[TicketId]) -> dict[TicketId, list[Tally]]:
        """Return how many events of each audience these tickets have."""
        rows = self._connection.execute(TALLIES, {"ids": sorted(ids)}) if ids else ()
        found = dict[TicketId, list[Tally]]()
        for row in rows:
            tally = Tally(Audience(row.audience), row.events, row.version, row.at, row.position)
            found.setdefault(row.ticket_id, []).append(tally)
        return found

    def documents(self, keys: Collection[tuple[str, str]]) -> list[HeldDocument]:
        """Return these documents, each by kind and id, deleted ones too."""
        kinds = {kind for kind, _ in keys}
        wanted = (
            and_(documents.c.kind == kind, documents.c.id.in_(sorted(id for of, id in keys if of == kind)))
            for kind in sorted(kinds)
        )
        return self._documents(select(documents).where(or_(*wanted))) if keys else []

    def documents_after(self, scope: Scope, kind: str, id: str, limit: int) -> list[HeldDocument]:
        """Return documents that this reader keeps, in the order of kind and id, after one of them."""
        later = or_(documents.c.kind > kind, and_(documents.c.kind == kind, documents.c.id > id))
        question = select(documents).where(later, documents.c.deleted.is_(False), documents.c.kind != "queue")
        kept = question.where(or_(documents.c.owner_id.is_(None), documents.c.owner_id == scope.person_id))
        ordered = kept.order_by(documents.c.kind, documents.c.id).limit(limit)
        return self._documents(ordered if scope.is_staff else ordered.where(documents.c.everyone.is_(True)))

    def documents_of(self, scope: Scope, kind: str, after: str, limit: int) -> list[HeldDocument]:
        """Return documents of a kind that this reader keeps, in the order of their ids, after one of them."""
        mine = or_(documents.c.owner_id.is_(None), documents.c.owner_id == scope.person_id)
        kept = documents.c.kind == kind, documents.c.id > after, documents.c.deleted.is_(False), mine
        question = select(documents).where(*kept).order_by(documents.c.id).limit(limit)
        return self._documents(question if scope.is_staff else question.where(documents.c.everyone.is_(True)))

    def all_of(self, kind: type[SomeDocument]) -> list[SomeDocument]:
        """Return all documents of a kind, by id; one that cannot be read is left out, and logged."""
        return read_all(self._connection, kind)

    def followed_up(self, scope: Scope, limit: int) -> list[Ticket]:
        """Return the tickets that this reader sees and that are to be followed up, the longest open first."""
        question = select(tickets).where(tickets.c.follow_up_since.is_not(None), visible(scope))
        held = self._held(question.order_by(tickets.c.follow_up_since, tickets.c.id).limit(limit))
        return [one.ticket for one in held]

    def queue_documents(self) -> list[HeldDocument]:
        """Return every queue."""
        kept = documents.c.kind == "queue", documents.c.deleted.is_(False)
        return self._documents(select(documents).where(*kept).order_by(documents.c.id))

    def people(self, ids: Collection[str]) -> list[Person]:
        """Return the cards of those of the people who exist."""
        rows = self._connection.execute(PEOPLE, {"ids": sorted(ids)}).mappings() if ids else ()
        return [person_from(row) for row in rows]

    def people_after(self, id: str, limit: int) -> list[Person]:
        """Return the cards of the people whose ids follow `id`, in order."""
        question = select(people).where(people.c.id > id).order_by(people.c.id).limit(limit)
        return [person_from(row) for row in self._connection.execute(question).mappings()]

    def role(self, person_id: PersonId) -> Role | None:
        """Return a person's role; `None` when there is no such person or she is disabled."""
        known = people.c.id == person_id, people.c.disabled_at.is_(None)
        role = self._connection.scalar(select(people.c.role).where(*known))
        return None if role is None else Role(role)

    def lacking(self, author: PersonId, ids: Sequence[str]) -> list[str]:
        """Return which of these changes of an author this store has not accepted, in the same order."""
        if not ids:
            return []
        kept = changes.c.actor_id == author, changes.c.state == "accepted"
        held = set(self._connection.scalars(select(changes.c.id).where(changes.c.id.in_(ids), *kept)))
        return [id for id in ids if id not in held]

    def _held(self, question: Select[tuple[object, ...]]) -> list[HeldTicket]:
        wanted = question.with_only_columns(tickets.c.state, tickets.c.position, tickets.c.bytes)
        return [
            HeldTicket(msgspec.json.decode(row.state, type=Ticket), row.position, row.bytes)
            for row in self._connection.execute(wanted)
        ]

    def _documents(self, question: Select[tuple[object, ...]]) -> list[HeldDocument]:
        return [
            HeldDocument(row.kind, row.id, row.version, row.body, row.everyone, row.deleted, row.owner_id)
            for row in self._connection.execute(question)
        ]


def _mark(change_id: str, at: datetime | None) -> str:
    """Return what a place is known by. What no change wrote has no time of its own: it is the same at any."""
    return change_id if at is None else f"{change_id} {at.isoformat()}"


def held_events(connection: Connection, ids: Collection[TicketId], after: int = 0) -> list[HeldEvent]:
    """Return the events of these tickets after a position, in the order of each history."""
    rows = connection.execute(EVENTS, {"ids": sorted(ids), "after": after}) if ids else ()
    return [
        HeldEvent(
            id=row.change_id,
            ticket_id=row.ticket_id,
            version=row.version,
            kind=row.kind,
            payload=row.payload,
            actor_id=row.actor_id,
            actor_role=Role(row.actor_role),
            at=row.at,
            audience=Audience(row.audience),
            position=row.position,
        )
        for row in rows
    ]


def _noticed(scope: Scope) -> ColumnElement[bool]:
    """Return the condition on `feed`, joined to `tickets`, for what this reader may notice."""
    me = scope.person_id
    addressed = and_(feed.c.kind.in_(("entered", "left")), feed.c.reader_id == me)
    of_ticket = and_(feed.c.kind.in_(OF_TICKETS), visible(scope))
    mine_or_ours = or_(feed.c.reader_id.is_(None), feed.c.reader_id == me)
    others = and_(feed.c.kind.in_(("document", "person")), mine_or_ours)
    if scope.is_staff:
        return or_(addressed, of_ticket, others)
    public = feed.c.audience == Audience.PARTICIPANTS
    mine = and_(feed.c.audience == Audience.REQUESTER, tickets.c.requester_id == me)
    own_card = and_(feed.c.kind == "person", feed.c.subject_id == me)
    return or_(addressed, and_(of_ticket, or_(public, mine)), and_(others, public), own_card)
