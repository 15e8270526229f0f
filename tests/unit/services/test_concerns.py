"""What a technician is told of in her work: each thing once, and never what she did herself."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    FixConfirmed,
    MovedToQueue,
    ParticipantAdded,
    Payload,
    StatusChanged,
    TicketOpened,
    Undone,
)
from itdesk.domain.documents import Queue
from itdesk.domain.ids import QueueId, TicketId, new_id
from itdesk.domain.people import Person, Role
from itdesk.domain.status import PendingReason, Status
from itdesk.services.colleagues import callable_colleagues
from itdesk.services.concerns import TOLD, TOLD_DUE, next_due_turn, pressing_tickets, take_concerns
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk, close_desk, open_desk, write_account
from itdesk.services.news import NewsKind, take_news
from itdesk.services.reading import mark_read
from itdesk.services.snoozes import put_aside
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeClock, FakeConnection, FakeServer, change_by
from tests.unit.domain.sla.told import ALWAYS, POLICY

Seat = Callable[[Person], Desk]
Told = list[tuple[NewsKind, str, str]]


@dataclass
class Work:
    """Tomek's desk, and what others do elsewhere."""

    desk: Desk
    server: FakeServer
    anna: Person
    tomek: Person
    ewa: Person
    """A colleague of Tomek, who leads."""

    def exchange(self) -> None:
        exchange_now(self.desk, FakeConnection(self.server, self.tomek.id), wait_s=30)

    def act(self, who: Person, payload: Payload, ticket: TicketId) -> str:
        message = change_by(payload, ticket)
        assert self.server.act(who.id, message).state == "accepted"
        return message.id

    def report(self, title: str = "Printer", to: Person | None = None, by: Person | None = None) -> TicketId:
        ticket = TicketId(new_id())
        self.act(self.anna, TicketOpened(title=title), ticket)
        if to is not None:
            self.act(by or to, Assigned(to=to.id), ticket)
        return ticket

    def told(self) -> Told:
        self.exchange()
        return [(one.kind, one.author, one.words) for one in take_concerns(self.desk)]


@pytest.fixture
def work(seat: Seat, server: FakeServer, anna: Person, tomek: Person) -> Work:
    work = Work(seat(tomek), server, anna, tomek, server.hire("ewa", Role.LEAD))
    work.report("Of old")
    assert work.told() == []
    return work


@pytest.fixture
def promised(server: FakeServer, seat: Seat, anna: Person, tomek: Person) -> Work:
    """A first response and a resolution are promised, by the clock on the wall."""
    server.publish(ALWAYS)
    server.publish(replace(POLICY, calendar_id=ALWAYS.id))
    work = Work(seat(tomek), server, anna, tomek, server.hire("ewa", Role.LEAD))
    work.report("Of old")
    assert work.told() == []
    return work


# -- What others did


def test_a_ticket_that_somebody_assigns_is_told_once(work: Work) -> None:
    ticket = work.report(to=work.tomek, by=work.ewa)
    assert work.told() == [(NewsKind.ASSIGNED, "Ewa", "")]
    assert pressing_tickets(work.desk) == {ticket}
    assert work.told() == []


def test_what_she_takes_herself_and_what_is_assigned_to_others_is_not_told(work: Work) -> None:
    work.report(to=work.tomek)
    work.report(to=work.ewa)
    assert work.told() == []


def test_what_was_said_before_it_became_hers_belongs_to_what_she_was_given(work: Work) -> None:
    ticket = work.report()
    work.act(work.anna, CommentAdded(body="It blinks"), ticket)
    work.act(work.ewa, Assigned(to=work.tomek.id), ticket)
    work.act(work.anna, CommentAdded(body="Now it is off"), ticket)
    assert [kind for kind, _, _ in work.told()] == [NewsKind.ASSIGNED, NewsKind.REPLY]


def test_what_was_laid_back_before_she_heard_of_it_is_not_told(work: Work) -> None:
    ticket = work.report(to=work.tomek, by=work.ewa)
    work.act(work.ewa, Assigned(to=None), ticket)
    assert work.told() == []


def test_losing_it_and_having_it_again_by_an_undo_makes_nobody_deaf(work: Work) -> None:
    ticket = work.report(to=work.tomek)
    lost = work.act(work.ewa, Assigned(to=work.ewa.id), ticket)
    work.act(work.ewa, Undone(event_id=lost), ticket)  # type: ignore[arg-type]
    work.act(work.anna, CommentAdded(body="Hello?"), ticket)
    assert work.told() == [(NewsKind.REPLY, "Anna", "Hello?")]


