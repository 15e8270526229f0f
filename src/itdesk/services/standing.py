"""How things stand between this computer and the server, and what the server refused."""

from dataclasses import dataclass
from datetime import datetime

from itdesk.domain.changes import (
    Change,
    CommentAdded,
    FixConfirmed,
    ParticipantAdded,
    Rated,
    StatusChanged,
    TicketOpened,
)
from itdesk.domain.ids import ChangeId
from itdesk.domain.refusals import Code, Refusal, refuse
from itdesk.replica.contact import contact
from itdesk.replica.listing import counts
from itdesk.replica.outbox_entry import State
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk
from itdesk.services.naming import with_names


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One glance. `online`: the last exchange worked; `problem` says in a sentence why it did not."""

    online: bool
    pending: int
    refused: int
    last_sync: datetime | None
    unread: int
    server: str
    person: str
    sign_in_needed: bool
    problem: str
    is_staff: bool = False
    """By the role that the server last told."""
    is_verified: bool = True
    """Whether somebody has signed in, and it is not only claimed who this is."""
    problem_kind: str = ""
    """The stable name of what the problem is, where it has one."""


@dataclass(frozen=True, kw_only=True)
class RefusedChange:
    """A change that the server refused, and why."""

    change: Change
    refusal: Refusal
    refused_at: datetime


def standing(desk: Desk) -> Standing:
    """Return how things stand. Never touches the network. Raises WorldFailed."""
    desk.replica.catch_up(desk.outbox)
    last = contact(desk.outbox)
    return Standing(
        online=last.worked,
        pending=desk.outbox.count(State.QUEUED),
        refused=desk.outbox.count(State.REFUSED),
        last_sync=last.last_sync,
        unread=counts(desk.replica, desk.now()).unread,
        server=desk.account.server_url,
        person=desk.account.login,
        sign_in_needed=last.sign_in_needed,
        problem=last.problem,
        is_staff=desk.actor.role.is_staff,
        is_verified=desk.account.role.is_verified,
        problem_kind=last.kind,
    )


def refused_changes(desk: Desk) -> tuple[RefusedChange, ...]:
    """Return what the server refused and the person has not dismissed, oldest first. Raises WorldFailed."""
    return tuple(
        RefusedChange(
            change=entry.change,
            refusal=with_names(desk, entry.refusal or Refusal(code=Code.NOT_ALLOWED)),
            refused_at=entry.settled_at or entry.change.made_at,
        )
        for entry in desk.outbox.entries(State.REFUSED)
    )


def dismiss(desk: Desk, change_id: ChangeId) -> str:
    """Forget a refused change and return its text, to be kept or used again. Raises Refused, WorldFailed."""
    entry = desk.outbox.dismiss(change_id)
    desk.replica.catch_up(desk.outbox)
    return text_of(entry.change)


def ask_again(desk: Desk, change_id: ChangeId) -> Saved:
    """Ask once more for what was refused, now that it was seen what stands; the refusal is forgotten.

    Raises Refused when it may not be as things stand, or was dismissed already, and WorldFailed; then the
    refusal stays.
    """
    refused = next((one for one in desk.outbox.entries(State.REFUSED) if one.change.id == change_id), None)
    if refused is None:
        raise refuse(Code.NOT_FOUND)
    saved = ask(desk, refused.change.ticket_id, refused.change.payload)
    dismiss(desk, change_id)
    return saved


def text_of(change: Change) -> str:
    """Return what the person wrote in a change."""
    match change.payload:
        case TicketOpened(title=title, description=description):
            return f"{title}\n\n{description}".strip()
        case CommentAdded(body=body):
            return body
        case StatusChanged(note=note):
            return note
        case FixConfirmed(comment=comment) | Rated(comment=comment):
            return comment
        case ParticipantAdded(login=login):
            return login
    return ""
