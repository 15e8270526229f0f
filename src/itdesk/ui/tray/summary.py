"""What the tray has to say, as a value."""

from dataclasses import dataclass
from datetime import datetime

from itdesk.ui.tray_icon import TrayState


@dataclass(frozen=True, kw_only=True)
class Summary:
    """How things stand for the one who is signed in, if anybody is."""

    signed_in: bool = False
    is_staff: bool = False
    online: bool = True
    waiting: int = 0
    unread: int = 0
    last_sync: datetime | None = None
    sign_in_needed: bool = False

    @property
    def state(self) -> TrayState:
        """What the icon shows. An unread answer matters most, then what has not gone out."""
        if self.unread:
            return TrayState.UNREAD
        if self.waiting:
            return TrayState.WAITING
        if not self.online or self.sign_in_needed:
            return TrayState.OFFLINE
        return TrayState.FINE

    @property
    def count(self) -> int:
        """The number that the icon shows, if it shows one."""
        return self.waiting
