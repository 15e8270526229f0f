"""Whom the live streams of one node wake, and whom they leave alone."""

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator

import msgspec
import pytest

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Actor, Role
from itdesk.domain.presence import Doing
from itdesk.protocol.messages import Hint, PresenceNews
from itdesk.server.http.live import CHECK_RIGHTS_S, LiveStreams
from itdesk.server.http.presence_board import PRESENT_S, PresenceBoard, Present
from itdesk.server.http.workers import Workers
from itdesk.server.store.news import News

EWA, JAN = Actor(id=PersonId("ewa"), role=Role.EMPLOYEE), Actor(id=PersonId("jan"), role=Role.EMPLOYEE)
TOM = Actor(id=PersonId("tom"), role=Role.TECHNICIAN)
PATIENCE_S = 30


class Feed:
    """A feed that only knows how far it has come; everybody may listen whose token has not ended."""

    def __init__(self) -> None:
        self.head = 0
        self.ended: set[str] = set()

    def read_head(self) -> int:
        return self.head

    def valid_among(self, digests: Collection[str]) -> set[str]:
        return set(digests) - self.ended


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def live(feed: Feed) -> Iterator[LiveStreams]:
    workers = Workers("test", threads=1, waiting=10)
    yield LiveStreams(read_head=feed.read_head, valid_among=feed.valid_among, workers=workers)
    workers.close()


class Ear:
    """Somebody who listens."""

    def __init__(self, live: LiveStreams, actor: Actor) -> None:
        self._events: AsyncIterator[bytes] = live.listen(actor, actor.id)
        self._next = asyncio.ensure_future(self._hint())

    async def heard(self) -> int | None:
        """Return the head of the next hint and listen on, or `None` at the end of the stream."""
        head = await asyncio.wait_for(self._next, PATIENCE_S)
        if head is not None:
            self._next = asyncio.ensure_future(self._hint())
        return head

    async def _hint(self) -> int | None:
        event = await anext(self._events, None)
        return None if event is None else msgspec.json.decode(event.removeprefix(b"data: "), type=Hint).head


async def _listening(live: LiveStreams, *actors: Actor) -> list[Ear]:
    await live.start()
    ears = [Ear(live, actor) for actor in actors]
    assert [await ear.heard() for ear in ears] == [0] * len(ears)
    return ears


async def _ends(live: LiveStreams, *ears: Ear) -> None:
    """End the streams; nobody was told anything more."""
    await live.stop()
    assert [await ear.heard() for ear in ears] == [None] * len(ears)


def _news(first: int, head: int, *people: Actor) -> News:
    return News(first=first, head=head, people=frozenset(person.id for person in people))


def test_who_is_not_concerned_sleeps_on(live: LiveStreams) -> None:
    async def scene() -> None:
        ewa, jan, tom = await _listening(live, EWA, JAN, TOM)
        live.notify(_news(1, 2, EWA))
        assert (await ewa.heard(), await tom.heard()) == (2, 2)
        live.notify(_news(3, 3, JAN))
        assert (await jan.heard(), await tom.heard()) == (3, 3)
        live.notify(_news(4, 4, EWA))
        assert (await ewa.heard(), await tom.heard()) == (4, 4)
        await _ends(live, ewa, jan, tom)

    asyncio.run(scene())


def test_what_somebody_else_wrote_in_between_wakes_everybody(live: LiveStreams) -> None:
    async def scene() -> None:
        ewa, jan = await _listening(live, EWA, JAN)
        live.notify(_news(1, 1, EWA))
        assert await ewa.heard() == 1
        live.notify(_news(3, 3, EWA))
        assert (await ewa.heard(), await jan.heard()) == (3, 3)
        await _ends(live, ewa, jan)

    asyncio.run(scene())


def test_the_watcher_sees_what_this_node_did_not_write(live: LiveStreams, feed: Feed) -> None:
    async def scene() -> None:
        ewa, jan = await _listening(live, EWA, JAN)
        feed.head = 7
        assert (await ewa.heard(), await jan.heard()) == (7, 7)
        live.notify(_news(7, 7, EWA))  # the watcher was faster
        live.notify(_news(8, 8, EWA))
        assert await ewa.heard() == 8
        await _ends(live, ewa, jan)

    asyncio.run(scene())


