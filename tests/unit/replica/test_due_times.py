"""What is due is worked out on the computers of staff, from the history that came, whatever its pieces."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from itdesk.domain.changes import Assigned, CommentAdded, Payload, PrioritySet, StatusChanged
from itdesk.domain.documents import Document
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Order, Question, TicketRow
from itdesk.domain.people import Person, Role
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.sla.clockwork import clocks_of
from itdesk.domain.sla.due import due_of
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Status
from itdesk.protocol.messages import Entry, SyncResponse
from itdesk.protocol.translation import document_entry
from itdesk.replica import recounting
from itdesk.replica.page import next_cursor, take_page
from itdesk.replica.recounting import recount_due
from itdesk.services import reading
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk
from itdesk.services.promised_times import promised_times
from itdesk.services.report import Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeClock, FakeConnection, FakeServer, change_by
from tests.unit.domain.sla.told import ALWAYS, POLICY, promises

Seat = Callable[[Person], Desk]
AROUND_THE_CLOCK = replace(POLICY, calendar_id=ALWAYS.id)
ASK_HER = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which one?")


@pytest.fixture(autouse=True)
def promising(server: FakeServer) -> None:
    server.publish(ALWAYS)
    server.publish(AROUND_THE_CLOCK)


def reported(desk: Desk, server: FakeServer, anna: Person, title: str = "No link") -> TicketId:
    saved = report_problem(desk, Report(title=title))
    exchange_now(desk, FakeConnection(server, anna.id), wait_s=30)
    return saved.ticket_id


def row(desk: Desk, ticket_id: TicketId) -> TicketRow:
    (found,) = reading.ticket_rows(desk, (ticket_id,))
    return found


def wanted(server: FakeServer, ticket_id: TicketId) -> tuple[datetime | None, Target | None]:
    due = due_of(clocks_of(server.memory.histories[ticket_id], promises(AROUND_THE_CLOCK)))
    return due.at, due.target


def changed(desk: Desk, *documents: Document) -> None:
    """Let a page of the feed bring documents."""
    cursor = next_cursor(desk.replica) or ""
    entries: list[Entry] = [document_entry(document, 2) for document in documents]
    page = SyncResponse(entries=entries, cursor=cursor, me=desk.replica.me.id, server_time=desk.now())
    take_page(desk.replica, desk.outbox, page)


def test_staff_see_what_is_due_and_employees_do_not(
    seat: Seat, server: FakeServer, anna: Person, tomek: Person, clock: FakeClock
) -> None:
    hers, his = seat(anna), seat(tomek)
    ticket_id = reported(hers, server, anna)
    assert row(hers, ticket_id).due_at is None
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    assert (row(his, ticket_id).due_at, row(his, ticket_id).due_target) == wanted(server, ticket_id)
    assert row(his, ticket_id).due_target is Target.FIRST_RESPONSE
    begun_at, scarce_at = row(his, ticket_id).due_begun_at, row(his, ticket_id).scarce_at
    assert begun_at is not None
    assert scarce_at is not None
    assert begun_at < scarce_at < (row(his, ticket_id).due_at or begun_at)


@pytest.mark.parametrize("page_size", [1, 2, 3, 50])
def test_pages_of_any_size_give_the_same_due_times(seat: Seat, clock: FakeClock, page_size: int) -> None:
    server = FakeServer(clock, page_size=page_size)
    promising_documents = (ALWAYS, AROUND_THE_CLOCK)
    for document in promising_documents:
        server.publish(document)
    anna, tomek = server.hire("anna"), server.hire("tomek", Role.TECHNICIAN)
    hers, his, late = seat(anna), seat(tomek), seat(tomek)
    listed = [reported(hers, server, anna, f"No link {number}") for number in range(5)]
    for place, ticket_id in enumerate(listed):
        deeds: list[Payload] = [
            Assigned(to=tomek.id),
            CommentAdded(body="Hm."),
            ASK_HER,
            PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH),
            StatusChanged(to=Status.OPEN),
        ]
        for deed in deeds[: place + 1]:
            clock.move(600)
            server.act(tomek.id, change_by(deed, ticket_id))
            exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    exchange_now(late, FakeConnection(server, tomek.id), wait_s=30)
    for desk in (his, late):
        found = [(row(desk, id).due_at, row(desk, id).due_target) for id in listed]
        assert found == [wanted(server, id) for id in listed]
    assert len({row(his, id).due_at for id in listed}) > 3


def test_an_own_answer_counts_before_the_server_has_it(
    seat: Seat, server: FakeServer, anna: Person, tomek: Person, clock: FakeClock
) -> None:
    ticket_id = reported(seat(anna), server, anna)
    his = seat(tomek)
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    clock.move(60)
    reply(his, ticket_id, "I am coming.")
    assert row(his, ticket_id).due_target is Target.RESOLUTION
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    assert (row(his, ticket_id).due_at, row(his, ticket_id).due_target) == wanted(server, ticket_id)


def test_a_report_that_waits_to_be_sent_is_promised_nothing_yet(seat: Seat, tomek: Person) -> None:
    """The clock of the server counts, from when it has the report."""
    his = seat(tomek)
    changed(his, ALWAYS, AROUND_THE_CLOCK)
    saved = report_problem(his, Report(title="My own link"))
    assert row(his, saved.ticket_id).due_at is None


def test_changed_promises_are_counted_anew_a_few_tickets_at_a_time(
    seat: Seat,
    server: FakeServer,
    anna: Person,
    tomek: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hers, his = seat(anna), seat(tomek)
    listed = [reported(hers, server, anna) for _ in range(5)]
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    before = [row(his, id).due_at for id in listed]
    changed(his, replace(ALWAYS, hours=hours_from("mon 00:00-00:01")))
    assert [row(his, id).due_at for id in listed] == before, "until then the old ones stand"
    monkeypatch.setattr(recounting, "TICKETS_AT_ONCE", 2)
    assert [recount_due(his.replica, his.outbox) for _ in range(4)] == [2, 2, 1, 0]
    for id, old in zip(listed, before, strict=True):
        new = row(his, id).due_at
        assert new is not None
        assert old is not None
        assert new > old + timedelta(days=5)


def test_an_exchange_leaves_nothing_stale(
    seat: Seat, server: FakeServer, anna: Person, tomek: Person
) -> None:
    ticket_id = reported(seat(anna), server, anna)
    his = seat(tomek)
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    changed(his, replace(AROUND_THE_CLOCK, targets=()))
    assert row(his, ticket_id).due_at is not None
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    assert row(his, ticket_id).due_at is None


def test_a_list_in_the_order_of_due_times(
    seat: Seat, server: FakeServer, anna: Person, tomek: Person, clock: FakeClock
) -> None:
    hers, his = seat(anna), seat(tomek)
    listed = [reported(hers, server, anna) for _ in range(3)]
    clock.move(60)
    server.act(tomek.id, change_by(ASK_HER, listed[0]))
    server.act(tomek.id, change_by(PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH), listed[2]))
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    found = reading.ticket_ids(his, Question(order=Order.DUE_FIRST))
    assert list(found) == [listed[2], listed[1], listed[0]], "what waits comes last"


def test_promises_that_this_program_cannot_read_promise_nothing(
    seat: Seat, server: FakeServer, anna: Person, tomek: Person
) -> None:
    ticket_id = reported(seat(anna), server, anna)
    his = seat(tomek)
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    with his.replica.writing() as connection:
        connection.exec_driver_sql("UPDATE documents SET body = '{\"id\": 1}' WHERE kind = 'policy'")
    server.act(tomek.id, change_by(CommentAdded(body="Hm."), ticket_id))
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    assert row(his, ticket_id).due_at is None


def test_how_it_is_counted_is_told_from_the_history_here(
    seat: Seat, server: FakeServer, anna: Person, tomek: Person, clock: FakeClock
) -> None:
    hers, his = seat(anna), seat(tomek)
    ticket_id = reported(hers, server, anna)
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    clock.move(600)
    reply(his, ticket_id, "I am coming.")
    clock.move(60)
    first, solved = promised_times(his, ticket_id)
    second = timedelta(seconds=1)
    assert (first.target, first.used // second) == (Target.FIRST_RESPONSE, 600)
    assert first.ended_at is not None
    assert (clock() - first.ended_at) // second == 60
    assert (solved.target, solved.due_at) == (Target.RESOLUTION, row(his, ticket_id).due_at)
    assert solved.used == solved.lines[-1].total
    assert solved.used // second == 660
    assert promised_times(hers, ticket_id) == ()


def test_nothing_is_told_of_a_history_that_is_not_whole_here(
    seat: Seat, server: FakeServer, anna: Person, tomek: Person
) -> None:
    his = seat(tomek)
    ticket_id = reported(seat(anna), server, anna)
    assert promised_times(his, ticket_id) == ()
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    assert promised_times(his, ticket_id)
    server.act(tomek.id, change_by(Assigned(to=tomek.id), ticket_id))
    server.act(tomek.id, change_by(CommentAdded(body="Hm."), ticket_id))
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    with his.replica.writing() as connection:
        connection.exec_driver_sql("DELETE FROM events WHERE version = 2")
    assert promised_times(his, ticket_id) == ()
