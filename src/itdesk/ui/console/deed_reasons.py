"""Why something cannot be done to a ticket now, as one sentence each."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from itdesk.domain.ids import PersonId
from itdesk.domain.status import Status
from itdesk.services.reading import TicketPage
from itdesk.ui.console.deeds import Deed, allowed_deeds

NOBODY_ASKS = (Deed.UNMERGE, Deed.CONTINUE, Deed.END_INCIDENT, Deed.SNOOZE, Deed.TAKE_UP)
MOVES = (Deed.RESOLVE, Deed.CONTINUE, Deed.HOLD, Deed.CANCEL, Deed.CLOSE)


def refused_deeds(page: TicketPage, me: PersonId) -> Mapping[Deed, str]:
    """Return what people look for and may not do, each with the reason; not what makes no sense here."""
    allowed = allowed_deeds(page, me)
    reasons = {deed: why_not(deed, page, me) for deed in Deed if deed not in allowed}
    return {deed: reason for deed, reason in reasons.items() if reason}


def why_not(deed: Deed, page: TicketPage, me: PersonId) -> str:
    """Return why this deed, which is not allowed, is not; empty where nobody would ask."""
    status = page.ticket.status
    if deed in NOBODY_ASKS or (deed is Deed.REOPEN and status.is_open):
        return ""
    if status is Status.MERGED:
        return QCoreApplication.translate("DeedReasons", "It is part of the ticket it was merged into.")
    if deed is Deed.REOPEN:
        return _why_not_reopened(status)
    if deed is Deed.DECLARE_INCIDENT:
        return QCoreApplication.translate("DeedReasons", "A lead says that it is a major incident.")
    if deed is Deed.TAKE and page.ticket.assignee_id == me:
        return QCoreApplication.translate("DeedReasons", "You have it already.")
    if deed is Deed.CONNECT and status.is_open:
        return QCoreApplication.translate(
            "DeedReasons", "Ask the computer for leave to help from afar first."
        )
    if deed in MOVES:
        return _why_not_moved(deed, status)
    if status.is_open:
        return QCoreApplication.translate("DeedReasons", "Your role does not allow it.")
    return QCoreApplication.translate("DeedReasons", "It is over: reopen it first.")


def _why_not_reopened(status: Status) -> str:
    if status is Status.CANCELLED:
        return QCoreApplication.translate("DeedReasons", "A lead reopens a cancelled ticket.")
    return QCoreApplication.translate("DeedReasons", "The requester reopens a closed ticket, or a lead.")


def _why_not_moved(deed: Deed, status: Status) -> str:
    if deed is Deed.HOLD and status is Status.PENDING:
        return QCoreApplication.translate("DeedReasons", "It is on hold already.")
    if deed is Deed.RESOLVE and status is Status.RESOLVED:
        return QCoreApplication.translate("DeedReasons", "It is resolved already.")
    if deed is Deed.CLOSE and status is Status.RESOLVED:
        return QCoreApplication.translate(
            "DeedReasons", "The requester closes it, or a lead; in time it closes by itself."
        )
    if deed is Deed.CLOSE and status.is_open:
        return QCoreApplication.translate("DeedReasons", "Only what is resolved is closed.")
    return QCoreApplication.translate("DeedReasons", "It is over: reopen it first.")
