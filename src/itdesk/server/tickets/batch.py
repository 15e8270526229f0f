"""Judges changes of many people in one transaction, one after the other, and records them together.

Judging only reads and computes; what it decides is written at the end. So a change that fails leaves
nothing behind that the next one could trip over.
"""

import logging
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from itdesk.domain.apply import apply
from itdesk.domain.changes import (
    Change,
    Escalated,
    FileAttached,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    MovedToQueue,
    TicketOpened,
    Writing,
    kind_of,
)
from itdesk.domain.documents import Team
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, PersonId, TicketId, is_document_id, is_id
from itdesk.domain.incidents import is_announced
from itdesk.domain.judgement import judge
from itdesk.domain.people import SYSTEM_ACTOR, Actor, Role
from itdesk.domain.refusals import Code, Refusal, Refused, refuse
from itdesk.domain.ticket import Ticket
from itdesk.domain.together import UnknownNeighbour, check_together
from itdesk.protocol.messages import ChangeMessage, RefusalMessage, Result
from itdesk.protocol.translation import change_message, encode_payload, refusal_message
from itdesk.server.store.documents import DocumentVersion
from itdesk.server.store.judged import Accepted, Declined, Known, Written
from itdesk.server.store.ledger import Ledger
from itdesk.server.store.news import News, news_of
from itdesk.server.store.people import PersonVersion
from itdesk.server.store.promised import KnownPromises
from itdesk.server.tickets.asked import Asked, change_in, digest_of, refused
from itdesk.server.tickets.consequences import MakeRule, Rewriting, Wish, consequences
from itdesk.server.tickets.due_times import DueTimes
from itdesk.server.tickets.naming import Naming, NotNow, login_in
from itdesk.server.tickets.neighbours import Neighbours, check_all_at_hand, ids_of, tickets_named
from itdesk.server.tickets.references import References, check_shape, fields_of, person_of
from itdesk.server.tickets.rules import RULES
from itdesk.server.tickets.seal import Seal
from itdesk.server.tickets.writings import Writings

logger = logging.getLogger(__name__)

A_DAY = timedelta(days=1)
MOST_STEPS = 4
"""So far a chain of consequences is followed: rules that answer each other for ever are cut short."""


