"""Whom the live streams of one node wake, and whom they leave alone."""

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator

import msgspec
import pytest

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Actor, Role
from itdesk.protocol.messages import Hint
from itdesk.server.http.live import LiveStreams
from itdesk.server.http.workers import Workers
from itdesk.server.store.news import News

EWA, JAN = Actor(id=PersonId("ewa"), role=Role.EMPLOYEE), Actor(id=PersonId("jan"), role=Role.EMPLOYEE)
TOM = Actor(id=PersonId("tom"), role=Role.TECHNICIAN)
PATIENCE_S = 30


class Feed:
    """A feed that only knows how far it has come; everybody may listen."""

    def __init__(self) -> None:
        self.head = 0

    def read_head(self) -> int:
        return self.head

    def valid_among(self, digests: Collection[str]) -> set[str]:
        return set(digests)


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
