"""What must hold of a profile."""

from collections.abc import Iterator

from itdesk.domain.document_rules.helpdesk import MOST_HOURS
from itdesk.domain.document_rules.pieces import Reference, check_count, check_skills
from itdesk.domain.documents.profile import Profile
from itdesk.domain.opening_hours import zone_named
from itdesk.domain.refusals import Code, refuse


def check_profile(profile: Profile) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_skills(profile.skills)
    if zone_named(profile.zone) is None:
        raise refuse(Code.BAD_DOCUMENT, field="time zone", yours=f"There is no time zone “{profile.zone}”.")
    check_count(profile.hours, "opening hours", MOST_HOURS)
    if any(hours.weekday not in range(7) for hours in profile.hours):
        raise refuse(Code.OUT_OF_RANGE, field="weekday", limit="0 to 6")
    check_count(profile.closed_days, "closed days")
    check_count(profile.absences, "absences")
    for absence in profile.absences:
        if absence.begins_at.tzinfo is None or absence.ends_at.tzinfo is None:
            raise refuse(Code.BAD_DOCUMENT, field="absences", yours="A time needs its offset from UTC.")
        if absence.ends_at <= absence.begins_at:
            raise refuse(Code.BAD_DOCUMENT, field="absences", yours="It ends before it begins.")


def named_by_profile(profile: Profile) -> Iterator[Reference]:
    """Yield what must exist."""
    yield Reference("person", profile.id)
