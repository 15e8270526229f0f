"""What one notification tells, as a value: everything that came within a few seconds is one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from itdesk.domain.documents import Announcement
from itdesk.domain.ids import AnnouncementId, TicketId
from itdesk.services.news import News, NewsKind


class Deed(StrEnum):
    """What a person may do right on a notification. The values are what is said on the session bus."""

    CLICK = "default"
    OPEN = "open"
    WORKS = "works"
    DOES_NOT_WORK = "does-not-work"
    RATE_GOOD = "rate-5"
    RATE_FAIR = "rate-3"
    RATE_POOR = "rate-1"


SCORES = {Deed.RATE_GOOD: 5, Deed.RATE_FAIR: 3, Deed.RATE_POOR: 1}


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One notification. `key` names what it is about: a newer one about the same takes its place."""

    key: str
    ticket_id: TicketId | None = None
    """The one ticket that it is about."""
    news: tuple[News, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    is_work: bool = False
    """Whether it concerns a technician in her work, and not as somebody who reported something."""
    reference: str = ""
    deeds: tuple[Deed, ...] = ()

    @property
    def is_thanks(self) -> bool:
        """Whether it thanks for an answer and asks how good the help was."""
        return not self.news and not self.announcements

    @property
    def tickets(self) -> frozenset[TicketId]:
        """The tickets that it tells of."""
        return frozenset(one.ticket_id for one in self.news)

    def is_over(self, unread: frozenset[TicketId], announced: frozenset[AnnouncementId]) -> bool:
        """Tell whether nothing of what it tells is unread, or announced, any more. A thanks is never over."""
        told = frozenset(one.id for one in self.announcements)
        return not self.is_thanks and not self.tickets & unread and not told & announced


def notices_of(
    news: Sequence[News], announcements: Sequence[Announcement] = (), concerns: Sequence[News] = ()
) -> tuple[Notice, ...]:
    """Return the notifications for what came together: one for own tickets, for announcements, for work."""
    found = []
    if news:
        found.append(_of_tickets(tuple(news)))
    if announcements:
        found.append(Notice(key="announcements", announcements=tuple(announcements)))
    if concerns:
        found.append(_of_work(tuple(concerns)))
    return tuple(found)


def thanks_for(ticket_id: TicketId, reference: str) -> Notice:
    """Return the notification that answers "It works" and asks for a rating."""
    return Notice(key=ticket_id, ticket_id=ticket_id, reference=reference, deeds=tuple(SCORES))


def _of_tickets(news: tuple[News, ...]) -> Notice:
    if len({one.ticket_id for one in news}) > 1:
        return Notice(key="several", news=news, deeds=(Deed.OPEN,))
    ticket_id, reference = news[-1].ticket_id, news[-1].reference
    is_solved = NewsKind.RESOLVED in {one.kind for one in news}
    deeds = (Deed.OPEN, Deed.WORKS, Deed.DOES_NOT_WORK) if is_solved else (Deed.OPEN,)
    return Notice(key=ticket_id, ticket_id=ticket_id, news=news, reference=reference, deeds=deeds)


def _of_work(news: tuple[News, ...]) -> Notice:
    """A technician answers in the console, not on a notification."""
    notice = _of_tickets(news)
    return replace(notice, key=f"work {notice.key}", is_work=True, deeds=(Deed.OPEN,))
