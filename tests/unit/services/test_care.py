"""Escalating, following up, being reminded, trying rules: at a desk, from what is on this computer."""

import json
from collections.abc import Callable

import pytest

from itdesk.domain.changes import FixConfirmed, Rated, Reminded, Reminder, StatusChanged
from itdesk.domain.documents import Conditions, Effects, Line, Queue, Rule, Team
from itdesk.domain.ids import SYSTEM, QueueId, RuleId, TeamId, TicketId
from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.status import PendingReason, Status
from itdesk.services.desk import Desk
from itdesk.services.escalating import escalate, line_above
from itdesk.services.follow_ups import close_follow_up, open_follow_ups, take_follow_up
from itdesk.services.news import NewsKind, take_news
from itdesk.services.outcome import confirm_fix, rate
from itdesk.services.report import Report, report_problem
from itdesk.services.routing import try_rule_on, try_rules_on
from itdesk.services.synchronising import exchange_now
from itdesk.services.ticket_page import ticket_page
from tests.fakes import FakeConnection, FakeServer, change_by

FACTS = json.dumps({"facts": {"host": {"name": "KRK-LT-0042"}}})
SOLVED = StatusChanged(to=Status.RESOLVED, note="Turned it off and on")
HARDWARE, MAKERS = QueueId("hardware"), QueueId("makers")


@pytest.fixture
def lea(server: FakeServer) -> Person:
    return server.hire("lea", Role.LEAD)


@pytest.fixture
def lead(seat: Callable[[Person], Desk], lea: Person) -> Desk:
    return seat(lea)


@pytest.fixture
def ticket(desk: Desk, connection: FakeConnection) -> TicketId:
    saved = report_problem(desk, Report(title="Drukarka stoi", facts=FACTS))
    exchange_now(desk, connection, wait_s=30)
    return saved.ticket_id


def _fetched(server: FakeServer, desk: Desk) -> Desk:
    exchange_now(desk, FakeConnection(server, desk.account.person_id), wait_s=30)
    return desk


def test_bad_help_stands_in_the_list_until_a_lead_has_closed_it(
    server: FakeServer, desk: Desk, lead: Desk, ticket: TicketId, tomek: Person
) -> None:
    server.act(tomek.id, change_by(SOLVED, ticket))
    _fetched(server, desk)
    rate(desk, ticket, 1)
    assert open_follow_ups(desk) == (), "what her words set off is for IT, also before they are sent"
    page = ticket_page(desk, ticket)
    assert page is not None
    assert page.ticket.follow_up is None
    _fetched(server, desk)
    _fetched(server, lead)
    assert [row.id for row in open_follow_ups(lead)] == [ticket]
    assert open_follow_ups(_fetched(server, desk)) == ()
    take_follow_up(lead, ticket)
    close_follow_up(lead, ticket, "We talked.")
    assert open_follow_ups(lead) == ()
    with pytest.raises(Refused) as refused:
        close_follow_up(_fetched(server, lead), ticket, "Once more")
    assert refused.value.refusal.code is Code.NO_FOLLOW_UP


def test_a_technician_may_not_close_what_a_lead_follows_up(
    server: FakeServer, seat: Callable[[Person], Desk], ticket: TicketId, anna: Person, tomek: Person
) -> None:
    server.act(tomek.id, change_by(SOLVED, ticket))
    server.act(anna.id, change_by(Rated(score=2), ticket))
    technician = _fetched(server, seat(tomek))
    assert [row.id for row in open_follow_ups(technician)] == [ticket]
    with pytest.raises(Refused) as refused:
        take_follow_up(technician, ticket)
    assert refused.value.refusal.code is Code.NOT_ALLOWED


def test_the_second_no_at_her_own_desk_shows_her_nothing_new(
    server: FakeServer, desk: Desk, ticket: TicketId, anna: Person, tomek: Person
) -> None:
    server.act(tomek.id, change_by(SOLVED, ticket))
    server.act(anna.id, change_by(FixConfirmed(works=False), ticket))
    server.act(tomek.id, change_by(SOLVED, ticket))
    _fetched(server, desk)
    confirm_fix(desk, ticket, works=False)
    page = ticket_page(desk, ticket)
    assert page is not None
    assert (page.ticket.status, page.ticket.follow_up) == (Status.OPEN, None)


def _three_lines(server: FakeServer) -> None:
    for line, queue_id in ((Line.FIRST, HARDWARE), (Line.THIRD, MAKERS)):
        server.publish(Queue(id=queue_id, name={"en": queue_id}))
        server.publish(Team(id=TeamId(queue_id), name={"en": queue_id}, queue_id=queue_id, line=line))


def test_a_ticket_goes_up_the_lines_with_a_reason(server: FakeServer, lead: Desk, ticket: TicketId) -> None:
    _three_lines(server)
    _fetched(server, lead)
    for above in (HARDWARE, MAKERS):
        assert line_above(lead, ticket) == above
        with pytest.raises(Refused) as refused:
            escalate(lead, ticket, " ")
        assert refused.value.refusal.code is Code.TEXT_EMPTY
        escalate(lead, ticket, "We cannot")
        _fetched(server, lead)
        page = ticket_page(lead, ticket)
        assert page is not None
        assert (page.ticket.queue_id, page.ticket.assignee_id) == (above, None)
    assert line_above(lead, ticket) is None
    for to in (None, HARDWARE):
        with pytest.raises(Refused) as refused:
            escalate(lead, ticket, "We cannot", to)
        assert refused.value.refusal.code is Code.NO_HIGHER_LINE


def test_a_rule_is_tried_before_it_counts(server: FakeServer, lead: Desk, ticket: TicketId) -> None:
    rule = Rule(
        id=RuleId("printers"),
        name={"en": "Printers"},
        conditions=Conditions(words=("drukar",), devices=("krk",), sites=("Nowhere",)),
        effects=Effects(tags=("printer",)),
    )
    _fetched(server, lead)
    verdict = try_rule_on(lead, rule, ticket)
    assert [(look.condition, look.found) for look in verdict.looks] == [
        ("site", ()),
        ("device", ("KRK",)),
        ("words", ("Drukarka",)),
    ]
    assert not verdict.holds
    assert try_rules_on(lead, ticket).verdicts == (), "it is not in force"
    with pytest.raises(Refused):
        try_rule_on(lead, rule, TicketId("f" * 32))


def test_rules_in_force_say_what_they_come_to(server: FakeServer, lead: Desk, ticket: TicketId) -> None:
    conditions, effects = Conditions(words=("drukar",)), Effects(tags=("printer",))
    server.publish(Rule(id=RuleId("p"), name={"en": "P"}, conditions=conditions, effects=effects))
    outcome = try_rules_on(_fetched(server, lead), ticket)
    assert [verdict.holds for verdict in outcome.verdicts] == [True]
    assert outcome.effects == effects


def test_a_reminder_is_news_for_whom_it_reminds(
    server: FakeServer,
    desk: Desk,
    seat: Callable[[Person], Desk],
    ticket: TicketId,
    tomek: Person,
) -> None:
    server.memory.people[SYSTEM] = Person(id=SYSTEM, login="system", name="", role=Role.SYSTEM)
    waits = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which one?")
    server.act(tomek.id, change_by(waits, ticket))
    take_news(_fetched(server, desk))
    server.act(SYSTEM, change_by(Reminded(of=Reminder.WAITS_FOR_REQUESTER), ticket))
    assert [news.kind for news in take_news(_fetched(server, desk))] == [NewsKind.REMINDED]
    assert NewsKind.REMINDED not in [news.kind for news in take_news(_fetched(server, seat(tomek)))]
