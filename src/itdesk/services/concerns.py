"""What a technician should be told of in her work: what others did on what is hers, and what is due."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    FixConfirmed,
    Payload,
    Reminded,
    Reminder,
    StatusChanged,
    Undone,
)
from itdesk.domain.documents import Snooze
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.mentions import mentions
from itdesk.domain.status import Status
from itdesk.domain.ticket import number_text
from itdesk.replica import contents
from itdesk.replica.hurrying import Hurrying, hurrying, open_among
from itdesk.replica.instants import to_number
from itdesk.replica.unread import UnreadEvent, events_of_assigned, unread_calls
from itdesk.services.desk import Desk
from itdesk.services.news import News, NewsKind, names_of, news_of
from itdesk.services.snoozes import snoozes
from itdesk.services.told import keep_told, kept_told, told_before

TOLD = "told concerns"
TOLD_DUE = "told due"
TOLD_AWAKE = "told awake"
"""The outbox's notes of what was told."""
AWAKE = timedelta(days=1)
"""So long a ticket that was put aside is news when its time has come."""


def take_concerns(desk: Desk) -> tuple[News, ...]:
    """Return what concerns a technician and was never returned before; from now on it counts as told.

    Nothing for those who are not of IT. What a ticket's requester is told of is not told again by this.
    Raises WorldFailed, like every call here.
    """
    if not desk.actor.role.is_staff:
        return ()
    desk.replica.catch_up(desk.outbox)
    return (*_take_done(desk), *_take_due(desk), *_take_awake(desk))


def pressing_tickets(desk: Desk) -> frozenset[TicketId]:
    """Return the tickets on which something still concerns this technician: unread, scarce or over."""
    if not desk.actor.role.is_staff:
        return frozenset()
    now = desk.now()
    due = (one.ticket_id for one in hurrying(desk.replica) or () if _stage(one, now) is not None)
    awake = (one.ticket_id for one in _awake(desk))
    return frozenset((*(one.ticket_id for one, _ in _concerning(desk)), *due, *awake))


def next_due_turn(desk: Desk) -> timedelta | None:
    """Return in how long the next of this technician's tickets turns scarce, is over, or comes back."""
    if not desk.actor.role.is_staff:
        return None
    now = desk.now()
    turns = [at for one in hurrying(desk.replica) or () for at in (one.scarce_at, one.due_at) if at]
    turns += [one.until for one in snoozes(desk)]
    return min((at - now for at in turns if at > now), default=None)


# -- What others did


def _take_done(desk: Desk) -> tuple[News, ...]:
    concerning = _concerning(desk)
    told = told_before(desk, TOLD, [one.event.id for one, _ in concerning])
    fresh = [(one, kind) for one, kind in concerning if one.event.id not in told]
    names = names_of(desk) if fresh else {}
    return tuple(news_of(one, kind, names) for one, kind in fresh)


def _concerning(desk: Desk) -> list[tuple[UnreadEvent, NewsKind]]:
    me = desk.actor.id
    on_hers = _since_hers(events_of_assigned(desk.replica), me)
    found = {one.event.id: (one, kind) for one in on_hers if (kind := _kind(one, me)) is not None}
    found |= {one.event.id: (one, NewsKind.MENTIONED) for one in _calls(desk)}
    return list(found.values())


def _calls(desk: Desk) -> Iterator[UnreadEvent]:
    """Yield the notes that call her; those on her own reports are told as such."""
    for one in unread_calls(desk.replica):
        payload = one.event.payload
        body = payload.body if isinstance(payload, CommentAdded) else ""
        if mentions(body, (desk.account.login,)) and not one.is_reported:
            yield one


def _since_hers(events: Iterable[UnreadEvent], me: PersonId) -> Iterator[UnreadEvent]:
    """Yield what is new since a ticket became hers: what was said before belongs to what she was given."""
    hers: dict[TicketId, bool] = {}
    for one in events:
        match one.event.payload:
            case Assigned(to=to):
                hers[one.ticket_id] = to == me
            case Undone():  # perhaps of her losing it: in the end she has it
                hers[one.ticket_id] = True
        if one.is_new and hers.get(one.ticket_id, False):
            yield one


