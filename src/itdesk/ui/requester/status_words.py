"""Where a ticket stands, in the words of somebody who waits for help."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from itdesk.domain.listing import Delivery, TicketRow
from itdesk.domain.status import PendingReason, Standing, Status
from itdesk.ui.times import short_time
from itdesk.ui.words import given_name


@dataclass(frozen=True, kw_only=True)
class Plight:
    """What the words depend on. `helper` is the name of the one who has the ticket, "" for nobody."""

    standing: Standing
    helper: str
    is_mine: bool
    """Whether the reader is the one who asked, and not somebody who reads along."""
    is_sent: bool = True


def plight_of(row: TicketRow, me: str) -> Plight:
    """Return what the words of a row depend on, for the reader with the id `me`."""
    return Plight(
        standing=row.standing,
        helper=row.assignee_name or "",
        is_mine=row.requester_id == me,
        is_sent=row.number is not None or row.delivery is Delivery.SENT,
    )


def status_words(plight: Plight, now: datetime) -> str:
    """Return one short line: `Marek is working on it`."""
    if not plight.is_sent:
        return QCoreApplication.translate("TicketStatus", "Saved here, goes out when online")
    match plight.standing.status:
        case Status.NEW:
            return QCoreApplication.translate("TicketStatus", "Received, IT will look at it")
        case Status.OPEN:
            return _working(plight.helper)
        case Status.PENDING:
            return _waiting(plight, now)
        case Status.RESOLVED if plight.is_mine:
            return QCoreApplication.translate("TicketStatus", "Solved – does it work for you?")
        case Status.RESOLVED:
            return QCoreApplication.translate("TicketStatus", "Solved")
        case Status.CLOSED:
            return QCoreApplication.translate("TicketStatus", "Done")
        case Status.CANCELLED:
            return QCoreApplication.translate("TicketStatus", "Withdrawn")
        case Status.MERGED:
            return QCoreApplication.translate("TicketStatus", "Goes on in another ticket")


def _working(helper: str) -> str:
    if not helper:
        return QCoreApplication.translate("TicketStatus", "IT is working on it")
    words = QCoreApplication.translate("TicketStatus", "{name} is working on it")
    return words.format(name=given_name(helper))


def _waiting(plight: Plight, now: datetime) -> str:
    match plight.standing.reason:
        case PendingReason.USER if plight.is_mine:
            return QCoreApplication.translate("TicketStatus", "Waiting for you")
        case PendingReason.USER:
            return QCoreApplication.translate("TicketStatus", "Waiting for an answer")
        case PendingReason.VENDOR:
            return QCoreApplication.translate("TicketStatus", "Waiting for the supplier")
        case PendingReason.PROBLEM:
            return QCoreApplication.translate("TicketStatus", "IT is looking for the cause")
        case PendingReason.SCHEDULED if plight.standing.until is not None:
            words = QCoreApplication.translate("TicketStatus", "Planned for {day}")
            return words.format(day=short_time(plight.standing.until, now))
        case _:
            return QCoreApplication.translate("TicketStatus", "Waiting for a planned change")
