"""What IT notes while it works on a ticket: tags, a checklist, time spent; and who watches it."""

from collections.abc import Collection

from itdesk.domain.changes import ParticipantAdded, ParticipantRemoved
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.domain.worklog import (
    ChecklistItemAdded,
    ChecklistItemMarked,
    Mark,
    TagsChanged,
    TimeCorrected,
    TimeSpent,
)
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk


def change_tags(
    desk: Desk, ticket_id: TicketId, *, added: Collection[str] = (), removed: Collection[str] = ()
) -> Saved:
    """Give the ticket tags and take others away. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, TagsChanged(added=tuple(added), removed=tuple(removed)))


def add_item(desk: Desk, ticket_id: TicketId, text: str) -> Saved:
    """Add a point to the checklist; its id is that of the change. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, ChecklistItemAdded(text=text))


def mark_item(desk: Desk, ticket_id: TicketId, item_id: ChangeId, mark: Mark) -> Saved:
    """Tick a point of the checklist, open it again, or remove it. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, ChecklistItemMarked(item_id=item_id, mark=mark))


def note_time(desk: Desk, ticket_id: TicketId, minutes: int, note: str = "") -> Saved:
    """Note how long this person worked on the ticket. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, TimeSpent(minutes=minutes, note=note))


def correct_time(desk: Desk, ticket_id: TicketId, entry_id: ChangeId, minutes: int, note: str = "") -> Saved:
    """Correct an own entry, or as a lead anybody's; 0 minutes: take it back. Raises Refused, WorldFailed."""
    return ask(desk, ticket_id, TimeCorrected(entry_id=entry_id, minutes=minutes, note=note))


def watch(desk: Desk, ticket_id: TicketId) -> Saved:
    """Follow a ticket of others. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, ParticipantAdded(person_id=desk.account.person_id))


def watch_no_more(desk: Desk, ticket_id: TicketId) -> Saved:
    """Follow the ticket no more. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, ParticipantRemoved(person_id=desk.account.person_id))
