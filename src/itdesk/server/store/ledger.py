"""One writing transaction over the tickets: what a judge must know, and the record of what was judged."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import ColumnElement, Connection, bindparam, func, or_, select

from itdesk.domain.audience import Audience
from itdesk.domain.documents import CategoryPage, Document, kind_name
from itdesk.domain.ids import ChangeId, FileId, PersonId, QueueId, TicketId
from itdesk.domain.people import Role
from itdesk.domain.ticket import Ticket
from itdesk.domain.together import Message
from itdesk.domain.writing import Held, HeldPerson
from itdesk.server.store import sign_in_attempts, turns
from itdesk.server.store.documents import (
    Key,
    SomeDocument,
    every_document,
    held_documents,
    lock_writings,
    read_all,
    share_writings,
)
from itdesk.server.store.judged import Accepted, Declined, Known, Written
from itdesk.server.store.moment import HeldEvent, held_events
from itdesk.server.store.people import held_people, taken_logins
from itdesk.server.store.promised import Kept, KnownPromises, Promised, keep
from itdesk.server.store.queues import Queues, load_queues
from itdesk.server.store.recording import record
from itdesk.server.store.sign_in_attempts import Attempts
from itdesk.server.store.store import Store
from itdesk.server.store.tables import changes, documents, events, files, people, tickets

# Built once: every transaction asks these.
LOCKED = (
    select(tickets.c.state, tickets.c.turns_at)
    .where(tickets.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(tickets.c.id)
    .with_for_update()
)
KNOWN = select(changes).where(changes.c.id.in_(bindparam("ids", expanding=True)))


@contextmanager
def open_ledger(store: Store) -> Iterator["Ledger"]:
    """A transaction over the tickets: recorded wholly at the end, or not at all. Raises StoreUnavailable."""
    with store.writing() as connection:
        yield Ledger(connection)


class Ledger:
    """The writing side of the tickets, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._turns = dict[TicketId, datetime | None]()

    def lock_tickets(self, ids: Collection[TicketId]) -> dict[TicketId, Ticket]:
        """Return those of the tickets that exist; nobody else can change them until the end."""
        rows = self._connection.execute(LOCKED, {"ids": sorted(ids)}).all()
        found = [msgspec.json.decode(row.state, type=Ticket) for row in rows]
        self._turns |= {ticket.id: row.turns_at for ticket, row in zip(found, rows, strict=True)}
        return {ticket.id: ticket for ticket in found}

    def lock_stale(self, basis: int, most: int) -> dict[TicketId, Ticket]:
        """Return tickets whose due times are of an older basis, without those that somebody else changes."""
        stale = select(tickets.c.state).where(tickets.c.due_basis < basis)
        found = stale.order_by(tickets.c.due_basis, tickets.c.id).limit(most)
        rows = self._connection.scalars(found.with_for_update(skip_locked=True))
        return {ticket.id: ticket for ticket in (msgspec.json.decode(state, type=Ticket) for state in rows)}

    def turns_at(self, id: TicketId) -> datetime | None:
        """Return when something is to be told of a locked ticket's promised times; `None`: never."""
        return self._turns.get(id)

    def events(self, ids: Collection[TicketId]) -> list[HeldEvent]:
        """Return the events of these tickets, in the order of each history."""
        return held_events(self._connection, ids)

    def promised(self, known: KnownPromises) -> Promised:
        """Return what is promised now."""
        return known.at(self._connection)

    def keep(self, due: Mapping[TicketId, Kept]) -> None:
        """Write what is due on tickets to which nothing happened."""
        keep(self._connection, due)

    def known_changes(self, ids: Collection[ChangeId]) -> dict[ChangeId, Known]:
        """Return what became of those of the changes that were judged before."""
        rows = self._connection.execute(KNOWN, {"ids": sorted(ids)})
        return {
            row.id: Known(
                actor_id=row.actor_id,
                body_sha256=row.body_sha256,
                state=row.state,
                number=row.number or 0,
                position=row.position or 0,
                refusal=row.refusal or "",
            )
            for row in rows
        }

    def roles(self, ids: Collection[PersonId]) -> dict[PersonId, Role]:
        """Return the roles of those of the people who exist and are not disabled."""
        return self._where(people.c.disabled_at.is_(None), people.c.id.in_(sorted(ids))) if ids else {}

    def people_by_login(self, logins: Collection[str]) -> dict[str, PersonId]:
        """Return the people of those of the folded logins that exist, not disabled nor only claimed."""
        if not logins:
            return {}
        known = people.c.disabled_at.is_(None), people.c.role != Role.CLAIMED
        wanted = *known, people.c.login.in_(sorted(logins))
        rows = self._connection.execute(select(people.c.login, people.c.id).where(*wanted))
        return {row.login: PersonId(row.id) for row in rows}

    def misses(self, ids: Collection[PersonId]) -> dict[PersonId, Attempts]:
        """Return which of these people named nobody before, how often, and until when each has to wait."""
        found = sign_in_attempts.attempts_under(self._connection, [_naming_key(id) for id in sorted(ids)])
        return {id: found[_naming_key(id)] for id in ids if _naming_key(id) in found}

    def count_misses(self, id: PersonId, missed: int, now: datetime, wait: timedelta) -> None:
        """This person named nobody so many times more, and has to wait before she may name somebody again."""
        for _ in range(missed):
            sign_in_attempts.count_attempt(self._connection, _naming_key(id), now)
        sign_in_attempts.block(self._connection, _naming_key(id), now + wait)

    def staff_and(self, ids: Collection[PersonId]) -> dict[PersonId, Role]:
        """Return the roles of everybody in IT and of these people, disabled ones too: they may come back."""
        in_it = people.c.role.in_([role for role in Role if role.is_staff])
        return self._where(or_(in_it, people.c.id.in_(sorted(ids))))

    def roles_ever(self, ids: Collection[PersonId]) -> dict[PersonId, Role]:
        """Return the roles of these people, disabled ones too: they may come back."""
        return self._where(people.c.id.in_(sorted(ids))) if ids else {}

    def queues(self) -> Queues:
        """Return the queues as they are now."""
        return load_queues(self._connection)

    def documents(self, kind: type[SomeDocument]) -> list[SomeDocument]:
        """Return all documents of a kind, by id; one that cannot be read is left out, and logged."""
        return read_all(self._connection, kind)

    def site_of(self, person_id: PersonId) -> str:
        """Return where somebody works; "" when it is not known."""
        return self._connection.scalar(select(people.c.site).where(people.c.id == person_id)) or ""

    def lock_turns(self, queue_ids: Collection[QueueId]) -> dict[QueueId, PersonId | None]:
        """Return to whom each queue's last ticket was given; nobody else can give one until the end."""
        return turns.lock_turns(self._connection, queue_ids)

    def take_turn(self, queue_id: QueueId, person_id: PersonId) -> None:
        """The queue's last ticket is given to this person now."""
        turns.take_turn(self._connection, queue_id, person_id)

    def loads(self, ids: Collection[PersonId]) -> dict[PersonId, int]:
        """Return how many open tickets each of these people has; who has none is missing."""
        return turns.loads(self._connection, ids)

    def announcements(self, ids: Collection[str]) -> dict[str, bool]:
        """Return those of the announcements that exist, ended ones too, and whether each is for everyone."""
        if not ids:
            return {}
        rows = self._connection.execute(
            select(documents.c.id, documents.c.everyone).where(
                documents.c.kind == "announcement", documents.c.id.in_(sorted(ids)), ~documents.c.deleted
            )
        )
        return {row.id: row.everyone for row in rows}

    def messages(self, ids: Collection[ChangeId], kinds: Collection[str]) -> dict[ChangeId, Message]:
        """Return those of the events that are of one of these kinds, with their tickets."""
        if not ids:
            return {}
        rows = self._connection.execute(
            select(events.c.change_id, events.c.ticket_id, events.c.audience).where(
                events.c.change_id.in_(sorted(ids)), events.c.kind.in_(sorted(kinds))
            )
        )
        return {row.change_id: Message(row.ticket_id, Audience(row.audience)) for row in rows}

    def taken_files(self, ids: Collection[FileId]) -> set[FileId]:
        """Return which of these file ids are in use."""
        if not ids:
            return set()
        return set(self._connection.scalars(select(files.c.id).where(files.c.id.in_(sorted(ids)))))

    def sent_bytes(self, senders: Collection[PersonId], since: datetime) -> dict[PersonId, int]:
        """Return how many bytes each of these people has announced since then."""
        if not senders:
            return {}
        announced = (
            select(files.c.owner_id, func.sum(files.c.bytes))
            .join_from(files, events, files.c.change_id == events.c.change_id)
            .where(files.c.owner_id.in_(sorted(senders)), events.c.at >= since)
            .group_by(files.c.owner_id)
        )
        return {PersonId(id): int(size) for id, size in self._connection.execute(announced)}

    def taken_numbers(self, numbers: Collection[int]) -> set[int]:
        """Return which of these ticket numbers are in use."""
        if not numbers:
            return set()
        return set(
            self._connection.scalars(select(tickets.c.number).where(tickets.c.number.in_(sorted(numbers))))
        )

    def record(
        self,
        accepted: Sequence[Accepted | Written],
        declined: Sequence[Declined],
        *,
        due: Mapping[TicketId, Kept],
        highest_receipt: int,
        at: datetime,
    ) -> dict[ChangeId, Known]:
        """Write everything that was judged; return the accepted ones with numbers and positions.

        `due` is what is due on each of the tickets afterwards. New numbers are given well above
        `highest_receipt`, a number that this store gave and forgot.
        """
        return record(self._connection, accepted, declined, due=due, highest_receipt=highest_receipt, at=at)

    def lock_writings(self) -> None:
        """Let nobody else write documents or people until the end. To be called before all other locks."""
        lock_writings(self._connection)

    def share_writings(self) -> None:
        """Let nobody write documents or people until the end. To be called before all other locks."""
        share_writings(self._connection)

    def held_documents(self, keys: Collection[Key]) -> dict[Key, Held]:
        """Return those of the documents that were ever written, deleted ones too."""
        return held_documents(self._connection, keys)

    def every_document(self, kinds: Collection[str]) -> list[Document]:
        """Return all documents of these kinds."""
        return every_document(self._connection, kinds)

    def categories(self) -> dict[str, CategoryPage]:
        """Return the pages of the service catalogue, by category."""
        pages = every_document(self._connection, {kind_name(CategoryPage)})
        return {page.id: page for page in pages if isinstance(page, CategoryPage)}

    def people(self, ids: Collection[PersonId]) -> dict[PersonId, HeldPerson]:
        """Return how the cards of these people stand."""
        return held_people(self._connection, ids)

    def taken_logins(self, logins: Collection[str]) -> dict[str, str]:
        """Return which of these folded logins are taken, and by whom."""
        return taken_logins(self._connection, logins)

    def has_ticket_in(self, queue_id: str) -> bool:
        """Tell whether a ticket lies in the queue."""
        question = select(tickets.c.id).where(tickets.c.queue_id == queue_id).limit(1)
        return self._connection.scalar(question) is not None

    def _where(self, *conditions: ColumnElement[bool]) -> dict[PersonId, Role]:
        rows = self._connection.execute(select(people.c.id, people.c.role).where(*conditions))
        return {row.id: Role(row.role) for row in rows}


def _naming_key(id: PersonId) -> str:
    return f"naming {id}"
