"""Tags, the checklist and time spent: what may be noted, and how it is folded."""

from dataclasses import replace

from itdesk.domain import limits
from itdesk.domain.changes import Change, Payload
from itdesk.domain.events import Event
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.stamping import set_fields
from itdesk.domain.text import check_text
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import (
    ChecklistItem,
    ChecklistItemAdded,
    ChecklistItemMarked,
    Mark,
    TagsChanged,
    TimeCorrected,
    TimeEntry,
    TimeSpent,
    tag_named,
)


def check_work_note(payload: Payload) -> None:
    """Raise Refused when a text or a number of it cannot be kept."""
    match payload:
        case TagsChanged(added=added, removed=removed):
            _check_tags(added, removed)
        case ChecklistItemAdded(text=text):
            check_text(text, "checklist", limits.SHORT_TEXT_CHARS, required=True)
        case TimeSpent(minutes=minutes, note=note):
            _check_minutes(minutes, least=1)
            check_text(note, "note", limits.SHORT_TEXT_CHARS)
        case TimeCorrected(minutes=minutes, note=note):
            _check_minutes(minutes, least=0)
            check_text(note, "note", limits.SHORT_TEXT_CHARS)


def _check_tags(added: tuple[str, ...], removed: tuple[str, ...]) -> None:
    if not (added or removed):
        raise refuse(Code.TEXT_EMPTY, field="tag")
    _check_room("tag", len(added) + len(removed), 2 * limits.TAGS)
    for tag in (*added, *removed):
        check_text(tag_named(tag), "tag", limits.TAG_CHARS, required=True)


def _check_minutes(minutes: int, least: int) -> None:
    if not least <= minutes <= limits.MINUTES_A_DAY:
        raise refuse(Code.OUT_OF_RANGE, field="time spent", limit=f"{least} – {limits.MINUTES_A_DAY}")


def check_working(actor: Actor, ticket: Ticket, change: Change) -> None:
    """Raise Refused when the ticket has no such entry or no room, or somebody was faster."""
    match change.payload:
        case TagsChanged() as tags:
            _check_room("tag", len(_tags_after(ticket, tags)), limits.TAGS)
        case ChecklistItemAdded():
            kept = sum(item.mark is not Mark.REMOVED for item in ticket.checklist)
            _check_room("checklist", kept + 1, limits.CHECKLIST_ITEMS)
        case ChecklistItemMarked() as marked:
            _check_mark(actor, ticket, marked, change.seen)
        case TimeSpent():
            _check_room("time spent", len(ticket.time_spent) + 1, limits.TIME_ENTRIES)
        case TimeCorrected() as corrected:
            _check_correction(actor, ticket, corrected, change.seen)


def _check_room(field: str, wanted: int, limit: int) -> None:
    if wanted > limit:
        raise refuse(Code.TOO_MANY, field=field, yours=str(wanted), limit=str(limit))


def _check_mark(actor: Actor, ticket: Ticket, marked: ChecklistItemMarked, seen: int) -> None:
    item = next((item for item in ticket.checklist if item.id == marked.item_id), None)
    if item is None:
        raise refuse(Code.UNKNOWN_ENTRY, field="checklist")
    if item.mark is not marked.mark and item.version > seen and item.author != actor.id:
        raise refuse(Code.CONFLICT, field="checklist", theirs=item.mark, yours=marked.mark)


def _check_correction(actor: Actor, ticket: Ticket, corrected: TimeCorrected, seen: int) -> None:
    entry = next((entry for entry in ticket.time_spent if entry.id == corrected.entry_id), None)
    if entry is None:
        raise refuse(Code.UNKNOWN_ENTRY, field="time spent")
    if entry.person_id != actor.id and not actor.role.leads:
        raise refuse(Code.NOT_ALLOWED)
    if entry.version > seen and entry.author != actor.id:
        theirs, yours = str(entry.minutes), str(corrected.minutes)
        raise refuse(Code.CONFLICT, field="time spent", theirs=theirs, yours=yours)


def note_work(ticket: Ticket, event: Event) -> Ticket:
    """Return the ticket after a tag, a point of the checklist or time spent; after others as it is."""
    match event.payload:
        case TagsChanged() as tags:
            return set_fields(ticket, event, tags=_tags_after(ticket, tags))
        case ChecklistItemAdded(text=text):
            item = ChecklistItem(id=event.id, text=text, author=event.actor_id, version=event.version)
            return replace(ticket, checklist=(*ticket.checklist, item))
        case ChecklistItemMarked(item_id=id, mark=mark):
            items = (_marked(item, event, mark) if item.id == id else item for item in ticket.checklist)
            return replace(ticket, checklist=tuple(items))
        case TimeSpent() as spent:
            return replace(ticket, time_spent=(*ticket.time_spent, _entry(event, spent)))
        case TimeCorrected(entry_id=id) as right:
            entries = (_corrected(one, event, right) if one.id == id else one for one in ticket.time_spent)
            return replace(ticket, time_spent=tuple(entries))
    return ticket


def _tags_after(ticket: Ticket, tags: TagsChanged) -> frozenset[str]:
    return ticket.tags - set(map(tag_named, tags.removed)) | set(map(tag_named, tags.added))


def _marked(item: ChecklistItem, event: Event, mark: Mark) -> ChecklistItem:
    return replace(item, mark=mark, author=event.actor_id, version=event.version)


def _entry(event: Event, spent: TimeSpent) -> TimeEntry:
    return TimeEntry(
        id=event.id,
        person_id=event.actor_id,
        minutes=spent.minutes,
        note=spent.note,
        author=event.actor_id,
        version=event.version,
    )


def _corrected(entry: TimeEntry, event: Event, right: TimeCorrected) -> TimeEntry:
    return replace(
        entry, minutes=right.minutes, note=right.note, author=event.actor_id, version=event.version
    )
