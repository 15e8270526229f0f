"""What must hold of the helpdesk's own page."""

from itdesk.domain.document_rules.pieces import check_count, check_words
from itdesk.domain.documents.helpdesk import HELPDESK, Helpdesk
from itdesk.domain.limits import LIST_ENTRIES, NAME_CHARS, SHORT_TEXT_CHARS
from itdesk.domain.opening_hours import zone_named
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.text import check_text

MOST_HOURS = 50


def check_helpdesk(helpdesk: Helpdesk) -> None:
    """Raise Refused for the first thing that is wrong."""
    if helpdesk.id != HELPDESK:
        raise refuse(Code.BAD_DOCUMENT, yours=f"There is one helpdesk, with the id “{HELPDESK}”.")
    check_words(helpdesk.name, "name", NAME_CHARS)
    check_text(helpdesk.phone, "phone", SHORT_TEXT_CHARS)
    check_text(helpdesk.address, "address", SHORT_TEXT_CHARS)
    check_text(helpdesk.zone, "time zone", SHORT_TEXT_CHARS)
    check_count(helpdesk.hours, "opening hours", MOST_HOURS)
    check_count(helpdesk.closed_days, "closed days", LIST_ENTRIES)
    if zone_named(helpdesk.zone) is None:
        raise refuse(Code.BAD_DOCUMENT, field="time zone", yours=f"There is no time zone “{helpdesk.zone}”.")
    if any(hours.weekday not in range(7) for hours in helpdesk.hours):
        raise refuse(Code.OUT_OF_RANGE, field="weekday", limit="0 to 6")
