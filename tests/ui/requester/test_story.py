"""What an entry of the conversation says, kind by kind."""

from datetime import UTC, datetime

import pytest

from itdesk.domain.appointments import (
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentKind,
    AppointmentProposed,
)
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    KINDS,
    Assigned,
    CategoryChanged,
    CommentAdded,
    FieldsSet,
    FixConfirmed,
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
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    TitleChanged,
    Undone,
)
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted, Wanted
from itdesk.domain.erasures import Erased
from itdesk.domain.events import AMONG_STAFF, Event, audience_of
from itdesk.domain.ids import ChangeId, QueueId, TicketId
from itdesk.domain.listing import Delivery
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.proving import RequesterProved
from itdesk.domain.relations import MessagesMoved, TicketAbsorbed, TicketReleased, TicketsMerged
from itdesk.domain.status import PendingReason, Standing, Status
from itdesk.domain.ticket import Ticket
from itdesk.services.reading import Allowed, Moment, TicketPage
from itdesk.ui.event_words import ICONS
from itdesk.ui.requester.event_words import EventWords
from itdesk.ui.requester.status_words import Plight, status_words
from itdesk.ui.requester.ticket_story import Reader, story
from itdesk.ui.times import day_text
from tests.ui.requester.helpdesk import JOANNA, MAREK

NOW = datetime(2026, 5, 25, 8, 21, tzinfo=UTC)
TICKET = TicketId("7" * 32)


def moment(who: Person, payload: Payload, delivery: Delivery = Delivery.SENT) -> Moment:
    event = Event(
        id=ChangeId("e" * 32),
        ticket_id=TICKET,
        payload=payload,
        actor_id=who.id,
        actor_role=who.role,
        at=NOW,
        version=1,
        audience=audience_of(payload),
    )
    return Moment(event=event, actor=who, delivery=delivery)


def page(*moments: Moment) -> TicketPage:
    ticket = Ticket(
        id=TICKET,
        requester_id=JOANNA.id,
        opened_by=JOANNA.id,
        title="Cannot print",
        category=Category.OTHER,
        ranking=Ranking(Impact.LOW, Urgency.HIGH),
        created_at=NOW,
        updated_at=NOW,
    )
    return TicketPage(
        ticket=ticket,
        moments=moments,
        people={JOANNA.id: JOANNA, MAREK.id: MAREK},
        queue=None,
        fields={},
        facts=None,
        allowed=Allowed(
            statuses=(),
            assign=False,
            prioritise=False,
            move=False,
            note=False,
            confirm=False,
            rate=False,
            declare_incident=False,
            end_incident=False,
            connect=False,
        ),
        files={},
        around={},
    )


def told(*moments: Moment) -> list[str]:
    return [entry.body for entry in story(page(*moments), Reader(me=JOANNA.id, now=NOW, pictures={}))]


def test_internal_notes_are_never_told() -> None:
    note = moment(MAREK, CommentAdded(body="She is new here", audience=Audience.STAFF))
    assert told(note, moment(MAREK, MovedToQueue(to=QueueId("9" * 32)))) == []


