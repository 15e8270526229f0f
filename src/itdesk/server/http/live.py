"""The live stream: it only says "there is something new up to here", and never touches the database.

Who is concerned by a commit of this node is told at once. What others commit (another node, a command) is
seen by the watcher, which does not know whom it concerns: then everybody is told.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection, Iterable

from itdesk.domain.people import Actor
from itdesk.protocol.messages import Hint
from itdesk.protocol.parsing import encode
from itdesk.server.http.workers import Workers
from itdesk.server.store.news import News

logger = logging.getLogger(__name__)

POLL_S = 1.0
CHECK_RIGHTS_S = 60.0
HEARTBEAT_S = 15.0
LONGEST_S = 15 * 60.0


class LiveStreams:
    """Everybody who listens on this node, and the one watcher that reads the head of the feed for them.

    `read_head` returns the feed's position, `valid_among` which token digests are still valid; both are
    called in `workers`. All else happens on the event loop, except `notify`.
    """

    def __init__(
        self,
        *,
        read_head: Callable[[], int],
        valid_among: Callable[[Collection[str]], set[str]],
        workers: Workers,
    ) -> None:
        self._read_head = read_head
        self._valid_among = valid_among
        self._workers = workers
        self._listeners: set[Listener] = set()
        self._head = 0
        self._closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to watch."""
        self._loop = asyncio.get_running_loop()
        self._tasks = [
            asyncio.create_task(self._repeat(POLL_S, self._poll)),
            asyncio.create_task(self._repeat(CHECK_RIGHTS_S, self.check_rights)),
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

    async def listen(self, actor: Actor, digest: str) -> AsyncIterator[bytes]:
        """Yield server-sent events for the holder of a token, until its time or its right is over."""
        listener = Listener(actor, digest, self._head)
        self._listeners.add(listener)
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

    def _hear(self, news: News) -> None:
        """Tell whom it concerns; everybody, when somebody else wrote between what was told and this."""
        follows = news.first <= self._head + 1
        concerned = [one for one in self._listeners if one.is_concerned(news)]
        self._tell(news.head, concerned if follows else self._listeners)

    def _tell(self, head: int, listeners: Iterable["Listener"]) -> None:
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


class Listener:
    """One open stream: room for one hint, the newest."""

    def __init__(self, actor: Actor, digest: str, head: int) -> None:
        self.digest = digest
        self._actor = actor
        self._head = head
        self._news = asyncio.Event()
        self._ended = False
        self._news.set()

    def is_concerned(self, news: News) -> bool:
        """Tell whether the listener may notice something of it."""
        return news.is_for_everyone or self._actor.role.is_staff or self._actor.id in news.people

    def tell(self, head: int) -> None:
        """There is something new up to `head`."""
        self._head = head
        self._news.set()

    def end(self) -> None:
        """This stream is over."""
        self._ended = True
        self._news.set()

    async def events(self) -> AsyncIterator[bytes]:
        """Yield a hint at once, one for each piece of news, and a comment in between as a sign of life."""
        over_at = asyncio.get_running_loop().time() + LONGEST_S
        while not self._ended and asyncio.get_running_loop().time() < over_at:
            try:
                await asyncio.wait_for(self._news.wait(), HEARTBEAT_S)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            self._news.clear()
            if not self._ended:
                yield b"data: " + encode(Hint(head=self._head)) + b"\n\n"
