"""Agreeing with the requester on a visit, a remote session or a training."""

from collections.abc import Sequence
from datetime import datetime

from itdesk.domain.appointments import (
    AppointmentAccepted,
    AppointmentCancelled,
    AppointmentKind,
    AppointmentProposed,
)
from itdesk.domain.ids import TicketId
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk


def propose(
    desk: Desk,
    ticket_id: TicketId,
    kind: AppointmentKind,
    times: Sequence[datetime],
    *,
    minutes: int,
    note: str = "",
) -> Saved:
    """Propose times (aware) for an appointment, or others than those that were proposed.

    Raises Refused and WorldFailed.
    """
    payload = AppointmentProposed(kind=kind, times=tuple(times), minutes=minutes, note=note)
    return ask(desk, ticket_id, payload)


def accept(desk: Desk, ticket_id: TicketId, begins: datetime) -> Saved:
    """Accept one of the times that the other side proposed. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, AppointmentAccepted(begins=begins))


def cancel(desk: Desk, ticket_id: TicketId, note: str = "") -> Saved:
    """Say that it does not take place. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, AppointmentCancelled(note=note))
