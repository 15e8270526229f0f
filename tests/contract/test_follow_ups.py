"""Bad help is followed up: opened once, taken, closed with what came of it, and never told to an employee."""

import pytest
from sqlalchemy import select

from itdesk.domain.changes import FixConfirmed, FollowUpClosed, FollowUpTaken, Payload, Rated, StatusChanged
from itdesk.domain.ids import PersonId, TicketId, new_id
from itdesk.domain.status import Status
from itdesk.domain.ticket import FollowUp, FollowUpReason
from itdesk.server.store.moment import open_moment
from itdesk.server.store.store import Store
from itdesk.server.store.tables import tickets
from tests.contract.office import Office, change, refused_for

RESOLVED = StatusChanged(to=Status.RESOLVED, note="Turned it off and on")


@pytest.fixture
def ticket_id(office: Office) -> TicketId:
    id = office.open(office.ewa)
    office.do(office.tom, id, RESOLVED)
    return id


def _follow_up(office: Office, ticket_id: TicketId) -> FollowUp | None:
    return office.reader(office.tom).read().tickets[ticket_id].follow_up


def _listed(office: Office, store: Store) -> list[TicketId]:
    with open_moment(store) as moment:
        scope = moment.queues().scope(office.lea.id, office.lea.role)
        return [ticket.id for ticket in moment.followed_up(scope, 10)]


@pytest.mark.parametrize(("score", "is_bad"), [(1, True), (2, True), (3, False), (5, False)])
def test_a_bad_rating_is_followed_up(
    office: Office, store: Store, ticket_id: TicketId, score: int, is_bad: bool
) -> None:
    office.do(office.ewa, ticket_id, Rated(score=score))
    follow_up = _follow_up(office, ticket_id)
    assert (follow_up is not None) is is_bad
    assert _listed(office, store) == ([ticket_id] if is_bad else [])
    if follow_up is not None:
        assert (follow_up.reason, follow_up.owner_id, follow_up.is_open) == (
            FollowUpReason.RATING,
            None,
            True,
        )


def test_the_second_no_is_followed_up(office: Office, store: Store, ticket_id: TicketId) -> None:
    office.do(office.ewa, ticket_id, FixConfirmed(works=False))
    assert _follow_up(office, ticket_id) is None
    office.do(office.tom, ticket_id, RESOLVED)
    office.do(office.ewa, ticket_id, FixConfirmed(works=False))
    follow_up = _follow_up(office, ticket_id)
    assert follow_up is not None
    assert follow_up.reason is FollowUpReason.NOT_FIXED
    assert _listed(office, store) == [ticket_id]


def test_a_yes_between_two_nos_does_not_take_one_back(office: Office, ticket_id: TicketId) -> None:
    for works in (False, True):
        office.do(office.ewa, ticket_id, FixConfirmed(works=works))
        office.do(
            office.ewa if works else office.tom,
            ticket_id,
            StatusChanged(to=Status.OPEN) if works else RESOLVED,
        )
    office.do(office.tom, ticket_id, RESOLVED)
    office.do(office.ewa, ticket_id, FixConfirmed(works=False))
    assert _follow_up(office, ticket_id) is not None


def test_it_has_an_owner_and_an_outcome(office: Office, store: Store, ticket_id: TicketId) -> None:
    office.do(office.ewa, ticket_id, Rated(score=1))
    office.do(office.lea, ticket_id, FollowUpTaken(owner_id=office.lea.id))
    office.do(office.ewa, ticket_id, Rated(score=2))
    follow_up = _follow_up(office, ticket_id)
    assert follow_up is not None
    assert follow_up.owner_id == office.lea.id, "what is open already stays as it is"
    office.do(office.adam, ticket_id, FollowUpClosed(outcome="We talked."))
    follow_up = _follow_up(office, ticket_id)
    assert follow_up is not None
    assert (follow_up.outcome, follow_up.is_open) == ("We talked.", False)
    assert _listed(office, store) == []
    office.do(office.ewa, ticket_id, Rated(score=1))
    assert _listed(office, store) == [ticket_id], "once more is another one"
    with store.reading() as connection:
        assert connection.scalar(select(tickets.c.follow_up_since)) is not None


def test_only_who_leads_takes_and_closes_it_and_only_while_it_is_open(
    office: Office, ticket_id: TicketId
) -> None:
    taken, closed = FollowUpTaken(owner_id=office.lea.id), FollowUpClosed(outcome="Talked")

    def refused(actor: object, payload: Payload) -> str:
        return refused_for(office.ask(actor, change(ticket_id, payload)))  # type: ignore[arg-type]

    assert refused(office.lea, taken) == refused(office.lea, closed) == "no_follow_up"
    office.do(office.ewa, ticket_id, Rated(score=1))
    for actor in (office.ewa, office.tom):
        assert refused(actor, taken) == refused(actor, closed) == "not_allowed"
    assert refused(office.lea, FollowUpClosed(outcome=" ")) == "text_empty"
    for nobody in (office.ewa.id, PersonId(new_id()), PersonId("x" * 99)):
        assert refused(office.lea, FollowUpTaken(owner_id=nobody)) == "unknown_person"
    office.do(office.lea, ticket_id, closed)
    assert refused(office.lea, closed) == "no_follow_up"


def test_an_employee_never_hears_of_it(office: Office, ticket_id: TicketId) -> None:
    ewa = office.reader(office.ewa).read()
    office.do(office.ewa, ticket_id, Rated(score=1))
    office.do(office.lea, ticket_id, FollowUpTaken(owner_id=office.lea.id))
    office.do(office.lea, ticket_id, FollowUpClosed(outcome="CANARY"))
    ewa.read()
    fresh = office.reader(office.ewa).read()
    for reader in (ewa, fresh):
        assert reader.tickets[ticket_id].follow_up is None
        assert reader.lacks_nothing()
        assert b"CANARY" not in reader.answers
        assert b"FollowUp" not in reader.answers
        assert office.lea.id not in reader.people
    tom = office.reader(office.tom).read()
    assert office.lea.id in tom.people, "IT knows who has it"
