"""Reporting a problem."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category, Concerns
from itdesk.domain.changes import Change, DiagnosticsAttached, ParticipantAdded, Payload, TicketOpened
from itdesk.domain.custom_fields import FieldValue
from itdesk.domain.ids import ChangeId, PersonId, TicketId, new_id
from itdesk.domain.judgement import check_content, judge
from itdesk.domain.priority import Urgency
from itdesk.replica.outbox import Draft
from itdesk.services.asking import NewFile, Saved, attach, file_from_path
from itdesk.services.custom_fields import check_at_opening
from itdesk.services.desk import Desk

__all__ = ["NewFile", "Report", "Saved", "file_from_path", "report_problem", "send_now", "withdraw"]


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
    reader_login: str = ""
    """A colleague who shall read along; where nobody signs in so, that alone is refused, not the report."""
    since: datetime | None = None
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    """Custom fields of the category that everybody on the ticket sees; `custom_fields.asked_at_opening`."""
    files: tuple[NewFile, ...] = ()
    facts: str | None = None


def report_problem(
    desk: Desk, report: Report, *, in_place_of_draft: str | None = None, hold_s: float = 0
) -> Saved:
    """Save the report with its facts and files in one commit; the draft, if one is named, is done with.

    It goes out after `hold_s` seconds and can be withdrawn until then, whatever becomes of this program
    meanwhile. Raises Refused when something in it cannot be sent, WorldFailed when it cannot be saved.
    """
    opening = _change(desk, TicketId(new_id()), _opened(report))
    if hold_s > 0:
        opening = replace(opening, not_before=opening.made_at + timedelta(seconds=hold_s))
    judge(desk.actor, None, opening, desk.now())
    check_at_opening(desk, report.category, report.fields)
    changes = [opening]
    if report.facts is not None:
        facts = DiagnosticsAttached(facts=report.facts)
        check_content(facts)
        attachment = _change(desk, opening.ticket_id, facts, after=(opening.id,))
        changes.append(replace(attachment, not_before=opening.not_before))
    if report.reader_login:
        invited = ParticipantAdded(login=report.reader_login.strip())
        check_content(invited)
        invitation = _change(desk, opening.ticket_id, invited, after=(opening.id,))
        changes.append(replace(invitation, not_before=opening.not_before))
    attached, kept = attach(desk, opening, report.files, _audience_of_files(desk, report))
    desk.save([*changes, *attached], kept, in_place_of_draft=in_place_of_draft)
    return Saved(change_id=opening.id, ticket_id=opening.ticket_id)


def withdraw(desk: Desk, saved: Saved, *, draft_key: str, draft: str) -> None:
    """Take back a report that is held, with its facts and files; `draft` is kept again in the same commit.

    Raises Refused when it may have reached the server, WorldFailed; then it stays as it was.
    """
    desk.outbox.take_back(saved.change_id, as_draft=Draft(draft_key, draft, desk.now()))
    desk.replica.catch_up(desk.outbox)


def send_now(desk: Desk, saved: Saved) -> None:
    """Hold a report back no longer. Raises WorldFailed."""
    desk.outbox.release(saved.change_id)
    desk.wake()


def _audience_of_files(desk: Desk, report: Report) -> Audience:
    """Who reports for somebody else reads along: her files are for both."""
    is_hers = report.requester_id in (None, desk.account.person_id)
    return Audience.REQUESTER if is_hers else Audience.PARTICIPANTS


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
        since=report.since,
        fields=report.fields,
    )


def _change(desk: Desk, ticket_id: TicketId, payload: Payload, after: tuple[ChangeId, ...] = ()) -> Change:
    return Change(
        id=ChangeId(new_id()), ticket_id=ticket_id, payload=payload, after=after, made_at=desk.now()
    )
