"""The same thing to many tickets is the same as doing it to each."""

from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import Assigned, CategoryChanged, Payload, PrioritySet, StatusChanged
from itdesk.domain.ids import TicketId
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import TagsChanged
from itdesk.replica.outbox_entry import State
from itdesk.services import bulk, reading
from itdesk.services.asking import ask
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer
from tests.unit.replica.test_due_times import Seat

TICKETS = 3
PAYLOADS = st.one_of(
    st.builds(PrioritySet, impact=st.sampled_from(Impact), urgency=st.sampled_from(Urgency)),
    st.builds(StatusChanged, to=st.sampled_from(Status), note=st.sampled_from(("", "Because."))),
    st.builds(CategoryChanged, category=st.sampled_from(Category)),
    st.builds(TagsChanged, added=st.sets(st.sampled_from(("paper", "toner")), min_size=1).map(tuple)),
    st.just(Assigned(to=None)),
)
CHOSEN = st.lists(st.integers(0, TICKETS - 1), unique=True, min_size=1)


def seen(desk: Desk, server: FakeServer, who: Person, tickets: int) -> tuple[TicketId, ...]:
    """Let so many tickets be reported and come; return them."""
    ids = tuple(report_problem(desk, Report(title=f"Trouble {one}")).ticket_id for one in range(tickets))
    exchange_now(desk, FakeConnection(server, who.id), wait_s=30)
    return ids


def test_many_are_done_in_one_commit_and_taken_back_in_one(
    seat: Seat, server: FakeServer, tomek: Person
) -> None:
    desk = seat(tomek)
    ids = seen(desk, server, tomek, 5)
    before = desk.outbox.revision()
    answer = bulk.do(desk, ids, lambda _id: Assigned(to=tomek.id))
    assert [one.ticket_id for one in answer.done] == list(ids)
    assert desk.outbox.count(State.QUEUED) == 5
    assert desk.outbox.revision() - before == 1, "one commit"
    assert {row.assignee_id for row in reading.ticket_rows(desk, ids)} == {tomek.id}
    exchange_now(desk, FakeConnection(server, tomek.id), wait_s=30)
    assert bulk.undo(desk, answer.done).not_done == ()
    assert {row.assignee_id for row in reading.ticket_rows(desk, ids)} == {None}


def test_what_is_refused_is_named_and_holds_nothing_up(seat: Seat, server: FakeServer, tomek: Person) -> None:
    desk = seat(tomek)
    ids = seen(desk, server, tomek, 3)
    solved = StatusChanged(to=Status.RESOLVED, note="Done.")
    bulk.do(desk, ids[2:], lambda _id: solved)
    answer = bulk.do(desk, ids, lambda _id: solved)
    assert [one.ticket_id for one in answer.done] == list(ids[:2])
    [refused] = answer.not_done
    assert refused.reference == reading.ticket_rows(desk, ids[2:])[0].reference
    assert refused.refusal.code is Code.ILLEGAL_TRANSITION


def test_nothing_is_done_to_nothing(seat: Seat, tomek: Person) -> None:
    desk = seat(tomek)
    assert bulk.do(desk, (), lambda _id: Assigned(to=None)) == bulk.Bulk(())


def test_a_tag_that_one_had_before_is_left_to_it(seat: Seat, server: FakeServer, tomek: Person) -> None:
    desk = seat(tomek)
    ids = seen(desk, server, tomek, 2)
    ask(desk, ids[0], TagsChanged(added=("paper",)))
    answer = bulk.do(desk, ids, lambda _id: TagsChanged(added=("paper",)))
    assert bulk.undo(desk, answer.done).not_done == ()
    assert [shown(desk, id).tags for id in ids] == [{"paper"}, set()]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(st.tuples(CHOSEN, PAYLOADS), min_size=1, max_size=4))
def test_it_is_the_same_as_doing_each_by_itself(
    seat: Seat, server: FakeServer, tomek: Person, deeds: list[tuple[list[int], Payload]]
) -> None:
    """On two computers, of which the other one receives the same tickets."""
    together, singly = seat(tomek), seat(tomek)
    ids = seen(together, server, tomek, TICKETS)
    exchange_now(singly, FakeConnection(server, tomek.id), wait_s=30)
    for places, payload in deeds:
        done = bulk.do(together, [ids[place] for place in places], partial(always, payload))
        refused = [code for place in places if (code := refusal_of(singly, ids[place], payload))]
        assert [one.refusal.code for one in done.not_done] == refused
    for id in ids:
        assert told(shown(together, id)) == told(shown(singly, id))


def always(payload: Payload, _id: TicketId) -> Payload:
    return payload


def refusal_of(desk: Desk, id: TicketId, payload: Payload) -> Code | None:
    try:
        ask(desk, id, payload)
    except Refused as refused:
        return refused.refusal.code
    return None


def shown(desk: Desk, id: TicketId) -> Ticket:
    page = reading.ticket_page(desk, id)
    assert page is not None
    return page.ticket


def told(ticket: Ticket) -> tuple[object, ...]:
    """Return what the payloads set."""
    return ticket.assignee_id, ticket.ranking, ticket.category, ticket.tags, ticket.status
