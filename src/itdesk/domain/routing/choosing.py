"""Who takes a ticket: of those who are there and know enough, by turns or by load. The same for everybody."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from itdesk.domain.documents.helpdesk import Helpdesk
from itdesk.domain.documents.profile import Profile
from itdesk.domain.documents.team import Assigning, Team
from itdesk.domain.ids import PersonId
from itdesk.domain.opening_hours import OpenTime
from itdesk.domain.skills import Skill, has_skills


def is_available(profile: Profile, at: datetime) -> bool:
    """Tell whether she works at this time and is not absent."""
    if any(absence.begins_at <= at < absence.ends_at for absence in profile.absences):
        return False
    hours = Helpdesk(zone=profile.zone, hours=profile.hours, closed_days=profile.closed_days)
    return not profile.hours or OpenTime(hours).is_open(at)


def candidates(
    team: Team, profiles: Mapping[PersonId, Profile], needed: Collection[Skill], at: datetime
) -> list[PersonId]:
    """Return the members who are available now and know what is needed, in the order of their ids.

    Who has no profile is always there, and is not known to know anything.
    """
    known = {id: profiles.get(id) or Profile(id=id) for id in sorted(team.members)}
    return [id for id, one in known.items() if is_available(one, at) and has_skills(one.skills, needed)]


def choose(
    assigning: Assigning, able: Sequence[PersonId], last: PersonId | None, loads: Mapping[PersonId, int]
) -> PersonId | None:
    """Return who takes the next ticket; `None` when it is to be given by hand, or nobody is able.

    `able` is sorted; `last` took the one before. By load, who comes next in turn is first among equals.
    """
    if assigning is Assigning.BY_HAND or not able:
        return None
    in_turn = sorted(able, key=lambda id: (last is not None and id <= last, id))
    if assigning is Assigning.LEAST_LOADED:
        return min(in_turn, key=lambda id: loads.get(id, 0))
    return in_turn[0]
