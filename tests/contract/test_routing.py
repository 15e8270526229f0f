"""A report finds its queue and somebody who takes it, by the company's rules, at once and exactly once."""

import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from sqlalchemy import event, insert, select, update

from itdesk.domain.changes import (
    Assigned,
    DiagnosticsAttached,
    Escalated,
    MovedToQueue,
    Payload,
    Routed,
    StatusChanged,
    TicketOpened,
    Undone,
)
from itdesk.domain.documents import Absence, Assigning, Conditions, Effects, Line, Profile, Rule, Team
from itdesk.domain.ids import SYSTEM, ChangeId, PersonId, QueueId, RuleId, TeamId, TicketId, new_id
from itdesk.domain.people import Actor, Role
from itdesk.domain.priority import Impact, Priority, Ranking, Urgency
from itdesk.domain.routing.look import Condition
from itdesk.domain.skills import Skill, SkillArea
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.server.jobs.assigning import assign_waiting
from itdesk.server.store.store import Store
from itdesk.server.store.tables import documents, people, turns
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.office import Office, change, refused_for
from tests.contract.queries import hits

SAP = Skill(area=SkillArea.APPLICATIONS, name="SAP")
FACTS = '{"facts": {"host": {"name": "KRK-LT-0042"}}}'


def _rule(
    office: Office, *, order: int = 0, stops: bool = False, when: dict[str, Any], then: dict[str, Any]
) -> Rule:
    rule = Rule(
        id=RuleId(new_id()),
        name={"en": "A rule", "pl": "Reguła"},
        order=order,
        conditions=Conditions(**when),
        effects=Effects(**then),
        stops=stops,
    )
    office.documents.put(rule)
    return rule


def _team(
    office: Office,
    queue_id: QueueId,
    *members: Actor,
    assigning: Assigning = Assigning.ROUND_ROBIN,
    **more: Any,
) -> Team:
    ids = frozenset(member.id for member in members)
    team = Team(
        id=TeamId(new_id()),
        name={"en": "A team", "pl": "Zespół"},
        queue_id=queue_id,
        members=ids,
        assigning=assigning,
        **more,
    )
    office.documents.put(team)
    return team


def _ticket(office: Office, ticket_id: TicketId) -> Ticket:
    return office.reader(office.adam).read().tickets[ticket_id]


def _payload(office: Office, ticket_id: TicketId, kind: type[Payload]) -> Any:
    held = office.reader(office.adam).read().events[ticket_id].values()
    (one,) = [one for one in held if one.kind == kind.__name__]
    assert one.actor_id == SYSTEM
    return msgspec.json.decode(one.payload, type=kind)


def test_rules_send_a_report_where_it_belongs_and_say_why(office: Office) -> None:
    hardware = office.queue("Hardware")
    then = {"queue_id": hardware, "impact": Impact.HIGH, "tags": ("printer",), "skills": (SAP,)}
    printers = _rule(office, when={"words": ("drukar",), "devices": ("krk",)}, then=then)
    _rule(office, when={"words": ("vpn",)}, then={"override": Priority.CRITICAL})
    report = change(TicketId(new_id()), TicketOpened(title="Drukarka stoi", urgency=Urgency.LOW))
    facts = change(TicketId(report.ticket_id), DiagnosticsAttached(facts=FACTS), after=[report.id])
    results = office.desk.submit(office.ewa, [report, facts])
    assert [result.state for result in results] == ["accepted", "accepted"]

    ticket = _ticket(office, TicketId(report.ticket_id))
    assert (ticket.queue_id, ticket.ranking, ticket.skills, ticket.status) == (
        hardware,
        Ranking(Impact.HIGH, Urgency.LOW),
        (SAP,),
        Status.NEW,
    )
    routed = _payload(office, TicketId(report.ticket_id), Routed)
    assert routed.tags == ("printer",)
    (held,) = routed.because
    assert (held.rule_id, held.name) == (printers.id, printers.name)
    assert {look.condition: look.found for look in held.looks} == {
        Condition.DEVICE: ("KRK",),
        Condition.WORDS: ("Drukarka",),
    }


