"""Asking the requester's computer: IT asks for facts, a picture or to help from afar; she agrees or not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from itdesk.domain.ids import ChangeId, PersonId


class Wanted(StrEnum):
    """What IT asks for."""

    FACTS = "facts"
    SCREENSHOT = "screenshot"
    REMOTE_HELP = "remote_help"


@dataclass(frozen=True, kw_only=True)
class ConsentRequest:
    """One question to the requester. Its id is that of the event that asked."""

    id: ChangeId
    wants: Wanted
    probes: tuple[str, ...] = ()
    """Names of the facts that are wanted; none: all that a report carries."""
    why: str
    asked_by: PersonId
    asked_at: datetime
    agreed: bool | None = None
    """None until she has answered."""
    answered_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentAsked:
    """IT asks for something that only the requester gives."""

    wants: Wanted
    probes: tuple[str, ...] = ()
    why: str


@dataclass(frozen=True, kw_only=True)
class ConsentAnswered:
    """The requester agrees, or does not. What she gives comes with it, as changes of its own."""

    request_id: ChangeId
    agreed: bool


@dataclass(frozen=True, kw_only=True)
class HelpStarted:
    """IT began to help from afar, as was agreed."""

    request_id: ChangeId


Consenting = ConsentAsked | ConsentAnswered | HelpStarted
