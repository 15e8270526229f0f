"""Setting fields that people can contradict each other in: each keeps who set it, and what it was before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from itdesk.domain.custom_fields import SetField
from itdesk.domain.events import Event
from itdesk.domain.ticket import Stamp, Ticket, custom_name


def set_fields(ticket: Ticket, event: Event, **values: Any) -> Ticket:
    """Set fields and stamp each with who set it and what it was."""
    together = tuple(values)
    stamps: dict[str, Any] = {
        field: Stamp(event.id, event.actor_id, event.version, getattr(ticket, field), together)
        for field in together
    }
    return replace(ticket, **values, stamps=replace(ticket.stamps, **stamps))


def set_custom_fields(ticket: Ticket, event: Event, wanted: Mapping[str, SetField | None]) -> Ticket:
    """Set custom fields and stamp each; nothing empties one."""
    together = tuple(custom_name(code) for code in wanted)
    stamps = {
        code: Stamp(event.id, event.actor_id, event.version, ticket.fields.get(code), together)
        for code in wanted
    }
    now = {**ticket.fields, **wanted}
    return replace(
        ticket,
        fields={code: one for code, one in now.items() if one is not None},
        stamps=replace(ticket.stamps, custom={**ticket.stamps.custom, **stamps}),
    )


def fields_set_by(ticket: Ticket, event_id: str) -> tuple[str, ...]:
    """Return the fields that this event set and nobody has set since."""
    return tuple(name for name, stamp in ticket.stamps.every() if stamp.event == event_id)


def undo_fields(ticket: Ticket, event: Event, event_id: str) -> Ticket:
    """Make fields again what they were: an event sets either fixed ones or custom ones."""
    custom = {code: stamp.before for code, stamp in ticket.stamps.custom.items() if stamp.event == event_id}
    if custom:
        return set_custom_fields(ticket, event, custom)
    before = {field: getattr(ticket.stamps, field).before for field in fields_set_by(ticket, event_id)}
    return set_fields(ticket, event, **before)
