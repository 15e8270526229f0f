"""What is to be told now: asked in the background, after the settings and the time of day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from itdesk.domain.ids import AnnouncementId, TicketId
from itdesk.domain.refusals import Refused
from itdesk.services.announcements import standing_announcements
from itdesk.services.concerns import next_due_turn, pressing_tickets, take_concerns
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.news import News, NewsKind, take_announcements, take_news, unread_tickets
from itdesk.services.outcome import confirm_fix, rate
from itdesk.services.reading import mark_read
from itdesk.settings import Settings
from itdesk.ui.tray.notice import SCORES, Deed, Notice, notices_of
from itdesk.ui.tray.quiet import quiet_left


@dataclass(frozen=True, kw_only=True)
class Due:
    """What is to be told, and when to ask again: quiet hours end, or something turns due."""

    notices: tuple[Notice, ...] = ()
    unread: frozenset[TicketId] = frozenset()
    """Tickets with something unread, or due: what was told of others is told no more."""
    announced: frozenset[AnnouncementId] = frozenset()
    """What is announced: what was told of others has ended, or she has put it away."""
    again_in: timedelta | None = None


@dataclass(frozen=True, kw_only=True)
class Done:
    """What became of a deed on a notification."""

    notice: Notice
    deed: Deed
    error: Exception | None = None


def due_news(desk: Desk, settings: Callable[[], Settings], now: datetime) -> Due:
    """Return what is to be told at `now`, a local time. Raises WorldFailed.

    In quiet hours nothing is taken: what is still unread when they end is told then, in one.
    """
    chosen = settings()
    announced = frozenset(one.id for one in standing_announcements(desk))
    if chosen.notifications:
        left = quiet_left(now, chosen.quiet_from, chosen.quiet_until)
        if left is not None:
            return Due(unread=_pressing(desk), announced=announced, again_in=left)
    # Where nothing is to be told it still counts as told: switching on brings no flood.
    news, announcements = take_news(desk), take_announcements(desk)
    concerns = [one for one in take_concerns(desk) if is_wanted(one, chosen)]
    notices = notices_of(news, announcements, concerns) if chosen.notifications else ()
    turn = next_due_turn(desk)
    return Due(notices=notices, unread=_pressing(desk), announced=announced, again_in=turn)


def is_wanted(one: News, chosen: Settings) -> bool:
    """Tell whether the person wants to hear of this kind of concern."""
    match one.kind:
        case NewsKind.ASSIGNED:
            return chosen.notify_assigned
        case NewsKind.MENTIONED:
            return chosen.notify_mentions
        case NewsKind.DUE_SOON | NewsKind.OVERDUE:
            return chosen.notify_due
    return chosen.notify_answers


def _pressing(desk: Desk) -> frozenset[TicketId]:
    return unread_tickets(desk) | pressing_tickets(desk)


def do(desk: Desk, notice: Notice, deed: Deed, ticket_id: TicketId) -> Done:
    """Do what was chosen on a notification, and note the ticket as read."""
    try:
        if deed in SCORES:
            rate(desk, ticket_id, SCORES[deed])
        else:
            confirm_fix(desk, ticket_id, deed is Deed.WORKS)
            mark_read(desk, ticket_id)
    except (Refused, WorldFailed) as error:
        return Done(notice=notice, deed=deed, error=error)
    return Done(notice=notice, deed=deed)
