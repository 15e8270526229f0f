"""Many at once, on one node and on several: nothing is skipped, overtaken, doubled or lost."""

import random
import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import select

from itdesk.domain.apply import apply, replay
from itdesk.domain.changes import Assigned, CommentAdded, Payload, PrioritySet, StatusChanged, TicketOpened
from itdesk.domain.documents import Device
from itdesk.domain.events import Event
from itdesk.domain.ids import DeviceId, TicketId, new_id
from itdesk.domain.people import Actor
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.workflow import TRANSITIONS, parts_of
from itdesk.protocol.messages import ChangeMessage, Result, TicketEntry
from itdesk.protocol.translation import event_from
from itdesk.server.store.store import Store
from itdesk.server.store.tables import feed
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.nodes import PATIENCE_S, at_once, running_nodes
from tests.contract.office import Office, Reader, change


def test_eight_writers_on_several_nodes_lose_nothing_for_a_reader(office: Office, store: Store) -> None:
    each, done = 20, threading.Event()
    tom = office.reader(office.tom)
    ewa = office.reader(office.ewa)

    def follow(reader: Reader) -> None:
        while not done.is_set():
            reader.read()
        reader.read()

    def write(desk: TicketDesk, name: str) -> list[Result]:
        results: list[Result] = []
        for n in range(each):
            report = change(TicketId(new_id()), TicketOpened(title=f"{name} {n}"))
            comment = change(TicketId(report.ticket_id), CommentAdded(body="more"), after=[report.id])
            results += desk.submit(office.ewa, [report, comment])
            if n % 5 == 0:
                office.documents.put(Device(id=DeviceId(new_id()), name=f"{name} {n}"))
        return results

    with running_nodes(store, 3) as desks:
        followers = [threading.Thread(target=follow, args=(reader,)) for reader in (tom, ewa)]
        for thread in followers:
            thread.start()
        works = [partial(write, desks[n % 3], f"writer {n}") for n in range(8)]
        answers = at_once(works)
        done.set()
        for thread in followers:
            thread.join(PATIENCE_S)

    results = [result for answer in answers for result in answer]
    assert {result.state for result in results} == {"accepted"}
    receipts = [result.receipt for result in results if result.receipt is not None]
    numbers = {receipt.number for receipt in receipts}
    positions = [receipt.position for receipt in receipts]
    assert len(numbers) == 8 * each
    assert len(set(positions)) == len(positions) == 2 * 8 * each
    for reader in (tom, ewa):
        assert reader.resets == 0
        assert len(reader.tickets) == 8 * each
        assert reader.lacks_nothing()
        assert reader.holds() == office.reader(reader.actor).read().holds()
    assert len(tom.documents) == 8 * each // 5
    with store.reading() as connection:
        dense = list(
            connection.scalars(select(feed.c.position).where(feed.c.ordinal == 0).order_by(feed.c.position))
        )
    assert dense == list(range(1, len(dense) + 1))


def _wishes(office: Office, dice: random.Random) -> list[tuple[Actor, Payload]]:
    """What sixteen people might want of one ticket."""
    staff = [office.tom, office.ola, office.lea, office.adam]
    who = dice.choice(staff)
    return [
        (who, Assigned(to=dice.choice([*[one.id for one in staff], None]))),
        (who, CommentAdded(body="Working on it")),
        (office.ewa, CommentAdded(body="Any news?")),
        (who, StatusChanged(to=Status.RESOLVED, note="Turned it off and on")),
        (who, StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR)),
        (office.ewa, StatusChanged(to=Status.CLOSED)),
        (office.ewa, StatusChanged(to=Status.OPEN)),
        (who, PrioritySet(impact=dice.choice(list(Impact)), urgency=dice.choice(list(Urgency)))),
    ]


@pytest.mark.parametrize("nodes", [1, 3])
def test_sixteen_threads_at_one_ticket(office: Office, store: Store, nodes: int) -> None:
    """Every accepted change happened exactly once, each was legal when it happened, and it all adds up."""
    ticket_id = office.open(office.ewa)

    def work(desk: TicketDesk, seed: int) -> list[tuple[Actor, ChangeMessage, Result]]:
        dice, done = random.Random(seed), []
        for _ in range(12):
            actor, payload = dice.choice(_wishes(office, dice))
            asked = change(ticket_id, payload, seen=dice.randint(0, 60))
            results = [desk.submit(actor, [asked])[0] for _ in range(dice.randint(1, 2))]
            assert results[0] == results[-1]
            done.append((actor, asked, results[0]))
        return done

    with running_nodes(store, nodes) as desks:
        works = [partial(work, desks[n % nodes], n) for n in range(16)]
        done = [one for thread in at_once(works) for one in thread]

    assert {result.state for _, _, result in done} == {"accepted", "refused"}
    accepted = {asked.id for _, asked, result in done if result.state == "accepted"}
    history, ticket = _history(office, ticket_id)
    assert [event.version for event in history] == list(range(1, len(history) + 1))
    assert sorted(event.id for event in history[1:]) == sorted(accepted)
    _check_each_was_legal(history)
    assert replay(history) == _without_number(ticket)


def _history(office: Office, ticket_id: TicketId) -> tuple[list[Event], Ticket]:
    for entry in office.reader(office.adam).page().entries:
        if isinstance(entry, TicketEntry) and entry.ticket.id == ticket_id:
            return [event_from(event) for event in entry.events], entry.ticket
    raise AssertionError


def _without_number(ticket: Ticket) -> Ticket:
    return replace(ticket, number=None)


def _check_each_was_legal(history: Sequence[Event]) -> None:
    """By the table of the workflow itself, not by the judge."""
    ticket: Ticket | None = None
    for event in history:
        if isinstance(event.payload, StatusChanged):
            assert ticket is not None
            actor = Actor(id=event.actor_id, role=event.actor_role)
            assert parts_of(actor, ticket) & TRANSITIONS[ticket.status, event.payload.to]
        ticket = apply(ticket, event)


def test_the_same_report_sent_to_all_nodes_at_once_is_one_ticket(office: Office, store: Store) -> None:
    for _ in range(5):
        report = change(TicketId(new_id()), TicketOpened(title="Once"))
        with running_nodes(store, 4) as desks:
            works = [partial(desk.submit, office.ewa, [report]) for desk in desks]
            results = [result for answer in at_once(works) for result in answer]
        assert {result.state for result in results} == {"accepted"}
        assert len({result.receipt for result in results}) == 1
    assert len(office.reader(office.tom).read().tickets) == 5


def test_stopping_commits_what_was_taken(office: Office, store: Store) -> None:
    desk = TicketDesk(store)
    desk.start()
    reports = [change(TicketId(new_id()), TicketOpened(title=f"{n}")) for n in range(50)]
    works = [partial(desk.submit, office.ewa, [one]) for one in reports]
    results = [result for answer in at_once(works) for result in answer]
    desk.stop()
    assert {result.state for result in results} == {"accepted"}