def test_what_rules_say_is_found_by_its_tag_and_taken_back_whole(office: Office) -> None:
    hardware = office.queue("Hardware")
    then = {"queue_id": hardware, "impact": Impact.HIGH, "tags": ("VPN  Kraków",), "skills": (SAP,)}
    _rule(office, when={}, then=then)
    ticket_id = office.open(office.ewa)
    assert _ticket(office, ticket_id).tags == {"vpn kraków"}
    assert hits(office, office.tom, 'tag:"vpn krakow"') == [ticket_id]
    assert hits(office, office.ewa, 'tag:"vpn krakow"') == []
    assert _ticket(office, ticket_id).ranking.impact is Impact.HIGH
    held = office.reader(office.lea).read().events[ticket_id].values()
    (routed,) = [ChangeId(one.id) for one in held if one.kind == "Routed"]
    office.do(office.lea, ticket_id, Undone(event_id=routed))
    ticket = _ticket(office, ticket_id)
    assert (ticket.queue_id, ticket.ranking.impact, ticket.skills, ticket.tags) == (
        None,
        Impact.LOW,
        (),
        frozenset(),
    )
    assert hits(office, office.tom, 'tag:"vpn krakow"') == []


@pytest.mark.parametrize("then", [{"tags": ("canary",)}, {"skills": (SAP,)}], ids=["tags", "skills"])
def test_what_it_alone_knew_is_taken_back_within_it(office: Office, then: dict[str, Any]) -> None:
    _rule(office, when={}, then=then)
    ticket_id = office.open(office.ewa)
    held = office.reader(office.lea).read().events[ticket_id].values()
    (routed,) = [ChangeId(one.id) for one in held if one.kind == "Routed"]
    office.do(office.lea, ticket_id, Undone(event_id=routed))
    assert {one.kind for one in office.reader(office.ewa).read().events[ticket_id].values()} == {
        "TicketOpened"
    }


def test_it_stays_within_it(office: Office) -> None:
    _rule(office, when={}, then={"queue_id": office.queue("Secret"), "tags": ("canary",), "skills": (SAP,)})
    ticket_id = office.open(office.ewa)
    ewa = office.reader(office.ewa).read()
    assert {one.kind for one in ewa.events[ticket_id].values()} == {"TicketOpened"}
    assert ewa.lacks_nothing()
    for word in (b"canary", b"SAP", b"Routed", b"A rule"):
        assert word not in ewa.answers


def test_the_site_is_where_the_requester_works(office: Office, store: Store) -> None:
    warsaw = office.queue("Warszawa")
    _rule(office, when={"sites": ("warszawa",)}, then={"queue_id": warsaw})
    with store.writing() as connection:
        connection.execute(update(people).where(people.c.id == office.ewa.id).values(site="Warszawa"))
    assert _ticket(office, office.open(office.ewa)).queue_id == warsaw
    assert _ticket(office, office.open(office.tom, requester_id=office.ewa.id)).queue_id == warsaw
    assert _ticket(office, office.open(office.jan)).queue_id is None


def test_without_a_rule_that_holds_nothing_happens(office: Office) -> None:
    _rule(office, when={"words": ("vpn",)}, then={"override": Priority.CRITICAL})
    _team(office, office.queue("Hardware"), office.tom)
    ticket_id = office.open(office.ewa)
    assert len(office.reader(office.tom).read().events[ticket_id]) == 1


def test_a_report_that_was_spared_is_nobodys_work(office: Office) -> None:
    _rule(office, when={}, then={"queue_id": office.queue("Hardware")})
    ticket_id = office.open(office.ewa, spared_by="starter-password")
    assert _ticket(office, ticket_id).queue_id is None


def test_a_queue_that_was_deleted_is_no_place_to_go_and_the_rest_counts(office: Office) -> None:
    gone = office.queue("Gone")
    _rule(office, when={}, then={"queue_id": gone, "override": Priority.HIGH})
    office.documents.delete("queue", gone)
    ticket = _ticket(office, office.open(office.ewa))
    assert (ticket.queue_id, ticket.priority) == (None, Priority.HIGH)


