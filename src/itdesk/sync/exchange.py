"""One exchange: say what was done here, read what happened there, until neither side has more."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field

from itdesk.connection.errors import (
    Cause,
    ExchangeFailed,
    NotItdesk,
    Problem,
    SignInNeeded,
    TooOld,
    Unreachable,
)
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.refusals import Code, Refusal
from itdesk.protocol.messages import OpenedTicket, SyncRequest, SyncResponse
from itdesk.protocol.translation import change_message, refusal_from
from itdesk.replica import sending
from itdesk.replica.doubt import OddAnswer
from itdesk.replica.opened import Opened, forget_told, opened_since
from itdesk.replica.outbox_entry import Entry
from itdesk.replica.page import incomplete, next_cursor, take_page
from itdesk.replica.purging import purge, wipe
from itdesk.replica.recounting import TICKETS_AT_ONCE, recount_due
from itdesk.replica.sending import Verdict
from itdesk.sync.link import Link, post
from itdesk.sync.recollection import Recollection
from itdesk.sync.upload import send_files

logger = logging.getLogger(__name__)

CHANGES_AT_ONCE = 100
BYTES_AT_ONCE = 2 * 1024 * 1024
WANTED_AT_ONCE = 200
ERASED_CODE = "erased"
ERASED = "Your IT has erased this account and everything of it, here too."
NEVER_SENT = (Cause.NAME, Cause.REFUSED, Cause.TLS, Cause.PROXY)


@dataclass(frozen=True, kw_only=True)
class Exchanged:
    """What an exchange did: changes accepted and refused, entries received, and what still waits."""

    sent: int
    refused: int
    received: int
    pending: int


@dataclass
class _Run:
    """What one run has done so far."""

    recollection: Recollection
    accepted: int = 0
    refused: int = 0
    received: int = 0
    has_read: bool = False
    given_up: set[ChangeId] = field(default_factory=set)
    asked_whole: set[TicketId] = field(default_factory=set)


def exchange(link: Link) -> Exchanged:
    """Send and read until both sides know everything, or the time is over; then send files.

    There is one request in any case: an exchange that asked nothing must not pass for one that worked.
    Raises an ExchangeFailed or WorldFailed; what was done until then stays done, and nothing is lost.
    """
    run = _Run(recollection=Recollection(link.outbox, link.now()))
    _talk(link, run)
    purge(link.replica, link.outbox)
    while not (link.is_out_of_time or _files_are_sent(link, run) or link.is_out_of_time):
        _talk(link, run)
    return Exchanged(
        sent=run.accepted,
        refused=run.refused,
        received=run.received,
        pending=sending.queued_count(link.outbox),
    )


def _talk(link: Link, run: _Run) -> None:
    while _turn(link, run) and not link.is_out_of_time:
        pass


def _files_are_sent(link: Link, run: _Run) -> bool:
    return send_files(link, is_interrupted=lambda: bool(_batch(link, run)))


def _turn(link: Link, run: _Run) -> bool:
    """One request and its answer; return whether there is more to say or to read."""
    batch = _batch(link, run)
    sent = sending.mark_sent(link.outbox, [entry.change.id for entry in batch]) if batch else frozenset()
    going = [entry for entry in batch if entry.change.id in sent]
    opened = opened_since(link.outbox)
    request = _request(link, run, going, opened)
    try:
        answer = post(link, request)
    except ExchangeFailed as error:
        _give_up(link, run, going, error)
        return True
    if answer.erased and answer.me == link.replica.me.id:
        wipe(link.replica, link.outbox)
        raise SignInNeeded(link.connection.server, status=401, code=ERASED_CODE, title=ERASED)
    forget_told(link.outbox, opened)
    _settle(link, run, going, answer)
    run.recollection.take(answer)
    _read(link, request, answer, run)
    return answer.more or run.recollection.is_open or bool(_batch(link, run)) or bool(_wanted(link, run))


def _batch(link: Link, run: _Run) -> tuple[Entry, ...]:
    """Return what to send next. What has failed before waits until this run has read: it must not stop it."""
    return sending.next_batch(
        link.outbox,
        link.now(),
        limit=CHANGES_AT_ONCE,
        max_bytes=BYTES_AT_ONCE,
        without=run.given_up,
        only_fresh=not run.has_read,
    )


def _wanted(link: Link, run: _Run) -> list[TicketId]:
    """Return tickets to be asked for whole; each is asked for once in a run."""
    held_partly = incomplete(link.replica, WANTED_AT_ONCE + len(run.asked_whole))
    return [id for id in held_partly if id not in run.asked_whole][:WANTED_AT_ONCE]


def _request(link: Link, run: _Run, going: Sequence[Entry], opened: Sequence[Opened]) -> SyncRequest:
    wanted = _wanted(link, run)
    run.asked_whole |= set(wanted)
    return SyncRequest(
        client=link.client,
        cursor=next_cursor(link.replica),
        changes=[change_message(entry.change, entry.receipt) for entry in going],
        want=list(wanted),
        retained=list(run.recollection.next_ids()),
        opened=[OpenedTicket(ticket_id=one.ticket_id, at=one.at) for one in opened],
    )


def _give_up(link: Link, run: _Run, going: Sequence[Entry], error: ExchangeFailed) -> None:
    """Decide what a failed request means for its changes. Raises `error` unless the run can go on.

    An error answer never removes anything. A change that the server cannot take, although it takes others,
    is left out of this run; one that it calls malformed when it stands alone is refused, and its author told.
    """
    ids = [entry.change.id for entry in going]
    was_not_judged = isinstance(error, SignInNeeded | TooOld)
    if was_not_judged or (isinstance(error, Unreachable) and error.cause in NEVER_SENT):
        sending.unmark_sent(link.outbox, ids)
        raise error
    is_about_these = isinstance(error, Problem) and error.status not in (403, 404, 408, 425, 429, 503)
    if not going or not run.has_read or not is_about_these:
        raise error
    logger.warning("the server cannot take %s changes: %s", len(ids), error)
    if len(ids) > 1:
        return  # having failed once more, they go in smaller company
    run.given_up |= set(ids)
    if isinstance(error, Problem) and error.status in (400, 413, 422):
        refusal = Refusal(code=Code.BAD_SHAPE, yours=error.title)
        sending.settle(link.outbox, {ids[0]: Verdict(refusal=refusal)}, link.now())
        run.refused += 1


def _settle(link: Link, run: _Run, going: Sequence[Entry], answer: SyncResponse) -> None:
    """Note what became of the changes. Answers about anything that was not sent are passed over."""
    asked = {entry.change.id for entry in going}
    verdicts: dict[ChangeId, Verdict] = {}
    for result in answer.results:
        id = ChangeId(result.id)
        if id not in asked:
            continue
        if result.state == "accepted" and result.receipt is not None:
            verdicts[id] = Verdict(receipt=result.receipt)
        elif result.state == "refused" and result.refusal is not None:
            verdicts[id] = Verdict(refusal=refusal_from(result.refusal))
    run.given_up |= asked - verdicts.keys()
    run.accepted += sum(verdict.receipt is not None for verdict in verdicts.values())
    run.refused += sum(verdict.refusal is not None for verdict in verdicts.values())
    sending.settle(link.outbox, verdicts, link.now())


def _read(link: Link, request: SyncRequest, answer: SyncResponse, run: _Run) -> None:
    """Take the answer's page. Raises NotItdesk when it contradicts itself or leads nowhere."""
    if answer.more and not answer.entries and answer.cursor == request.cursor:
        raise NotItdesk(link.connection.server, "it promises more and sends nothing")
    if answer.reset:
        run.recollection.begin()
    try:
        take_page(link.replica, link.outbox, answer, all_settled=not run.recollection.is_open)
    except OddAnswer as error:
        raise NotItdesk(link.connection.server, str(error).removesuffix(".")) from error
    while not answer.more and recount_due(link.replica, link.outbox) == TICKETS_AT_ONCE:
        pass  # a few tickets at a time, so that what a person does meanwhile comes between
    run.has_read = True
    run.received += len(answer.entries)
    sending.cover(link.outbox, int(link.replica.note("reached") or 0))
