"""The same thing to many tickets is the same as doing it to each."""

from itdesk.domain.changes import Assigned, StatusChanged
from itdesk.domain.ids import TicketId
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code
from itdesk.domain.status import Status
from itdesk.replica.outbox_entry import State
from itdesk.services import bulk, reading
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer
from tests.unit.replica.test_due_times import Seat


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
