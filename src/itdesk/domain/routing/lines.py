"""Lines of support: where a ticket goes that a team cannot solve."""

from collections.abc import Iterable
from operator import attrgetter

from itdesk.domain.documents.team import Team
from itdesk.domain.ids import QueueId

NO_LINE = 0


def line_of(teams: Iterable[Team], queue_id: QueueId | None) -> int:
    """Return the line of the team whose queue this is, 1 to 3; 0 when it is no team's."""
    return max((team.line for team in teams if team.queue_id == queue_id), default=NO_LINE)


def next_queue(teams: Iterable[Team], queue_id: QueueId | None) -> QueueId | None:
    """Return where a ticket in this queue is escalated to; `None` at the top.

    That is what its team says, else the first team of the lowest line above, by id.
    """
    listed = sorted(teams, key=attrgetter("line", "id"))
    said = next((team.escalates_to for team in listed if team.queue_id == queue_id), None)
    if said is not None:
        return said
    line = line_of(listed, queue_id)
    return next((team.queue_id for team in listed if team.line > line), None)


def is_higher(teams: Iterable[Team], from_queue: QueueId | None, to_queue: QueueId) -> bool:
    """Tell whether a ticket may be escalated so: upwards, or to where its team hands on."""
    listed = list(teams)
    is_said = next_queue(listed, from_queue) == to_queue
    return is_said or line_of(listed, to_queue) > line_of(listed, from_queue)
