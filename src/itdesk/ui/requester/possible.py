"""What the reader may do to a ticket beside answering, and what her answer does to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from itdesk.domain.ids import PersonId
from itdesk.domain.status import Status
from itdesk.domain.ticket import Ticket
from itdesk.services.closing import may_be_closed, reopenable_until


@dataclass(frozen=True, kw_only=True)
class Possible:
    """What can be offered."""

    invite: bool
    leave: bool
    close: bool
    reopen: bool


class Effect(StrEnum):
    """What an answer does beside being read."""

    NONE = "none"
    REOPENS = "reopens"
    """The ticket seemed solved; her word opens it again."""
    IS_DONE = "is_done"
    """It stays closed, but she may open it again."""
    IS_OVER = "is_over"
    """It stays closed for good: a new report is the way."""


def possible(ticket: Ticket, me: PersonId, now: datetime, *, is_verified: bool = True) -> Possible:
    """Return what the reader `me` may do at `now`; `is_verified`: she has signed in."""
    is_mine = ticket.requester_id == me
    return Possible(
        invite=is_mine and is_verified and ticket.status is not Status.MERGED,
        leave=me in ticket.participants and not is_mine,
        close=is_mine and may_be_closed(ticket),
        reopen=is_mine and _may_reopen(ticket, now),
    )


def effect_of_answer(ticket: Ticket, me: PersonId, now: datetime) -> Effect:
    """Return what an answer of the reader `me` would do."""
    is_mine = ticket.requester_id == me
    if ticket.status is Status.RESOLVED:
        return Effect.REOPENS if is_mine else Effect.NONE
    if ticket.status in (Status.CLOSED, Status.CANCELLED):
        return Effect.IS_DONE if is_mine and _may_reopen(ticket, now) else Effect.IS_OVER
    return Effect.NONE


def _may_reopen(ticket: Ticket, now: datetime) -> bool:
    until = reopenable_until(ticket)
    return until is not None and now <= until
