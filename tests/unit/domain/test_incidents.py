"""When a ticket is a major incident, who says so, and what everybody is told meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given

from itdesk.domain.announcements import is_current
from itdesk.domain.changes import (
    CommentAdded,
    FixConfirmed,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    Payload,
    StatusChanged,
    Undone,
)
from itdesk.domain.documents import Announcement, AnnouncementKind
from itdesk.domain.ids import ChangeId
from itdesk.domain.incidents import announced, announcement_of, is_major
from itdesk.domain.limits import TITLE_CHARS
from itdesk.domain.people import Actor, Role
from itdesk.domain.policy import as_seen_by, may, scope_of
from itdesk.domain.refusals import Code
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from tests.unit.domain.histories import (
    COLLEAGUE,
    LEAD,
    REQUESTER,
    START,
    TECHNICIAN,
    Story,
    Wish,
    opened,
    some_wishes,
    told,
)

ADMIN = Actor(id=LEAD.id, role=Role.ADMIN)
DECLARED = MajorIncidentDeclared(
    title={"en": "Nobody can print", "pl": "Nikt nie może drukować"},
    body={"en": "We are on it."},
    symptoms=("printing",),
)
RESOLVED = StatusChanged(to=Status.RESOLVED, note="A new server")
MINUTE = timedelta(minutes=1)


def asks(payload: Payload, actor: Actor = LEAD) -> Wish:
    return Wish(actor=actor, payload=payload, later=MINUTE, seen_back=0, undo=0)


def story(*payloads: Payload) -> Story:
    """Return a ticket with which a lead does all this, a minute each; nothing of it is refused."""
    found = told([asks(payload) for payload in payloads])
    assert found.refusals == []
    return found


def refused(story: Story, payload: Payload, actor: Actor = LEAD) -> Code:
    assert story.ask(asks(payload, actor)) is None
    return story.refusals[-1][2].code


@pytest.mark.parametrize("payload", [DECLARED, MajorIncidentEnded()], ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(
    ("actor", "is_allowed"),
    [(REQUESTER, False), (COLLEAGUE, False), (TECHNICIAN, False), (LEAD, True), (ADMIN, True)],
)
def test_only_who_leads_declares_and_ends_it(payload: Payload, actor: Actor, is_allowed: bool) -> None:
    ticket = replace(opened()[0], participants=frozenset({COLLEAGUE.id}))
    assert may(actor, payload, ticket) is is_allowed
    assert not may(actor, payload, None)


@pytest.mark.parametrize("actor", [REQUESTER, COLLEAGUE, TECHNICIAN, LEAD])
def test_the_state_of_it_is_for_it_alone(actor: Actor) -> None:
    seen = as_seen_by(scope_of(actor, frozenset()), story(DECLARED).ticket)
    assert (seen.incident is not None) is actor.role.is_staff


def test_an_older_state_has_none() -> None:
    state = msgspec.to_builtins(opened()[0])
    del state["incident"]
    del state["stamps"]["incident"]
    assert msgspec.convert(state, Ticket) == opened()[0]
    again = story(DECLARED).ticket
    assert msgspec.json.decode(msgspec.json.encode(again), type=Ticket) == again


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (MajorIncidentDeclared(title={}), Code.TEXT_EMPTY),
        (MajorIncidentDeclared(title={"en": " "}), Code.TEXT_EMPTY),
        (MajorIncidentDeclared(title={"en": "x" * (TITLE_CHARS + 1)}), Code.TEXT_TOO_LONG),
        (MajorIncidentDeclared(title={"en": "Down"}, symptoms=("no such thing!",)), Code.BAD_DOCUMENT),
        (MajorIncidentEnded(), Code.NO_INCIDENT),
    ],
)
def test_what_is_missing_is_named(payload: Payload, code: Code) -> None:
    assert refused(story(), payload) is code


def test_it_is_declared_once_and_only_while_somebody_works_on_it() -> None:
    assert refused(story(DECLARED), DECLARED) is Code.INCIDENT_STANDS
    assert refused(story(RESOLVED), DECLARED) is Code.ILLEGAL_TRANSITION
    assert is_major(story(DECLARED, MajorIncidentEnded(), DECLARED).ticket)


@pytest.mark.parametrize(
    "end",
    [RESOLVED, StatusChanged(to=Status.CANCELLED, note="No"), MajorIncidentEnded()],
    ids=["resolved", "cancelled", "ended"],
)
def test_it_ends_and_then_cannot_be_ended_again(end: Payload) -> None:
    found = story(DECLARED, end)
    assert found.ticket.incident is not None
    assert found.ticket.incident.ended_at == found.now
    assert refused(found, MajorIncidentEnded()) is Code.NO_INCIDENT


@pytest.mark.parametrize(
    ("again", "actor"),
    [
        (StatusChanged(to=Status.OPEN), LEAD),
        (FixConfirmed(works=False), REQUESTER),
        (CommentAdded(body="Still not"), REQUESTER),
    ],
    ids=["reopened", "does not work", "answered"],
)
def test_what_ended_with_its_ticket_goes_on_with_it(again: Payload, actor: Actor) -> None:
    found = story(DECLARED, RESOLVED)
    assert not is_major(found.ticket)
    assert found.ask(asks(again, actor)) is not None
    assert is_major(found.ticket)


def test_what_somebody_ended_does_not_come_back_by_itself() -> None:
    assert not is_major(story(DECLARED, MajorIncidentEnded(), RESOLVED, StatusChanged(to=Status.OPEN)).ticket)


def _undone(found: Story, back: int = 1) -> Story:
    """Take back the step that was made so many steps ago."""
    wish = asks(Undone(event_id=ChangeId("")))
    assert found.ask(replace(wish, undo=len(found.history) - back)) is not None
    return found


def test_each_step_can_be_taken_back() -> None:
    assert _undone(story(DECLARED)).ticket.incident is None
    assert is_major(_undone(story(DECLARED, MajorIncidentEnded())).ticket)
    assert is_major(_undone(story(DECLARED, RESOLVED)).ticket)
    assert not is_major(_undone(story(DECLARED, MajorIncidentEnded(), RESOLVED), back=2).ticket)


@given(some_wishes)
def test_it_never_stands_while_nobody_works_on_the_ticket(wishes: list[Wish]) -> None:
    ticket = told([asks(DECLARED), *wishes]).ticket
    assert not is_major(ticket) or ticket.status.is_open


def _told(
    found: Story, *payloads: Payload, by_hand: Callable[[Announcement], Announcement | None] = lambda one: one
) -> Announcement | None:
    """Let a lead do all this, and keep the announcement in step; somebody edits it behind the first step."""
    held: Announcement | None = None
    for place, payload in enumerate(payloads):
        was = found.ticket.incident
        wish = asks(payload)
        assert found.ask(replace(wish, undo=len(found.history) - 1)) is not None
        held = announced(held, was, found.ticket, found.now) or held
        if place == 0 and held is not None:
            held = by_hand(held)
    return held


def test_everybody_is_told_in_those_words() -> None:
    found = story()
    assert _told(found, DECLARED) == Announcement(
        id=announcement_of(found.ticket.id),
        title=DECLARED.title,
        body=DECLARED.body,
        kind=AnnouncementKind.OUTAGE,
        symptoms=("printing",),
        begins_at=found.now,
        people=1,
    )


OPENED = StatusChanged(to=Status.OPEN)
TAKEN_BACK = Undone(event_id=ChangeId(""))


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (RESOLVED,),
        (MajorIncidentEnded(),),
        (TAKEN_BACK,),
        (RESOLVED, OPENED),
        (RESOLVED, TAKEN_BACK),
        (MajorIncidentEnded(), TAKEN_BACK),
        (MajorIncidentEnded(), RESOLVED, OPENED),
        (MajorIncidentEnded(), DECLARED),
        (TAKEN_BACK, TAKEN_BACK),
    ],
    ids=lambda steps: "-".join(type(step).__name__ for step in steps),
)
def test_they_are_told_exactly_as_long_as_it_stands(steps: tuple[Payload, ...]) -> None:
    found = story()
    held = _told(found, DECLARED, *steps)
    assert held is not None
    assert is_current(held, found.now) is is_major(found.ticket)


def test_what_somebody_made_of_the_announcement_stays() -> None:
    def reworded(told: Announcement) -> Announcement:
        return replace(told, title={"en": "Printing works in Kraków"}, symptoms=(), people=7, staff_only=True)

    for steps in ((RESOLVED,), (RESOLVED, OPENED), (MajorIncidentEnded(), TAKEN_BACK)):
        held = _told(story(), DECLARED, *steps, by_hand=reworded)
        assert held is not None
        assert (held.title, held.symptoms, held.people) == ({"en": "Printing works in Kraków"}, (), 7)
        assert held.staff_only


def test_what_somebody_ended_by_hand_stays_ended() -> None:
    def over(told: Announcement) -> Announcement:
        return replace(told, ends_at=told.begins_at)

    for steps in ((RESOLVED,), (RESOLVED, OPENED)):
        held = _told(story(), DECLARED, *steps, by_hand=over)
        assert held is not None
        assert held.ends_at == held.begins_at


def test_an_end_that_was_only_expected_comes_with_the_ticket() -> None:
    found = story()
    held = _told(found, DECLARED, RESOLVED, by_hand=lambda one: replace(one, ends_at=START + 99 * MINUTE))
    assert held is not None
    assert held.ends_at == found.now


def test_what_was_to_begin_later_never_begins() -> None:
    later = START + 99 * MINUTE
    held = _told(story(), DECLARED, RESOLVED, by_hand=lambda one: replace(one, begins_at=later))
    assert held is not None
    assert not any(is_current(held, later + minutes * MINUTE) for minutes in range(-99, 99))


def test_what_was_deleted_is_not_made_again_unless_it_is_declared_again() -> None:
    for steps in ((RESOLVED,), (RESOLVED, OPENED), (MajorIncidentEnded(),)):
        assert _told(story(), DECLARED, *steps, by_hand=lambda _: None) is None
    assert _told(story(), DECLARED, MajorIncidentEnded(), DECLARED, by_hand=lambda _: None) is not None


def test_declared_anew_it_keeps_count() -> None:
    held = _told(
        story(), DECLARED, MajorIncidentEnded(), DECLARED, by_hand=lambda one: replace(one, people=14)
    )
    assert held is not None
    assert (held.people, held.ends_at) == (14, None)
