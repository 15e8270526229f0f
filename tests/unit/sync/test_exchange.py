"""One exchange, and what becomes of it when something fails on the way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    KINDS,
    Assigned,
    CommentAdded,
    MovedToQueue,
    SomethingNewer,
    TicketOpened,
    kind_of,
)
from itdesk.domain.documents import Queue
from itdesk.domain.ids import QueueId, TicketId, new_id
from itdesk.domain.listing import Delivery, Question
from itdesk.domain.people import Person, Role
from itdesk.domain.query.parsing import parse
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.status import Status
from itdesk.replica.outbox_entry import State
from itdesk.services import reading
from itdesk.services.conversation import reply, take_back
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.report import NewFile, Report, report_problem
from itdesk.services.standing import dismiss, refused_changes, standing
from itdesk.services.synchronising import Exchanged, exchange_now
from itdesk.services.work import assign, change_status
from tests.fakes import FakeClock, FakeConnection, FakeServer, Fault, change_by, desk_at

Seat = Callable[[Person], Desk]


def exchange(desk: Desk, connection: FakeConnection) -> Exchanged:
    return exchange_now(desk, connection, wait_s=30)


def titles(desk: Desk) -> list[str]:
    return [row.title for row in reading.tickets(desk, Question(), limit=1000)]


def test_a_report_arrives_with_facts_and_file(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    content = bytes(range(256)) * 5000
    saved = report_problem(
        desk, Report(title="Printer", facts='{"os": 1}', files=(NewFile("a.png", content, True),))
    )
    done = exchange(desk, connection)
    assert (done.sent, done.refused, done.pending) == (3, 0, 0)
    [file] = server.memory.files.values()
    assert bytes(file.content) == content
    page = reading.ticket_page(desk, saved.ticket_id)
    assert page is not None
    assert page.ticket.number == 1001
    assert page.facts == '{"os": 1}'
    assert {moment.delivery for moment in page.moments} == {Delivery.SENT}
    [state] = page.files.values()
    assert (state.sent_bytes, state.is_here) == (len(content), True)
    assert reading.ticket_id_of(desk, 1001) == saved.ticket_id


@pytest.mark.parametrize("fault", [Fault.LOST_REQUEST, Fault.LOST_ANSWER, Fault.AWAY, Fault.FAILED])
def test_a_failed_exchange_loses_and_doubles_nothing(
    desk: Desk, connection: FakeConnection, server: FakeServer, fault: Fault
) -> None:
    report_problem(desk, Report(title="Printer"))
    connection.faults.append(fault)
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    assert standing(desk).pending == 1
    assert not standing(desk).online
    assert titles(desk) == ["Printer"]
    exchange(desk, connection)
    assert server.count_titles("Printer") == 1
    assert standing(desk).pending == 0
    assert standing(desk).online


def test_without_sign_in_everything_waits(desk: Desk, connection: FakeConnection) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    reply(desk, saved.ticket_id, "It smokes.")
    connection.faults.append(Fault.SIGNED_OUT)
    with pytest.raises(WorldFailed, match="Sign in"):
        exchange(desk, connection)
    assert standing(desk).sign_in_needed
    assert standing(desk).pending == 2
    exchange(desk, connection)
    assert standing(desk).pending == 0
    assert not standing(desk).sign_in_needed


def test_both_sides_see_the_same(
    desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person
) -> None:
    console, wire = seat(tomek), FakeConnection(server, tomek.id)
    saved = report_problem(desk, Report(title="Printer"))
    exchange(desk, connection)
    exchange(console, wire)
    assign(console, saved.ticket_id, tomek.id)
    reply(console, saved.ticket_id, "Is it plugged in?")
    reply(console, saved.ticket_id, "She says it smokes.", internal=True)
    exchange(console, wire)
    exchange(desk, connection)
    page = reading.ticket_page(desk, saved.ticket_id)
    assert page is not None
    bodies = [m.event.payload.body for m in page.moments if isinstance(m.event.payload, CommentAdded)]
    assert bodies == ["Is it plugged in?"]
    [row] = reading.tickets(desk, Question())
    assert row.is_unread
    assert row.assignee_login == "tomek"
    assert reading.counts(desk).reported_unread == 1
    reading.mark_read(desk, saved.ticket_id)
    assert reading.counts(desk).reported_unread == 0


def test_a_client_that_knows_fewer_kinds_shows_the_same(
    desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person
) -> None:
    """Whichever kind it is that the older one does not know, also of what lies below a change of her own."""
    saved = report_problem(desk, Report(title="Printer", facts='{"os": 1}'))
    exchange(desk, connection)
    console, wire = seat(tomek), FakeConnection(server, tomek.id)
    exchange(console, wire)
    assign(console, saved.ticket_id, tomek.id)
    reply(console, saved.ticket_id, "It smokes.", internal=True)
    change_status(console, saved.ticket_id, Status.RESOLVED, note="A new one.")
    exchange(console, wire)
    newer = seat(tomek)
    exchange(newer, wire)
    shown, events = screen(newer, saved.ticket_id)
    assert set(events) == {"TicketOpened", "DiagnosticsAttached", "Assigned", "CommentAdded", "StatusChanged"}
    for kind in sorted(set(events)):
        older = seat(tomek)
        with unknown(kind):
            exchange(older, wire)
            assert screen(older, saved.ticket_id) == (shown, events), kind
            page = reading.ticket_page(older, saved.ticket_id)
            assert page is not None
            assert [
                m.event.payload.kind for m in page.moments if isinstance(m.event.payload, SomethingNewer)
            ] == [kind]


def screen(desk: Desk, ticket_id: TicketId) -> tuple[object, list[str]]:
    """Return what the list and the ticket's page show, and the kinds of what happened."""
    page = reading.ticket_page(desk, ticket_id)
    assert page is not None
    return (reading.ticket_rows(desk, (ticket_id,)), page.ticket), [
        kind_of(m.event.payload) for m in page.moments
    ]


