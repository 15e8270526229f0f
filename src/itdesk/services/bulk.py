"""The same thing done to many tickets: each is judged by itself, what is allowed is saved in one commit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from itdesk.domain.changes import Change, Payload, Undone
from itdesk.domain.documents import Macro
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.refusals import Refusal, Refused
from itdesk.domain.relations import TicketsMerged
from itdesk.domain.ticket import number_text
from itdesk.replica import contents
from itdesk.services import macro_undo, reading
from itdesk.services.asking import Saved, form
from itdesk.services.desk import Desk
from itdesk.services.macros import form_macro


@dataclass(frozen=True)
class NotDone:
    """A ticket to which it could not be done, and why."""

    reference: str
    refusal: Refusal


@dataclass(frozen=True)
class Bulk:
    """What became of it."""

    done: tuple[Saved, ...]
    not_done: tuple[NotDone, ...] = ()


def do(desk: Desk, ids: Sequence[TicketId], payload_for: Callable[[TicketId], Payload]) -> Bulk:
    """Ask for a change of each ticket. What is refused is told and holds nothing up. Raises WorldFailed."""
    changes: list[Change] = []
    not_done: list[NotDone] = []
    for id in ids:
        try:
            changes.append(form(desk, id, payload_for(id)))
        except Refused as error:
            not_done.append(NotDone(_reference(desk, id), error.refusal))
    if changes:
        desk.save(changes)
    return Bulk(_saved(changes), tuple(not_done))


def run_macro(desk: Desk, ids: Sequence[TicketId], macro: Macro, language: str, *, undo_s: float = 0) -> Bulk:
    """Run a macro on each ticket, all of it or nothing of it there. Raises WorldFailed.

    Replies are sent no earlier than `undo_s` seconds from now.
    """
    changes: list[Change] = []
    not_done: list[NotDone] = []
    for id in ids:
        try:
            changes += form_macro(desk, id, macro, language, undo_s=undo_s)
        except Refused as error:
            not_done.append(NotDone(_reference(desk, id), error.refusal))
    if changes:
        desk.save(changes)
    return Bulk(_saved(changes), tuple(not_done))


def count_possible(desk: Desk, ids: Sequence[TicketId], payload: Payload) -> int:
    """Return to how many of the tickets it can be done. Raises WorldFailed."""
    return sum(_is_possible(desk, id, payload) for id in ids)


def _is_possible(desk: Desk, id: TicketId, payload: Payload) -> bool:
    try:
        form(desk, id, payload)
    except Refused:
        return False
    return True


def undo_macro(desk: Desk, done: Sequence[Saved]) -> Bulk:
    """Take back what a macro did to each ticket, as far as that is possible. Raises WorldFailed."""
    not_done: list[NotDone] = []
    for id in dict.fromkeys(one.ticket_id for one in done):
        try:
            macro_undo.undo(desk, [one for one in done if one.ticket_id == id])
        except Refused as error:
            not_done.append(NotDone(_reference(desk, id), error.refusal))
    return Bulk((), tuple(not_done))


def undo(desk: Desk, done: Sequence[Saved]) -> Bulk:
    """Take back what was done, as far as nobody has built on it. Raises WorldFailed."""
    changes: dict[TicketId, ChangeId] = {one.ticket_id: one.change_id for one in done}
    return do(desk, list(changes), lambda id: Undone(event_id=changes[id]))


def merge(desk: Desk, ids: Sequence[TicketId]) -> Bulk:
    """Merge the tickets into the oldest of them. Raises WorldFailed."""
    rows = reading.ticket_rows(desk, tuple(ids))
    into = min(rows, key=lambda row: (row.created_at, row.id)).id
    return do(desk, [id for id in ids if id != into], lambda _id: TicketsMerged(into=into))


def _saved(changes: Sequence[Change]) -> tuple[Saved, ...]:
    return tuple(Saved(change_id=one.id, ticket_id=one.ticket_id) for one in changes)


def _reference(desk: Desk, id: TicketId) -> str:
    held = contents.held_ticket(desk.replica, id)
    return number_text(held.shown.number if held else None, id)