OTHER = TicketId("8" * 32)
NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
TOLD: list[tuple[Person, Payload, list[str]]] = [
    (JOANNA, TicketOpened(title="Cannot print", description="Red."), ["You reported this", "Red."]),
    (MAREK, Assigned(to=MAREK.id), ["Marek Zieliński took your ticket"]),
    (MAREK, Reminded(of=Reminder.WAITS_FOR_REQUESTER), ["IT waits for your answer"]),
    (MAREK, Assigned(to=None), ["It waits for somebody else in IT"]),
    (JOANNA, Assigned(to=MAREK.id), ["Marek Zieliński has your ticket now"]),
    (MAREK, StatusChanged(to=Status.OPEN), ["Marek Zieliński is working on it"]),
    (
        MAREK,
        StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which one?"),
        ["Marek Zieliński: Waits for an answer", "Which one?"],
    ),
    (
        MAREK,
        StatusChanged(to=Status.RESOLVED, note="Done."),
        ["Marek Zieliński says that it is solved", "Done."],
    ),
    (MAREK, StatusChanged(to=Status.CLOSED), ["This is done"]),
    (JOANNA, StatusChanged(to=Status.CANCELLED, note="Not needed"), ["You withdrew this", "Not needed"]),
    (JOANNA, StatusChanged(to=Status.OPEN), ["You opened this again"]),
    (MAREK, StatusChanged(to=Status.MERGED), ["Where it stands: Merged"]),
    (MAREK, PrioritySet(impact=Impact.LOW, urgency=Urgency.HIGH), ["How urgent it is: Moderate"]),
    (
        MAREK,
        TitleChanged(title="A <b>name</b>\nof two lines"),
        ["It is called now: A <b>name</b> of two lines"],
    ),
    (MAREK, FieldsSet(values={"floor": 3}), ["Filled in: floor: 3"]),
    (MAREK, CategoryChanged(category=Category.OTHER), ["It is filed now under: Other"]),
    (JOANNA, ParticipantAdded(person_id=MAREK.id), ["You invited Marek Zieliński"]),
    (MAREK, ParticipantAdded(person_id=JOANNA.id), ["Marek Zieliński invited you"]),
    (MAREK, ParticipantRemoved(person_id=MAREK.id), ["Marek Zieliński reads along no more"]),
    (
        JOANNA,
        FixConfirmed(works=False, comment="Red again"),
        ["You said that it does not work yet", "Red again"],
    ),
    (JOANNA, Rated(score=5), ["You rated the help: 5 of 5"]),
    (
        MAREK,
        MajorIncidentDeclared(title={"en": "Nobody can print", "pl": "Nikt nie drukuje"}),
        ["Many have this. IT tells everybody: Nobody can print"],
    ),
    (MAREK, MajorIncidentEnded(), ["This is over for everybody"]),
    (MAREK, Undone(event_id=ChangeId("e" * 32)), ["Marek Zieliński took the last step back"]),
    (MAREK, TicketsMerged(into=OTHER), ["This goes on in another ticket"]),
    (MAREK, TicketAbsorbed(ticket_id=OTHER), ["What was another ticket goes on here"]),
    (MAREK, TicketReleased(ticket_id=OTHER), ["No longer here: another ticket"]),
    (
        MAREK,
        MessagesMoved(event_ids=(ChangeId("e" * 32),), to=OTHER, audience=Audience.PARTICIPANTS),
        ["Some messages are now in another ticket"],
    ),
    (
        MAREK,
        MessagesMoved(event_ids=(ChangeId("e" * 32),), to=None, audience=Audience.PARTICIPANTS),
        ["Messages are back here"],
    ),
    (
        MAREK,
        AppointmentProposed(kind=AppointmentKind.VISIT, times=(NOON,), minutes=45, note="With a ladder"),
        ["Marek Zieliński proposes an appointment: Visit · NOON · 45 min · With a ladder"],
    ),
    (
        JOANNA,
        AppointmentProposed(kind=AppointmentKind.TRAINING, times=(NOON, NOON), minutes=60),
        ["You asked for another time: Training · NOON, NOON · 1 h"],
    ),
    (JOANNA, AppointmentAccepted(begins=NOON), ["You accepted: NOON"]),
    (MAREK, AppointmentAccepted(begins=NOON), ["Marek Zieliński accepted: NOON"]),
    (MAREK, AppointmentCancelled(note="Ill"), ["The appointment does not take place. Ill"]),
    (
        MAREK,
        ConsentAsked(wants=Wanted.SCREENSHOT, why="To see the message"),
        ["Marek Zieliński asks for a picture of the screen – To see the message"],
    ),
    (JOANNA, ConsentAnswered(request_id=ChangeId("e" * 32), agreed=True), ["You agreed"]),
    (JOANNA, ConsentAnswered(request_id=ChangeId("e" * 32), agreed=False), ["You did not agree"]),
    (MAREK, HelpStarted(request_id=ChangeId("e" * 32)), ["Marek Zieliński helps you from afar now"]),
    (MAREK, Erased(), ["Contents were erased, to protect personal data"]),
    (MAREK, RequesterProved(person_id=JOANNA.id), ["Sent before the sign-in. From: you"]),
    (
        MAREK,
        SomethingNewer(kind="Levitated"),
        ["Something happened here that a newer version of this program can show"],
    ),
]