@contextmanager
def unknown(kind: str) -> Iterator[None]:
    """Make this program one that has never heard of a kind."""
    meant = KINDS.pop(kind)
    try:
        yield
    finally:
        KINDS[kind] = meant


def test_a_conflict_brings_the_confirmed_back_and_tells_why(
    desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person
) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    exchange(desk, connection)
    console, wire = seat(tomek), FakeConnection(server, tomek.id)
    other = server.hire("ola", Role.TECHNICIAN)
    exchange(console, wire)
    server.act(other.id, change_by(Assigned(to=other.id), saved.ticket_id))
    assign(console, saved.ticket_id, tomek.id)
    [row] = reading.tickets(console, Question())
    assert (row.assignee_login, row.delivery) == ("tomek", Delivery.WAITING)
    exchange(console, wire)
    [row] = reading.tickets(console, Question())
    assert (row.assignee_login, row.delivery) == ("ola", Delivery.REFUSED)
    [refused] = refused_changes(console)
    assert refused.refusal.code is Code.CONFLICT
    dismiss(console, refused.change.id)
    [row] = reading.tickets(console, Question())
    assert row.delivery is Delivery.SENT


def test_what_waits_for_a_refused_report_is_refused_with_it_and_its_text_is_kept(
    desk: Desk, connection: FakeConnection
) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    reply(desk, saved.ticket_id, "It smokes.")
    connection.poison, connection.poison_status = {saved.change_id}, 422
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    exchange(desk, connection)
    assert [one.refusal.code for one in refused_changes(desk)] == [Code.BAD_SHAPE, Code.DEPENDS_ON_REFUSED]
    assert titles(desk) == []
    texts = [dismiss(desk, one.change.id) for one in refused_changes(desk)]
    assert texts == ["Printer", "It smokes."]


@pytest.mark.parametrize("status", [500, 422])
def test_a_poisonous_change_delays_nobody(
    desk: Desk, connection: FakeConnection, server: FakeServer, status: int
) -> None:
    poison = report_problem(desk, Report(title="Poison"))
    for number in range(30):
        report_problem(desk, Report(title=f"Good {number}"))
    connection.poison, connection.poison_status = {poison.change_id}, status
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    exchange(desk, connection)
    assert [entry.change.id for entry in desk.outbox.entries(State.QUEUED)] == (
        [poison.change_id] if status == 500 else []
    )
    assert len(server.memory.histories) == 30
    assert len(refused_changes(desk)) == (0 if status == 500 else 1)
    connection.poison = set()
    exchange(desk, connection)
    assert server.count_titles("Poison") == (1 if status == 500 else 0)


def test_a_poisonous_change_does_not_stop_reading(
    desk: Desk, connection: FakeConnection, server: FakeServer, anna: Person
) -> None:
    poison = report_problem(desk, Report(title="Poison"))
    connection.poison = {poison.change_id}
    for number in range(4):
        with pytest.raises(WorldFailed) if number == 0 else nullcontext():
            exchange(desk, connection)
        server.act(anna.id, change_by(TicketOpened(title=f"Elsewhere {number}"), TicketId(new_id())))
    assert {"Poison", "Elsewhere 0", "Elsewhere 1", "Elsewhere 2"} == set(titles(desk))


