"""Forming a change as its author sees the ticket, and checking it before it is saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from itdesk.domain import limits
from itdesk.domain.apply import apply
from itdesk.domain.audience import Audience
from itdesk.domain.changes import Change, FileAttached, Payload, TicketOpened
from itdesk.domain.ids import ChangeId, FileId, TicketId, new_id
from itdesk.domain.judgement import check_content, judge, megabytes, megabytes_over
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.ticket import Ticket
from itdesk.domain.together import check_together, named_in
from itdesk.replica import contents
from itdesk.replica.outbox_entry import KeptFile, State
from itdesk.services.around import around
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What was saved, for certain, on this computer."""

    change_id: ChangeId
    ticket_id: TicketId


@dataclass(frozen=True)
class NewFile:
    """A file to go along: its bytes as they are now."""

    name: str
    content: bytes
    is_screenshot: bool = False


def file_from_path(path: Path) -> NewFile:
    """Return the file at `path`, read whole. Raises Refused for a too large one, WorldFailed otherwise."""
    try:
        if not path.is_file():
            raise WorldFailed(f"“{path}” cannot be attached: only files can. Choose a file.")
        size = path.stat().st_size
        if size > limits.FILE_BYTES:
            raise _too_large(path.name, size)
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise WorldFailed(f"“{path}” cannot be read: {error.strerror or error}.") from error
    if len(content) > limits.FILE_BYTES:
        raise _too_large(path.name, len(content))
    return NewFile(path.name, content)


def ask(desk: Desk, ticket_id: TicketId, payload: Payload) -> Saved:
    """Save one change to a ticket. Raises Refused when the rules say no to the ticket as shown."""
    change = form(desk, ticket_id, payload)
    desk.save([change])
    return Saved(change_id=change.id, ticket_id=ticket_id)


def form(
    desk: Desk, ticket_id: TicketId, payload: Payload, *, opening: tuple[Change, Ticket] | None = None
) -> Change:
    """Return the change, checked against the ticket as shown; conflicts are the server's. Raises Refused.

    `opening` opens a ticket that the payload names, and is saved together with it.
    """
    return form_all(desk, ticket_id, [payload], opening=opening)[0]


def form_all(
    desk: Desk,
    ticket_id: TicketId,
    payloads: Iterable[Payload],
    *,
    opening: tuple[Change, Ticket] | None = None,
) -> list[Change]:
    """Return changes of one ticket, each checked against what those before it leave. Raises Refused."""
    desk.replica.catch_up(desk.outbox)
    held = contents.held_ticket(desk.replica, ticket_id)
    if held is None:
        raise refuse(Code.NOT_FOUND)
    ticket, changes = held.shown, []
    for payload in payloads:
        change = Change(
            id=ChangeId(new_id()),
            ticket_id=ticket_id,
            payload=payload,
            seen=held.confirmed.version if held.confirmed else 0,
            after=(*_waits_for(desk, ticket_id, payload), *((opening[0].id,) if opening else ())),
            made_at=desk.now(),
        )
        event = judge(desk.actor, ticket, change, desk.now())
        after = apply(ticket, event)
        check_together(event, ticket, after, around(desk, opening[1] if opening else None))
        ticket = after
        changes.append(change)
    return changes


def _waits_for(desk: Desk, ticket_id: TicketId, payload: Payload) -> tuple[ChangeId, ...]:
    """Return the own changes, not yet accepted, that open the tickets which this is about."""
    about = [id for id in (ticket_id, named_in(payload)) if id is not None]
    return tuple(change_id for id in about for change_id in _opening(desk, id))


def attach(
    desk: Desk, to: Change, files: tuple[NewFile, ...], audience: Audience
) -> tuple[list[Change], list[tuple[KeptFile, bytes]]]:
    """Return the changes by which the files go along with `to`, and their bytes. Raises Refused."""
    if len(files) > limits.FILES_PER_CHANGE:
        raise refuse(Code.TOO_MANY_FILES, limit=str(limits.FILES_PER_CHANGE))
    changes, kept = [], []
    for file in files:
        change, one = _attachment(desk, to, file, audience)
        changes.append(change)
        kept.append((one, file.content))
    return changes, kept


def _attachment(desk: Desk, to: Change, file: NewFile, audience: Audience) -> tuple[Change, KeptFile]:
    payload = FileAttached(
        file_id=FileId(new_id()),
        name=file.name,
        bytes=len(file.content),
        sha256=sha256(file.content).hexdigest(),
        is_screenshot=file.is_screenshot,
        audience=audience,
    )
    check_content(payload)
    change = Change(
        id=ChangeId(new_id()),
        ticket_id=to.ticket_id,
        payload=payload,
        seen=to.seen,
        after=(to.id,),
        not_before=to.not_before,
        made_at=desk.now(),
    )
    kept = KeptFile(
        id=payload.file_id, change_id=change.id, name=file.name, bytes=payload.bytes, sha256=payload.sha256
    )
    return change, kept


def _opening(desk: Desk, ticket_id: TicketId) -> tuple[ChangeId, ...]:
    """Return the own change, not yet accepted, that opens the ticket."""
    return tuple(
        entry.change.id
        for entry in desk.outbox.entries_of(ticket_id)
        if entry.state is State.QUEUED and isinstance(entry.change.payload, TicketOpened)
    )


def _too_large(name: str, size: int) -> Exception:
    return refuse(
        Code.FILE_TOO_LARGE, field=name, yours=megabytes_over(size), limit=megabytes(limits.FILE_BYTES)
    )
