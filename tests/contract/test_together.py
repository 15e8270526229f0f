"""Tickets that are tied to each other: both sides know it, nobody sees more, and all can be undone."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import msgspec
import pytest
from sqlalchemy import select

from itdesk.domain.apply import replay
from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, MovedToQueue, ParticipantAdded, Payload, StatusChanged, Undone
from itdesk.domain.ids import ChangeId, TicketId, derived_id, new_id
from itdesk.domain.relating import link_to
from itdesk.domain.relations import LinkSet, MessagesMoved, ParentSet, Relation, TicketsMerged
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.worklog import TagsChanged, TimeSpent
from itdesk.protocol.translation import event_from
from itdesk.server.store.news import News
from itdesk.server.store.store import Store
from itdesk.server.store.tables import feed
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.nodes import running_nodes
from tests.contract.office import Office, Reader, change, refused_for

Tie = Callable[[TicketId], Payload]
TIES: dict[str, Tie] = {
    "merge": lambda id: TicketsMerged(into=id),
    "parent": lambda id: ParentSet(to=id),
    "link": lambda id: LinkSet(ticket_id=id, relation=Relation.RELATED),
}


def _kinds(reader: Reader, id: TicketId) -> list[str]:
    return [event.kind for event in sorted(reader.events[id].values(), key=lambda event: event.version)]


def test_a_merge_is_known_on_both_sides_and_taken_back_on_both(office: Office) -> None:
    old, new = office.open(office.ewa, "No printer"), office.open(office.ewa, "Printer dead")
    merge = change(old, TicketsMerged(into=new))
    assert office.ask(office.tom, merge).state == "accepted"
    tom = office.reader(office.tom).read()
    assert (tom.tickets[old].status, tom.tickets[old].merged_into) == (Status.MERGED, new)
    assert tom.tickets[new].absorbed == {old}
    assert _kinds(tom, new) == ["TicketOpened", "TicketAbsorbed"]
    office.do(office.tom, old, Undone(event_id=ChangeId(merge.id)))
    tom.read()
    assert (tom.tickets[old].status, tom.tickets[old].merged_into) == (Status.NEW, None)
    assert tom.tickets[new].absorbed == frozenset()
    assert _kinds(tom, new) == ["TicketOpened", "TicketAbsorbed", "TicketReleased"]
    assert tom.lacks_nothing()


def test_a_merge_that_is_sent_again_happened_once(office: Office) -> None:
    old, new = office.open(office.ewa), office.open(office.ewa)
    merge = change(old, TicketsMerged(into=new))
    results = [office.ask(office.tom, merge) for _ in range(3)]
    assert results == [results[0]] * 3
    assert _kinds(office.reader(office.tom).read(), new) == ["TicketOpened", "TicketAbsorbed"]


def test_who_guesses_the_id_of_what_follows_gains_nothing(office: Office) -> None:
    old, new = office.open(office.ewa), office.open(office.ewa)
    merge = change(old, TicketsMerged(into=new))
    guessed = derived_id(ChangeId(merge.id), new, "TicketAbsorbed")
    taken = change(office.open(office.jan), CommentAdded(body="mine"))
    assert office.ask(office.jan, msgspec.structs.replace(taken, id=guessed)).state == "accepted"
    assert refused_for(office.ask(office.tom, merge)) == "other_content"
    assert office.reader(office.tom).read().tickets[old].merged_into is None


@pytest.mark.parametrize("tie", TIES)
def test_a_ticket_that_one_may_not_see_cannot_be_tied_to(office: Office, tie: str) -> None:
    """Nor told from one that does not exist; and whoever asked for his own has done nothing to it."""
    secret = office.queue("Personnel", office.ola, restricted=True)
    mine, hidden = office.open(office.ewa), office.open(office.ewa)
    office.do(office.ola, hidden, MovedToQueue(to=secret))
    answers = [
        office.ask(office.tom, change(mine, TIES[tie](other))) for other in (hidden, TicketId(new_id()))
    ]
    assert [refused_for(answer) for answer in answers] == ["not_found", "not_found"]
    assert refused_for(office.ask(office.tom, change(hidden, TIES[tie](mine)))) == "not_found"
    assert refused_for(office.ask(office.ewa, change(mine, TIES[tie](hidden)))) == "not_allowed"
    ola = office.reader(office.ola).read()
    assert [ola.tickets[id].version for id in (mine, hidden)] == [1, 2]


@pytest.mark.parametrize("wrong", ["", "nul\0", "../x", "F" * 32, "f" * 400])
def test_what_can_be_no_ticket_is_no_ticket(office: Office, wrong: str) -> None:
    mine = office.open(office.ewa)
    for tie in TIES.values():
        assert refused_for(office.ask(office.tom, change(mine, tie(TicketId(wrong))))) in (
            "not_found",
            "bad_shape",
        )
    move = MessagesMoved(event_ids=(ChangeId(wrong),), to=None, audience=Audience.STAFF)
    assert refused_for(office.ask(office.tom, change(mine, move))) == "unknown_entry"


def test_a_message_that_one_may_not_see_cannot_be_moved(office: Office) -> None:
    secret = office.queue("Personnel", office.ola, restricted=True)
    mine, hidden = office.open(office.ewa), office.open(office.ewa)
    said = change(hidden, CommentAdded(body="Between us"))
    office.ask(office.ewa, said)
    office.do(office.ola, hidden, MovedToQueue(to=secret))
    move = MessagesMoved(event_ids=(ChangeId(said.id),), to=mine, audience=Audience.PARTICIPANTS)
    assert refused_for(office.ask(office.tom, change(hidden, move))) == "not_found"
    there = MessagesMoved(event_ids=(ChangeId(said.id),), to=hidden, audience=Audience.PARTICIPANTS)
    assert refused_for(office.ask(office.tom, change(mine, there))) == "unknown_entry"


def test_a_message_is_moved_and_brought_home(office: Office) -> None:
    home, place = office.open(office.ewa), office.open(office.ewa)
    said = change(home, CommentAdded(body="And no sound"))
    office.ask(office.ewa, said)
    ids, audience = (ChangeId(said.id),), Audience.PARTICIPANTS
    office.do(office.tom, home, MessagesMoved(event_ids=ids, to=place, audience=audience))
    ewa = office.reader(office.ewa).read()
    assert [one.to for one in ewa.tickets[home].moved] == [place]
    office.do(office.tom, home, MessagesMoved(event_ids=ids, to=None, audience=audience))
    assert ewa.read().tickets[home].moved == ()
    tom = office.reader(office.tom).read()
    assert _kinds(tom, place) == ["TicketOpened", "MessagesBrought", "MessagesTaken"]
    assert ewa.lacks_nothing()


def test_a_watcher_from_it_does_not_keep_messages_from_being_moved(office: Office) -> None:
    home, place = office.open(office.ewa), office.open(office.ewa)
    office.do(office.ola, place, ParticipantAdded(person_id=office.ola.id))
    said = change(home, CommentAdded(body="And no sound"))
    office.ask(office.ewa, said)
    move = MessagesMoved(event_ids=(ChangeId(said.id),), to=place, audience=Audience.PARTICIPANTS)
    office.do(office.tom, home, move)
    office.do(office.ewa, place, ParticipantAdded(person_id=office.jan.id))
    back = MessagesMoved(event_ids=(ChangeId(said.id),), to=None, audience=Audience.PARTICIPANTS)
    office.do(office.tom, home, back)
    assert refused_for(office.ask(office.tom, change(home, move))) == "readers_differ"


def test_a_parents_state_reaches_its_children(office: Office) -> None:
    parent, child = office.open(office.ewa), office.open(office.jan)
    office.do(office.tom, child, ParentSet(to=parent))
    jan = office.reader(office.jan).read()
    solved = change(parent, StatusChanged(to=Status.RESOLVED, note="Restarted"))
    office.ask(office.tom, solved)
    tom = office.reader(office.tom).read()
    assert tom.tickets[parent].children == {child}
    assert (tom.tickets[child].status, tom.tickets[child].standing.note) == (Status.RESOLVED, "Restarted")
    assert jan.read().tickets[child].status is Status.RESOLVED
    assert jan.tickets[child].parent_id is None
    office.do(office.tom, parent, Undone(event_id=ChangeId(solved.id)))
    assert jan.read().tickets[child].status is Status.NEW
    assert jan.lacks_nothing()


def test_a_reply_to_a_merged_ticket_reaches_the_survivor_of_a_chain(office: Office) -> None:
    first, second, third = (office.open(office.ewa, f"{n}") for n in range(3))
    office.do(office.tom, first, TicketsMerged(into=second))
    office.do(office.tom, second, TicketsMerged(into=third))
    office.do(office.tom, third, StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which?"))
    office.do(office.ewa, first, CommentAdded(body="The blue one"))
    tom = office.reader(office.tom).read()
    said = [event for event in tom.events[third].values() if event.kind == "CommentAdded"]
    assert [bytes(event.payload) for event in said] == [b'{"body":"The blue one","audience":"participants"}']
    assert [event.actor_id for event in said] == [office.ewa.id]
    assert tom.tickets[third].status is Status.OPEN


def test_everything_of_one_batch_sees_what_was_tied_before_it(office: Office) -> None:
    old, new = office.open(office.ewa), office.open(office.ewa)
    together = [
        change(old, TicketsMerged(into=new)),
        change(old, CommentAdded(body="goes on")),
        change(new, StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR)),
    ]
    assert [one.state for one in office.desk.submit(office.tom, together)] == ["accepted"] * 3
    tom = office.reader(office.tom).read()
    assert _kinds(tom, new) == ["TicketOpened", "TicketAbsorbed", "CommentAdded", "StatusChanged"]


def test_tickets_of_different_people_keep_their_own_past(office: Office) -> None:
    hers, his = office.open(office.ewa, "No network"), office.open(office.jan, "No internet")
    office.do(office.ewa, hers, CommentAdded(body="My own words"))
    plain = change(hers, TicketsMerged(into=his))
    assert refused_for(office.ask(office.tom, plain)) == "different_requesters"
    office.do(office.lea, hers, TicketsMerged(into=his, across_requesters=True))
    told: list[News] = []
    office.desk.on_commit(told.append)
    office.do(office.tom, his, CommentAdded(body="We are at it"))
    assert told[-1].people == {office.ewa.id, office.jan.id}
    ewa, jan = office.reader(office.ewa).read(), office.reader(office.jan).read()
    assert (set(ewa.tickets), set(jan.tickets)) == ({hers}, {his})
    assert b"We are at it" in ewa.answers
    assert b"My own words" not in jan.answers
    assert hers.encode() not in jan.answers
    assert ewa.lacks_nothing()
    assert jan.lacks_nothing()


def test_what_it_notes_never_reaches_an_employee(office: Office) -> None:
    ticket_id, parent = office.open(office.ewa), office.open(office.jan)
    office.do(office.tom, ticket_id, TagsChanged(added=("kanarek",)))
    office.do(office.tom, ticket_id, TimeSpent(minutes=5, note="kanarek"))
    office.do(office.tom, ticket_id, LinkSet(ticket_id=parent, relation=Relation.BLOCKS))
    tie = change(ticket_id, ParentSet(to=parent))
    office.ask(office.tom, tie)
    office.do(office.tom, ticket_id, Undone(event_id=ChangeId(tie.id)))
    ewa = office.reader(office.ewa).read()
    assert b"kanarek" not in ewa.answers
    assert parent.encode() not in ewa.answers
    assert _kinds(ewa, ticket_id) == ["TicketOpened"]
    assert ewa.lacks_nothing()


def _some_tie(chance: random.Random, ids: list[TicketId]) -> tuple[TicketId, Payload]:
    """Return a change that may tie two of the tickets."""
    one, other = chance.sample(ids, 2)
    wishes: list[Payload] = [
        TicketsMerged(into=other),
        ParentSet(to=other),
        ParentSet(to=None),
        LinkSet(ticket_id=other, relation=chance.choice([*Relation, None])),
        CommentAdded(body="Hello"),
        StatusChanged(to=Status.OPEN),
        StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR),
    ]
    return one, chance.choice(wishes)


def test_many_who_tie_the_same_tickets_on_several_nodes_agree_in_the_end(
    office: Office, store: Store
) -> None:
    """No deadlock, no pointer without its counterpart, no circle, no gap: whatever the order."""
    ids = [office.open(office.ewa, f"{n}") for n in range(6)]

    def work(desk: TicketDesk, seed: int) -> list[str]:
        chance = random.Random(seed)
        wishes = (_some_tie(chance, ids) for _ in range(12))
        return [desk.submit(office.lea, [change(id, payload)])[0].state for id, payload in wishes]

    with running_nodes(store, 3) as desks, ThreadPoolExecutor(6) as pool:
        asked = [pool.submit(work, desks[seed % 3], seed) for seed in range(6)]
        states = [state for one in asked for state in one.result(120)]
    assert states.count("accepted") > 20
    assert states.count("again") <= len(states) // 10
    tickets = (tom := office.reader(office.tom).read()).tickets
    for one in tickets.values():
        history = sorted(tom.events[one.id].values(), key=lambda event: event.version)
        assert replace(one, number=None) == replay(event_from(event) for event in history)
        for other in tickets.values():
            assert (one.merged_into == other.id) == (one.id in other.absorbed)
            assert (one.parent_id == other.id) == (one.id in other.children)
            there, back = link_to(one, other.id), link_to(other, one.id)
            assert (there and there.relation) == (back and back.relation.mirrored)
    with store.reading() as connection:
        positions = connection.scalars(select(feed.c.position).where(feed.c.ordinal == 0)).all()
    assert sorted(positions) == list(range(1, len(positions) + 1))
