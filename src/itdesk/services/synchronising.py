"""Keeping this computer and the server together: once, or all the time."""

import sys
import time
from collections.abc import Callable
from random import Random

from itdesk.connection.connection import Connection
from itdesk.connection.errors import ExchangeFailed, SignInNeeded, kept_words
from itdesk.connection.live_stream import LiveStream, StreamEvent
from itdesk.domain.presence import Presence
from itdesk.protocol.messages import ClientInfo
from itdesk.replica import sending
from itdesk.replica.contact import note_failed, note_worked
from itdesk.replica.failures import told_plainly
from itdesk.replica.watch import Watch
from itdesk.services.desk import Desk, forget_account
from itdesk.services.draft_files import DraftFiles
from itdesk.services.failures import WorldFailed
from itdesk.services.presence import Companions
from itdesk.services.reading import revision
from itdesk.sync.exchange import ERASED_CODE, Exchanged, exchange
from itdesk.sync.link import Link
from itdesk.sync.loop import SyncLoop
from itdesk.version import VERSION
from itdesk.workstation.device_id import read_device_id
from itdesk.workstation.sync_lock import SyncLock

__all__ = ["Exchanged", "SyncThread", "exchange_now"]

RUN_S = 120.0
PRESENCE = "presence"


def exchange_now(desk: Desk, connection: Connection, *, wait_s: float) -> Exchanged:
    """Exchange once, for at most about `wait_s` seconds, one process at a time.

    Who finds another process exchanging waits for it, then looks what is left. Raises WorldFailed with the
    reason; what was saved stays saved.
    """
    try:
        return _exchange(desk, connection, wait_s)
    except ExchangeFailed as error:
        raise WorldFailed(error.sentence) from error


def _exchange(desk: Desk, connection: Connection, wait_s: float) -> Exchanged:
    ends = time.monotonic() + wait_s
    with told_plainly(desk.data.sync_lock), SyncLock(desk.data.sync_lock).held(wait_s) as is_ours:
        if not is_ours:
            return Exchanged(sent=0, refused=0, received=0, pending=sending.queued_count(desk.outbox))
        link = Link(
            replica=desk.replica,
            outbox=desk.outbox,
            connection=connection,
            client=_client(desk),
            now=desk.now,
            left_s=lambda: ends - time.monotonic(),
        )
        try:
            done = exchange(link)
        except ExchangeFailed as error:
            if isinstance(error, SignInNeeded) and error.code == ERASED_CODE:
                _forget_person(desk)
            _note(desk, error)
            raise
        note_worked(desk.outbox, desk.now())
        return done


def _forget_person(desk: Desk) -> None:
    """What the exchange did not reach of somebody who was erased: pictures of a draft, and who she was."""
    DraftFiles(desk.outbox.path.parent).keep_only(())
    forget_account(desk.data)


def _note(desk: Desk, error: ExchangeFailed) -> None:
    kind, detail = kept_words(error)
    needed = isinstance(error, SignInNeeded)
    note_failed(desk.outbox, error.sentence, kind=kind, detail=detail, sign_in_needed=needed)


def _client(desk: Desk) -> ClientInfo:
    device = read_device_id(desk.data).replace("-", "")
    return ClientInfo(id=device, version=VERSION[:40], platform=sys.platform[:40])


def nobody(_presences: tuple[Presence, ...]) -> None:
    """Tell nobody."""


def never() -> bool:
    """Have no other token."""
    return False


class SyncThread:
    """Sends what waits at once, follows the server's hints, looks now and then, tries again after failures.

    `connection_factory` gives a connection with the token of now, so that a new sign-in counts at once.
    `heard` is called from this thread after anything changed, here or there, data or standing; `met` with
    all colleagues who have a ticket before them, whenever one turns to another. `renew` is asked when the
    server takes the token no more: whether the next connection has another one.
    """

    def __init__(
        self,
        desk: Desk,
        connection_factory: Callable[[], Connection],
        *,
        heard: Callable[[], None],
        met: Callable[[tuple[Presence, ...]], None] = nobody,
        renew: Callable[[], bool] = never,
        random: Random | None = None,
    ) -> None:
        self._desk = desk
        self._connection_factory = connection_factory
        self._heard = heard
        self._met = met
        self._renew = renew
        self._companions = Companions()
        self._revision: int | None = None
        self._watch = Watch((desk.outbox.path, desk.replica.path))
        self._loop = SyncLoop(
            exchange=self._once,
            open_stream=self._open_stream,
            has_news=self._has_news,
            due_in_s=self._due_in_s,
            hear=self._hear,
            random=random or Random(),  # noqa: S311 - spreads load, keeps no secret
        )

    def start(self) -> None:
        """Begin, with an exchange at once. Reads nothing on the caller's thread."""
        self._loop.start()

    def wake(self) -> None:
        """Exchange now. From any thread; returns at once."""
        self._loop.wake()

    def stop(self, deadline_s: float) -> bool:
        """End within `deadline_s` seconds; return whether it did."""
        ended = self._loop.stop(deadline_s)
        self._watch.close()
        return ended

    def _once(self) -> None:
        self._watch.has_news()  # from here on, what others write is news
        try:
            self._exchange()
        except SignInNeeded:
            if not self._renew():
                raise
            self._exchange()
        finally:
            self._tell()

    def _exchange(self) -> None:
        with self._connected() as connection:
            _exchange(self._desk, connection, RUN_S)

    def _connected(self) -> Connection:
        """Return the way to the server; where already that fails, windows are told why."""
        try:
            return self._connection_factory()
        except ExchangeFailed as error:
            _note(self._desk, error)
            raise

    def _open_stream(self) -> LiveStream:
        return self._connection_factory().stream("/v1/live")

    def _has_news(self) -> bool:
        """Tell whether others wrote meanwhile and left something to send; windows are told in any case."""
        if not self._watch.has_news():
            return False
        self._tell()
        return self._due_in_s() is not None or bool(
            sending.next_batch(self._desk.outbox, self._desk.now(), limit=1, max_bytes=1, only_fresh=True)
        )

    def _due_in_s(self) -> float | None:
        moment = sending.next_moment(self._desk.outbox, self._desk.now())
        return None if moment is None else max((moment - self._desk.now()).total_seconds(), 0.0)

    def _hear(self, event: StreamEvent | None) -> None:
        if event is None:
            self._met(self._companions.forget())
        elif event.kind == PRESENCE:
            self._met(self._companions.hear(event.data))

    def _tell(self) -> None:
        """Say that something changed, if a window could show it."""
        now = revision(self._desk)
        if now != self._revision:
            self._revision = now
            self._heard()
