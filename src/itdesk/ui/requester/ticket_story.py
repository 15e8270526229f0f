"""A ticket's history as the requester's conversation: words, files with them, and one line for the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    DiagnosticsAttached,
    FileAttached,
    Payload,
    TicketOpened,
)
from itdesk.domain.ids import PersonId
from itdesk.domain.listing import Delivery
from itdesk.domain.said import words_in
from itdesk.services.reading import Moment, TicketPage
from itdesk.ui.event_words import event_icon
from itdesk.ui.pictures import PicturesById
from itdesk.ui.requester.event_words import EventWords
from itdesk.ui.times import moment_text
from itdesk.ui.widgets.attachment import AttachmentEntry, attachment_entry
from itdesk.ui.widgets.timeline_entry import EntryKind, TimelineEntry

Entries = tuple[TimelineEntry, ...]


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who reads, when, and which pictures are decoded already."""

    me: PersonId
    now: datetime
    pictures: PicturesById


def story(page: TicketPage, reader: Reader) -> Entries:
    """Return the entries of a conversation, oldest first. Internal notes are never among them."""
    teller = Teller(page, reader)
    for moment in page.moments:
        if moment.event.audience is not Audience.STAFF:
            teller.tell(moment)
    return tuple(teller.entries)


class Teller:
    """Adds one moment after another to `entries`."""

    def __init__(self, page: TicketPage, reader: Reader) -> None:
        self.entries: list[TimelineEntry] = []
        self._page = page
        self._reader = reader
        self._words = EventWords(reader.me, page.people, page.fields, page.around)
        self._speaker: PersonId | None = None

    def tell(self, moment: Moment) -> None:
        """Add what the moment brought."""
        match moment.event.payload:
            case FileAttached() as file:
                self._attach(moment, file)
            case DiagnosticsAttached():
                pass  # the line of the report tells that facts came along
            case payload:
                self.entries += self._told(moment, payload)

    def _told(self, moment: Moment, payload: Payload) -> Iterator[TimelineEntry]:
        line = self._reported() if isinstance(payload, TicketOpened) else self._words.line(moment.event)
        if line:
            self._speaker = None
            yield self._line(moment, line)
        if text := words_in(payload):
            self._speaker = moment.event.actor_id
            yield self._message(moment, text)

    def _line(self, moment: Moment, line: str) -> TimelineEntry:
        payload = moment.event.payload
        words = "" if words_in(payload) else delivery_words(moment)
        return TimelineEntry(
            id=f"{moment.event.id}:line",
            kind=EntryKind.EVENT,
            at=moment_text(moment.event.at, self._reader.now),
            body=f"{line} · {words}" if words else line,
            icon=event_icon(payload),
        )

    def _message(self, moment: Moment, text: str) -> TimelineEntry:
        event = moment.event
        is_own = event.actor_id == self._reader.me
        author = moment.actor.name if moment.actor else self._words.name(event.actor_id)
        return TimelineEntry(
            id=event.id,
            kind=EntryKind.MESSAGE,
            author=QCoreApplication.translate("TicketStory", "You") if is_own else author,
            is_own=is_own,
            role_words=delivery_words(moment) or ("" if is_own else role_words(moment)),
            at=moment_text(moment.event.at, self._reader.now),
            body=text,
        )

    def _attach(self, moment: Moment, file: FileAttached) -> None:
        """Put a file with the words that it came with; one that came alone gets an entry of its own."""
        if not self.entries or self._speaker != moment.event.actor_id:
            self._speaker = moment.event.actor_id
            self.entries.append(self._message(moment, ""))
        last = self.entries[-1]
        self.entries[-1] = replace(last, attachments=(*last.attachments, self._file(file)))

    def _file(self, file: FileAttached) -> AttachmentEntry:
        state, picture = self._page.files.get(file.file_id), self._reader.pictures.get(file.file_id)
        entry = attachment_entry(file, state, picture)
        if picture is not None or state is None or state.is_here:
            return entry
        words = QCoreApplication.translate("TicketStory", "{size} · opens when you are online")
        return replace(entry, size=words.format(size=entry.size))

    def _reported(self) -> str:
        """Return the line with which a ticket begins."""
        ticket = self._page.ticket
        if ticket.opened_by != self._reader.me:
            words = QCoreApplication.translate("TicketStory", "{name} reported this")
            return words.format(name=self._words.name(ticket.opened_by))
        if ticket.spared_by:
            return spared_words(has_it_too=ticket.has_it_too)
        has_picture = any(file.is_screenshot for file in ticket.attachments)
        has_facts = bool(self._page.facts)
        return reported_words(has_picture=has_picture, has_facts=has_facts)


def reported_words(*, has_picture: bool, has_facts: bool) -> str:
    """Return what went along with a report of one's own."""
    if has_picture and has_facts:
        return QCoreApplication.translate(
            "TicketStory", "You reported this with a screenshot and facts about the computer"
        )
    if has_picture:
        return QCoreApplication.translate("TicketStory", "You reported this with a screenshot")
    if has_facts:
        return QCoreApplication.translate("TicketStory", "You reported this with facts about the computer")
    return QCoreApplication.translate("TicketStory", "You reported this")


def spared_words(*, has_it_too: bool) -> str:
    """Return what is said of a report that was not needed."""
    if has_it_too:
        return QCoreApplication.translate("TicketStory", "You have this too, IT has counted you in")
    return QCoreApplication.translate("TicketStory", "This helped you, so there was nothing to report")


def role_words(moment: Moment) -> str:
    """Return what the author is to the reader, beside the name."""
    actor = moment.actor
    if moment.event.actor_role.is_staff:
        site = actor.site if actor else ""
        words = QCoreApplication.translate("TicketStory", "IT, {site}")
        return words.format(site=site) if site else QCoreApplication.translate("TicketStory", "IT")
    return actor.department if actor else ""


def delivery_words(moment: Moment) -> str:
    """Return what keeps a change from being with IT."""
    if moment.delivery is Delivery.WAITING:
        return QCoreApplication.translate("TicketStory", "saved here, goes out when online")
    if moment.delivery is Delivery.REFUSED:
        return QCoreApplication.translate("TicketStory", "not accepted")
    return ""
