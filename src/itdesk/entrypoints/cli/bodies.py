"""What an event says, as one text."""

from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    FixConfirmed,
    Payload,
    PrioritySet,
    Rated,
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.priority import Ranking


def body_of(payload: Payload) -> str:
    """Return the words that a person wrote, or the new value, or nothing."""
    match payload:
        case TicketOpened(description=text) | CommentAdded(body=text) | TitleChanged(title=text):
            return text
        case StatusChanged(to=to, note=note):
            return note or to.value
        case FileAttached(name=name):
            return name
        case FixConfirmed(works=works, comment=comment):
            return comment or ("it works" if works else "it does not work")
        case Rated(score=score, comment=comment):
            return f"{score} of 5. {comment}".rstrip()
    return _value_of(payload)


def _value_of(payload: Payload) -> str:
    match payload:
        case Assigned(to=to):
            return to or ""
        case PrioritySet(impact=impact, urgency=urgency, override=override):
            return f"P{Ranking(impact, urgency, override).priority.value}"
        case DiagnosticsAttached():
            return ""
        case SomethingNewer(kind=kind):
            return kind
    return ""
