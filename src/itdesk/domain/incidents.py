"""Major incidents: one ticket stands for a trouble that many have, and everybody is told of it.

A lead declares it, in words for everybody. It ends when somebody says so, or by itself when nobody works on
the ticket any more; then it goes on when somebody does again. What employees see of it is an announcement.
"""

from dataclasses import replace
from datetime import UTC, datetime

from itdesk.domain.changes import MajorIncidentDeclared, MajorIncidentEnded
from itdesk.domain.document_rules.announcement import check_announcement
from itdesk.domain.documents.announcement import Announcement, AnnouncementKind
from itdesk.domain.ids import AnnouncementId, TicketId
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.status import Status
from itdesk.domain.ticket import Incident, Ticket


def announcement_of(ticket_id: TicketId) -> AnnouncementId:
    """Return which announcement tells of the ticket as a major incident: it has the ticket's own id."""
    return AnnouncementId(ticket_id)


def declared(told: MajorIncidentDeclared, at: datetime) -> Incident:
    """Return the incident that begins with these words."""
    return Incident(title=told.title, body=told.body, symptoms=told.symptoms, began_at=at)


def ended(incident: Incident | None, at: datetime) -> Incident | None:
    """Return the incident after somebody said that it is over."""
    return incident and replace(incident, ended_at=at, ended_with_ticket=False)


def in_step(ticket: Ticket, at: datetime) -> Ticket:
    """Return the ticket with its incident as it must be: there only while somebody works on the ticket."""
    incident, is_worked_on = ticket.incident, ticket.status.is_open
    if incident is None:
        return ticket
    if incident.stands and not is_worked_on:
        return replace(ticket, incident=replace(incident, ended_at=at, ended_with_ticket=True))
    if incident.ended_with_ticket and is_worked_on:
        return replace(ticket, incident=replace(incident, ended_at=None, ended_with_ticket=False))
    return ticket


def is_major(ticket: Ticket) -> bool:
    """Tell whether it is a major incident now."""
    return ticket.incident is not None and ticket.incident.stands


def is_announced(ticket: Ticket) -> bool:
    """Tell whether an announcement follows it, now or when something is taken back."""
    return ticket.stamps.incident is not None


def check_declaration(told: MajorIncidentDeclared) -> None:
    """Raise Refused for words that no announcement could carry."""
    check_announcement(_announcement(AnnouncementId(""), declared(told, datetime.max.replace(tzinfo=UTC))))


def check_incident(ticket: Ticket, asked: MajorIncidentDeclared | MajorIncidentEnded) -> None:
    """Raise Refused unless there is nothing to declare yet, or something to end.

    Declared is it once: from then on its announcement is where the words are changed.
    """
    if isinstance(asked, MajorIncidentEnded):
        if not is_major(ticket):
            raise refuse(Code.NO_INCIDENT)
        return
    if not ticket.status.is_open:
        raise refuse(Code.ILLEGAL_TRANSITION, theirs=ticket.status, yours=Status.OPEN)
    if is_major(ticket):
        raise refuse(Code.INCIDENT_STANDS)


def announced(
    held: Announcement | None, was: Incident | None, ticket: Ticket, at: datetime
) -> Announcement | None:
    """Return the announcement as it must be when the incident `was` becomes the ticket's; `None`: as it is.

    Declaring writes all of it. After that only its end follows the ticket: what somebody has made of the
    words or the times meanwhile stays, and what was deleted is not made again.
    """
    now = ticket.incident
    if now is not None and (was is None or was.began_at != now.began_at):
        told = _announcement(announcement_of(ticket.id), now)
        return replace(told, people=max(1, held.people if held else 0))
    if held is None or was is None or was == now:
        return None
    if now is not None and now.stands:
        return replace(held, ends_at=None) if held.ends_at == was.ended_at else None
    return _ended(held, at) if was.stands else None


def _announcement(id: AnnouncementId, incident: Incident) -> Announcement:
    return Announcement(
        id=id,
        title=incident.title,
        body=incident.body,
        kind=AnnouncementKind.OUTAGE,
        symptoms=incident.symptoms,
        begins_at=incident.began_at,
        ends_at=incident.ended_at,
    )


def _ended(held: Announcement, at: datetime) -> Announcement | None:
    """One that has ended before, stays so; one that is yet to begin never does."""
    if held.ends_at is not None and held.ends_at <= at:
        return None
    return replace(held, ends_at=max(at, held.begins_at))
