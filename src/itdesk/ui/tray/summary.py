"""What the tray has to say, as a value."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from itdesk.ui.tray_icon import TrayState

if TYPE_CHECKING:
    from itdesk.services.helpdesk import HelpdeskNow
    from itdesk.services.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Summary:
    """How things stand for the one who is signed in, if anybody is. `announced` counts what IT tells now."""

    signed_in: bool = False
    is_staff: bool = False
    is_verified: bool = True
    online: bool = True
    waiting: int = 0
    unread: int = 0
    announced: int = 0
    last_sync: datetime | None = None
    sign_in_needed: bool = False
    helpdesk: "HelpdeskNow | None" = None
    turn: datetime | None = None
    """When something announced begins or ends by itself."""

    @property
    def state(self) -> TrayState:
        """What the icon shows. An unread answer matters most, then what has not gone out."""
        if self.unread:
            return TrayState.UNREAD
        if self.waiting:
            return TrayState.WAITING
        if not self.online or self.sign_in_needed:
            return TrayState.OFFLINE
        if self.announced:
            return TrayState.ANNOUNCED
        return TrayState.FINE

    @property
    def count(self) -> int:
        """The number that the icon shows, if it shows one."""
        return self.waiting


def summary_of(
    standing: "Standing", announced: int, helpdesk: "HelpdeskNow | None", turn: datetime | None
) -> Summary:
    """Return what the tray says of these."""
    return Summary(
        signed_in=True,
        is_staff=standing.is_staff,
        is_verified=standing.is_verified,
        online=standing.online,
        waiting=standing.pending,
        unread=standing.unread,
        announced=announced,
        last_sync=standing.last_sync,
        sign_in_needed=standing.sign_in_needed,
        helpdesk=helpdesk,
        turn=turn,
    )