def test_a_reply_waits_its_time_and_can_be_taken_back(
    desk: Desk, connection: FakeConnection, server: FakeServer, clock: FakeClock
) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    first = reply(desk, saved.ticket_id, "Oops", files=(NewFile("a", b"1"),), undo_s=10)
    second = reply(desk, saved.ticket_id, "Please hurry.", undo_s=20)
    exchange(desk, connection)
    assert len(server.memory.histories[saved.ticket_id]) == 1
    assert take_back(desk, first.change_id) == "Oops"
    clock.move(30)
    exchange(desk, connection)
    [_, comment] = server.memory.histories[saved.ticket_id]
    assert comment.payload == CommentAdded(body="Please hurry.")
    with pytest.raises(Refused):
        take_back(desk, second.change_id)


def test_what_may_have_reached_the_server_is_not_taken_back(desk: Desk, connection: FakeConnection) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    sent = reply(desk, saved.ticket_id, "Hello")
    connection.faults.append(Fault.LOST_ANSWER)
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    with pytest.raises(Refused):
        take_back(desk, sent.change_id)
    offline = reply(desk, saved.ticket_id, "Offline")
    connection.faults.append(Fault.AWAY)
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    assert take_back(desk, offline.change_id) == "Offline"


def test_an_upload_goes_on_where_it_broke_off(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    content = bytes(range(251)) * 8000
    report_problem(desk, Report(title="Printer", files=(NewFile("a.bin", content),)))
    connection.faults.extend([Fault.NONE] * 4 + [Fault.LOST_ANSWER])
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    [file] = server.memory.files.values()
    assert 0 < len(file.content) < len(content)
    before = [method for method, _ in connection.sent].count("PUT")
    exchange(desk, connection)
    assert bytes(file.content) == content
    after = [method for method, _ in connection.sent].count("PUT")
    assert after - before == 4 - before


def test_damaged_bytes_are_sent_once_more(desk: Desk, connection: FakeConnection, server: FakeServer) -> None:
    content = b"x" * 700_000
    report_problem(desk, Report(title="Printer", files=(NewFile("a.bin", content),)))
    connection.faults.extend([Fault.NONE, Fault.NONE, Fault.NONE, Fault.LOST_REQUEST])
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    [file] = server.memory.files.values()
    file.content[:] = b"y" * 1000
    exchange(desk, connection)
    assert bytes(file.content) == content


def test_a_server_restored_from_backup_heals(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    backup = server.backup()
    saved = report_problem(desk, Report(title="Printer", files=(NewFile("a", b"123"),)))
    exchange(desk, connection)
    exchange(desk, connection)
    server.restore(backup)
    exchange(desk, connection)
    assert server.count_titles("Printer") == 1
    assert server.ticket(saved.ticket_id).number == 1001
    assert [bytes(file.content) for file in server.memory.files.values()] == [b"123"]
    assert titles(desk) == ["Printer"]


def test_a_lost_role_hides_at_once(
    desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person
) -> None:
    for number in range(9):
        report_problem(desk, Report(title=f"Canary {number}"))
    exchange(desk, connection)
    console, wire = seat(tomek), FakeConnection(server, tomek.id)
    exchange(console, wire)
    assert len(titles(console)) == 9
    server.set_role(tomek.id, Role.EMPLOYEE)
    wire.faults.extend([Fault.NONE, Fault.LOST_REQUEST])
    with suppress(WorldFailed):
        exchange(console, wire)
    assert titles(console) == []
    assert b"canary" not in console.replica.path.read_bytes()


def test_a_ticket_that_left_leaves_no_trace(
    desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person
) -> None:
    queue = Queue(id=QueueId(new_id()), name={"en": "HR"}, restricted=True)
    server.publish(queue)
    saved = report_problem(desk, Report(title="Canary"))
    exchange(desk, connection)
    console, wire = seat(tomek), FakeConnection(server, tomek.id)
    admin = server.hire("boss", Role.ADMIN)
    exchange(console, wire)
    reply(console, saved.ticket_id, "Hello")
    exchange(console, wire)
    assert titles(console) == ["Canary"]
    server.act(admin.id, change_by(MovedToQueue(to=queue.id), saved.ticket_id))
    exchange(console, wire)
    assert titles(console) == []
    assert reading.ticket_page(console, saved.ticket_id) is None
    assert reading.tickets(console, Question(query=parse("canary", today=date(2026, 3, 2)))) == ()
    assert titles(desk) == ["Canary"]


def test_a_reader_who_holds_too_little_asks_for_the_whole(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    reply(desk, saved.ticket_id, "One")
    exchange(desk, connection)
    with desk.replica.writing() as raw:
        raw.exec_driver_sql("DELETE FROM events")
        raw.exec_driver_sql("UPDATE tickets SET held_events = 0")
    exchange(desk, connection)
    page = reading.ticket_page(desk, saved.ticket_id)
    assert page is not None
    assert len(page.moments) == 2


def test_a_snapshot_beside_the_old_is_swapped_whole(
    desk: Desk, connection: FakeConnection, server: FakeServer, anna: Person
) -> None:
    for number in range(9):
        report_problem(desk, Report(title=f"Ticket {number}"))
    exchange(desk, connection)
    before = titles(desk)
    server.restore(server.backup())
    server.memory.log[-1] = type(server.memory.log[-1])("another", server.memory.log[-1].ticket_id)
    connection.faults.extend([Fault.NONE, Fault.NONE, Fault.LOST_REQUEST])
    with pytest.raises(WorldFailed):
        exchange(desk, connection)
    assert titles(desk) == before
    exchange(desk, connection)
    assert sorted(titles(desk)) == sorted(before)


def test_an_answer_for_somebody_else_is_not_taken(
    desk: Desk, connection: FakeConnection, server: FakeServer, tomek: Person
) -> None:
    server.act(tomek.id, change_by(TicketOpened(title="Secret"), TicketId(new_id())))
    connection.person_id = tomek.id
    with pytest.raises(WorldFailed, match="somebody else"):
        exchange(desk, connection)
    assert titles(desk) == []


def test_two_people_on_one_folder(server: FakeServer, anna: Person, clock: FakeClock, tmp_path: Path) -> None:
    eve = server.hire("eve")
    hers = desk_at(tmp_path, anna, clock)
    report_problem(hers, Report(title="Anna's secret"))
    other = desk_at(tmp_path, eve, clock)
    report_problem(other, Report(title="Eve's printer"))
    assert titles(other) == ["Eve's printer"]
    exchange(other, FakeConnection(server, eve.id))
    assert server.count_titles("Anna's secret") == 0
    assert standing(hers).pending == 1
    assert titles(other) == ["Eve's printer"]


def test_illegal_actions_are_refused_before_they_are_saved(desk: Desk) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    with pytest.raises(Refused) as refused:
        reply(desk, saved.ticket_id, "psst", internal=True)
    assert refused.value.refusal.code is Code.NOT_ALLOWED
    with pytest.raises(Refused):
        change_status(desk, saved.ticket_id, Status.PENDING)
    assert standing(desk).pending == 1


class Stop(Exception):
    """The process ends here."""


def test_every_stop_between_two_writes_ends_in_the_same_screen(
    server: FakeServer, clock: FakeClock, tmp_path: Path, anna: Person, tomek: Person
) -> None:
    """Fail the k-th write of a whole story, for all k; then go on as if started again."""
    fresh = server.backup()
    for stop_at in count():
        server.restore(fresh)
        writes = 0

        def count_write(*arguments: object, stop_at: int = stop_at) -> None:
            nonlocal writes
            statement = str(arguments[2]) if len(arguments) > 2 else "COMMIT"
            if statement.startswith(("INSERT", "UPDATE", "DELETE", "COMMIT")):
                writes += 1
                if writes == stop_at + 1:
                    raise Stop

        desk = desk_at(tmp_path / f"run-{stop_at}", anna, clock)
        wire = FakeConnection(server, anna.id)
        for engine in (desk.outbox.engine, desk.replica.engine):
            event.listen(engine, "before_cursor_execute", count_write)
            event.listen(engine, "commit", count_write)
        acknowledged: list[str] = []
        try:
            saved = report_problem(desk, Report(title="Printer", files=(NewFile("a", b"123"),)))
            acknowledged.append("Printer")
            exchange(desk, wire)
            server.act(
                tomek.id, change_by(CommentAdded(body="Hi", audience=Audience.PARTICIPANTS), saved.ticket_id)
            )
            exchange(desk, wire)
            finished = True
        except Stop:
            finished = False
        again = desk_at(tmp_path / f"run-{stop_at}", anna, clock)
        if acknowledged:
            assert titles(again) == acknowledged
        exchange(again, wire)
        assert titles(again) == [server.ticket(id).title for id in server.memory.histories]
        shown = {id: reading.ticket_page(again, id) for id in server.memory.histories}
        for id, ticket in server.visible_to(anna.id).items():
            page = shown[id]
            assert page is not None
            assert page.ticket == ticket
            assert len(page.moments) == len(server.readable_to(anna.id, id))
        assert standing(again).pending == 0
        if finished:
            assert stop_at > 20
            return


def test_an_answer_for_somebody_else_is_told_with_single_full_stops(
    desk: Desk, server: FakeServer, tomek: Person
) -> None:
    with pytest.raises(WorldFailed, match=r"Sign in again\. Check the address") as caught:
        exchange_now(desk, FakeConnection(server, tomek.id), wait_s=30)
    assert ".." not in str(caught.value)