class Batch:
    """One transaction's worth of changes."""

    def __init__(
        self,
        ledger: Ledger,
        seal: Seal,
        now: datetime,
        asked: Sequence[Asked],
        *,
        promises: KnownPromises,
        concerned: Collection[TicketId] = (),
        rules: Sequence[MakeRule] = RULES,
        looked_at: Collection[TicketId] = (),
        announces: bool = False,
    ) -> None:
        """`concerned` are tickets that are known to be concerned beside those that the changes name.

        `announces` says that an announcement may follow a ticket. Raises TicketsMissing when there are more
        tickets, and WritingsMissing when an announcement may have to follow, and it was not said.
        """
        self._ledger = ledger
        self._seal = seal
        self._now = now
        self._asked = asked
        self._changes = [change_in(one.message) for one in asked]
        payloads = [change.payload for change in self._readable()]
        writings = [one for one in payloads if isinstance(one, Writing)]
        self._writings = Writings(ledger, writings)
        if announces or any(isinstance(one, MajorIncidentDeclared | MajorIncidentEnded) for one in payloads):
            self._writings.lock()
        elif not writings and any(isinstance(one, MovedToQueue | Escalated) for one in payloads):
            ledger.share_writings()  # the queue is not deleted meanwhile
        self._tickets = self._lock(concerned, looked_at)
        self._due = DueTimes(ledger, ledger.promised(promises))
        named = {id for one in asked for id in (one.message.id, *one.message.after)}
        self._known = ledger.known_changes({ChangeId(id) for id in named})
        self._rules = [make(ledger, [*self._readable()], now) for make in rules]
        self._naming = self._load_naming()
        self._references = self._load_references()
        self._neighbours = Neighbours(ledger, self._tickets, self._references.queues, self._readable())
        self._taken_numbers = ledger.taken_numbers(self._numbers_had())
        self._accepted: list[Accepted | Written] = []
        self._declined: list[Declined] = []

    def judge(self) -> list[Result]:
        """Judge every change in order, record what was decided, and return the results in order.

        What was to be told of promised times before is told first: no change overtakes a breach.
        """
        self._tell_due()
        states = [self._settle(one, change) for one, change in zip(self._asked, self._changes, strict=True)]
        for person_id, missed in self._naming.misses.items():
            self._ledger.count_misses(person_id, missed, self._now, self._naming.wait_of(person_id))
        self._record()
        return [
            state if isinstance(state, Result) else self._stored(ChangeId(one.message.id))
            for one, state in zip(self._asked, states, strict=True)
        ]

    def news(self) -> News | None:
        """Return what was put into the feed, and whom besides IT it concerns; `None`: nothing was."""
        return news_of({self._known[one.id].position: one for one in self._accepted})

    def _lock(
        self, concerned: Collection[TicketId], looked_at: Collection[TicketId]
    ) -> dict[TicketId, Ticket]:
        ids = tickets_named(self._readable()) | set(concerned)
        self._looked_at = frozenset(looked_at) - ids
        tickets = self._ledger.lock_tickets({*ids, *looked_at})
        check_all_at_hand(self._readable(), tickets, ids)
        if any(is_announced(tickets[id]) for id in ids & tickets.keys()):
            self._writings.check_locked()
        return tickets

    def _readable(self) -> list[Change]:
        return [change for change in self._changes if isinstance(change, Change)]

    def _tell_due(self) -> None:
        """Record warnings and breaches, each once. What comes just in time is judged first."""
        just_now = self._now - timedelta.resolution
        found = [*self._due.stamps(sorted(self._tickets.keys() - self._looked_at), just_now)]
        found += self._due.stamps(sorted(self._looked_at), self._now)
        asked = {self._seal.derived_id(*one.words): one for one in found}
        self._known |= self._ledger.known_changes(asked) if asked else {}
        for id, one in asked.items():
            if id not in self._known:
                self._ask_as_system(id, Wish(one.ticket_id, one.payload), MOST_STEPS)

    def _record(self) -> None:
        on_tickets = [one for one in self._accepted if isinstance(one, Accepted)]
        happened = {one.event.ticket_id for one in on_tickets}
        counted = happened | (self._looked_at & self._tickets.keys())
        due = self._due.after({id: self._tickets[id] for id in counted}, on_tickets)
        self._ledger.keep({id: kept for id, kept in due.items() if id not in happened})
        if self._accepted or self._declined:
            highest = max(self._numbers_had(), default=0)
            self._known |= self._ledger.record(
                self._accepted, self._declined, due=due, highest_receipt=highest, at=self._now
            )

    def _load_references(self) -> References:
        payloads = [change.payload for change in self._readable()]
        named = {id for id in map(person_of, payloads) if id is not None and is_id(id)}
        named |= {id for rule in self._rules for id in rule.people}
        values = [value for one in payloads for value in fields_of(one).values()]
        named |= {PersonId(value) for value in values if isinstance(value, str) and is_id(value)}
        named |= set(self._naming.people.values())
        known = {one.spared_by for one in payloads if isinstance(one, TicketOpened) and one.has_it_too}
        files = {payload.file_id for payload in payloads if isinstance(payload, FileAttached)}
        escalates = any(isinstance(payload, Escalated) for payload in payloads)
        return References(
            queues=self._ledger.queues(),
            teams=self._ledger.documents(Team) if escalates else (),
            roles=self._ledger.roles(named),
            taken_files=self._ledger.taken_files({id for id in files if is_id(id)}),
            sent_bytes=self._ledger.sent_bytes(self._senders(), self._now - A_DAY),
            announcements=self._ledger.announcements({id for id in known if is_document_id(id)}),
            categories=self._ledger.categories() if values else {},
        )

    def _senders(self) -> set[PersonId]:
        pairs = zip(self._asked, self._changes, strict=True)
        return {
            one.actor.id
            for one, each in pairs
            if isinstance(each, Change) and isinstance(each.payload, FileAttached)
        }

    def _load_naming(self) -> Naming:
        pairs = zip(self._asked, self._changes, strict=True)
        by_login = [(one.actor.id, login_in(each.payload)) for one, each in pairs if isinstance(each, Change)]
        asked = [(actor_id, login) for actor_id, login in by_login if login]
        return Naming(
            people=self._ledger.people_by_login({login for _, login in asked}),
            attempts=self._ledger.misses({actor_id for actor_id, _ in asked}),
            now=self._now,
        )

    def _numbers_had(self) -> set[int]:
        """Return the numbers on our own receipts that come with reports."""
        return {
            one.message.receipt.number
            for one in self._asked
            if one.message.receipt is not None and self._is_ours(one.message)
        }

    def _is_ours(self, message: ChangeMessage) -> bool:
        return message.receipt is not None and self._seal.is_mine(ChangeId(message.id), message.receipt)

    def _settle(self, asked: Asked, change: Change | Refusal) -> Result | None:
        """Decide one change. `None`: it is recorded at the end, and answered from the record."""
        message, digest = asked.message, digest_of(asked.message)
        id = ChangeId(message.id)
        known = self._known.get(id)
        if known is not None:
            is_same = (known.actor_id, known.body_sha256) == (asked.actor.id, digest)
            return None if is_same else refused(message, refuse(Code.OTHER_CONTENT).refusal)
        try:
            self._judge(asked, change, digest)
        except Refused as error:
            self._decline(asked, digest, error.refusal)
        except (NotNow, UnknownNeighbour):
            return Result(id=message.id, state="again")
        except Exception:  # whatever it is, it concerns this change alone
            logger.exception("change %s could not be judged", message.id)
            return Result(id=message.id, state="again")
        return None

    def _follow(self, done: Accepted, steps: int) -> None:
        """Do what follows from it by the rules of the house, and what follows from that.

        What cannot be done is left out: a consequence never holds up what it follows from.
        """
        for place, wish in enumerate(consequences(self._rules, done) if steps else ()):
            self._ask_as_system(self._seal.derived_id("follows", done.event.id, str(place)), wish, steps - 1)

    def _ask_as_system(self, id: ChangeId, wish: Wish | Rewriting, steps: int) -> None:
        what = wish.key[0] if isinstance(wish, Rewriting) else kind_of(wish.payload)
        try:
            following = self._do(wish, id)
        except Refused as error:
            logger.info("%s by the house, change %s, is left out: %s", what, id, error)
        except Exception:
            logger.exception("%s by the house, change %s, is left out", what, id)
        else:
            for done in following:
                self._follow(done, steps)

    def _do(self, wish: Wish | Rewriting, id: ChangeId) -> list[Accepted]:
        """Do what the house wants; return what may have consequences in turn. Raises Refused."""
        if isinstance(wish, Rewriting):
            version = self._writings.rewritten(wish.key, wish.rewritten)
            if version is not None:
                self._note_writing(SYSTEM_ACTOR, id, version, digest="")
            return []
        before = self._tickets.get(wish.ticket_id)
        change = Change(
            id=id,
            ticket_id=wish.ticket_id,
            payload=wish.payload,
            seen=before.version if before else 0,
            made_at=self._now,
        )
        asked = Asked(SYSTEM_ACTOR, change_message(change))
        return self._accept(asked, change, digest_of(asked.message))

    def _judge(self, asked: Asked, change: Change | Refusal, digest: str) -> None:
        if isinstance(change, Refusal):
            raise Refused(change)
        self._check_dependencies(asked.actor, change)
        if isinstance(change.payload, Writing):
            self._write(asked, change.id, change.payload, digest)
        else:
            for done in self._accept(asked, change, digest):
                self._follow(done, MOST_STEPS)

    def _write(self, asked: Asked, id: ChangeId, wish: Writing, digest: str) -> None:
        self._note_writing(asked.actor, id, self._writings.judge(asked.actor, wish), digest)

    def _note_writing(
        self, actor: Actor, id: ChangeId, version: DocumentVersion | PersonVersion, digest: str
    ) -> None:
        self._writings.note(version)
        self._references.note(version)
        self._accepted.append(Written(id=id, actor_id=actor.id, body_sha256=digest, version=version))
        self._known[id] = Known(actor_id=actor.id, body_sha256=digest, state="accepted")

    def _accept(self, asked: Asked, change: Change, digest: str) -> list[Accepted]:
        """Return the change as it is accepted, and behind it what happens in other tickets with it."""
        check_shape(change.payload)
        before = self._tickets.get(change.ticket_id)
        seen = self._seen_by(asked.actor, change, before)
        if seen is None and not isinstance(change.payload, TicketOpened) and self._is_ours(asked.message):
            raise NotNow  # after a restore: who opened the ticket, or let her see it, is yet to come back
        judged = judge(asked.actor, seen, change, self._now)
        event = replace(judged, payload=self._naming.resolved(asked.actor, change.payload))
        self._references.check(asked.actor, before, event.payload)
        after = apply(before, event)
        following = self._together(asked.actor, event, before, after)
        entered, left = self._came_and_went(before, after)
        accepted = Accepted(
            event=event,
            payload=encode_payload(event.payload).decode(),
            before=before,
            after=after,
            body_sha256=digest,
            number=self._number_back(asked.message, change),
            entered=entered,
            left=left,
        )
        happened = [accepted, *following]
        for one in happened:
            self._note(one)
        return happened

    def _together(self, actor: Actor, event: Event, before: Ticket | None, after: Ticket) -> list[Accepted]:
        """Judge what the change means for other tickets, and return what happens in them."""
        if before is None:
            return []
        around = self._neighbours.around(actor)
        check_together(event, before, after, around)
        following = self._neighbours.follow(event, before, after, around)
        if following and self._ledger.known_changes(ids_of(following)):
            raise refuse(Code.OTHER_CONTENT)  # somebody guessed what their ids would be, and took them
        return following

    def _note(self, accepted: Accepted) -> None:
        """From here on, the changes that follow see this one as done."""
        event = accepted.event
        self._tickets[event.ticket_id] = accepted.after
        self._accepted.append(accepted)
        self._neighbours.note(event)
        self._known[event.id] = Known(
            actor_id=event.actor_id, body_sha256=accepted.body_sha256, state="accepted"
        )
        if accepted.number is not None:
            self._taken_numbers.add(accepted.number)
        if isinstance(event.payload, FileAttached):
            self._references.note_file(event.actor_id, event.payload)

    def _decline(self, asked: Asked, digest: str, refusal: Refusal) -> None:
        words = msgspec.json.encode(refusal_message(refusal)).decode()
        id = ChangeId(asked.message.id)
        self._declined.append(Declined(id=id, actor_id=asked.actor.id, body_sha256=digest, refusal=words))
        self._known[id] = Known(actor_id=asked.actor.id, body_sha256=digest, state="refused", refusal=words)

    def _check_dependencies(self, actor: Actor, change: Change) -> None:
        for id in change.after:
            known = self._known.get(id)
            if known is None or known.actor_id != actor.id:
                raise NotNow
            if known.state == "refused":
                raise refuse(Code.DEPENDS_ON_REFUSED)

    def _seen_by(self, actor: Actor, change: Change, ticket: Ticket | None) -> Ticket | None:
        """Return the ticket if the actor sees it; one that exists cannot be opened by anybody."""
        if ticket is None or isinstance(change.payload, TicketOpened):
            return ticket
        return ticket if self._sees(actor.id, actor.role, ticket) else None

    def _number_back(self, message: ChangeMessage, change: Change) -> int | None:
        """Return the number that a report had before the store was restored, if it is still free."""
        if not isinstance(change.payload, TicketOpened) or message.receipt is None:
            return None
        number = message.receipt.number
        return number if self._is_ours(message) and number not in self._taken_numbers else None

    def _came_and_went(
        self, before: Ticket | None, after: Ticket
    ) -> tuple[frozenset[PersonId], frozenset[PersonId]]:
        """Return who sees the ticket from now on, and who no more."""
        if before is None:
            return frozenset(), frozenset()
        named = before.readers ^ after.readers
        closed = self._references.queues.restricted & {before.queue_id, after.queue_id}
        moved = before.queue_id != after.queue_id and bool(closed)
        concerned = self._ledger.staff_and(named) if moved else self._ledger.roles_ever(named)
        saw = {id for id, role in concerned.items() if self._sees(id, role, before)}
        sees = {id for id, role in concerned.items() if self._sees(id, role, after)}
        return frozenset(sees - saw), frozenset(saw - sees)

    def _sees(self, person_id: PersonId, role: Role, ticket: Ticket) -> bool:
        return self._references.queues.scope(person_id, role).sees(ticket)

    def _stored(self, id: ChangeId) -> Result:
        known = self._known[id]
        if known.state == "accepted":
            receipt = self._seal.receipt(id, known.number, known.position)
            return Result(id=id, state="accepted", receipt=receipt)
        refusal = msgspec.json.decode(known.refusal, type=RefusalMessage)
        return Result(id=id, state="refused", refusal=refusal)
