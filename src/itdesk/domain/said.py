"""The words that somebody wrote with a change, whatever else it does."""

from itdesk.domain.changes import (
    CommentAdded,
    Escalated,
    FixConfirmed,
    FollowUpClosed,
    Payload,
    Rated,
    StatusChanged,
    TicketOpened,
)


def words_in(payload: Payload) -> str:
    """Return what somebody wrote with a change, "" where there are no words."""
    match payload:
        case TicketOpened(description=text) | CommentAdded(body=text) | StatusChanged(note=text):
            return text
        case Escalated(reason=text) | FollowUpClosed(outcome=text):
            return text
        case FixConfirmed(comment=text) | Rated(comment=text):
            return text
    return ""