@pytest.mark.parametrize(
    ("who", "payload", "lines"),
    TOLD,
    ids=lambda value: type(value).__name__ if not isinstance(value, list) else "",
)
def test_what_happened_is_told_in_plain_words(who: Person, payload: Payload, lines: list[str]) -> None:
    assert told(moment(who, payload)) == [line.replace("NOON", day_text(NOON)) for line in lines]


def test_braces_in_a_name_are_only_a_name() -> None:
    words = EventWords(JOANNA.id, {MAREK.id: MAREK}, {}, {})
    event = moment(MAREK, TitleChanged(title="{name} {0} {other.__class__}")).event
    assert words.line(event) == "It is called now: {name} {0} {other.__class__}"


NEVER_ON_A_TICKET = {"DocumentWritten", "DocumentDeleted", "PersonWritten"}
FOR_IT_ALONE = {kind.__name__ for kind in AMONG_STAFF.__args__} | {
    "Routed", "Escalated", "FollowUpTaken", "FollowUpClosed", "SlaWarned", "SlaBreached"
}  # fmt: skip
TOLD_ELSEWHERE = {"FileAttached", "DiagnosticsAttached", "TicketOpened", "CommentAdded", *FOR_IT_ALONE}
"""Files stand with words, facts with the report, and words speak for themselves."""


def test_no_kind_of_change_was_forgotten() -> None:
    told_here = {type(payload).__name__ for _, payload, _ in TOLD}
    kinds = set(KINDS) - NEVER_ON_A_TICKET
    assert kinds <= told_here | TOLD_ELSEWHERE | FOR_IT_ALONE
    assert kinds <= {kind.__name__ for kind in ICONS} | {"CommentAdded"}


def test_what_has_not_arrived_says_so() -> None:
    waiting = moment(JOANNA, CommentAdded(body="Hello"), Delivery.WAITING)
    refused = moment(JOANNA, CommentAdded(body="Hello"), Delivery.REFUSED)
    entries = [
        story(page(one), Reader(me=JOANNA.id, now=NOW, pictures={}))[0].role_words
        for one in (waiting, refused)
    ]
    assert entries == ["saved here, goes out when online", "not accepted"]


@pytest.mark.parametrize(
    ("standing", "helper", "words"),
    [
        (Standing(Status.NEW), "", "Received, IT will look at it"),
        (Standing(Status.OPEN), "", "IT is working on it"),
        (Standing(Status.OPEN), "Marek Zieliński", "Marek is working on it"),
        (Standing(Status.PENDING, PendingReason.USER), "Marek Zieliński", "Waiting for you"),
        (Standing(Status.PENDING, PendingReason.VENDOR), "", "Waiting for the supplier"),
        (Standing(Status.PENDING, PendingReason.PROBLEM), "", "IT is looking for the cause"),
        (Standing(Status.PENDING, PendingReason.CHANGE), "", "Waiting for a planned change"),
        (
            Standing(Status.PENDING, PendingReason.SCHEDULED, until=NOW.replace(month=6)),
            "",
            "Planned for 25 Jun",
        ),
        (Standing(Status.RESOLVED), "Marek", "Solved – does it work for you?"),
        (Standing(Status.CLOSED), "Marek", "Done"),
        (Standing(Status.CANCELLED), "", "Withdrawn"),
        (Standing(Status.MERGED), "", "Goes on in another ticket"),
    ],
)
def test_where_a_ticket_stands_is_said_in_plain_words(standing: Standing, helper: str, words: str) -> None:
    assert status_words(Plight(standing=standing, helper=helper, is_mine=True), NOW) == words


def test_who_reads_along_is_not_asked() -> None:
    for standing in (Standing(Status.RESOLVED), Standing(Status.PENDING, PendingReason.USER)):
        words = status_words(Plight(standing=standing, helper="", is_mine=False), NOW)
        assert "you" not in words
