"""What a technician can do to a ticket, and which of it is allowed now."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from itdesk.domain.ids import PersonId
from itdesk.domain.status import Status
from itdesk.services.reading import TicketPage


class Deed(StrEnum):
    """The deeds, those that are wanted most first."""

    TAKE = "take"
    RESOLVE = "resolve"
    CONTINUE = "continue"
    REOPEN = "reopen"
    HOLD = "hold"
    ASSIGN = "assign"
    PRIORITY = "priority"
    MOVE = "move"
    SNOOZE = "snooze"
    TAKE_UP = "take_up"
    MACRO = "macro"
    CATEGORY = "category"
    TAG = "tag"
    TIME = "time"
    INVITE = "invite"
    ASK_COMPUTER = "ask_computer"
    CONNECT = "connect"
    MERGE = "merge"
    UNMERGE = "unmerge"
    MAKE_CHILD = "make_child"
    LINK = "link"
    MOVE_MESSAGES = "move_messages"
    DECLARE_INCIDENT = "declare_incident"
    END_INCIDENT = "end_incident"
    CLOSE = "close"
    CANCEL = "cancel"


@dataclass(frozen=True)
class DeedLook:
    """How a deed looks: its words, icon, and key."""

    text: str
    icon: str
    key: str = ""

    @property
    def hint(self) -> str:
        """The words with the key, for the tooltip."""
        return f"{self.text} ({self.key})" if self.key else self.text


def look_of(deed: Deed) -> DeedLook:
    """Return how a deed looks."""
    looks = {
        Deed.TAKE: DeedLook(QCoreApplication.translate("Deeds", "Take it"), "person", "T"),
        Deed.RESOLVE: DeedLook(QCoreApplication.translate("Deeds", "Resolve…"), "check", "E"),
        Deed.CONTINUE: DeedLook(QCoreApplication.translate("Deeds", "Continue work"), "undo"),
        Deed.REOPEN: DeedLook(QCoreApplication.translate("Deeds", "Reopen"), "undo"),
        Deed.HOLD: DeedLook(QCoreApplication.translate("Deeds", "Put on hold…"), "pause"),
        Deed.ASSIGN: DeedLook(QCoreApplication.translate("Deeds", "Assign…"), "team", "A"),
        Deed.PRIORITY: DeedLook(QCoreApplication.translate("Deeds", "Priority…"), "flag", "P"),
        Deed.MOVE: DeedLook(QCoreApplication.translate("Deeds", "Move to queue…"), "inbox", "M"),
        Deed.SNOOZE: DeedLook(QCoreApplication.translate("Deeds", "Put aside…"), "snooze", "Z"),
        Deed.TAKE_UP: DeedLook(QCoreApplication.translate("Deeds", "Take up again"), "undo"),
        Deed.MACRO: DeedLook(QCoreApplication.translate("Deeds", "Macro…"), "note", "G"),
        Deed.CATEGORY: DeedLook(QCoreApplication.translate("Deeds", "Category…"), "filter"),
        Deed.TAG: DeedLook(QCoreApplication.translate("Deeds", "Tag…"), "note", "#"),
        Deed.TIME: DeedLook(QCoreApplication.translate("Deeds", "Time spent…"), "clock", "L"),
        Deed.INVITE: DeedLook(QCoreApplication.translate("Deeds", "Let somebody read along…"), "eye"),
        Deed.ASK_COMPUTER: DeedLook(
            QCoreApplication.translate("Deeds", "Ask the computer…"), "computer", "Q"
        ),
        Deed.CONNECT: DeedLook(QCoreApplication.translate("Deeds", "Connect"), "network"),
        Deed.MERGE: DeedLook(QCoreApplication.translate("Deeds", "Merge into another…"), "arrow"),
        Deed.UNMERGE: DeedLook(QCoreApplication.translate("Deeds", "Take the merge back"), "undo"),
        Deed.MAKE_CHILD: DeedLook(QCoreApplication.translate("Deeds", "Make it part of another…"), "ticket"),
        Deed.LINK: DeedLook(QCoreApplication.translate("Deeds", "Link with another…"), "ticket"),
        Deed.MOVE_MESSAGES: DeedLook(QCoreApplication.translate("Deeds", "Split or move messages…"), "reply"),
        Deed.DECLARE_INCIDENT: DeedLook(QCoreApplication.translate("Deeds", "Major incident…"), "warning"),
        Deed.END_INCIDENT: DeedLook(QCoreApplication.translate("Deeds", "End the major incident"), "check"),
        Deed.CLOSE: DeedLook(QCoreApplication.translate("Deeds", "Close"), "lock"),
        Deed.CANCEL: DeedLook(QCoreApplication.translate("Deeds", "Cancel ticket…"), "close"),
    }
    return looks[deed]


def allowed_deeds(page: TicketPage, me: PersonId) -> tuple[Deed, ...]:
    """Return what may be done to the ticket of `page`, in order."""
    allowed, ticket = page.allowed, page.ticket
    to = frozenset(allowed.statuses)
    is_merged = ticket.status is Status.MERGED
    is_pending = ticket.status is Status.PENDING
    may = {
        Deed.TAKE: allowed.assign and ticket.assignee_id != me,
        Deed.RESOLVE: Status.RESOLVED in to,
        Deed.CONTINUE: Status.OPEN in to and is_pending,
        Deed.REOPEN: Status.OPEN in to and not ticket.status.is_open,
        Deed.HOLD: Status.PENDING in to and not is_pending,
        Deed.ASSIGN: allowed.assign,
        Deed.PRIORITY: allowed.prioritise,
        Deed.MOVE: allowed.move,
        Deed.SNOOZE: ticket.status.is_open and page.snooze is None,
        Deed.TAKE_UP: page.snooze is not None,
        Deed.MACRO: allowed.note,
        Deed.CATEGORY: allowed.prioritise,
        Deed.TAG: allowed.note,
        Deed.TIME: allowed.note,
        Deed.INVITE: allowed.note,
        Deed.ASK_COMPUTER: ticket.status.is_open,
        Deed.CONNECT: ticket.status.is_open and allowed.connect,
        Deed.MERGE: allowed.note and not is_merged,
        Deed.UNMERGE: is_merged,
        Deed.MAKE_CHILD: allowed.note and not is_merged,
        Deed.LINK: allowed.note,
        Deed.MOVE_MESSAGES: allowed.note,
        Deed.DECLARE_INCIDENT: allowed.declare_incident,
        Deed.END_INCIDENT: allowed.end_incident,
        Deed.CLOSE: Status.CLOSED in to,
        Deed.CANCEL: Status.CANCELLED in to,
    }
    return tuple(deed for deed in Deed if may[deed])
