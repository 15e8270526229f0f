"""What IT announces, and reports that were not needed because of it."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from itdesk.domain.announcements import is_about, is_current
from itdesk.domain.changes import Change, TicketOpened
from itdesk.domain.documents import Announcement, AnnouncementKind, Article, Words, in_language
from itdesk.domain.ids import AnnouncementId, ChangeId, TicketId, new_id
from itdesk.domain.judgement import judge
from itdesk.domain.limits import TITLE_CHARS
from itdesk.replica import contents
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk

__all__ = ["Announcement", "AnnouncementKind", "Known", "dismiss", "known_troubles", "spared"]

WORST_FIRST = (AnnouncementKind.OUTAGE, AnnouncementKind.MAINTENANCE, AnnouncementKind.INFORMATION)
DISMISSED = "dismissed announcements"
HAVING = "announcements that I have too"


@dataclass(frozen=True, kw_only=True)
class Known:
    """A trouble that IT knows of already. `people` is how many said that they have it too."""

    id: AnnouncementId
    title: Words
    body: Words
    kind: AnnouncementKind
    people: int
    since: datetime
    is_mine: bool = False
    """Whether this person has said, on this computer, that she has it too."""


def standing_announcements(desk: Desk) -> tuple[Announcement, ...]:
    """Return what is announced now and this person has not dismissed here: outages first, newest first.

    Raises WorldFailed, like every call here.
    """
    dismissed = _noted(desk, DISMISSED)
    return tuple(one for one in _current(desk) if one.id not in dismissed)


def next_turn(desk: Desk) -> datetime | None:
    """Return when something announced begins or ends next, without anybody doing anything."""
    now = desk.now()
    turns = (
        at for one in contents.documents(desk.replica, Announcement) for at in (one.begins_at, one.ends_at)
    )
    return min((at for at in turns if at is not None and at > now), default=None)


def dismiss(desk: Desk, id: AnnouncementId) -> None:
    """Show this announcement no more to this person on this computer."""
    _note(desk, DISMISSED, id)


def known_troubles(desk: Desk, symptom: str, words: str) -> tuple[Known, ...]:
    """Return the outages and maintenances that a report with this symptom or these words is about."""
    mine = _noted(desk, HAVING)
    return tuple(
        Known(
            id=one.id,
            title=one.title,
            body=one.body,
            kind=one.kind,
            people=one.people,
            since=one.begins_at,
            is_mine=one.id in mine,
        )
        for one in _current(desk)
        if one.kind.is_trouble and is_about(one, symptom, words)
    )


def spared(desk: Desk, *, by: str, symptom: str, has_it_too: bool, language: str = "en") -> Saved:
    """Save that a report was not needed: it still counts, and nobody has to work on it.

    `by` is the id of the article that solved it, or of the announcement that says it is known; with
    `has_it_too` this person is counted among those who have it. The ticket is called by the title of what
    spared it, in `language`; none of her own words go along. Raises Refused and WorldFailed.
    """
    payload = TicketOpened(
        title=_title_of(desk, by, language), symptom=symptom, spared_by=by, has_it_too=has_it_too
    )
    opening = Change(id=ChangeId(new_id()), ticket_id=TicketId(new_id()), payload=payload, made_at=desk.now())
    judge(desk.actor, None, opening, desk.now())
    desk.save([opening])
    if has_it_too:
        _note(desk, HAVING, by)
    return Saved(change_id=opening.id, ticket_id=opening.ticket_id)


def _title_of(desk: Desk, id: str, language: str) -> str:
    """Return the title of an article or an announcement; what is here no more is called by its id."""
    article = contents.document(desk.replica, Article, id)
    announcement = contents.document(desk.replica, Announcement, id)
    titles = [in_language(one.title, language) for one in (article, announcement) if one is not None]
    return next(iter(titles), id)[:TITLE_CHARS]


def _current(desk: Desk) -> list[Announcement]:
    now = desk.now()
    current = [one for one in contents.documents(desk.replica, Announcement) if is_current(one, now)]
    newest_first = sorted(current, key=lambda one: one.begins_at, reverse=True)
    return sorted(newest_first, key=lambda one: WORST_FIRST.index(one.kind))


def _noted(desk: Desk, name: str) -> frozenset[str]:
    try:
        return frozenset(msgspec.json.decode(desk.outbox.note(name) or "[]", type=list[str]))
    except msgspec.MsgspecError:
        return frozenset()


def _note(desk: Desk, name: str, id: str) -> None:
    noted = sorted(_noted(desk, name) | {id})
    desk.outbox.take_note(name, msgspec.json.encode(noted).decode(), is_news=True)
