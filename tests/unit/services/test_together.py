"""Tying tickets without a network: what is asked shows at once, waits in order, and is checked beforehand."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from itdesk.domain.appointments import AppointmentKind
from itdesk.domain.changes import CommentAdded, TicketOpened
from itdesk.domain.ids import ChangeId, TicketId, new_id
from itdesk.domain.listing import Question
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.relations import Relation
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import Mark
from itdesk.services import appointments, reading, together, worklog
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer

Seat = Callable[[Person], Desk]


@pytest.fixture
def console(desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person) -> Desk:
    """The technician's desk, with three tickets of Anna's, each with a reply; without a network from here."""
    for title in ("Printer", "Printer again", "Sound"):
        saved = report_problem(desk, Report(title=title, description=f"{title}?"))
        reply(desk, saved.ticket_id, f"{title}!")
    exchange_now(desk, connection, wait_s=30)
    console = seat(tomek)
    exchange_now(console, FakeConnection(server, tomek.id), wait_s=30)
    return console


def ticket_id(desk: Desk, title: str) -> TicketId:
    rows = reading.tickets(desk, Question())
    return next(row.id for row in rows if row.title == title)


def shown(desk: Desk, id: TicketId) -> Ticket:
    page = reading.ticket_page(desk, id)
    assert page is not None
    return page.ticket


def words(desk: Desk, id: TicketId) -> list[str]:
    page = reading.ticket_page(desk, id)
    assert page is not None
    payloads = [moment.event.payload for moment in page.moments]
    return [
        one.body if isinstance(one, CommentAdded) else one.description
        for one in payloads
        if isinstance(one, CommentAdded | TicketOpened)
    ]


def reply_in(desk: Desk, id: TicketId) -> ChangeId:
    page = reading.ticket_page(desk, id)
    assert page is not None
    return next(one.event.id for one in page.moments if isinstance(one.event.payload, CommentAdded))


def test_a_merge_shows_on_both_pages_and_so_does_taking_it_back(console: Desk) -> None:
    old, new = ticket_id(console, "Printer"), ticket_id(console, "Printer again")
    together.merge(console, old, new)
    assert shown(console, old).status is Status.MERGED
    assert words(console, new) == ["Printer?", "Printer!", "Printer again?", "Printer again!"]
    assert words(console, old) == ["Printer?", "Printer!"]
    page = reading.ticket_page(console, old)
    assert page is not None
    assert page.around[new].title == "Printer again"
    together.unmerge(console, old)
    assert (shown(console, old).status, words(console, new)) == (
        Status.NEW,
        ["Printer again?", "Printer again!"],
    )
    with pytest.raises(Refused) as refused:
        together.unmerge(console, old)
    assert refused.value.refusal.code is Code.CANNOT_BE_UNDONE


def test_what_the_server_would_refuse_is_not_saved(console: Desk) -> None:
    old, new = ticket_id(console, "Printer"), ticket_id(console, "Printer again")
    together.merge(console, old, new)
    before = console.outbox.revision()
    for ask, code in (
        (lambda: together.merge(console, new, old), Code.CYCLE),
        (lambda: together.merge(console, old, new), Code.MERGED),
        (lambda: together.set_parent(console, new, TicketId(new_id())), Code.NOT_FOUND),
        (lambda: together.link(console, new, new), Code.CYCLE),
        (lambda: together.move_messages(console, new, [ChangeId(new_id())], old), Code.UNKNOWN_ENTRY),
        (lambda: worklog.note_time(console, new, 0), Code.OUT_OF_RANGE),
    ):
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.refusal.code is code
    assert console.outbox.revision() == before


def test_a_split_is_one_commit_that_waits_for_its_opening(console: Desk) -> None:
    old = ticket_id(console, "Printer")
    message = reply_in(console, old)
    saved = together.split(console, old, [message], "Toner")
    assert words(console, old) == ["Printer?"]
    assert words(console, saved.ticket_id) == ["Printer!", ""]
    assert shown(console, saved.ticket_id).requester_id == shown(console, old).requester_id
    [move] = [entry.change for entry in console.outbox.entries_of(old)]
    assert move.after == (saved.change_id,)
    together.merge(console, saved.ticket_id, ticket_id(console, "Sound"))
    assert console.outbox.entries_of(saved.ticket_id)[-1].change.after == (saved.change_id,)
    together.move_messages(console, old, [message], None)
    assert words(console, old) == ["Printer?", "Printer!"]


def test_ties_and_notes_show_at_once(console: Desk) -> None:
    one, other = ticket_id(console, "Printer"), ticket_id(console, "Sound")
    together.link(console, one, other, Relation.BLOCKS)
    together.set_parent(console, one, other)
    worklog.change_tags(console, one, added=["VPN  Kraków"])
    point = worklog.add_item(console, one, "Call her")
    worklog.mark_item(console, one, point.change_id, Mark.DONE)
    spent = worklog.note_time(console, one, 30, "phone")
    worklog.correct_time(console, one, spent.change_id, 20)
    worklog.watch(console, one)
    begins = console.now() + timedelta(days=2)
    appointments.propose(console, one, AppointmentKind.VISIT, [begins], minutes=30)
    ticket = shown(console, one)
    assert [(link.ticket_id, link.relation) for link in ticket.links] == [(other, Relation.BLOCKS)]
    assert ticket.parent_id == other
    assert ticket.tags == {"vpn kraków"}
    assert [item.mark for item in ticket.checklist] == [Mark.DONE]
    assert [entry.minutes for entry in ticket.time_spent] == [20]
    assert console.account.person_id in ticket.participants
    assert ticket.appointment is not None
    together.unlink(console, one, other)
    together.set_parent(console, one, None)
    worklog.watch_no_more(console, one)
    appointments.cancel(console, one)
    ticket = shown(console, one)
    assert (ticket.links, ticket.parent_id) == ((), None)
    assert console.account.person_id not in ticket.participants
    assert ticket.appointment is not None
    assert ticket.appointment.is_cancelled


def test_children_are_resolved_with_one_shared_note(console: Desk) -> None:
    parent = ticket_id(console, "Sound")
    children = [ticket_id(console, "Printer"), ticket_id(console, "Printer again")]
    for child in children:
        together.set_parent(console, child, parent)
    page = reading.ticket_page(console, parent)
    assert page is not None
    assert set(page.children) == set(children) == set(page.around) - {parent}
    saved = together.resolve_children(console, parent, "The server was down")
    assert together.resolve_children(console, parent, "Once more") == ()
    assert {one.ticket_id for one in saved} == set(children)
    assert {shown(console, child).standing.note for child in children} == {"The server was down"}
    assert shown(console, parent).status is Status.NEW


def test_the_requester_answers_an_appointment(desk: Desk, connection: FakeConnection) -> None:
    saved = report_problem(desk, Report(title="Projector"))
    begins = desk.now() + timedelta(days=2)
    with pytest.raises(Refused) as refused:
        appointments.accept(desk, saved.ticket_id, begins)
    assert refused.value.refusal.code is Code.UNKNOWN_ENTRY
