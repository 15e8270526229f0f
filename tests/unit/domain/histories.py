"""Arbitrary histories of a ticket: people ask for anything, the judge lets through what is legal."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as some
from hypothesis.strategies import SearchStrategy

from itdesk.domain.apply import apply
from itdesk.domain.appointments import (
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentKind,
    AppointmentProposed,
)
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    Assigned,
    CategoryChanged,
    Change,
    CommentAdded,
    DiagnosticsAttached,
    Escalated,
    FieldsSet,
    FileAttached,
    FixConfirmed,
    FollowUpClosed,
    FollowUpTaken,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    PrioritySet,
    Rated,
    Reminded,
    Reminder,
    Routed,
    SlaBreached,
    SlaWarned,
    StatusChanged,
    TicketOpened,
    TitleChanged,
    Undone,
)
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted, Wanted
from itdesk.domain.events import Event
from itdesk.domain.ids import CalendarId, ChangeId, FileId, PersonId, QueueId, TicketId
from itdesk.domain.judgement import judge
from itdesk.domain.people import SYSTEM_ACTOR, Actor, Role
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.proving import RequesterProved
from itdesk.domain.refusals import Refusal, Refused
from itdesk.domain.relations import (
    ChildJoined,
    ChildLeft,
    LinkSet,
    MessagesBrought,
    MessagesMoved,
    MessagesTaken,
    ParentSet,
    Relation,
    TicketAbsorbed,
    TicketReleased,
    TicketsMerged,
)
from itdesk.domain.skills import Skill, SkillArea
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import (
    ChecklistItemAdded,
    ChecklistItemMarked,
    Mark,
    TagsChanged,
    TimeCorrected,
    TimeSpent,
)

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
TICKET = TicketId("0" * 31 + "1")
REQUESTER = Actor(id=PersonId("0" * 31 + "a"), role=Role.EMPLOYEE)
COLLEAGUE = Actor(id=PersonId("0" * 31 + "b"), role=Role.EMPLOYEE)
TECHNICIAN = Actor(id=PersonId("0" * 31 + "c"), role=Role.TECHNICIAN)
LEAD = Actor(id=PersonId("0" * 31 + "d"), role=Role.LEAD)
PEOPLE = [REQUESTER, COLLEAGUE, TECHNICIAN, LEAD, SYSTEM_ACTOR]

some_text = some.text(max_size=20)
some_person = some.sampled_from([actor.id for actor in PEOPLE])


@dataclass(frozen=True)
class Wish:
    """Somebody asks for something, some time after the last wish."""

    actor: Actor
    payload: Payload
    later: timedelta
    seen_back: int
    """How many versions behind its author looked."""
    undo: int
    """Which event of the history so far an Undone names."""


ANOTHER = TicketId("0" * 31 + "2")
some_ids = some.sampled_from([ChangeId(f"{number:032x}") for number in range(1, 6)])
some_times = some.integers(1, 100).map(lambda days: START + timedelta(days=days))

some_relations: SearchStrategy[Payload] = some.one_of(
    some.builds(LinkSet, ticket_id=some.just(ANOTHER), relation=some.none() | some.sampled_from(Relation)),
    some.builds(ParentSet, to=some.none() | some.just(ANOTHER)),
    some.builds(TicketsMerged, into=some.just(ANOTHER), across_requesters=some.booleans()),
    some.builds(
        MessagesMoved,
        event_ids=some.lists(some_ids, max_size=3).map(tuple),
        to=some.none() | some.just(ANOTHER),
        audience=some.sampled_from(Audience),
    ),
    some.builds(ChildJoined, ticket_id=some.just(ANOTHER)),
    some.builds(ChildLeft, ticket_id=some.just(ANOTHER)),
    some.builds(TicketAbsorbed, ticket_id=some.just(ANOTHER), across_requesters=some.booleans()),
    some.builds(TicketReleased, ticket_id=some.just(ANOTHER), across_requesters=some.booleans()),
    some.builds(MessagesBrought, home=some.just(ANOTHER), event_ids=some.lists(some_ids).map(tuple)),
    some.builds(MessagesTaken, home=some.just(ANOTHER), event_ids=some.lists(some_ids).map(tuple)),
)
some_tags = some.lists(some_text, max_size=3).map(tuple)
some_work_notes: SearchStrategy[Payload] = some.one_of(
    some.builds(TagsChanged, added=some_tags, removed=some_tags),
    some.builds(ChecklistItemAdded, text=some_text),
    some.builds(ChecklistItemMarked, item_id=some_ids, mark=some.sampled_from(Mark)),
    some.builds(TimeSpent, minutes=some.integers(-1, 1500), note=some_text),
    some.builds(TimeCorrected, entry_id=some_ids, minutes=some.integers(-1, 1500), note=some_text),
)
some_appointments: SearchStrategy[Payload] = some.one_of(
    some.builds(
        AppointmentProposed,
        kind=some.sampled_from(AppointmentKind),
        times=some.lists(some_times, max_size=6).map(tuple),
        minutes=some.integers(0, 2000),
        note=some_text,
    ),
    some.builds(AppointmentAccepted, begins=some_times),
    some.builds(AppointmentCancelled, note=some_text),
)

some_consents: SearchStrategy[Payload] = some.one_of(
    some.builds(
        ConsentAsked,
        wants=some.sampled_from(Wanted),
        probes=some.lists(some.sampled_from(("disk", "Bad name", "route")), max_size=2).map(tuple),
        why=some_text,
    ),
    some.builds(ConsentAnswered, request_id=some_ids, agreed=some.booleans()),
    some.builds(HelpStarted, request_id=some_ids),
)

some_value = (
    some.none() | some_text | some.booleans() | some.integers(-9, 9) | some.sampled_from((0.5, 3.0, 1e16))
)

some_payloads: SearchStrategy[Payload] = some.one_of(
    some.builds(CommentAdded, body=some_text, audience=some.sampled_from(Audience)),
    some.builds(
        StatusChanged,
        to=some.sampled_from(Status),
        reason=some.none() | some.sampled_from(PendingReason),
        until=some.none() | some.just(START + timedelta(days=30)),
        note=some_text,
    ),
    some.builds(Assigned, to=some.none() | some_person),
    some.builds(
        PrioritySet,
        impact=some.sampled_from(Impact),
        urgency=some.sampled_from(Urgency),
        override=some.none() | some.sampled_from(Priority),
        reason=some_text,
        from_now=some.booleans(),
    ),
    some.builds(MovedToQueue, to=some.none() | some.just(QueueId("q"))),
    some.builds(TitleChanged, title=some_text),
    some.builds(CategoryChanged, category=some.sampled_from(Category)),
    some.builds(
        FieldsSet,
        values=some.dictionaries(some.sampled_from(("floor", "serial")), some_value, max_size=2),
        audience=some.sampled_from(Audience),
    ),
    some.builds(ParticipantAdded, person_id=some_person),
    some.builds(ParticipantRemoved, person_id=some_person),
    some.builds(
        FileAttached,
        file_id=some.just(FileId("f")),
        name=some_text,
        bytes=some.integers(-1, 10),
        sha256=some.just("0" * 64),
        audience=some.sampled_from(Audience),
    ),
    some.builds(DiagnosticsAttached, facts=some_text | some.sampled_from(("{}", '{"facts": {}}'))),
    some.builds(FixConfirmed, works=some.booleans(), comment=some_text),
    some.builds(Rated, score=some.integers(0, 6), comment=some_text),
    some.builds(Escalated, to=some.just(QueueId("q2")), reason=some_text),
    some.builds(Reminded, of=some.sampled_from(Reminder)),
    some.builds(RequesterProved, person_id=some_person),
    some.builds(FollowUpTaken, owner_id=some_person),
    some.builds(FollowUpClosed, outcome=some_text),
    some.builds(MajorIncidentDeclared, title=some.fixed_dictionaries({"en": some_text})),
    some.builds(MajorIncidentEnded),
    some.builds(
        Routed,
        because=some.just(()),
        queue_id=some.none() | some.just(QueueId("q3")),
        tags=some_tags,
        skills=some.sampled_from(((), (Skill(area=SkillArea.NETWORK, name="VPN"),))),
    ),
    some.builds(Undone, event_id=some.just(ChangeId(""))),
    some.builds(
        SlaWarned,
        target=some.sampled_from(Target),
        percent=some.integers(1, 99),
        due_at=some.none() | some.just(START + timedelta(days=3)),
        priority=some.sampled_from(Priority),
        calendar_id=some.just(CalendarId("office")),
    ),
    some.builds(
        SlaBreached,
        target=some.sampled_from(Target),
        due_at=some.just(START + timedelta(days=3)),
        priority=some.sampled_from(Priority),
        calendar_id=some.just(CalendarId("office")),
    ),
    some_relations,
    some_work_notes,
    some_appointments,
    some_consents,
)

some_wishes = some.lists(
    some.builds(
        Wish,
        actor=some.sampled_from(PEOPLE),
        payload=some_payloads,
        later=some.timedeltas(timedelta(0), timedelta(days=10)),
        seen_back=some.integers(0, 3),
        undo=some.integers(0, 20),
    ),
    max_size=25,
)


def opened(at: datetime = START) -> tuple[Ticket, Event]:
    """Return a new ticket and the event that opened it."""
    report = Change(
        id=ChangeId(f"{1:032x}"), ticket_id=TICKET, payload=TicketOpened(title="No link"), made_at=at
    )
    event = judge(REQUESTER, None, report, at)
    return apply(None, event), event


@dataclass
class Story:
    """A ticket, its history, and what was refused on the way."""

    ticket: Ticket
    history: list[Event]
    refusals: list[tuple[Ticket, Wish, Refusal]]
    now: datetime = START

    def ask(self, wish: Wish) -> Event | None:
        """Let the judge decide; return the event, if it became one."""
        self.now += wish.later
        change = Change(
            id=ChangeId(f"{len(self.history) + len(self.refusals) + 1:032x}"),
            ticket_id=TICKET,
            payload=self._payload(wish),
            seen=self.ticket.version - wish.seen_back,
            made_at=self.now,
        )
        try:
            event = judge(wish.actor, self.ticket, change, self.now)
        except Refused as error:
            self.refusals.append((self.ticket, replace(wish, payload=change.payload), error.refusal))
            return None
        self.ticket = apply(self.ticket, event)
        self.history.append(event)
        return event

    def _payload(self, wish: Wish) -> Payload:
        if isinstance(wish.payload, Undone):
            return Undone(event_id=self.history[wish.undo % len(self.history)].id)
        return wish.payload


def told(wishes: list[Wish], at: datetime = START) -> Story:
    """Return what becomes of a new ticket when all this is asked."""
    ticket, event = opened(at)
    story = Story(ticket, [event], [], at)
    for wish in wishes:
        story.ask(wish)
    return story