def _kind(one: UnreadEvent, me: PersonId) -> NewsKind | None:
    if isinstance(one.event.payload, Assigned):
        return NewsKind.ASSIGNED if one.event.payload.to == me else None
    return None if one.is_reported else _kind_said(one.event.payload, by_it=one.event.actor_role.is_staff)


def _kind_said(payload: Payload, *, by_it: bool) -> NewsKind | None:
    match payload:
        case CommentAdded(audience=Audience.STAFF):
            return NewsKind.NOTE
        case CommentAdded():
            return NewsKind.REPLY
        case FixConfirmed(works=False):
            return NewsKind.NOT_FIXED
        case StatusChanged(to=Status.OPEN) if not by_it:
            return NewsKind.REOPENED
        case Reminded(of=Reminder.DATE_HAS_COME):
            return NewsKind.DATE_HAS_COME
    return None


# -- What is due


def _take_due(desk: Desk) -> tuple[News, ...]:
    """Each stage of each promise once. What had come to pass before anybody first looked is not told."""
    clocks = hurrying(desk.replica)
    if clocks is None:
        return ()
    now = desk.now()
    reached = [(one, stage) for one in clocks if (stage := _stage(one, now)) is not None]
    before = kept_told(desk, TOLD_DUE)
    fresh = [pair for pair in reached if before is not None and _key(*pair) not in before]
    keep_told(desk, TOLD_DUE, _still_to_know(desk, reached, before or set()), before)
    return tuple(_due_news(one, stage) for one, stage in fresh)


def _stage(one: Hurrying, now: datetime) -> NewsKind | None:
    if one.due_at <= now:
        return NewsKind.OVERDUE
    return NewsKind.DUE_SOON if one.scarce_at is not None and one.scarce_at <= now else None


def _still_to_know(desk: Desk, reached: Iterable[tuple[Hurrying, NewsKind]], before: set[str]) -> list[str]:
    """Return the keys to keep. A clock on hold is not among those that run, and must not be told again."""
    known = before | {_key(*pair) for pair in reached}
    still_open = open_among(desk.replica, {_ticket_of(key) for key in known})
    return sorted(key for key in known if _ticket_of(key) in still_open)


def _key(one: Hurrying, stage: NewsKind) -> str:
    """Return what names a stage of a promise: it is the same one however often it stands still."""
    begun = "" if one.begun_at is None else to_number(one.begun_at)
    return f"{one.ticket_id} {one.target} {begun} {stage}"


def _ticket_of(key: str) -> TicketId:
    return TicketId(key.partition(" ")[0])


def _due_news(one: Hurrying, stage: NewsKind) -> News:
    return News(
        id=_key(one, stage),
        kind=stage,
        ticket_id=one.ticket_id,
        reference=number_text(one.number, one.ticket_id),
        title=one.title,
        author="",
        words="",
        due_at=one.due_at,
        target=one.target,
    )


# -- What was put aside


def _take_awake(desk: Desk) -> tuple[News, ...]:
    awake = _awake(desk)
    told = told_before(desk, TOLD_AWAKE, [one.id for one in awake])
    fresh = [one for one in awake if one.id not in told]
    shown = contents.shown_tickets(desk.replica, [one.ticket_id for one in fresh])
    return tuple(
        News(
            id=one.id,
            kind=NewsKind.DATE_HAS_COME,
            ticket_id=ticket.id,
            reference=number_text(ticket.number, ticket.id),
            title=ticket.title,
            author="",
            words="",
        )
        for one in fresh
        if (ticket := shown.get(one.ticket_id)) is not None and ticket.status.is_open
    )


def _awake(desk: Desk) -> list[Snooze]:
    now = desk.now()
    return [one for one in snoozes(desk) if one.until <= now < one.until + AWAKE]
