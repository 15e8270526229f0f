"""The tickets around one, as far as this computer knows them: enough to foretell what the server will say."""

from itdesk.domain.ids import ChangeId, PersonId, TicketId
from itdesk.domain.ticket import Ticket
from itdesk.domain.together import MOVABLE, Around, Message
from itdesk.replica import contents
from itdesk.services.desk import Desk


def around(desk: Desk, opening: Ticket | None = None) -> Around:
    """Return what is known here; `opening` is a ticket that is about to be opened."""

    def ticket(id: TicketId) -> Ticket | None:
        if opening is not None and opening.id == id:
            return opening
        held = contents.held_ticket(desk.replica, id)
        return held.shown if held else None

    def message(id: ChangeId) -> Message | None:
        event = contents.event(desk.replica, id)
        is_one = event is not None and isinstance(event.payload, MOVABLE)
        return Message(event.ticket_id, event.audience) if event and is_one else None

    def is_staff(id: PersonId) -> bool:
        person = contents.person(desk.replica, id)
        return person is not None and person.role.is_staff

    return Around(ticket=ticket, sees=_everything_here, message=message, is_staff=is_staff)


def _everything_here(_ticket: Ticket) -> bool:
    """What this person may not see is not on this computer."""
    return True