def test_a_rule_that_cannot_be_read_counts_for_nothing(office: Office, store: Store) -> None:
    hardware = office.queue("Hardware")
    _rule(office, when={}, then={"queue_id": hardware})
    row = {"kind": "rule", "id": "broken", "version": 1, "everyone": False, "deleted": False, "position": 0}
    with store.writing() as connection:
        connection.execute(insert(documents).values(**row, body='{"conditions": 7}'))
    assert _ticket(office, office.open(office.ewa)).queue_id == hardware


def test_people_cannot_route(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    for actor in (office.ewa, office.tom, office.lea, office.adam):
        assert refused_for(office.ask(actor, change(ticket_id, Routed(because=())))) == "not_allowed"


def test_a_lead_can_take_it_back(office: Office) -> None:
    _rule(office, when={}, then={"queue_id": office.queue("Wrong"), "override": Priority.CRITICAL})
    ticket_id = office.open(office.ewa)
    (routed,) = (
        one.id for one in office.reader(office.lea).read().events[ticket_id].values() if one.kind == "Routed"
    )
    assert (
        refused_for(office.ask(office.tom, change(ticket_id, Undone(event_id=ChangeId(routed)))))
        == "not_allowed"
    )
    office.do(office.lea, ticket_id, Undone(event_id=ChangeId(routed)))
    ticket = _ticket(office, ticket_id)
    assert (ticket.queue_id, ticket.ranking.override) == (None, None)


@pytest.fixture
def hardware(office: Office) -> QueueId:
    """A queue into which every report comes."""
    queue_id = office.queue("Hardware")
    _rule(office, when={}, then={"queue_id": queue_id})
    return queue_id


def _takers(office: Office, count: int) -> list[PersonId | None]:
    return [_ticket(office, office.open(office.ewa)).assignee_id for _ in range(count)]


def test_by_hand_is_how_it_begins(office: Office, hardware: QueueId) -> None:
    _team(office, hardware, office.tom, office.ola, assigning=Assigning.BY_HAND)
    assert _takers(office, 2) == [None, None]


def test_in_turn(office: Office, hardware: QueueId) -> None:
    _team(office, hardware, office.tom, office.ola, office.lea)
    staff = sorted(one.id for one in (office.tom, office.ola, office.lea))
    assert _takers(office, 7) == [*staff, *staff, staff[0]]
    ticket = _ticket(office, office.open(office.ewa))
    assert ticket.status is Status.OPEN, "that was its first touch"


def test_to_who_has_the_fewest_open_tickets(office: Office, hardware: QueueId) -> None:
    mine = [office.open(office.ewa) for _ in range(4)]
    for ticket_id in mine:
        office.do(office.tom, ticket_id, Assigned(to=office.tom.id))
    _team(office, hardware, office.tom, office.ola, assigning=Assigning.LEAST_LOADED)
    assert _takers(office, 3) == [office.ola.id] * 3
    for ticket_id in mine:
        office.do(office.tom, ticket_id, StatusChanged(to=Status.RESOLVED, note="Done"))
    assert _takers(office, 3) == [office.tom.id] * 3


def test_only_to_who_is_there_knows_enough_is_of_it_and_may_see_it(office: Office, store: Store) -> None:
    closed = office.queue("Closed", office.tom, office.ola, restricted=True)
    _rule(office, when={}, then={"queue_id": closed, "skills": (SAP,)})
    everybody = (office.tom, office.ola, office.lea, office.jan)
    _team(office, closed, *everybody)
    assert _takers(office, 1) == [None], "nobody is known to know it"
    for actor in everybody:
        office.documents.put(Profile(id=actor.id, skills=(SAP,)))
    assert Counter(_takers(office, 4)) == {office.tom.id: 2, office.ola.id: 2}
    now = datetime.now(UTC)
    away = Absence(begins_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))
    office.documents.put(Profile(id=office.tom.id, skills=(SAP,), absences=(away,)))
    assert _takers(office, 2) == [office.ola.id] * 2
    with store.writing() as connection:
        connection.execute(update(people).where(people.c.id == office.ola.id).values(disabled_at=now))
    assert _takers(office, 1) == [None]