def test_answers_notes_and_not_fixed_are_told_of_hers(work: Work) -> None:
    ticket = work.report(to=work.tomek)
    work.act(work.anna, CommentAdded(body="It blinks"), ticket)
    work.act(work.ewa, CommentAdded(body="The drum?", audience=Audience.STAFF), ticket)
    work.act(work.tomek, StatusChanged(to=Status.RESOLVED, note="Done"), ticket)
    work.act(work.anna, FixConfirmed(works=False, comment="No"), ticket)
    assert work.told() == [
        (NewsKind.REPLY, "Anna", "It blinks"),
        (NewsKind.NOTE, "Ewa", "The drum?"),
        (NewsKind.NOT_FIXED, "Anna", "No"),
    ]


def test_a_closed_ticket_that_its_requester_opens_again_is_told(work: Work) -> None:
    ticket = work.report(to=work.tomek)
    work.act(work.tomek, StatusChanged(to=Status.RESOLVED, note="Done"), ticket)
    work.act(work.anna, FixConfirmed(works=True), ticket)
    work.act(work.anna, StatusChanged(to=Status.OPEN, note="Again"), ticket)
    assert work.told() == [(NewsKind.REOPENED, "Anna", "Again")]


def test_who_is_mentioned_in_a_note_is_told_whatever_ticket_it_is(work: Work) -> None:
    ticket = work.report(to=work.ewa)
    for body in ("Nobody", "@tomekk look", "x@tomek", "Do you know it, @Tomek?"):
        work.act(work.ewa, CommentAdded(body=body, audience=Audience.STAFF), ticket)
    work.act(work.ewa, CommentAdded(body="@tomek, in public"), ticket)
    assert work.told() == [(NewsKind.MENTIONED, "Ewa", "Do you know it, @Tomek?")]
    assert pressing_tickets(work.desk) == {ticket}


def test_a_note_on_hers_that_mentions_her_is_one_thing(work: Work) -> None:
    ticket = work.report(to=work.tomek)
    work.act(work.ewa, CommentAdded(body="@tomek?", audience=Audience.STAFF), ticket)
    assert [kind for kind, _, _ in work.told()] == [NewsKind.MENTIONED]


def test_what_she_does_herself_is_not_told(work: Work) -> None:
    ticket = work.report(to=work.tomek)
    work.act(work.tomek, CommentAdded(body="Note to @tomek", audience=Audience.STAFF), ticket)
    work.exchange()
    reply(work.desk, ticket, "Looking, @tomek", internal=True)
    assert work.told() == []


def test_what_was_read_meanwhile_is_not_told_and_the_note_stays_short(work: Work) -> None:
    ticket = work.report(to=work.tomek, by=work.ewa)
    work.exchange()
    mark_read(work.desk, ticket)
    assert work.told() == []
    assert json.loads(work.desk.outbox.note(TOLD) or "[]") == []
    assert pressing_tickets(work.desk) == frozenset()


def test_a_restart_tells_nothing_again(work: Work) -> None:
    write_account(work.desk.data, work.desk.account)
    ticket = work.report(to=work.tomek, by=work.ewa)
    work.act(work.ewa, CommentAdded(body="@tomek", audience=Audience.STAFF), ticket)
    assert len(work.told()) == 2
    again = open_desk(work.desk.data, now=work.desk.now)
    assert again is not None
    try:
        assert take_concerns(again) == ()
    finally:
        close_desk(again)


def test_what_she_reported_or_reads_along_is_told_once_as_such(work: Work) -> None:
    ticket = work.report(to=work.tomek)
    work.act(work.ewa, ParticipantAdded(person_id=work.tomek.id), ticket)
    work.act(work.anna, CommentAdded(body="It blinks"), ticket)
    work.exchange()
    assert [one.words for one in take_news(work.desk) if one.words] == ["It blinks"]
    assert take_concerns(work.desk) == ()


def test_an_employee_has_no_concerns(desk: Desk, server: FakeServer, anna: Person) -> None:
    exchange_now(desk, FakeConnection(server, anna.id), wait_s=30)
    assert take_concerns(desk) == ()
    assert pressing_tickets(desk) == frozenset()
    assert next_due_turn(desk) is None


# -- What was put aside


