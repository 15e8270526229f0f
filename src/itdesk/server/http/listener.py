"""One open live stream."""

import asyncio
from collections.abc import AsyncIterator, Iterator

from itdesk.domain.ids import PersonId
from itdesk.domain.people import Actor
from itdesk.protocol.messages import Hint, PresenceNews
from itdesk.protocol.parsing import encode
from itdesk.server.http.presence_board import Present, nowhere
from itdesk.server.store.news import News

HEARTBEAT_S = 15.0
LONGEST_S = 15 * 60.0


class Listener:
    """Room for one hint, the newest, and for the newest of each colleague."""

    def __init__(self, actor: Actor, digest: str, head: int) -> None:
        self.actor = actor
        self.digest = digest
        self._head = head
        self._told_head = -1
        self._heard: dict[PersonId, PresenceNews] = {}
        self._told: dict[PersonId, PresenceNews] = {}
        self._news = asyncio.Event()
        self._ended = False
        self._news.set()

    def is_concerned(self, news: News) -> bool:
        """Tell whether the listener may notice something of it."""
        return news.is_for_everyone or self.actor.role.is_staff or self.actor.id in news.people

    def tell(self, head: int) -> None:
        """There is something new up to `head`."""
        self._head = head
        self._news.set()

    def tell_presence(self, present: Present) -> None:
        """A colleague is somewhere else now. Who may not see where, hears that she is nowhere."""
        person_id = present.person_id
        if self.actor.id == person_id or not self.actor.role.is_staff:
            return
        news = present.news if present.is_seen_by(self.actor.id) else nowhere(person_id)
        if news != self._heard.get(person_id, nowhere(person_id)):
            self._heard[person_id] = news
            self._news.set()

    def end(self) -> None:
        """This stream is over."""
        self._ended = True
        self._news.set()

    async def events(self) -> AsyncIterator[bytes]:
        """Yield a hint at once, then what is new as it comes, and a comment in between as a sign of life."""
        over_at = asyncio.get_running_loop().time() + LONGEST_S
        while not self._ended and asyncio.get_running_loop().time() < over_at:
            try:
                await asyncio.wait_for(self._news.wait(), HEARTBEAT_S)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            self._news.clear()
            if not self._ended:
                for event in self._untold():
                    yield event

    def _untold(self) -> Iterator[bytes]:
        if self._head != self._told_head:
            self._told_head = self._head
            yield b"data: " + encode(Hint(head=self._head)) + b"\n\n"
        for person_id, news in list(self._heard.items()):
            if news != self._told.get(person_id, nowhere(person_id)):
                self._told[person_id] = news
                yield b"event: presence\ndata: " + encode(news) + b"\n\n"
