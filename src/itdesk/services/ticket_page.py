"""One ticket as its page shows it: state, history with own unsent words, files, and what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    Change,
    CommentAdded,
    DiagnosticsAttached,
    FixConfirmed,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    MovedToQueue,
    Payload,
    PrioritySet,
    Rated,
    StatusChanged,
)
from itdesk.domain.consenting import agreed_help
from itdesk.domain.consents import HelpStarted
from itdesk.domain.conversation import conversation
from itdesk.domain.documents import Queue, Snooze
from itdesk.domain.documents.custom_field import CustomField
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, FileId, PersonId, TicketId, new_id
from itdesk.domain.judgement import event_of, judge
from itdesk.domain.listing import Delivery
from itdesk.domain.people import Actor, Person
from itdesk.domain.policy import may
from itdesk.domain.refusals import Refusal, Refused
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.together import tickets_in
from itdesk.domain.workflow import next_statuses
from itdesk.replica import contents
from itdesk.replica.outbox_entry import Entry, State
from itdesk.replica.ties import children_of, told_around
from itdesk.services.custom_fields import known_fields
from itdesk.services.desk import Desk
from itdesk.services.merged_facts import merged_facts
from itdesk.services.naming import with_names
from itdesk.services.snoozes import snooze_of


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One thing that happened, or that this person asked for. `actor` is empty for strangers.

    An event of another ticket is shown here because that was merged into this one, or the message moved.
    """

    event: Event
    actor: Person | None
    delivery: Delivery = Delivery.SENT
    refusal: Refusal | None = None


@dataclass(frozen=True, kw_only=True)
class FileState:
    """A file on the ticket. `sent_bytes` of `bytes` have reached the server; `is_here`: no network needed."""

    name: str
    bytes: int
    sent_bytes: int
    is_here: bool


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """What this person may do to the ticket as it is shown."""

    statuses: tuple[Status, ...]
    assign: bool
    prioritise: bool
    move: bool
    note: bool
    confirm: bool
    rate: bool
    declare_incident: bool
    end_incident: bool
    connect: bool
    """Whether the requester's leave to help from afar still counts."""


@dataclass(frozen=True, kw_only=True)
class TicketPage:
    """Everything that a ticket's page shows. Own words that are not accepted yet come last."""

    ticket: Ticket
    moments: tuple[Moment, ...]
    people: Mapping[PersonId, Person]
    queue: Queue | None
    fields: Mapping[str, CustomField]
    """Every custom field that is known, by code: a value may be of a category that the ticket had before."""
    facts: str | None
    allowed: Allowed
    files: Mapping[FileId, FileState]
    around: Mapping[TicketId, Ticket]
    """The tickets that are told of here and that this person sees, by id."""
    children: tuple[TicketId, ...] = ()
    """Own changes that wait are among them; `ticket.children` is what the server said."""
    snooze: Snooze | None = None
    """Until when this person has put it aside."""


def ticket_page(desk: Desk, ticket_id: TicketId) -> TicketPage | None:
    """Return the page; `None` when this person sees no such ticket. Raises WorldFailed."""
    desk.replica.catch_up(desk.outbox)
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None:
        return None
    actor = desk.actor
    people = {person.id: person for person in contents.people(desk.replica)}
    own = [entry for entry in desk.outbox.entries_of(ticket_id) if entry.change.id not in _ids(held.events)]
    told = told_around(desk.replica, ticket_id, held)
    moments = tuple(
        [Moment(event=event, actor=people.get(event.actor_id)) for event in conversation(ticket_id, told)]
        + [_own_moment(desk, entry, people, held.shown.version) for entry in own]
    )
    queue = contents.document(desk.replica, Queue, held.shown.queue_id) if held.shown.queue_id else None
    return TicketPage(
        ticket=held.shown,
        moments=moments,
        people=people,
        queue=queue,
        fields=known_fields(desk),
        facts=_facts(moments),
        allowed=_allowed(desk, actor, held.shown),
        files={id: state for one in told.values() for id, state in _files(desk, one.ticket).items()},
        children=children_of(desk.replica, ticket_id),
        around=_around(desk, held.shown, moments) | {id: one.ticket for id, one in told.items()},
        snooze=snooze_of(desk, ticket_id),
    )


def _around(desk: Desk, ticket: Ticket, moments: Sequence[Moment]) -> dict[TicketId, Ticket]:
    """Return the tickets that this one is tied to, or was, as far as they are here."""
    named = {id for moment in moments for id in tickets_in(moment.event.payload)}
    named |= {link.ticket_id for link in ticket.links} | ticket.absorbed
    named |= set(children_of(desk.replica, ticket.id))
    named |= {id for id in (ticket.parent_id, ticket.merged_into) if id is not None}
    return contents.shown_tickets(desk.replica, named)


def _ids(events: Sequence[Event]) -> frozenset[ChangeId]:
    return frozenset(event.id for event in events)


def _own_moment(desk: Desk, entry: Entry, people: Mapping[PersonId, Person], version: int) -> Moment:
    actor = desk.actor
    delivery = {
        State.QUEUED: Delivery.WAITING,
        State.ACCEPTED: Delivery.SENT,
        State.REFUSED: Delivery.REFUSED,
    }[entry.state]
    event = event_of(entry.change, actor, entry.change.made_at, version)
    refusal = with_names(desk, entry.refusal) if entry.refusal else None
    return Moment(event=event, actor=people.get(actor.id), delivery=delivery, refusal=refusal)


def _facts(moments: Sequence[Moment]) -> str | None:
    """Return the newest facts about the requester's computer, of each probe."""
    every = [
        moment.event.payload.facts
        for moment in moments
        if isinstance(moment.event.payload, DiagnosticsAttached) and moment.delivery is not Delivery.REFUSED
    ]
    return merged_facts(every)


def _files(desk: Desk, ticket: Ticket) -> dict[FileId, FileState]:
    own = {file.id: file for file in desk.outbox.files_of(ticket.id)}
    here = contents.cached_files(desk.replica, ticket.id)
    return {
        file.id: FileState(
            name=file.name,
            bytes=file.bytes,
            sent_bytes=own[file.id].sent_bytes if file.id in own else file.bytes,
            is_here=file.id in here or file.id in own,
        )
        for file in ticket.attachments
    }


def _allowed(desk: Desk, actor: Actor, ticket: Ticket) -> Allowed:
    def would(payload: Payload) -> bool:
        change = Change(
            id=ChangeId(new_id()),
            ticket_id=ticket.id,
            payload=payload,
            seen=ticket.version,
            made_at=desk.now(),
        )
        try:
            judge(actor, ticket, change, desk.now())
        except Refused:
            return False
        return True

    ranking, leave = ticket.ranking, agreed_help(ticket)
    return Allowed(
        statuses=tuple(to for to in next_statuses(actor, ticket) if may(actor, StatusChanged(to=to), ticket)),
        assign=would(Assigned(to=None)),
        prioritise=would(PrioritySet(impact=ranking.impact, urgency=ranking.urgency)),
        move=would(MovedToQueue(to=None)),
        note=would(CommentAdded(body="-", audience=Audience.STAFF)),
        confirm=would(FixConfirmed(works=True)),
        rate=would(Rated(score=5)),
        declare_incident=would(MajorIncidentDeclared(title={"en": "-"})),
        end_incident=would(MajorIncidentEnded()),
        connect=leave is not None and would(HelpStarted(request_id=leave.id)),
    )
