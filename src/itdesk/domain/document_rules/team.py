"""What must hold of a team."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_id, check_ids, check_named
from itdesk.domain.documents.team import Team
from itdesk.domain.limits import MEMBERS


def check_team(team: Team) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_named(team.name, "name")
    check_id(team.queue_id, "queue")
    check_ids(team.members, "members", MEMBERS)
    if team.escalates_to is not None:
        check_id(team.escalates_to, "queue")


def named_by_team(team: Team) -> Iterator[Reference]:
    """Yield what must exist."""
    yield Reference("queue", team.queue_id)
    if team.escalates_to is not None:
        yield Reference("queue", team.escalates_to)
    yield from (Reference("person", id) for id in sorted(team.members))
