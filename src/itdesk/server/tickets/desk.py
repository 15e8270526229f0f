"""The ticket desk: takes changes from many threads, and tells each reader what is new."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Actor
from itdesk.protocol.messages import ChangeMessage, Result, SyncRequest, SyncResponse
from itdesk.server.store.ledger import open_ledger
from itdesk.server.store.moment import open_moment
from itdesk.server.store.news import News
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store, StoreUnavailable
from itdesk.server.tickets.asked import Asked
from itdesk.server.tickets.batch import Batch
from itdesk.server.tickets.consequences import MakeRule
from itdesk.server.tickets.neighbours import TicketsMissing
from itdesk.server.tickets.pages import Pages
from itdesk.server.tickets.rules import RULES
from itdesk.server.tickets.seal import Seal
from itdesk.server.tickets.writings import WritingsMissing

logger = logging.getLogger(__name__)

CHANGES_AT_ONCE = 256
WAIT_FOR_A_RESULT_S = 60
WAIT_FOR_COMPANY_S = 0.003


class UnknownPerson(LookupError):
    """There is no such person, or she is disabled."""


def utc_now() -> datetime:
    """Return the server's time."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class _Submission:
    """Changes of one person in their order, or tickets to be looked at, and where results are awaited."""

    asked: tuple[Asked, ...] = ()
    looked_at: tuple[TicketId, ...] = ()
    results: "Future[list[Result]]" = field(default_factory=Future)


