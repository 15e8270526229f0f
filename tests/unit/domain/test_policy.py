"""Who reads what."""

from dataclasses import replace

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.ids import FileId, QueueId
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.policy import as_seen_by, person_as_seen_by, scope_of
from itdesk.domain.ticket import Attachment, Stamps
from tests.unit.domain.histories import COLLEAGUE, LEAD, REQUESTER, TECHNICIAN, opened

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
