"""What must hold of a calendar: `domain.calendar_rules` says it."""

from itdesk.domain.calendar_rules import BadCalendar, check_calendar
from itdesk.domain.document_rules.pieces import check_named
from itdesk.domain.documents.calendar import Calendar
from itdesk.domain.refusals import Code, refuse


def check_hours(calendar: Calendar) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_named(calendar.name, "name")
    try:
        check_calendar(calendar)
    except BadCalendar as error:
        raise refuse(Code.BAD_DOCUMENT, yours=str(error)) from None