def test_a_token_that_another_process_ended_loses_its_stream_by_itself(feed: Feed) -> None:
    workers = Workers("test", threads=1, waiting=10)
    live = LiveStreams(
        read_head=feed.read_head, valid_among=feed.valid_among, workers=workers, check_rights_s=0.01
    )

    async def scene() -> None:
        ewa, jan = await _listening(live, EWA, JAN)
        feed.ended.add(EWA.id)
        assert await ewa.heard() is None
        await _ends(live, jan)

    asyncio.run(scene())
    workers.close()
    assert CHECK_RIGHTS_S < 60


MARTA = Actor(id=PersonId("a" * 32), role=Role.TECHNICIAN)
ADAM = Actor(id=PersonId("b" * 32), role=Role.TECHNICIAN)
TICKET = "7" * 32


async def _companies(stream: AsyncIterator[bytes], count: int) -> list[PresenceNews]:
    """Return the next pieces of news of colleagues on a stream."""
    found: list[PresenceNews] = []
    while len(found) < count:
        event = await asyncio.wait_for(anext(stream), PATIENCE_S)
        if event.startswith(b"event: presence"):
            data = event.partition(b"data: ")[2]
            found.append(msgspec.json.decode(data, type=PresenceNews))
    return found


def _present(
    actor: Actor, seers: frozenset[PersonId] | None = None, ticket_id: str | None = TICKET
) -> Present:
    return Present(PresenceNews(person_id=actor.id, ticket_id=ticket_id, doing=Doing.READING), seers)


def test_colleagues_hear_who_is_where_also_who_comes_later(live: LiveStreams) -> None:
    async def run() -> None:
        await live.start()
        his = live.listen(TOM, "t")
        await anext(his)
        live.tell_presence(_present(MARTA))
        assert [one.ticket_id for one in await _companies(his, 1)] == [TICKET]
        later = live.listen(TOM, "u")
        assert [one.person_id for one in await _companies(later, 1)] == [MARTA.id]
        live.tell_presence(_present(MARTA))  # told again: nothing new
        live.tell_presence(_present(MARTA, ticket_id=None))
        assert [one.ticket_id for one in await _companies(his, 1)] == [None]
        await live.stop()

    asyncio.run(run())


def test_who_may_not_see_the_ticket_hears_that_she_is_nowhere(live: LiveStreams) -> None:
    async def run() -> None:
        await live.start()
        his = live.listen(TOM, "t")
        await anext(his)
        live.tell_presence(_present(MARTA))
        live.tell_presence(_present(MARTA, seers=frozenset({MARTA.id})))
        live.tell_presence(_present(ADAM, ticket_id="8" * 32))
        heard = {one.person_id: one.ticket_id for one in await _companies(his, 1)}
        assert heard == {ADAM.id: "8" * 32}, "never told of hers, for it was over before"
        await live.stop()

    asyncio.run(run())


def test_an_employee_hears_of_nobody(live: LiveStreams) -> None:
    async def run() -> None:
        await live.start()
        hers = live.listen(EWA, "e")
        assert b"head" in await anext(hers)
        live.tell_presence(_present(MARTA))
        live.notify(_news(1, 1, EWA))
        assert b"head" in await asyncio.wait_for(anext(hers), PATIENCE_S)
        await live.stop()

    asyncio.run(run())


def test_after_half_a_minute_without_a_word_nobody_is_there() -> None:
    now = [100.0]
    board = PresenceBoard(clock=lambda: now[0])
    board.take(_present(MARTA))
    now[0] += PRESENT_S - 1
    assert board.expire() == ()
    board.take(_present(MARTA))
    now[0] += PRESENT_S - 1
    assert board.expire() == ()
    assert board.everybody() == (_present(MARTA),)
    now[0] += 1
    assert [one.news.ticket_id for one in board.expire()] == [None]
    assert board.everybody() == ()
