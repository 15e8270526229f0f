"""Tickets tied to each other: both sides agree, nothing circles, nobody sees more, all can be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from itdesk.domain import limits
from itdesk.domain.apply import replay
from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, FixConfirmed, ParticipantAdded, Payload, StatusChanged, Undone
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.relating import link_to, place_of
from itdesk.domain.relations import LinkSet, MessagesMoved, ParentSet, Relation, TicketsMerged
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from tests.unit.domain.histories import COLLEAGUE, LEAD, REQUESTER, TECHNICIAN
from tests.unit.domain.shelf import OTHER, READERS, Shelf, with_tickets

STAFF = [TECHNICIAN, OTHER, LEAD]
OWNERS = [REQUESTER, REQUESTER, COLLEAGUE, REQUESTER, COLLEAGUE]


@dataclass(frozen=True)
class Wish:
    """Somebody wants something of the n-th ticket, perhaps with the m-th."""

    kind: str
    actor: Actor
    n: int
    m: int
    place: int
    flag: bool


TYING = ["merge", "merge", "parent", "link", "move", "move"]
some_tying = some.lists(
    some.builds(
        Wish,
        kind=some.sampled_from(TYING),
        actor=some.sampled_from(STAFF),
        n=some.integers(0, 4),
        m=some.integers(0, 4),
        place=some.integers(0, 9),
        flag=some.booleans(),
    ),
    max_size=14,
)
some_statuses = some.builds(
    Wish,
    kind=some.just("status"),
    actor=some.sampled_from(STAFF),
    n=some.integers(0, 4),
    m=some.just(0),
    place=some.integers(0, 4),
    flag=some.just(False),
)
some_life = some.lists(
    some.builds(
        Wish,
        kind=some.sampled_from([*TYING, "status", "reply", "note", "undo", "invite", "requester's reply"]),
        actor=some.sampled_from(STAFF),
        n=some.integers(0, 4),
        m=some.integers(0, 4),
        place=some.integers(0, 30),
        flag=some.booleans(),
    ),
    max_size=25,
)


def _payload(shelf: Shelf, wish: Wish) -> tuple[TicketId, Payload]:
    """Return what the wish asks for, and of which ticket."""
    ids = list(shelf.tickets)
    id, other = ids[wish.n], ids[wish.m]
    statuses = (
        StatusChanged(to=Status.OPEN),
        StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR),
        StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="?"),
        StatusChanged(to=Status.RESOLVED, note="Done"),
        StatusChanged(to=Status.CLOSED),
    )
    match wish.kind:
        case "merge":
            return id, TicketsMerged(into=other, across_requesters=wish.flag)
        case "parent":
            return id, ParentSet(to=other if wish.place % 3 else None)
        case "link":
            return id, LinkSet(ticket_id=other, relation=[*Relation, None][wish.place % 6])
        case "move":
            message = shelf.messages()[wish.place % len(shelf.messages())]
            to = None if other == message.ticket_id else other
            return message.ticket_id, MessagesMoved(event_ids=(message.id,), to=to, audience=message.audience)
        case "status":
            return id, statuses[wish.place % len(statuses)]
        case "undo":
            return id, Undone(event_id=shelf.events[id][wish.place % len(shelf.events[id])].id)
        case "invite":
            return id, ParticipantAdded(person_id=COLLEAGUE.id if wish.flag else REQUESTER.id)
    audience = Audience.STAFF if wish.kind == "note" else Audience.PARTICIPANTS
    return id, CommentAdded(body=f"{shelf.asked}", audience=audience)


def _done(shelf: Shelf, wish: Wish) -> Event | None:
    id, payload = _payload(shelf, wish)
    actor = OWNERS_BY_ID[shelf.tickets[id].requester_id] if wish.kind.startswith("requester") else wish.actor
    try:
        return shelf.do(actor, id, payload)
    except Refused:
        return None


OWNERS_BY_ID = {actor.id: actor for actor in OWNERS}


def _chain(shelf: Shelf, ticket: Ticket, next_id: Callable[[Ticket], TicketId | None]) -> list[TicketId]:
    found = [ticket.id]
    while (id := next_id(shelf.tickets[found[-1]])) is not None and len(found) < 20:
        found.append(id)
    return found


def _check_agreement(shelf: Shelf) -> None:
    """Whatever one ticket says of another, the other says of it; and nothing leads back to itself."""
    for one in shelf.tickets.values():
        for other in shelf.tickets.values():
            assert (one.merged_into == other.id) == (one.id in other.absorbed)
            assert (one.parent_id == other.id) == (one.id in other.children)
            there, back = link_to(one, other.id), link_to(other, one.id)
            assert (there and there.relation) == (back and back.relation.mirrored)
        chain = _chain(shelf, one, lambda ticket: ticket.merged_into)
        assert len(set(chain)) == len(chain)
        assert not (one.parent_id and one.children)
        assert (one.status is Status.MERGED) == (one.merged_into is not None)
        assert replay(shelf.events[one.id]) == one


@given(some_life)
@settings(max_examples=150, deadline=None)
def test_both_sides_agree_and_nothing_circles_whatever_people_do(wishes: list[Wish]) -> None:
    shelf = with_tickets(OWNERS)
    for wish in wishes:
        _done(shelf, wish)
        _check_agreement(shelf)


@given(some_life)
@settings(max_examples=150, deadline=None)
def test_nobody_sees_what_she_could_not_see_before_and_nobody_loses_sight(wishes: list[Wish]) -> None:
    """The oracle: an event is readable where it happened, or nowhere. Only invitations let somebody in."""
    shelf = with_tickets(OWNERS)
    for wish in wishes:
        before = [_readable(shelf, reader) for reader in range(len(READERS))]
        old = {event.id for events in shelf.events.values() for event in events}
        _done(shelf, wish)
        for number, reader in enumerate(READERS):
            pages = shelf.pages(reader)
            shown = {id for page in pages.values() for id in page}
            readable = _readable(shelf, number)
            assert shown <= readable
            if wish.kind != "invite":
                assert readable & old == before[number]
            assert all(_says_each_thing_once(shelf, page) for page in pages.values())
            assert _unheard(shelf, readable, shown) == set()


def _readable(shelf: Shelf, reader: int) -> set[ChangeId]:
    told = shelf.told(READERS[reader])
    return {event.id for one in told.values() for event in one.events}


def _says_each_thing_once(shelf: Shelf, page: list[ChangeId]) -> bool:
    words = _words(shelf)
    said = [words[id] for id in page if id in words]
    return len(set(page)) == len(page) and len(set(said)) == len(said)


def _words(shelf: Shelf) -> dict[ChangeId, str]:
    return {one.id: one.payload.body for one in shelf.messages() if isinstance(one.payload, CommentAdded)}


def _unheard(shelf: Shelf, readable: set[ChangeId], shown: set[ChangeId]) -> set[str]:
    """Return the words that somebody may read and that stand on none of her pages."""
    words = _words(shelf)
    heard = {words[id] for id in shown & words.keys()}
    return {words[id] for id in readable & words.keys()} - heard


@given(some_tying)
@settings(max_examples=150, deadline=None)
def test_inverses_in_turn_restore_every_page_and_every_state(wishes: list[Wish]) -> None:
    shelf = with_tickets(OWNERS)
    before, pages = _states(shelf), [shelf.pages(reader) for reader in READERS]
    inverses: list[tuple[TicketId, Payload]] = []
    for wish in wishes:
        id, payload = _payload(shelf, wish)
        ticket = shelf.tickets[id]
        if (event := _done(shelf, wish)) is not None:
            inverses.append((id, _inverse(ticket, payload, event)))
    for id, inverse in reversed(inverses):
        shelf.do(LEAD, id, inverse)
    assert _states(shelf) == before
    assert [shelf.pages(reader) for reader in READERS] == pages
    _check_agreement(shelf)


@given(some_life, some_tying | some.lists(some_statuses, min_size=1, max_size=1))
@settings(max_examples=150, deadline=None)
def test_what_was_just_done_is_taken_back_as_if_it_never_was(lived: list[Wish], last: list[Wish]) -> None:
    shelf = with_tickets(OWNERS)
    for wish in lived:
        _done(shelf, wish)
    for wish in last[:1]:
        before, pages = _states(shelf), [shelf.pages(reader) for reader in READERS]
        id, payload = _payload(shelf, wish)
        ticket = shelf.tickets[id]
        if (event := _done(shelf, wish)) is None:
            return
        shelf.do(LEAD, id, _inverse(ticket, payload, event))
        assert _states(shelf) == before
        assert [shelf.pages(reader) for reader in READERS] == pages


def _inverse(ticket: Ticket, payload: Payload, event: Event) -> Payload:
    """Return what takes the change back; `ticket` is as it was before it."""
    match payload:
        case LinkSet(ticket_id=other):
            link = link_to(ticket, other)
            return LinkSet(ticket_id=other, relation=link.relation if link else None)
        case MessagesMoved(event_ids=ids, audience=audience):
            place = place_of(ticket, ids[0])
            return MessagesMoved(event_ids=ids, to=None if place == ticket.id else place, audience=audience)
        case ParentSet():
            return ParentSet(to=ticket.parent_id)
    return Undone(event_id=event.id)


def _states(shelf: Shelf) -> list[tuple[object, ...]]:
    """Return the tickets' states without what says who set them when."""
    return [
        (
            one.standing,
            one.merged_into,
            one.absorbed,
            one.parent_id,
            one.children,
            {(link.ticket_id, link.relation) for link in one.links},
            {(moved.event_id, moved.to) for moved in one.moved},
        )
        for one in shelf.tickets.values()
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_chains_end_in_the_same_state_whichever_link_came_first(order: tuple[int, int]) -> None:
    shelf = with_tickets([REQUESTER] * 3)
    a, b, c = shelf.tickets
    merges = ((a, b), (b, c))
    for one in order:
        ticket, into = merges[one]
        shelf.do(TECHNICIAN, ticket, TicketsMerged(into=into))
    assert (shelf.tickets[a].merged_into, shelf.tickets[b].merged_into) == (b, c)
    assert shelf.refusal(TECHNICIAN, c, TicketsMerged(into=a)) is Code.CYCLE
    shelf.do(REQUESTER, a, CommentAdded(body="More"))
    assert [one.payload for one in shelf.events[c]][-1] == CommentAdded(body="More")
    assert CommentAdded(body="More") not in [one.payload for one in shelf.events[b]]


def test_who_says_the_same_twice_is_heard_twice_and_not_four_times() -> None:
    shelf = with_tickets([REQUESTER] * 2)
    old, new = shelf.tickets
    shelf.do(TECHNICIAN, old, TicketsMerged(into=new))
    for _ in range(2):
        shelf.do(REQUESTER, old, CommentAdded(body="Still red"))
        shelf.now -= timedelta(minutes=1)
    words = _words(shelf)
    said = [words[id] for id in shelf.pages(READERS[0])[new] if id in words]
    assert said.count("Still red") == 2
    assert len([one for one in shelf.events[new] if isinstance(one.payload, CommentAdded)]) == 3


def test_tickets_of_different_people_are_merged_by_a_lead_who_knows(shelf: Shelf) -> None:
    hers, his = shelf.tickets
    plain, knowing = TicketsMerged(into=his), TicketsMerged(into=his, across_requesters=True)
    assert shelf.refusal(TECHNICIAN, hers, plain) is Code.DIFFERENT_REQUESTERS
    assert shelf.refusal(LEAD, hers, plain) is Code.DIFFERENT_REQUESTERS
    assert shelf.refusal(TECHNICIAN, hers, knowing) is Code.NOT_ALLOWED
    assert shelf.refusal(LEAD, hers, knowing) is None
    shelf.do(TECHNICIAN, his, CommentAdded(body="We are at it"))
    shelf.do(TECHNICIAN, his, CommentAdded(body="Tom knows", audience=Audience.STAFF))
    shelf.do(REQUESTER, hers, CommentAdded(body="Thank you"))
    requester, colleague = READERS[:2]
    assert [len(page) for page in shelf.pages(requester).values()] == [4]
    assert [len(page) for page in shelf.pages(colleague).values()] == [4]
    assert shelf.events[his][2].audience is Audience.STAFF


@pytest.fixture
def shelf() -> Shelf:
    """A ticket of the requester and one of her colleague."""
    return with_tickets([REQUESTER, COLLEAGUE])


def test_who_waits_for_an_answer_hears_it_from_the_other_person_too(shelf: Shelf) -> None:
    hers, his = shelf.tickets
    shelf.do(LEAD, hers, TicketsMerged(into=his, across_requesters=True))
    shelf.do(TECHNICIAN, his, StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which?"))
    shelf.do(REQUESTER, hers, CommentAdded(body="The blue one"))
    assert shelf.tickets[his].status is Status.OPEN


@pytest.mark.parametrize(
    ("start", "moved", "follows"),
    [
        (None, StatusChanged(to=Status.OPEN), Status.OPEN),
        (None, StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR), Status.PENDING),
        (None, StatusChanged(to=Status.PENDING, reason=PendingReason.CHANGE), Status.PENDING),
        (None, StatusChanged(to=Status.PENDING, reason=PendingReason.PROBLEM), Status.PENDING),
        (None, StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="?"), Status.NEW),
        (None, StatusChanged(to=Status.RESOLVED, note="Done"), Status.RESOLVED),
        (StatusChanged(to=Status.RESOLVED, note="Done"), StatusChanged(to=Status.CLOSED), Status.RESOLVED),
        (StatusChanged(to=Status.RESOLVED, note="Done"), StatusChanged(to=Status.OPEN), Status.OPEN),
        (
            StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR),
            StatusChanged(to=Status.OPEN),
            Status.OPEN,
        ),
    ],
)
def test_children_follow_their_parent(
    shelf: Shelf, start: StatusChanged | None, moved: StatusChanged, follows: Status
) -> None:
    child, parent = shelf.tickets
    shelf.do(TECHNICIAN, child, ParentSet(to=parent))
    if start is not None:
        shelf.do(TECHNICIAN, parent, start)
    shelf.do(LEAD, parent, moved)
    assert shelf.tickets[child].status is follows
    standing = shelf.tickets[child].standing
    if follows is moved.to:
        assert (standing.reason, standing.note) == (moved.reason, moved.note)


