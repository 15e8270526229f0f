"""Asking the requester's computer: IT asks, she agrees or not, and what she gives lands in the ticket."""

from itdesk.domain.audience import Audience
from itdesk.domain.changes import DiagnosticsAttached
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted, Wanted
from itdesk.domain.ids import ChangeId, TicketId
from itdesk.services.asking import NewFile, Saved, ask, attach, form, form_all
from itdesk.services.desk import Desk


def ask_for(desk: Desk, ticket_id: TicketId, wants: Wanted, why: str, probes: tuple[str, ...] = ()) -> Saved:
    """Ask the requester; `probes` names facts, none: the usual ones. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, ConsentAsked(wants=wants, probes=probes, why=why))


def answer(desk: Desk, ticket_id: TicketId, request_id: ChangeId, *, agreed: bool) -> Saved:
    """Agree, where nothing has to go along, or do not. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, ConsentAnswered(request_id=request_id, agreed=agreed))


def give_facts(desk: Desk, ticket_id: TicketId, request_id: ChangeId, facts: str) -> Saved:
    """Agree, and let the facts (a JSON document) go along, in one commit. Raises Refused and WorldFailed."""
    payloads = (ConsentAnswered(request_id=request_id, agreed=True), DiagnosticsAttached(facts=facts))
    changes = form_all(desk, ticket_id, payloads)
    desk.save(changes)
    return Saved(change_id=changes[0].id, ticket_id=ticket_id)


def give_picture(desk: Desk, ticket_id: TicketId, request_id: ChangeId, picture: NewFile) -> Saved:
    """Agree, and let a picture of the screen go along, for the eyes of IT. Raises Refused and WorldFailed."""
    agreed = form(desk, ticket_id, ConsentAnswered(request_id=request_id, agreed=True))
    attached, kept = attach(desk, agreed, (picture,), Audience.REQUESTER)
    desk.save([agreed, *attached], kept)
    return Saved(change_id=agreed.id, ticket_id=ticket_id)


def note_help(desk: Desk, ticket_id: TicketId, request_id: ChangeId) -> Saved:
    """Note that IT helps from afar now, as was agreed. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, HelpStarted(request_id=request_id))
