"""What a person is told of: each thing that others did on her tickets, once."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itdesk.domain.audience import Audience
from itdesk.domain.changes import Assigned, CommentAdded, FixConfirmed, StatusChanged, TicketOpened
from itdesk.domain.documents import Announcement
from itdesk.domain.ids import AnnouncementId, TicketId, new_id
from itdesk.domain.people import Person
from itdesk.domain.status import Status
from itdesk.services.desk import Desk, close_desk, open_desk, write_account
from itdesk.services.news import NewsKind, take_announcements, take_news
from itdesk.services.outcome import confirm_fix
from itdesk.services.reading import mark_read
from itdesk.services.report import Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer, change_by

Exchange = Callable[[], object]


@pytest.fixture
def exchange(desk: Desk, connection: FakeConnection) -> Exchange:
    return lambda: exchange_now(desk, connection, wait_s=30)


@pytest.fixture
def ticket(desk: Desk, exchange: Exchange) -> TicketId:
    saved = report_problem(desk, Report(title="Printer"))
    exchange()
    return saved.ticket_id


def test_a_reply_is_told_once(
    desk: Desk, ticket: TicketId, server: FakeServer, tomek: Person, exchange: Exchange
) -> None:
    assert take_news(desk) == ()
    server.act(tomek.id, change_by(CommentAdded(body="Looking"), ticket))
    exchange()
    (news,) = take_news(desk)
    assert (news.kind, news.ticket_id, news.reference) == (NewsKind.REPLY, ticket, "IT-1001")
    assert (news.title, news.author, news.words) == ("Printer", "Tomek", "Looking")
    assert take_news(desk) == ()


def test_a_reply_is_not_told_again_after_a_restart(
    desk: Desk, ticket: TicketId, server: FakeServer, tomek: Person, exchange: Exchange
) -> None:
    server.act(tomek.id, change_by(CommentAdded(body="Looking"), ticket))
    exchange()
    assert len(take_news(desk)) == 1
    write_account(desk.data, desk.account)
    again = open_desk(desk.data)
    assert again is not None
    try:
        assert take_news(again) == ()
    finally:
        close_desk(again)


def test_what_was_read_before_it_was_told_is_no_news(
    desk: Desk, ticket: TicketId, server: FakeServer, tomek: Person, exchange: Exchange
) -> None:
    server.act(tomek.id, change_by(CommentAdded(body="Looking"), ticket))
    exchange()
    mark_read(desk, ticket)
    assert take_news(desk) == ()


def test_after_reading_only_what_came_later_is_news(
    desk: Desk, ticket: TicketId, server: FakeServer, tomek: Person, exchange: Exchange
) -> None:
    server.act(tomek.id, change_by(CommentAdded(body="Looking"), ticket))
    exchange()
    take_news(desk)
    mark_read(desk, ticket)
    server.act(tomek.id, change_by(StatusChanged(to=Status.RESOLVED, note="Done"), ticket))
    exchange()
    assert [(one.kind, one.words) for one in take_news(desk)] == [(NewsKind.RESOLVED, "Done")]


def test_what_interrupts_nobody_is_no_news(
    desk: Desk,
    ticket: TicketId,
    server: FakeServer,
    tomek: Person,
    exchange: Exchange,
) -> None:
    server.act(tomek.id, change_by(Assigned(to=tomek.id), ticket))
    server.act(tomek.id, change_by(CommentAdded(body="Secret", audience=Audience.STAFF), ticket))
    server.act(desk.actor.id, change_by(CommentAdded(body="From my other computer"), ticket))
    exchange()
    assert take_news(desk) == ()


def test_a_fresh_computer_is_not_flooded_with_the_past(
    seat: Callable[[Person], Desk], server: FakeServer, anna: Person, tomek: Person
) -> None:
    for _ in range(3):
        ticket = TicketId(new_id())
        server.act(anna.id, change_by(TicketOpened(title="Old"), ticket))
        server.act(tomek.id, change_by(CommentAdded(body="Old"), ticket))
    fresh = seat(anna)
    exchange_now(fresh, FakeConnection(server, anna.id), wait_s=30)
    assert take_news(fresh) == ()


def test_what_concerns_the_technician_is_no_news_of_her_own_reports(
    seat: Callable[[Person], Desk], server: FakeServer, anna: Person, tomek: Person
) -> None:
    desk, connection = seat(tomek), FakeConnection(server, tomek.id)
    exchange_now(desk, connection, wait_s=30)
    ticket = TicketId(new_id())
    server.act(anna.id, change_by(TicketOpened(title="Printer"), ticket))
    server.act(tomek.id, change_by(Assigned(to=tomek.id), ticket))
    server.act(tomek.id, change_by(StatusChanged(to=Status.RESOLVED, note="Done"), ticket))
    server.act(anna.id, change_by(FixConfirmed(works=False, comment="It blinks"), ticket))
    exchange_now(desk, connection, wait_s=30)
    assert take_news(desk) == ()


def test_an_own_answer_is_no_news(
    desk: Desk, ticket: TicketId, server: FakeServer, tomek: Person, exchange: Exchange
) -> None:
    server.act(tomek.id, change_by(StatusChanged(to=Status.RESOLVED, note="Done"), ticket))
    exchange()
    take_news(desk)
    confirm_fix(desk, ticket, works=True)
    exchange()
    assert take_news(desk) == ()


def test_the_note_of_what_was_told_stays_short(
    desk: Desk, ticket: TicketId, server: FakeServer, tomek: Person, exchange: Exchange
) -> None:
    for index in range(3):
        server.act(tomek.id, change_by(CommentAdded(body=f"{index}"), ticket))
        exchange()
        take_news(desk)
    assert len(json.loads(desk.outbox.note("told"))) == 3
    mark_read(desk, ticket)
    take_news(desk)
    assert json.loads(desk.outbox.note("told")) == []


@given(st.lists(st.sampled_from(["reply", "read", "take", "restart"]), max_size=12))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_comes_between_nothing_is_told_twice_and_nothing_unread_is_missed(
    seat: Callable[[Person], Desk], server: FakeServer, anna: Person, tomek: Person, steps: list[str]
) -> None:
    desk, connection = seat(anna), FakeConnection(server, anna.id)
    write_account(desk.data, desk.account)
    ticket = report_problem(desk, Report(title="Printer")).ticket_id
    exchange_now(desk, connection, wait_s=30)
    take_news(desk)
    told: list[str] = []
    unread: set[str] = set()
    for index, step in enumerate(steps):
        if step == "reply":
            server.act(tomek.id, change_by(CommentAdded(body=str(index)), ticket))
            exchange_now(desk, connection, wait_s=30)
            unread.add(str(index))
        elif step == "read":
            mark_read(desk, ticket)
            unread.clear()
        elif step == "restart":
            again = open_desk(desk.data)
            assert again is not None
            told += [one.words for one in take_news(again)]
            close_desk(again)
        if step in {"take", "restart"}:
            told += [one.words for one in take_news(desk)]
            assert unread <= set(told)
    assert len(told) == len(set(told))


def test_an_announcement_is_told_once(desk: Desk, server: FakeServer, exchange: Exchange) -> None:
    server.publish(
        Announcement(
            id=AnnouncementId(new_id()), title={"en": "No mail"}, body={}, begins_at=desk.now() - timedelta(1)
        )
    )
    exchange()
    assert [one.title["en"] for one in take_announcements(desk)] == ["No mail"]
    assert take_announcements(desk) == ()