def test_what_it_takes_back_is_taken_back_for_the_children_too() -> None:
    shelf = with_tickets([REQUESTER] * 3)
    waits, new, parent = shelf.tickets
    shelf.do(TECHNICIAN, waits, StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which?"))
    for child in (waits, new):
        shelf.do(TECHNICIAN, child, ParentSet(to=parent))
    before = _states(shelf)
    solved = shelf.do(TECHNICIAN, parent, StatusChanged(to=Status.RESOLVED, note="Done"))
    after = _states(shelf)
    undone = shelf.do(TECHNICIAN, parent, Undone(event_id=solved.id))
    assert _states(shelf) == before
    shelf.do(TECHNICIAN, parent, Undone(event_id=undone.id))
    assert _states(shelf) == after


def test_a_requesters_reopening_and_solving_concern_her_own_ticket_alone(shelf: Shelf) -> None:
    child, parent = shelf.tickets
    shelf.do(TECHNICIAN, child, ParentSet(to=parent))
    shelf.do(COLLEAGUE, parent, StatusChanged(to=Status.RESOLVED, note="It went away"))
    assert shelf.tickets[child].status is Status.NEW
    shelf.do(TECHNICIAN, parent, StatusChanged(to=Status.OPEN))
    shelf.do(TECHNICIAN, parent, StatusChanged(to=Status.RESOLVED, note="Done"))
    shelf.do(COLLEAGUE, parent, FixConfirmed(works=False))
    assert (shelf.tickets[parent].status, shelf.tickets[child].status) == (Status.OPEN, Status.RESOLVED)


def test_a_child_that_was_solved_by_itself_stays_so(shelf: Shelf) -> None:
    child, parent = shelf.tickets
    shelf.do(TECHNICIAN, child, ParentSet(to=parent))
    shelf.do(TECHNICIAN, child, StatusChanged(to=Status.RESOLVED, note="Another cable"))
    shelf.do(TECHNICIAN, parent, StatusChanged(to=Status.RESOLVED, note="Done"))
    shelf.do(TECHNICIAN, parent, StatusChanged(to=Status.OPEN))
    assert shelf.tickets[child].standing.note == "Another cable"


def test_families_are_one_generation_deep() -> None:
    shelf = with_tickets([REQUESTER] * 3)
    a, b, c = shelf.tickets
    shelf.do(TECHNICIAN, a, ParentSet(to=b))
    assert shelf.refusal(TECHNICIAN, b, ParentSet(to=c)) is Code.TOO_DEEP
    assert shelf.refusal(TECHNICIAN, c, ParentSet(to=a)) is Code.TOO_DEEP
    assert shelf.refusal(TECHNICIAN, b, ParentSet(to=a)) is Code.CYCLE
    assert shelf.refusal(TECHNICIAN, b, ParentSet(to=b)) is Code.CYCLE
    assert shelf.refusal(TECHNICIAN, b, TicketsMerged(into=c)) is Code.HAS_CHILDREN
    shelf.do(TECHNICIAN, a, TicketsMerged(into=c))
    assert shelf.refusal(TECHNICIAN, a, ParentSet(to=c)) is Code.MERGED
    assert shelf.refusal(TECHNICIAN, b, LinkSet(ticket_id=b, relation=Relation.RELATED)) is Code.CYCLE


def test_a_message_is_shown_only_to_those_who_may_read_it(shelf: Shelf) -> None:
    hers, his = shelf.tickets
    said = shelf.events[hers][1]
    move = MessagesMoved(event_ids=(said.id,), to=his, audience=Audience.PARTICIPANTS)
    assert shelf.refusal(TECHNICIAN, hers, move) is Code.READERS_DIFFER
    note = shelf.do(TECHNICIAN, hers, CommentAdded(body="Hm", audience=Audience.STAFF))
    wrong = MessagesMoved(event_ids=(note.id,), to=his, audience=Audience.PARTICIPANTS)
    assert shelf.refusal(TECHNICIAN, hers, wrong) is Code.UNKNOWN_ENTRY
    shelf.do(TECHNICIAN, hers, MessagesMoved(event_ids=(note.id,), to=his, audience=Audience.STAFF))
    assert note.id in shelf.pages(READERS[2])[his]
    assert note.id not in shelf.pages(READERS[2])[hers]
    assert note.id not in {id for page in shelf.pages(READERS[1]).values() for id in page}
    foreign = MessagesMoved(event_ids=(said.id,), to=hers, audience=Audience.PARTICIPANTS)
    assert shelf.refusal(TECHNICIAN, his, foreign) is Code.UNKNOWN_ENTRY


def test_who_loses_a_race_for_a_tie_is_told() -> None:
    shelf = with_tickets([REQUESTER] * 3)
    a, b, c = shelf.tickets
    said = shelf.events[a][1]
    races: list[tuple[Payload, Payload]] = [
        (ParentSet(to=b), ParentSet(to=c)),
        (
            LinkSet(ticket_id=b, relation=Relation.BLOCKS),
            LinkSet(ticket_id=b, relation=Relation.FOLLOWS),
        ),
        (
            MessagesMoved(event_ids=(said.id,), to=b, audience=said.audience),
            MessagesMoved(event_ids=(said.id,), to=c, audience=said.audience),
        ),
        (TicketsMerged(into=b), TicketsMerged(into=c)),
    ]
    for mine, theirs in races:
        seen = shelf.tickets[a].version
        shelf.do(TECHNICIAN, a, mine, seen=seen)
        assert shelf.refusal(OTHER, a, theirs, seen=seen) is Code.CONFLICT


def test_there_is_a_limit_to_everything(shelf: Shelf) -> None:
    hub, other = shelf.tickets
    for n in range(limits.LINKS):
        shelf.do(TECHNICIAN, hub, LinkSet(ticket_id=shelf.open(REQUESTER), relation=Relation.RELATED))
        assert n < limits.LINKS
    full = LinkSet(ticket_id=other, relation=Relation.RELATED)
    assert shelf.refusal(TECHNICIAN, hub, full) is Code.TOO_MANY
    assert shelf.refusal(TECHNICIAN, other, LinkSet(ticket_id=hub, relation=Relation.BLOCKS)) is Code.TOO_MANY