def test_whoever_moves_a_ticket_there_it_finds_somebody(office: Office) -> None:
    network = office.queue("Network")
    _team(office, network, office.ola)
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, MovedToQueue(to=network))
    assert _ticket(office, ticket_id).assignee_id == office.ola.id
    office.do(office.ola, ticket_id, Assigned(to=None))
    assert _ticket(office, ticket_id).assignee_id is None, "who lays it back does not get it again"
    taken = office.open(office.ewa)
    office.do(office.tom, taken, Assigned(to=office.tom.id))
    office.do(office.tom, taken, MovedToQueue(to=network))
    assert _ticket(office, taken).assignee_id == office.tom.id, "somebody has it already"


@pytest.mark.parametrize("assigning", [Assigning.ROUND_ROBIN, Assigning.LEAST_LOADED])
def test_many_servers_at_once_go_round_together(
    office: Office, store: Store, hardware: QueueId, assigning: Assigning
) -> None:
    network = office.queue("Network")
    _rule(office, order=-1, stops=True, when={"words": ("network",)}, then={"queue_id": network})
    staff = [office.hire(f"tech{n}", Role.TECHNICIAN) for n in range(4)]
    for queue_id in (hardware, network):
        _team(office, queue_id, *staff, assigning=assigning)
    desks, each = [TicketDesk(store) for _ in range(3)], 16

    def report(number: int) -> list[str]:
        dice, states = random.Random(number), list[str]()
        for _ in range(each):
            size = dice.randint(1, 3)
            titles = [dice.choice(("The network", "It smokes")) for _ in range(size)]
            asked = [change(TicketId(new_id()), TicketOpened(title=title)) for title in titles]
            states += [one.state for one in desks[number % 3].submit(office.ewa, asked)]
        return states

    for desk in desks:
        desk.start()
    with ThreadPoolExecutor(9) as pool:
        states = [state for done in pool.map(report, range(9)) for state in done]
    for desk in desks:
        desk.stop()
    assert set(states) == {"accepted"}
    tickets = office.reader(office.adam).read().tickets.values()
    if assigning is Assigning.ROUND_ROBIN:
        for queue_id in (hardware, network):
            share = Counter(one.assignee_id for one in tickets if one.queue_id == queue_id)
            assert max(share.values()) - min(share[one.id] for one in staff) <= 1
    else:
        share = Counter(one.assignee_id for one in tickets)
        assert max(share.values()) - min(share[one.id] for one in staff) <= 1
    assert None not in share


def test_what_cannot_be_committed_takes_no_turn(office: Office, store: Store, hardware: QueueId) -> None:
    _team(office, hardware, office.tom, office.ola)
    first, *_ = _takers(office, 1)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    event.listen(store.engine, "commit", fail)
    report = change(TicketId(new_id()), TicketOpened(title="Once"))
    assert office.ask(office.ewa, report).state == "again"
    event.remove(store.engine, "commit", fail)
    with store.reading() as connection:
        assert connection.scalar(select(turns.c.person_id)) == first
    assert office.ask(office.ewa, report).state == "accepted"
    assert _ticket(office, TicketId(report.ticket_id)).assignee_id != first


def _away(office: Office, actor: Actor, until: datetime) -> None:
    gone = Absence(begins_at=until - timedelta(days=9), ends_at=until)
    office.documents.put(Profile(id=actor.id, absences=(gone,)))


def test_what_came_when_nobody_was_there_is_given_in_the_morning(
    office: Office, store: Store, hardware: QueueId
) -> None:
    morning = datetime.now(UTC) + timedelta(hours=8)
    team = (office.tom, office.ola)
    _team(office, hardware, *team)
    for actor in team:
        _away(office, actor, morning)
    assert _takers(office, 4) == [None] * 4
    assert assign_waiting(store, office.desk, morning - timedelta(seconds=1)) == 0
    assert assign_waiting(store, office.desk, morning) == 4
    assert assign_waiting(store, office.desk, morning) == 0
    takers = [one.assignee_id for one in office.reader(office.adam).read().tickets.values()]
    assert Counter(takers) == {office.tom.id: 2, office.ola.id: 2}


