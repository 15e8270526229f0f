"""A login that is only claimed: what it is called, what it sees and may do, and what becomes of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from itdesk.domain.apply import apply
from itdesk.domain.changes import (
    Change,
    CommentAdded,
    DiagnosticsAttached,
    FieldsSet,
    FileAttached,
    FixConfirmed,
    Payload,
    Rated,
    StatusChanged,
    TicketOpened,
)
from itdesk.domain.consents import ConsentAnswered
from itdesk.domain.documents import DOCUMENT_KINDS
from itdesk.domain.enrolment import claimed_person, person_of_profile
from itdesk.domain.ids import PersonId, QueueId
from itdesk.domain.judgement import event_of
from itdesk.domain.logins import fold_login
from itdesk.domain.people import SYSTEM_ACTOR, Actor, Person, Role
from itdesk.domain.person_rules import checked_person
from itdesk.domain.policy import may, may_write_kind, may_write_people, scope_of
from itdesk.domain.proving import RequesterProved
from itdesk.domain.refusals import Refused
from tests.unit.domain.histories import COLLEAGUE, START, TECHNICIAN, opened, some_payloads

CLAIMED = Actor(id=PersonId("0" * 31 + "e"), role=Role.CLAIMED)
ALLOWED = (
    CommentAdded,
    ConsentAnswered,
    DiagnosticsAttached,
    FieldsSet,
    FileAttached,
    FixConfirmed,
    Rated,
    StatusChanged,
)
profiles = some.text("0123456789abcdef", min_size=64, max_size=64)


@given(
    payload=some_payloads,
    requester=some.sampled_from([CLAIMED.id, COLLEAGUE.id]),
    participants=some.frozensets(some.sampled_from([CLAIMED.id, COLLEAGUE.id])),
    queue=some.none() | some.just(QueueId("q")),
)
def test_it_does_nothing_but_speak_on_its_own_tickets(
    payload: Payload, requester: PersonId, participants: frozenset[PersonId], queue: QueueId | None
) -> None:
    ticket = replace(opened()[0], requester_id=requester, participants=participants, queue_id=queue)
    is_own = requester == CLAIMED.id
    assert scope_of(CLAIMED, frozenset()).sees(ticket) is is_own
    if may(CLAIMED, payload, ticket):
        assert is_own or (requester != CLAIMED.id and isinstance(payload, CommentAdded | FileAttached))
        assert isinstance(payload, ALLOWED)
        employee = replace(CLAIMED, role=Role.EMPLOYEE)
        assert may(employee, payload, ticket)


def test_it_reports_for_nobody_else() -> None:
    assert may(CLAIMED, TicketOpened(title="No network"), None)
    assert may(CLAIMED, TicketOpened(title="No network", requester_id=CLAIMED.id), None)
    assert not may(CLAIMED, TicketOpened(title="No network", requester_id=COLLEAGUE.id), None)


def test_it_writes_neither_documents_nor_people() -> None:
    assert not may_write_people(CLAIMED)
    assert not [kind for kind in DOCUMENT_KINDS if may_write_kind(CLAIMED, kind)]


def test_it_is_below_everybody() -> None:
    for role in set(Role) - {Role.CLAIMED}:
        assert role.reaches(Role.CLAIMED)
        assert not Role.CLAIMED.reaches(role)
        assert role.is_verified
    assert (Role.CLAIMED.is_staff, Role.CLAIMED.leads, Role.CLAIMED.is_verified) == (False, False, False)
    assert [role for role in Role if role.is_staff] == [Role.TECHNICIAN, Role.LEAD, Role.ADMIN, Role.SYSTEM]


@pytest.mark.parametrize("role", [Role.CLAIMED, Role.SYSTEM])
def test_nobody_is_given_such_a_role(role: Role) -> None:
    with pytest.raises(Refused):
        checked_person(Person(id=CLAIMED.id, login="anna", name="Anna", role=role))


def test_whose_it_is_stands_in_the_history() -> None:
    ticket, event = opened()
    claimed = apply(None, replace(event, actor_id=CLAIMED.id, actor_role=Role.CLAIMED))
    claimed = replace(claimed, participants=frozenset({COLLEAGUE.id, TECHNICIAN.id}))
    change = Change(
        id=event.id, ticket_id=ticket.id, payload=RequesterProved(person_id=COLLEAGUE.id), made_at=START
    )
    proved = apply(claimed, event_of(change, SYSTEM_ACTOR, START, version=2))
    assert (proved.requester_id, proved.opened_by) == (COLLEAGUE.id, CLAIMED.id)
    assert proved.participants == {TECHNICIAN.id}
    assert not scope_of(CLAIMED, frozenset()).sees(proved)


@given(profile=profiles, login=some.text(min_size=1, max_size=200), device=some.text(max_size=200))
def test_its_login_can_be_stored_and_says_whose_it_is(profile: str, login: str, device: str) -> None:
    try:
        person = claimed_person(profile, login, device, "Warsaw")
    except Refused:
        return
    assert person.login.endswith("#" + person.id[:8])
    assert len(fold_login(person.login)) <= 200
    assert (person.id, person.role, person.site) == (person_of_profile(profile), Role.CLAIMED, "Warsaw")


@given(one=profiles, other=profiles)
def test_profiles_are_different_people(one: str, other: str) -> None:
    assert (person_of_profile(one) == person_of_profile(other)) is (one == other)


@pytest.mark.parametrize(
    ("profile", "login"), [("", "anna"), ("A" * 64, "anna"), ("a" * 64, " "), ("a" * 64, "\0")]
)
def test_what_is_no_profile_or_no_login_is_refused(profile: str, login: str) -> None:
    with pytest.raises(Refused):
        claimed_person(profile, login, "pc")
