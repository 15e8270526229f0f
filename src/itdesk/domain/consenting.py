"""Consent of the requester: who may ask and answer what, and how it is folded."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from itdesk.domain import limits
from itdesk.domain.changes import Payload
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, ConsentRequest, HelpStarted, Wanted
from itdesk.domain.events import Event
from itdesk.domain.ids import is_id
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.text import check_text
from itdesk.domain.ticket import Ticket

LEAVE = timedelta(hours=limits.LEAVE_HOURS)
PROBE_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


def check_consent(payload: Payload) -> None:
    """Raise Refused when words or names of it cannot be kept."""
    match payload:
        case ConsentAsked(wants=wants, probes=probes, why=why):
            check_text(why, "why", limits.SHORT_TEXT_CHARS, required=True)
            if len(probes) > limits.CONSENT_PROBES:
                limit = str(limits.CONSENT_PROBES)
                raise refuse(Code.TOO_MANY, field="facts", yours=str(len(probes)), limit=limit)
            is_named = all(PROBE_NAME.fullmatch(name) for name in probes)
            if not is_named or (probes and wants is not Wanted.FACTS):
                raise refuse(Code.BAD_SHAPE, yours="ConsentAsked")
        case ConsentAnswered(request_id=id) | HelpStarted(request_id=id):
            if not is_id(id):
                raise refuse(Code.UNKNOWN_ENTRY, field="consent")


def check_consenting(ticket: Ticket, payload: Payload, now: datetime) -> None:
    """Raise Refused when there is nothing to answer, it was answered, or nothing was agreed to lately."""
    match payload:
        case ConsentAsked():
            if not ticket.status.is_open:
                raise refuse(Code.ILLEGAL_TRANSITION, theirs=ticket.status, yours="consent")
            if len(ticket.consents) >= limits.CONSENTS:
                limit = str(limits.CONSENTS)
                raise refuse(Code.TOO_MANY, field="consent", yours=str(len(ticket.consents)), limit=limit)
        case ConsentAnswered(request_id=id):
            if request_of(ticket, id).agreed is not None:
                raise refuse(Code.ALREADY_EXISTS)
        case HelpStarted(request_id=id):
            request = request_of(ticket, id)
            is_old = request.answered_at is None or now - request.answered_at > LEAVE
            if request.wants is not Wanted.REMOTE_HELP or not request.agreed or is_old:
                raise refuse(Code.NOT_ALLOWED)


def request_of(ticket: Ticket, id: str) -> ConsentRequest:
    """Return the request with this id. Raises Refused when there is none."""
    found = next((one for one in ticket.consents if one.id == id), None)
    if found is None:
        raise refuse(Code.UNKNOWN_ENTRY, field="consent")
    return found


def open_request(ticket: Ticket) -> ConsentRequest | None:
    """Return the oldest request that waits for the requester."""
    return next((one for one in ticket.consents if one.agreed is None), None)


def agreed_help(ticket: Ticket) -> ConsentRequest | None:
    """Return the newest consent to help from afar."""
    agreed = (one for one in ticket.consents if one.wants is Wanted.REMOTE_HELP and one.agreed)
    return max(agreed, key=lambda one: (one.answered_at or one.asked_at, one.id), default=None)


def consent(ticket: Ticket, event: Event) -> Ticket:
    """Return the ticket after an event that asks for consent or answers; after others as it is."""
    match event.payload:
        case ConsentAsked(wants=wants, probes=probes, why=why):
            asked = ConsentRequest(
                id=event.id, wants=wants, probes=probes, why=why, asked_by=event.actor_id, asked_at=event.at
            )
            return replace(ticket, consents=(*ticket.consents, asked))
        case ConsentAnswered(request_id=id, agreed=agreed):
            after = (
                replace(one, agreed=agreed, answered_at=event.at) if one.id == id else one
                for one in ticket.consents
            )
            return replace(ticket, consents=tuple(after))
    return ticket