def test_who_laid_a_ticket_back_does_not_get_it_again_until_it_comes_anew(
    office: Office, store: Store, hardware: QueueId
) -> None:
    _team(office, hardware, office.tom)
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, Assigned(to=None))
    soon = datetime.now(UTC) + timedelta(minutes=1)
    assert assign_waiting(store, office.desk, soon) == 0
    _away(office, office.tom, soon + timedelta(days=1))
    office.do(office.lea, ticket_id, MovedToQueue(to=None))
    office.do(office.lea, ticket_id, MovedToQueue(to=hardware))
    assert assign_waiting(store, office.desk, soon) == 0
    assert assign_waiting(store, office.desk, soon + timedelta(days=1)) == 1


def test_several_servers_that_assign_at_once_assign_each_ticket_once(
    office: Office, store: Store, hardware: QueueId
) -> None:
    morning = datetime.now(UTC) + timedelta(hours=8)
    staff = [office.hire(f"tech{n}", Role.TECHNICIAN) for n in range(3)]
    _team(office, hardware, *staff)
    for actor in staff:
        _away(office, actor, morning)
    ids = [office.open(office.ewa) for _ in range(12)]
    desks = [TicketDesk(store) for _ in range(4)]
    for desk in desks:
        desk.start()
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda desk: assign_waiting(store, desk, morning), desks))
    for desk in desks:
        desk.stop()
    assert sum(done) >= len(ids)
    held = office.reader(office.adam).read()
    for id in ids:
        assert [one.kind for one in held.events[id].values()].count("Assigned") == 1
        assert held.tickets[id].assignee_id is not None


@pytest.fixture
def lines(office: Office) -> Sequence[QueueId]:
    """Three lines; the second finds somebody by itself."""
    queues = [office.queue(f"Line {n}") for n in (1, 2, 3)]
    _team(office, queues[0], office.tom, assigning=Assigning.BY_HAND)
    _team(office, queues[1], office.ola, line=Line.SECOND)
    _team(office, queues[2], office.adam, line=Line.THIRD, assigning=Assigning.BY_HAND)
    return queues


def test_what_a_line_cannot_solve_goes_up_with_a_reason(office: Office, lines: Sequence[QueueId]) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, MovedToQueue(to=lines[0]))
    office.do(office.tom, ticket_id, Assigned(to=office.tom.id))
    office.do(office.tom, ticket_id, Escalated(to=lines[1], reason="The driver is at fault"))
    assert (_ticket(office, ticket_id).queue_id, _ticket(office, ticket_id).assignee_id) == (
        lines[1],
        office.ola.id,
    )
    office.do(office.ola, ticket_id, Escalated(to=lines[2], reason="For who wrote it"))
    assert (_ticket(office, ticket_id).queue_id, _ticket(office, ticket_id).assignee_id) == (lines[2], None)
    ewa = office.reader(office.ewa).read()
    assert b"driver" not in ewa.answers
    assert ewa.tickets[ticket_id].queue_id is None


def test_escalating_needs_a_reason_and_a_line_above(office: Office, lines: Sequence[QueueId]) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, MovedToQueue(to=lines[1]))
    wrong = {
        "text_empty": Escalated(to=lines[2], reason=" "),
        "no_higher_line": Escalated(to=lines[0], reason="Down"),
        "unknown_queue": Escalated(to=QueueId("x" * 40), reason="Nowhere"),
    }
    for code, payload in wrong.items():
        assert refused_for(office.ask(office.tom, change(ticket_id, payload))) == code
    up = Escalated(to=lines[2], reason="Up")
    assert refused_for(office.ask(office.ewa, change(ticket_id, up))) == "not_allowed"
    assert refused_for(office.ask(office.ola, change(ticket_id, up, seen=1))) == "conflict"
    office.do(office.tom, ticket_id, StatusChanged(to=Status.RESOLVED, note="Done"))
    office.do(office.lea, ticket_id, StatusChanged(to=Status.CLOSED))
    assert refused_for(office.ask(office.tom, change(ticket_id, up))) == "illegal_transition"
