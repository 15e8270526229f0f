"""The live stream says "there is something new up to here" and who looks at what; it never reads data.

Who is concerned by a commit of this node is told at once. What others commit (another node, a command) is
seen by the watcher, which does not know whom it concerns: then everybody is told.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection, Iterable

from itdesk.domain.people import Actor
from itdesk.server import limits
from itdesk.server.http.busy import BUSY, retry_after
from itdesk.server.http.listener import Listener
from itdesk.server.http.presence_board import PresenceBoard, Present
from itdesk.server.http.problems import Failed
from itdesk.server.http.workers import Workers
from itdesk.server.store.news import News

logger = logging.getLogger(__name__)

POLL_S = 1.0
CHECK_RIGHTS_S = 50.0
"""A token that another process ended has its streams for a minute at most, the question's time included."""

EXPIRE_S = 1.0
TOO_MANY = "You listen on very many devices at once. Close itdesk on some of them."


class LiveStreams:
    """Everybody who listens on this node, and the one watcher that reads the head of the feed for them.

    `read_head` returns the feed's position, `valid_among` which token digests are still valid; both are
    called in `workers`, the latter every `check_rights_s` seconds. All else happens on the event loop, except
    `notify`.
    """

    def __init__(
        self,
        *,
        read_head: Callable[[], int],
        valid_among: Callable[[Collection[str]], set[str]],
        workers: Workers,
        check_rights_s: float = CHECK_RIGHTS_S,
    ) -> None:
        self._read_head = read_head
        self._valid_among = valid_among
        self._workers = workers
        self._check_rights_s = check_rights_s
        self._listeners: set[Listener] = set()
        self._board = PresenceBoard()
        self._head = 0
        self._closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to watch."""
        self._loop = asyncio.get_running_loop()
        self._tasks = [
            asyncio.create_task(self._repeat(POLL_S, self._poll)),
            asyncio.create_task(self._repeat(self._check_rights_s, self.check_rights)),
            asyncio.create_task(self._repeat(EXPIRE_S, self._expire)),
        ]

    async def stop(self) -> None:
        """Stop watching."""
        self.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def close(self) -> None:
        """End every stream, also those that are about to begin."""
        self._closed = True
        for listener in list(self._listeners):
            listener.end()

    def notify(self, news: News) -> None:
        """This node has committed something. May be called from any thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._hear, news)

    @property
    def count(self) -> int:
        """How many listen now."""
        return len(self._listeners)

    def check_room(self, actor: Actor) -> None:
        """See that one more may listen. Raises Failed (429) for this person, (503) for anybody."""
        if self.count >= limits.STREAMS:
            raise Failed(503, "busy", BUSY, {"Retry-After": retry_after()})
        if sum(one.actor.id == actor.id for one in self._listeners) >= limits.STREAMS_A_PERSON:
            raise Failed(429, "too_many_streams", TOO_MANY, {"Retry-After": retry_after()})

    @property
    def of_it(self) -> frozenset[Actor]:
        """Who of IT listens now."""
        return frozenset(one.actor for one in self._listeners if one.actor.role.is_staff)

    def tell_presence(self, present: Present) -> None:
        """Somebody of IT says where she is. On the event loop."""
        self._board.take(present)
        self._tell_presence(present)

    async def listen(self, actor: Actor, digest: str) -> AsyncIterator[bytes]:
        """Yield server-sent events for the holder of a token, until its time or its right is over."""
        listener = Listener(actor, digest, self._head)
        self._listeners.add(listener)
        for present in self._board.everybody():
            listener.tell_presence(present)
        if self._closed:
            listener.end()
        try:
            async for event in listener.events():
                yield event
        finally:
            self._listeners.discard(listener)

    async def check_rights(self) -> None:
        """End the streams whose token is not valid any more."""
        digests = {listener.digest for listener in self._listeners}
        if not digests:
            return
        valid = await self._workers.run(self._valid_among, digests)
        for listener in list(self._listeners):
            if listener.digest in digests - valid:
                listener.end()

    async def _poll(self) -> None:
        if self._listeners:
            self._tell(await self._workers.run(self._read_head), self._listeners)

    async def _expire(self) -> None:
        for gone in self._board.expire():
            self._tell_presence(gone)

    def _tell_presence(self, present: Present) -> None:
        for listener in self._listeners:
            listener.tell_presence(present)

    def _hear(self, news: News) -> None:
        """Tell whom it concerns; everybody, when somebody else wrote between what was told and this."""
        follows = news.first <= self._head + 1
        concerned = [one for one in self._listeners if one.is_concerned(news)]
        self._tell(news.head, concerned if follows else self._listeners)

    def _tell(self, head: int, listeners: Iterable[Listener]) -> None:
        if head <= self._head:
            return
        self._head = head
        for listener in listeners:
            listener.tell(head)

    async def _repeat(self, every_s: float, call: Callable[[], object]) -> None:
        while True:
            await asyncio.sleep(every_s)
            try:
                await call()  # type: ignore[misc]
            except Exception:  # a store that is away now is asked again; streams outlive it
                logger.warning("The live streams' watcher could not ask the store.", exc_info=True)
