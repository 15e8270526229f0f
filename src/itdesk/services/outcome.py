"""What the requester says about the help."""

from itdesk.domain.changes import FixConfirmed, Rated
from itdesk.domain.ids import TicketId
from itdesk.services.asking import Saved, ask
from itdesk.services.desk import Desk


def confirm_fix(desk: Desk, ticket_id: TicketId, works: bool, comment: str = "") -> Saved:  # noqa: FBT001
    """Say whether it works now. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, FixConfirmed(works=works, comment=comment))


def rate(desk: Desk, ticket_id: TicketId, score: int, comment: str = "") -> Saved:
    """Say how good the help was, 1 to 5. Raises Refused and WorldFailed."""
    return ask(desk, ticket_id, Rated(score=score, comment=comment))