def test_a_ticket_that_was_put_aside_is_told_when_its_time_comes(work: Work, clock: FakeClock) -> None:
    ticket = work.report(to=work.tomek)
    work.told()
    mark_read(work.desk, ticket)
    put_aside(work.desk, ticket, clock.at + timedelta(hours=1))
    assert work.told() == []
    turn = next_due_turn(work.desk)
    assert turn is not None
    clock.at += turn + timedelta(seconds=1)
    assert [kind for kind, _, _ in work.told()] == [NewsKind.DATE_HAS_COME]
    assert work.told() == []
    assert pressing_tickets(work.desk) == {ticket}
    clock.at += timedelta(days=2)
    assert pressing_tickets(work.desk) == frozenset()


# -- What is due


def test_scarce_and_over_are_each_told_once(promised: Work, clock: FakeClock) -> None:
    ticket = promised.report(to=promised.tomek)
    assert promised.told() == []
    for kind in (NewsKind.DUE_SOON, NewsKind.OVERDUE):
        left = next_due_turn(promised.desk)
        assert left is not None
        clock.at += left + timedelta(seconds=1)
        assert [one for one, _, _ in promised.told()] == [kind]
        assert promised.told() == []
        assert pressing_tickets(promised.desk) == {ticket}


def test_of_both_at_once_only_the_later_is_told(promised: Work, clock: FakeClock) -> None:
    promised.report(to=promised.tomek)
    promised.exchange()
    clock.at += timedelta(days=300)
    assert [kind for kind, _, _ in promised.told()] == [NewsKind.OVERDUE]


def test_a_clock_that_stood_still_tells_nothing_again(promised: Work, clock: FakeClock) -> None:
    ticket = promised.report(to=promised.tomek)
    promised.act(promised.tomek, CommentAdded(body="Looking"), ticket)
    promised.exchange()
    left = next_due_turn(promised.desk)
    assert left is not None
    clock.at += left + timedelta(seconds=1)
    assert [kind for kind, _, _ in promised.told()] == [NewsKind.DUE_SOON]
    asked = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which one?")
    promised.act(promised.tomek, asked, ticket)
    assert promised.told() == []
    promised.act(promised.tomek, StatusChanged(to=Status.OPEN), ticket)
    assert promised.told() == []


def test_what_is_over_at_the_first_look_is_no_news(
    seat: Seat, promised: Work, clock: FakeClock, tomek: Person
) -> None:
    promised.report(to=promised.tomek)
    clock.at += timedelta(days=300)
    fresh = Work(seat(tomek), promised.server, promised.anna, tomek, promised.ewa)
    assert take_concerns(fresh.desk) == ()  # before anything has come
    assert fresh.told() == []
    assert pressing_tickets(fresh.desk) != frozenset()


def test_of_others_tickets_nothing_is_due(promised: Work, clock: FakeClock) -> None:
    promised.report(to=promised.ewa)
    promised.exchange()
    assert next_due_turn(promised.desk) is None
    clock.at += timedelta(days=300)
    assert promised.told() == []


def test_the_note_forgets_what_is_done(promised: Work, clock: FakeClock) -> None:
    ticket = promised.report(to=promised.tomek)
    promised.exchange()
    clock.at += timedelta(days=300)
    assert len(promised.told()) == 1
    assert len(json.loads(promised.desk.outbox.note(TOLD_DUE))) == 1
    promised.act(promised.tomek, StatusChanged(to=Status.RESOLVED, note="Done"), ticket)
    assert promised.told() == []
    assert json.loads(promised.desk.outbox.note(TOLD_DUE)) == []


# -- Who can be called


def test_only_colleagues_who_may_see_the_ticket_can_be_called(seat: Seat, work: Work) -> None:
    closed = Queue(
        id=QueueId("boss"), name={"en": "Board"}, restricted=True, members=frozenset({work.tomek.id})
    )
    work.server.publish(closed)
    for login, role in (("ola", Role.TECHNICIAN), ("chief", Role.ADMIN), ("jan", Role.EMPLOYEE)):
        work.server.hire(login, role)
    open_one, closed_one = work.report(), work.report()
    work.act(work.tomek, MovedToQueue(to=closed.id), closed_one)
    desk = seat(work.tomek)
    exchange_now(desk, FakeConnection(work.server, work.tomek.id), wait_s=30)
    found = [callable_colleagues(desk, work.server.ticket(one)) for one in (open_one, closed_one)]
    assert [[one.login for one in some] for some in found] == [["chief", "ewa", "ola"], ["chief"]]