class TicketDesk:
    """The one place through which changes enter a store on this node.

    One thread writes: it takes everything that waits and commits it together (docs/decisions/0005).
    """

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime] = utc_now,
        changes_at_once: int = CHANGES_AT_ONCE,
        rules: Sequence[MakeRule] = RULES,
    ) -> None:
        self._store = store
        self._now = now
        self._changes_at_once = changes_at_once
        self._rules = rules
        self._promises = KnownPromises()
        self._waiting: queue.SimpleQueue[_Submission | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name="ticket-writer", daemon=True)
        self._came_together = 1
        self._told: list[Callable[[News], None]] = []

    def start(self) -> None:
        """Begin to take changes. The store must have been migrated."""
        self._writer.start()

    def stop(self) -> None:
        """Commit what was taken, then take no more."""
        self._waiting.put(None)
        self._writer.join()

    @property
    def waiting(self) -> int:
        """How many submissions wait for the writer."""
        return self._waiting.qsize()

    def on_commit(self, callback: Callable[[News], None]) -> None:
        """Have `callback` told of each commit, on the writer's thread."""
        self._told.append(callback)

    def tell(self, news: News) -> None:
        """Tell everybody who asked for it of what was just committed."""
        for callback in self._told:
            try:
                callback(news)
            except Exception:
                logger.exception("somebody could not be told that the feed has reached %s", news.head)

    def submit(self, actor: Actor, changes: Sequence[ChangeMessage]) -> list[Result]:
        """Judge the changes in their order and return a result for each, once they are durable."""
        if not changes:
            return []
        submission = _Submission(tuple(Asked(actor, message) for message in changes))
        self._waiting.put(submission)
        try:
            return submission.results.result(WAIT_FOR_A_RESULT_S)
        except Late:
            logger.warning("%s changes were not answered in %s s", len(changes), WAIT_FOR_A_RESULT_S)
            return _again(submission.asked)

    def look_at(self, ids: Sequence[TicketId]) -> None:
        """Record the warnings and breaches that are due on these tickets by now, each once.

        With what could not be recorded it is tried again when somebody asks again.
        """
        if ids:
            submission = _Submission(looked_at=tuple(ids))
            self._waiting.put(submission)
            with suppress(Late):
                submission.results.result(WAIT_FOR_A_RESULT_S)

    def exchange(self, actor: Actor, request: SyncRequest) -> SyncResponse:
        """Take the request's changes, then tell what is new for the actor. Raises StoreUnavailable."""
        results = self.submit(actor, request.changes)
        with open_moment(self._store) as moment:
            queues = moment.queues()
            pages = Pages(moment, Seal(self._store.identity), queues.scope(actor.id, actor.role))
            page = pages.page_after(request.cursor, request.want)
            return SyncResponse(
                results=results,
                lacking=moment.lacking(actor.id, request.retained),
                reset=page.reset,
                snapshot=page.snapshot,
                entries=page.entries,
                people=page.people,
                cursor=page.cursor,
                more=page.more,
                me=actor.id,
                server_time=self._now(),
            )

    def head(self) -> int:
        """Return the position of the feed's last change. Raises StoreUnavailable."""
        with open_moment(self._store) as moment:
            return moment.head()

    def actor_of(self, person_id: PersonId) -> Actor:
        """Return the person as one who acts. Raises UnknownPerson, or StoreUnavailable."""
        with open_moment(self._store) as moment:
            role = moment.role(person_id)
            if role is None:
                raise UnknownPerson(person_id)
            return moment.queues().actor(person_id, role)

    def _write(self) -> None:
        while (first := self._waiting.get()) is not None:
            submissions, is_last = self._everything_waiting(first)
            self._commit(submissions)
            if is_last:
                return

    def _everything_waiting(self, first: _Submission) -> tuple[list[_Submission], bool]:
        """Return what waits, up to a limit, and whether the writer is to stop after it.

        Who was just answered may be about to ask again: as many as came last time are waited for a moment.
        """
        submissions, changes = [first], len(first.asked) + len(first.looked_at)
        until, is_last = time.monotonic() + WAIT_FOR_COMPANY_S, False
        while changes < self._changes_at_once and not is_last:
            patience = until - time.monotonic() if len(submissions) < self._came_together else 0
            try:
                following = self._waiting.get(timeout=max(0, patience))
            except queue.Empty:
                break
            if following is None:
                is_last = True
            else:
                submissions.append(following)
                changes += len(following.asked) + len(following.looked_at)
        self._came_together = len(submissions)
        return submissions, is_last

    def _commit(self, submissions: Sequence[_Submission]) -> None:
        asked = [one for submission in submissions for one in submission.asked]
        looked_at = [id for submission in submissions for id in submission.looked_at]
        results = iter(self._judged(asked, looked_at))
        for submission in submissions:
            submission.results.set_result([next(results) for _ in submission.asked])

    def _judged(self, asked: Sequence[Asked], looked_at: Sequence[TicketId]) -> list[Result]:
        """Return a result for each change; when they cannot be committed together, each by itself.

        That is also what happens when another node was faster with the same change: the second look finds it.
        """
        try:
            return self._together(asked, looked_at)
        except StoreUnavailable as error:
            logger.warning("%s changes wait: %s", len(asked), error)
            return _again(asked)
        except Exception:
            logger.warning("%s changes could not be recorded together", len(asked), exc_info=True)
        for id in looked_at:
            self._look_alone(id)
        return [result for one in asked for result in self._alone(one)]

    def _look_alone(self, id: TicketId) -> None:
        try:
            self._together([], [id])
        except StoreUnavailable as error:
            logger.warning("ticket %s waits to be looked at: %s", id, error)
        except Exception:
            logger.exception("ticket %s could not be looked at", id)

    def _alone(self, one: Asked) -> list[Result]:
        try:
            return self._together([one])
        except StoreUnavailable as error:
            logger.warning("change %s waits: %s", one.message.id, error)
        except Exception:
            logger.exception("change %s could not be recorded", one.message.id)
        return _again([one])

    def _together(self, asked: Sequence[Asked], looked_at: Sequence[TicketId] = ()) -> list[Result]:
        concerned: frozenset[TicketId] = frozenset()
        announces = False
        while True:
            try:
                batch, results = self._in_one_transaction(asked, concerned, looked_at, announces=announces)
            except TicketsMissing as error:
                concerned |= error.ids
            except WritingsMissing:
                announces = True
            else:
                break
        news = batch.news()
        if news is not None:
            self.tell(news)
        return results

    def _in_one_transaction(
        self,
        asked: Sequence[Asked],
        concerned: Collection[TicketId],
        looked_at: Collection[TicketId],
        *,
        announces: bool,
    ) -> tuple[Batch, list[Result]]:
        with open_ledger(self._store) as ledger:
            seal, now = Seal(self._store.identity), self._now()
            batch = Batch(
                ledger,
                seal,
                now,
                asked,
                promises=self._promises,
                concerned=concerned,
                rules=self._rules,
                looked_at=looked_at,
                announces=announces,
            )
            return batch, batch.judge()


def _again(asked: Sequence[Asked]) -> list[Result]:
    return [Result(id=one.message.id, state="again") for one in asked]
