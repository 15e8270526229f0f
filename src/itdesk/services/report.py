"""Reporting a problem."""

from dataclasses import dataclass

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.changes import Change, DiagnosticsAttached, Payload, TicketOpened
from itdesk.domain.ids import ChangeId, PersonId, TicketId, new_id
from itdesk.domain.judgement import check_content, judge
from itdesk.domain.priority import Urgency
from itdesk.services.asking import NewFile, Saved, attach, file_from_path
from itdesk.services.desk import Desk

__all__ = ["NewFile", "Report", "Saved", "file_from_path", "report_problem"]


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a person reports. `facts` is the JSON text exactly as she saw it."""

    title: str
    description: str = ""
    symptom: str = ""
    category: Category = Category.OTHER
    urgency: Urgency = Urgency.MEDIUM
    concerns: Concerns = Concerns.THIS_COMPUTER
    place: str = ""
    contact: str = ""
    requester_id: PersonId | None = None
    files: tuple[NewFile, ...] = ()
    facts: str | None = None


def report_problem(desk: Desk, report: Report, *, in_place_of_draft: str | None = None) -> Saved:
    """Save the report with its facts and files in one commit; the draft, if one is named, is done with.

    Raises Refused when something in it cannot be sent, WorldFailed when it cannot be saved.
    """
    opening = _change(desk, TicketId(new_id()), _opened(report))
    judge(desk.actor, None, opening, desk.now())
    changes = [opening]
    if report.facts is not None:
        facts = DiagnosticsAttached(facts=report.facts)
        check_content(facts)
        changes.append(_change(desk, opening.ticket_id, facts, after=(opening.id,)))
    attached, kept = attach(desk, opening, report.files, Audience.REQUESTER)
    desk.save([*changes, *attached], kept, in_place_of_draft=in_place_of_draft)
    return Saved(change_id=opening.id, ticket_id=opening.ticket_id)


def _opened(report: Report) -> TicketOpened:
    return TicketOpened(
        title=report.title,
        description=report.description,
        category=report.category,
        symptom=report.symptom,
        urgency=report.urgency,
        concerns=report.concerns,
        place=report.place,
        contact=report.contact,
        requester_id=report.requester_id,
    )


def _change(desk: Desk, ticket_id: TicketId, payload: Payload, after: tuple[ChangeId, ...] = ()) -> Change:
    return Change(
        id=ChangeId(new_id()), ticket_id=ticket_id, payload=payload, after=after, made_at=desk.now()
    )
