"""A ticket's history as the conversation shows it: who said what, and what happened between."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    CommentAdded,
    Escalated,
    FileAttached,
    FixConfirmed,
    FollowUpClosed,
    Payload,
    Rated,
    StatusChanged,
    TicketOpened,
)
from itdesk.domain.ids import QueueId
from itdesk.domain.listing import Delivery
from itdesk.domain.mentions import mentions
from itdesk.domain.said import words_in
from itdesk.services.reading import Moment, TicketPage
from itdesk.ui.console.event_words import EventWords
from itdesk.ui.event_words import event_icon
from itdesk.ui.pictures import PicturesById
from itdesk.ui.times import moment_text
from itdesk.ui.widgets.attachment import AttachmentEntry, attachment_entry
from itdesk.ui.widgets.timeline_entry import EntryKind, TimelineEntry
from itdesk.ui.words import name_of


class ConversationEntries:
    """Makes entries of moments. `pictures` are the thumbnails that are decoded already."""

    def __init__(
        self,
        page: TicketPage,
        queues: Mapping[QueueId, str],
        pictures: PicturesById,
        now: Callable[[], datetime],
    ) -> None:
        self._page = page
        self._logins = tuple(one.login for one in page.people.values() if one.role.is_staff)
        self._pictures = pictures
        self._now = now
        self._words = EventWords(page.people, queues, page.fields, page.around)

    def entries(self) -> tuple[TimelineEntry, ...]:
        """Return the entries in order; files stand with the words that they came with."""
        found: list[TimelineEntry] = []
        speaker, said = None, 0
        for moment in self._page.moments:
            payload, actor = moment.event.payload, moment.event.actor_id
            if isinstance(payload, FileAttached) and speaker == actor:
                found[said] = with_file(found[said], self._file(payload))
                continue
            found.append(self._entry(moment))
            if found[-1].kind is not EntryKind.EVENT:
                speaker, said = actor, len(found) - 1
            elif speaker != actor:
                speaker = None
        return tuple(found)

    def _entry(self, moment: Moment) -> TimelineEntry:
        body = spoken(moment.event.payload)
        if body is None:
            return self._happening(moment)
        event = moment.event
        is_note = event.audience is Audience.STAFF
        return TimelineEntry(
            id=event.id,
            kind=EntryKind.NOTE if is_note else EntryKind.MESSAGE,
            author=self._author(moment),
            is_own=event.actor_id != self._page.ticket.requester_id and event.actor_role.is_staff,
            role_words=" · ".join(self._role_words(moment)),
            at=moment_text(event.at, self._now()),
            body=body,
            called=mentions(body, self._logins) if is_note else (),
        )

    def _happening(self, moment: Moment) -> TimelineEntry:
        event = moment.event
        sentence = self._words.sentence(event.payload, event.actor_id)
        return TimelineEntry(
            id=event.id,
            kind=EntryKind.EVENT,
            author=self._author(moment),
            at=moment_text(event.at, self._now()),
            body=" · ".join(part for part in (sentence, delivery_words(moment)) if part),
            icon=event_icon(event.payload),
        )

    def _role_words(self, moment: Moment) -> Iterator[str]:
        payload, is_hers = moment.event.payload, moment.event.actor_id == self._page.ticket.requester_id
        if is_hers:
            yield QCoreApplication.translate("Conversation", "requester")
        elif isinstance(payload, CommentAdded):
            yield QCoreApplication.translate("Conversation", "public reply")
        elif isinstance(payload, TicketOpened):
            yield QCoreApplication.translate("Conversation", "reported this for somebody")
        if isinstance(payload, TicketOpened) and payload.spared_by:
            yield spared_words(payload)
        if isinstance(payload, StatusChanged | FixConfirmed | Rated):
            yield standing_words(payload)
        if isinstance(payload, Escalated | FollowUpClosed):
            yield self._words.sentence(payload, moment.event.actor_id)
        if words := delivery_words(moment):
            yield words

    def _author(self, moment: Moment) -> str:
        return moment.actor.name if moment.actor else self._words.name(moment.event.actor_id)

    def _file(self, file: FileAttached) -> AttachmentEntry:
        state, picture = self._page.files.get(file.file_id), self._pictures.get(file.file_id)
        return attachment_entry(file, state, picture)


def with_file(entry: TimelineEntry, file: AttachmentEntry) -> TimelineEntry:
    """Return the entry with one file more."""
    return replace(entry, attachments=(*entry.attachments, file))


def spoken(payload: Payload) -> str | None:
    """Return the words that somebody wrote, or None for what only happened. A report always speaks."""
    if isinstance(payload, TicketOpened):
        return payload.description or payload.title
    return words_in(payload) or None


def spared_words(payload: TicketOpened) -> str:
    """Return why a report was not needed."""
    if payload.has_it_too:
        return QCoreApplication.translate("Conversation", "has what was announced")
    return QCoreApplication.translate("Conversation", "solved before it was sent")


def standing_words(payload: Payload) -> str:
    """Return what the words were written with."""
    match payload:
        case StatusChanged(to=to, reason=reason):
            return name_of(reason) if reason else name_of(to)
        case FixConfirmed(works=works):
            if works:
                return QCoreApplication.translate("Conversation", "it works now")
            return QCoreApplication.translate("Conversation", "it does not work yet")
        case Rated(score=score):
            return QCoreApplication.translate("Conversation", "{score} of 5").format(score=score)
    return ""


def delivery_words(moment: Moment) -> str:
    """Return what keeps a change from being everybody's."""
    if moment.delivery is Delivery.WAITING:
        return QCoreApplication.translate("Conversation", "waits to be sent")
    if moment.delivery is Delivery.REFUSED:
        return QCoreApplication.translate("Conversation", "was refused")
    return ""
