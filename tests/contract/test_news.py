"""Whom a commit concerns is known before the feed is asked, and the feed agrees."""

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    DiagnosticsAttached,
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    StatusChanged,
    TitleChanged,
)
from itdesk.domain.people import Actor, Role
from itdesk.domain.status import Status
from itdesk.server.store.news import News
from tests.contract.office import Office, change


def _deeds(office: Office, other: Actor) -> list[tuple[Actor, Payload]]:
    closed = office.queue("Personnel", office.ola, restricted=True)
    return [
        (office.ewa, CommentAdded(body="more")),
        (office.ewa, DiagnosticsAttached(facts="{}")),
        (office.tom, CommentAdded(body="a note", audience=Audience.STAFF)),
        (office.ewa, ParticipantAdded(person_id=office.jan.id)),
        (office.tom, TitleChanged(title="The printer on floor 3")),
        (office.ewa, CommentAdded(body="for IT and me", audience=Audience.REQUESTER)),
        (office.tom, ParticipantAdded(person_id=other.id)),
        (office.tom, ParticipantRemoved(person_id=office.jan.id)),
        (office.tom, Assigned(to=office.tom.id)),
        (office.lea, MovedToQueue(to=closed)),
        (office.ola, StatusChanged(to=Status.RESOLVED, note="done")),
    ]


def test_an_employee_is_concerned_exactly_when_her_feed_says_something(office: Office) -> None:
    told: list[News] = []
    office.desk.on_commit(told.append)
    other = office.hire("olek", Role.EMPLOYEE)
    ticket_id = office.open(office.ewa)
    office.open(office.jan, "Another one")
    deeds = _deeds(office, other)
    readers = [office.reader(actor).read() for actor in (office.ewa, office.jan, other)]
    for by, payload in deeds:
        told.clear()
        office.do(by, ticket_id, payload)
        noticing = {reader.actor.id for reader in readers if reader.page().entries}
        assert told[0].people & {reader.actor.id for reader in readers} == noticing, payload


def test_nothing_accepted_is_no_news(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    told: list[News] = []
    office.desk.on_commit(told.append)
    assert office.ask(office.jan, change(ticket_id, CommentAdded(body="Whose?"))).state == "refused"
    assert told == []
