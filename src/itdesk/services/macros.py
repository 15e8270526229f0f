"""Running a macro on a ticket: what it says and changes, in one commit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Change,
    CommentAdded,
    MovedToQueue,
    Payload,
    PrioritySet,
    StatusChanged,
)
from itdesk.domain.documents import HELPDESK, Helpdesk, Macro, Queue, in_language
from itdesk.domain.ids import TicketId
from itdesk.domain.macro_text import filled
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket, number_text
from itdesk.domain.worklog import TagsChanged
from itdesk.replica import contents
from itdesk.services.asking import Saved, form_all
from itdesk.services.desk import Desk

WITH_A_NOTE = (Status.RESOLVED, Status.CANCELLED, Status.PENDING)
"""Moving a ticket there says something to the requester: a macro's public text."""


@dataclass(frozen=True, kw_only=True)
class MacroPlan:
    """What a macro will say and change on one ticket; what the ticket has already is left out."""

    text: str
    is_internal: bool
    payloads: tuple[Payload, ...]
    """In the order in which they happen, the text among them."""


def macros(desk: Desk) -> tuple[Macro, ...]:
    """Return the macros, in the order in which IT keeps them. Raises WorldFailed."""
    return tuple(sorted(contents.documents(desk.replica, Macro), key=lambda one: one.order))


def preview(
    desk: Desk, ticket_id: TicketId, macro: Macro, language: str, *, text: str | None = None
) -> MacroPlan:
    """Return what the macro will do; `text` is what the technician says instead of its own words.

    Raises Refused when this person sees no such ticket, and WorldFailed.
    """
    desk.replica.catch_up(desk.outbox)
    ticket = contents.shown_tickets(desk.replica, [ticket_id]).get(ticket_id)
    if ticket is None:
        raise refuse(Code.NOT_FOUND)
    if text is None:
        text = filled(in_language(macro.text, language), _values(desk, ticket, language))
    return MacroPlan(
        text=text, is_internal=macro.is_internal, payloads=_payloads(macro, ticket, text.strip())
    )


def apply(
    desk: Desk,
    ticket_id: TicketId,
    macro: Macro,
    language: str,
    *,
    text: str | None = None,
    undo_s: float = 0,
) -> tuple[Saved, ...]:
    """Run the macro: all of it in one commit, or nothing. Raises Refused and WorldFailed.

    A reply is sent no earlier than `undo_s` seconds from now.
    """
    changes = form_macro(desk, ticket_id, macro, language, text=text, undo_s=undo_s)
    if changes:
        desk.save(changes)
    return tuple(Saved(change_id=one.id, ticket_id=ticket_id) for one in changes)


def form_macro(
    desk: Desk,
    ticket_id: TicketId,
    macro: Macro,
    language: str,
    *,
    text: str | None = None,
    undo_s: float = 0,
) -> list[Change]:
    """Return the macro's changes, checked one after the other and not saved. Raises Refused, WorldFailed."""
    changes = form_all(desk, ticket_id, preview(desk, ticket_id, macro, language, text=text).payloads)
    return [_held_back(desk, one, undo_s) for one in changes]


def _held_back(desk: Desk, change: Change, undo_s: float) -> Change:
    if undo_s <= 0 or not isinstance(change.payload, CommentAdded):
        return change
    return replace(change, not_before=desk.now() + timedelta(seconds=undo_s))


def _payloads(macro: Macro, ticket: Ticket, text: str) -> tuple[Payload, ...]:
    moves = macro.status is not None and macro.status is not ticket.status
    is_note = moves and macro.status in WITH_A_NOTE and not macro.is_internal
    standing = [_standing(macro, text if is_note else "")] if moves else []
    audience = Audience.STAFF if macro.is_internal else Audience.PARTICIPANTS
    said = [CommentAdded(body=text, audience=audience)] if text and not is_note else []
    opens = macro.status is Status.OPEN
    return (*_fields(macro, ticket), *(standing if opens else ()), *said, *(() if opens else standing))


def _standing(macro: Macro, note: str) -> StatusChanged:
    assert macro.status is not None
    return StatusChanged(to=macro.status, note=note, reason=macro.reason)


def _fields(macro: Macro, ticket: Ticket) -> list[Payload]:
    payloads: list[Payload] = []
    if macro.queue_id is not None and macro.queue_id != ticket.queue_id:
        payloads.append(MovedToQueue(to=macro.queue_id))
    if macro.impact is not None and macro.urgency is not None:
        wanted = PrioritySet(impact=macro.impact, urgency=macro.urgency)
        if (macro.impact, macro.urgency) != (ticket.ranking.impact, ticket.ranking.urgency):
            payloads.append(wanted)
    if not ticket.tags.issuperset(macro.tags):
        payloads.append(TagsChanged(added=macro.tags))
    return payloads


def _values(desk: Desk, ticket: Ticket, language: str) -> Mapping[str, str]:
    requester = contents.person(desk.replica, ticket.requester_id)
    name = requester.name if requester else ""
    queue = contents.document(desk.replica, Queue, ticket.queue_id) if ticket.queue_id else None
    helpdesk = contents.document(desk.replica, Helpdesk, HELPDESK)
    return {
        "requester": name,
        "requester_first_name": name.partition(" ")[0],
        "ticket": number_text(ticket.number, ticket.id),
        "title": ticket.title,
        "technician": desk.account.name,
        "queue": in_language(queue.name, language) if queue else "",
        "phone": helpdesk.phone if helpdesk else "",
        "link": f"itdesk://ticket/{ticket.number}" if ticket.number is not None else "",
    }
