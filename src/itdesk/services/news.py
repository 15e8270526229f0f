"""What a person should be told of: what others did on the tickets that she reported, each thing once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from itdesk.domain.changes import (
    CommentAdded,
    FixConfirmed,
    Payload,
    Reminded,
    Reminder,
    StatusChanged,
    TicketOpened,
)
from itdesk.domain.consents import ConsentAsked
from itdesk.domain.documents import Announcement
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.sla.target import Target
from itdesk.domain.status import Status
from itdesk.domain.ticket import number_text
from itdesk.replica import contents
from itdesk.replica.unread import UnreadEvent, unread_events
from itdesk.services.announcements import standing_announcements
from itdesk.services.desk import Desk
from itdesk.services.told import told_before

TOLD = "told"
TOLD_ANNOUNCEMENTS = "told announcements"
"""The outbox's notes of what was told."""


class NewsKind(StrEnum):
    """What happened, as far as it is worth an interruption."""

    REPLY = "reply"
    RESOLVED = "resolved"
    """Somebody says that it works now; the requester may answer whether it does."""
    NOT_FIXED = "not_fixed"
    REMINDED = "reminded"
    """IT waits for a word from the requester."""
    DATE_HAS_COME = "date_has_come"
    """What was put off until today is work again."""
    CONSENT = "consent"
    """IT asks for something that only the requester gives."""
    OPENED = "opened"
    """Somebody reported something in this person's name, or with her on it."""
    ASSIGNED = "assigned"
    """Somebody gave this technician a ticket. This and what follows concerns technicians alone."""
    NOTE = "note"
    MENTIONED = "mentioned"
    """A colleague calls this technician in a note."""
    REOPENED = "reopened"
    DUE_SOON = "due_soon"
    """Little is left of what was promised on a ticket of hers."""
    OVERDUE = "overdue"


@dataclass(frozen=True, kw_only=True)
class News:
    """One thing that happened. `author` is empty for strangers, `words` where nobody wrote anything."""

    id: str
    kind: NewsKind
    ticket_id: TicketId
    reference: str
    """`IT-1042`."""
    title: str
    author: str
    words: str
    due_at: datetime | None = None
    """When a promised time is over, or since when it is, UTC."""
    target: Target | None = None
    """What it is promised for."""


def take_news(desk: Desk) -> tuple[News, ...]:
    """Return what is unread and was never returned before; from now on it counts as told.

    It is noted before anybody is told: after a crash nothing is told twice. Raises WorldFailed.
    """
    desk.replica.catch_up(desk.outbox)
    unread = unread_events(desk.replica)
    told = told_before(desk, TOLD, [one.event.id for one in unread])
    fresh = [one for one in unread if one.event.id not in told]
    names = names_of(desk) if fresh else {}
    return tuple(news_of(one, kind, names) for one in fresh if (kind := _kind(one.event.payload)) is not None)


def unread_tickets(desk: Desk) -> frozenset[TicketId]:
    """Return the tickets that she reported on which something is unread. Raises WorldFailed."""
    return frozenset(one.ticket_id for one in unread_events(desk.replica))


def take_announcements(desk: Desk) -> tuple[Announcement, ...]:
    """Return what IT announces now and was never returned before; from now on it counts as told.

    Raises WorldFailed.
    """
    standing = standing_announcements(desk)
    told = told_before(desk, TOLD_ANNOUNCEMENTS, [one.id for one in standing])
    return tuple(one for one in standing if one.id not in told)


def names_of(desk: Desk) -> dict[PersonId, str]:
    """Return what everybody is called. Raises WorldFailed."""
    return {person.id: person.name or person.login for person in contents.people(desk.replica)}


def news_of(one: UnreadEvent, kind: NewsKind, names: Mapping[PersonId, str]) -> News:
    """Return an event as something to be told of."""
    return News(
        id=one.event.id,
        kind=kind,
        ticket_id=one.ticket_id,
        reference=number_text(one.number, one.ticket_id),
        title=one.title,
        author=names.get(one.event.actor_id, ""),
        words=_words(one.event.payload),
    )


def _kind(payload: Payload) -> NewsKind | None:
    match payload:
        case CommentAdded():
            return NewsKind.REPLY
        case StatusChanged(to=Status.RESOLVED):
            return NewsKind.RESOLVED
        case FixConfirmed(works=False):
            return NewsKind.NOT_FIXED
        case Reminded(of=Reminder.WAITS_FOR_REQUESTER):
            return NewsKind.REMINDED
        case Reminded(of=Reminder.DATE_HAS_COME):
            return NewsKind.DATE_HAS_COME
        case ConsentAsked():
            return NewsKind.CONSENT
        case TicketOpened():
            return NewsKind.OPENED
    return None


def _words(payload: Payload) -> str:
    match payload:
        case CommentAdded(body=words) | StatusChanged(note=words) | FixConfirmed(comment=words):
            return words
        case ConsentAsked(why=why):
            return why
    return ""
