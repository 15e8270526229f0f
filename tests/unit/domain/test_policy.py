"""Who reads what."""

from dataclasses import replace

import pytest

from itdesk.domain.appointments import (
    Appointing,
    Appointment,
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentKind,
    AppointmentProposed,
)
from itdesk.domain.audience import Audience
from itdesk.domain.changes import Payload
from itdesk.domain.events import audience_of
from itdesk.domain.ids import ChangeId, FileId, QueueId
from itdesk.domain.people import SYSTEM_ACTOR, Actor, Person, Role
from itdesk.domain.policy import as_seen_by, may, person_as_seen_by, scope_of
from itdesk.domain.relations import (
    ChildJoined,
    ChildLeft,
    Counterpart,
    Link,
    LinkSet,
    MessagesBrought,
    MessagesMoved,
    MessagesTaken,
    MovedMessage,
    ParentSet,
    Relating,
    Relation,
    TicketAbsorbed,
    TicketReleased,
    TicketsMerged,
)
from itdesk.domain.ticket import Attachment, Stamps
from itdesk.domain.worklog import (
    ChecklistItem,
    ChecklistItemAdded,
    ChecklistItemMarked,
    Mark,
    TagsChanged,
    TimeCorrected,
    TimeEntry,
    TimeSpent,
    WorkNote,
)
from tests.unit.domain.histories import ANOTHER, COLLEAGUE, LEAD, REQUESTER, START, TECHNICIAN, opened

MESSAGE = ChangeId("0" * 31 + "9")

SECRET = QueueId("s" * 32)
ADMIN = Actor(id=LEAD.id, role=Role.ADMIN)
MEMBER = replace(TECHNICIAN, queues=frozenset({SECRET}))


@pytest.mark.parametrize(
    ("actor", "open_queue", "restricted_queue"),
    [
        (REQUESTER, True, True),
        (COLLEAGUE, False, False),
        (TECHNICIAN, True, False),
        (LEAD, True, False),
        (MEMBER, True, True),
        (ADMIN, True, True),
    ],
)
def test_who_sees_a_ticket(actor: Actor, open_queue: bool, restricted_queue: bool) -> None:
    scope = scope_of(actor, frozenset({SECRET}))
    ticket, _ = opened()
    assert scope.sees(ticket) is open_queue
    assert scope.sees(replace(ticket, queue_id=SECRET)) is restricted_queue
    assert scope.sees(replace(ticket, queue_id=SECRET, participants=frozenset({actor.id})))


@pytest.mark.parametrize(
    ("actor", "read"),
    [
        (REQUESTER, {Audience.PARTICIPANTS, Audience.REQUESTER}),
        (COLLEAGUE, {Audience.PARTICIPANTS}),
        (TECHNICIAN, set(Audience)),
    ],
)
def test_who_reads_which_events_and_files(actor: Actor, read: set[Audience]) -> None:
    scope = scope_of(actor, frozenset())
    ticket, event = opened()
    files = tuple(
        Attachment(id=FileId(audience), name="a", bytes=1, sha256="", audience=audience)
        for audience in Audience
    )
    ticket = replace(ticket, attachments=files, queue_id=SECRET)
    assert {
        audience for audience in Audience if scope.reads(ticket, replace(event, audience=audience))
    } == read
    seen = as_seen_by(scope, ticket)
    assert {file.audience for file in seen.attachments} == read
    assert (seen.queue_id, seen.stamps) == (None, Stamps()) if actor.role is Role.EMPLOYEE else seen == ticket


def test_how_to_reach_others_is_for_it() -> None:
    person = Person(id=COLLEAGUE.id, login="jan", name="Jan", department="Sales", place="2.14", phone="123")
    assert person_as_seen_by(scope_of(TECHNICIAN, frozenset()), person) == person
    assert person_as_seen_by(scope_of(COLLEAGUE, frozenset()), person) == person
    seen = person_as_seen_by(scope_of(REQUESTER, frozenset()), person)
    assert seen == Person(id=person.id, login="jan", name="Jan")


