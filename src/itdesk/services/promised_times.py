"""What was promised on a ticket, and how its time is counted: interval by interval. For staff."""

from itdesk.domain.documents import Calendar, Policy
from itdesk.domain.events import Event
from itdesk.domain.ids import TicketId
from itdesk.domain.judgement import foretold
from itdesk.domain.sla.clock import Clock
from itdesk.domain.sla.clockwork import clocks_of
from itdesk.domain.sla.ledger import Account, account_of
from itdesk.domain.sla.promises import Promises
from itdesk.replica import contents
from itdesk.replica.outbox_entry import State
from itdesk.services.desk import Desk


def promised_times(desk: Desk, ticket_id: TicketId) -> tuple[Account, ...]:
    """Return the account of every promised time of a ticket, up to now; own words that wait count already.

    Nothing is told to employees, nor before the whole history is on this computer. Raises WorldFailed.
    """
    desk.replica.catch_up(desk.outbox)
    return tuple(account_of(clock, desk.now()) for clock in _clocks(desk, ticket_id))


def _clocks(desk: Desk, ticket_id: TicketId) -> tuple[Clock, ...]:
    history = _history(desk, ticket_id)
    if not desk.actor.role.is_staff or not history:
        return ()
    calendars, policies = contents.documents(desk.replica, Calendar), contents.documents(desk.replica, Policy)
    return clocks_of([*history, *_own(desk, ticket_id, history)], Promises(calendars, policies))


def _history(desk: Desk, ticket_id: TicketId) -> tuple[Event, ...]:
    """Return the ticket's own events, none when one of them is missing here."""
    held = contents.held_ticket(desk.replica, ticket_id)
    events = () if held is None else tuple(event for event in held.events if event.ticket_id == ticket_id)
    return events if events and events[-1].version == len(events) else ()


def _own(desk: Desk, ticket_id: TicketId, history: tuple[Event, ...]) -> list[Event]:
    """Return the own changes that the history lacks as the events that they will be."""
    here = {event.id for event in history}
    entries = (entry for entry in desk.outbox.entries_of(ticket_id) if entry.state is not State.REFUSED)
    return foretold((entry.change for entry in entries if entry.change.id not in here), history, desk.actor)
