"""Colleagues who read along on a ticket: whom one may invite, who does, and who no longer shall."""

from itdesk.domain.changes import ParticipantAdded, ParticipantRemoved
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.logins import fold_login
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.ticket import Ticket
from itdesk.replica import contents
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk


def invitable(desk: Desk, ticket: Ticket) -> tuple[Person, ...]:
    """Return the colleagues known here who do not see this ticket yet, by name. IT sees it anyway.

    Raises WorldFailed.
    """
    inside = ticket.participants | {ticket.requester_id, desk.account.person_id}
    everybody = contents.people(desk.replica)
    return tuple(
        one for one in everybody if one.role.is_verified and not one.role.is_staff and one.id not in inside
    )


def invite(desk: Desk, ticket_id: TicketId, person_id: PersonId) -> Saved:
    """Let a colleague read the conversation and answer. Raises Refused and WorldFailed."""
    colleague = contents.person(desk.replica, person_id)
    if colleague is None:
        raise refuse(Code.UNKNOWN_PERSON, yours=person_id)
    return ask(desk, ticket_id, ParticipantAdded(person_id=person_id))


def invite_by_login(desk: Desk, ticket_id: TicketId, login: str) -> Saved:
    """Let the colleague who signs in so read the conversation and answer.

    Whom this computer does not know the server finds; nobody, and it refuses. Raises Refused and WorldFailed.
    """
    wanted = fold_login(login)
    known = next((one for one in contents.people(desk.replica) if one.login == wanted), None)
    if known is not None:
        return invite(desk, ticket_id, known.id)
    return ask(desk, ticket_id, ParticipantAdded(login=login.strip()))


def remove(desk: Desk, ticket_id: TicketId, person_id: PersonId) -> Saved:
    """Let a colleague, or oneself, read along no more. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, ParticipantRemoved(person_id=person_id))