E, C, T, L = REQUESTER, COLLEAGUE, TECHNICIAN, LEAD
WHO_MAY: list[tuple[Payload, set[Actor], Audience]] = [
    (LinkSet(ticket_id=ANOTHER, relation=Relation.RELATED), {T, L}, Audience.STAFF),
    (ParentSet(to=ANOTHER), {T, L}, Audience.STAFF),
    (TicketsMerged(into=ANOTHER), {T, L}, Audience.PARTICIPANTS),
    (TicketsMerged(into=ANOTHER, across_requesters=True), {L}, Audience.PARTICIPANTS),
    (
        MessagesMoved(event_ids=(MESSAGE,), to=ANOTHER, audience=Audience.PARTICIPANTS),
        {T, L},
        Audience.PARTICIPANTS,
    ),
    (MessagesMoved(event_ids=(MESSAGE,), to=ANOTHER, audience=Audience.STAFF), {T, L}, Audience.STAFF),
    (ChildJoined(ticket_id=ANOTHER), set(), Audience.STAFF),
    (ChildLeft(ticket_id=ANOTHER), set(), Audience.STAFF),
    (TicketAbsorbed(ticket_id=ANOTHER), set(), Audience.PARTICIPANTS),
    (TicketAbsorbed(ticket_id=ANOTHER, across_requesters=True), set(), Audience.STAFF),
    (TicketReleased(ticket_id=ANOTHER), set(), Audience.PARTICIPANTS),
    (TicketReleased(ticket_id=ANOTHER, across_requesters=True), set(), Audience.STAFF),
    (MessagesBrought(home=ANOTHER, event_ids=(MESSAGE,)), set(), Audience.STAFF),
    (MessagesTaken(home=ANOTHER, event_ids=(MESSAGE,)), set(), Audience.STAFF),
    (TagsChanged(added=("vpn",)), {T, L}, Audience.STAFF),
    (ChecklistItemAdded(text="Call"), {T, L}, Audience.STAFF),
    (ChecklistItemMarked(item_id=MESSAGE, mark=Mark.DONE), {T, L}, Audience.STAFF),
    (TimeSpent(minutes=5), {T, L}, Audience.STAFF),
    (TimeCorrected(entry_id=MESSAGE, minutes=5), {T, L}, Audience.STAFF),
    (
        AppointmentProposed(kind=AppointmentKind.VISIT, times=(START,), minutes=30),
        {E, T, L},
        Audience.REQUESTER,
    ),
    (AppointmentAccepted(begins=START), {E, T, L}, Audience.REQUESTER),
    (AppointmentCancelled(), {E, T, L}, Audience.REQUESTER),
]


@pytest.mark.parametrize(("payload", "allowed", "audience"), WHO_MAY, ids=lambda value: type(value).__name__)
def test_who_may_tie_tickets_note_work_and_make_appointments(
    payload: Payload, allowed: set[Actor], audience: Audience
) -> None:
    ticket, _ = opened()
    ticket = replace(ticket, participants=frozenset({COLLEAGUE.id}))
    assert {actor for actor in (E, C, T, L) if may(actor, payload, ticket)} == allowed
    assert not may(SYSTEM_ACTOR, payload, ticket) or allowed
    assert audience_of(payload) is audience


def test_no_kind_of_relation_work_note_or_appointment_was_forgotten() -> None:
    kinds = {*Relating.__args__, *Counterpart.__args__, *WorkNote.__args__, *Appointing.__args__}
    assert {type(payload) for payload, _, _ in WHO_MAY} == kinds


def test_what_it_notes_is_for_it_and_an_appointment_for_its_two_sides() -> None:
    ticket, _ = opened()
    appointment = Appointment(kind=AppointmentKind.VISIT, times=(START,), minutes=30, by_staff=True)
    moved = [
        MovedMessage(event_id=MESSAGE, to=ANOTHER, audience=audience, author=LEAD.id, version=2)
        for audience in Audience
    ]
    full = replace(
        ticket,
        participants=frozenset({COLLEAGUE.id}),
        links=(Link(ticket_id=ANOTHER, relation=Relation.BLOCKS, author=LEAD.id, version=2),),
        parent_id=ANOTHER,
        children=frozenset({ANOTHER}),
        merged_into=ANOTHER,
        absorbed=frozenset({ANOTHER}),
        moved=tuple(moved),
        tags=frozenset({"vpn"}),
        checklist=(ChecklistItem(id=MESSAGE, text="Call", author=LEAD.id, version=2),),
        time_spent=(TimeEntry(id=MESSAGE, person_id=LEAD.id, minutes=5, author=LEAD.id, version=2),),
        appointment=appointment,
    )
    assert as_seen_by(scope_of(TECHNICIAN, frozenset()), full) == full
    for reader, hers in ((REQUESTER, appointment), (COLLEAGUE, None)):
        seen = as_seen_by(scope_of(reader, frozenset()), full)
        kept = {one.audience for one in seen.moved}
        assert seen == replace(
            ticket, participants=full.participants, merged_into=ANOTHER, appointment=hers, moved=seen.moved
        )
        assert kept == scope_of(reader, frozenset()).audiences(full)
