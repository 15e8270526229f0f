"""A desktop's notifications without a desktop: notes what is asked of it, and presses buttons."""

from dataclasses import dataclass
from typing import Any

from tests.system.session_service import LIMIT_S, Answer, SessionService

DISMISSED_BY_USER = 2
FIRST_ID = 2**31 + 7
"""The bus's numbers are unsigned."""


@dataclass(frozen=True)
class Notification:
    """What a program asked to show. `buttons`: what they say, by the word for the program."""

    id: int
    replaces: int
    title: str
    body: str
    buttons: dict[str, str]
    hints: dict[str, Any]


class NotificationDaemon(SessionService):
    """Notes everything that is asked for; reads markup, as most do."""

    name = "org.freedesktop.Notifications"
    path = "/org/freedesktop/Notifications"

    def __init__(self, bus: str) -> None:
        super().__init__(bus)
        self.every: list[Notification] = []
        self.closed: list[int] = []

    def on_GetCapabilities(self, _sender: str) -> Answer:  # noqa: N802 - the bus's word
        return "as", (["actions", "body", "body-markup", "persistence"],)

    def on_GetServerInformation(self, _sender: str) -> Answer:  # noqa: N802
        return "ssss", ("test", "itdesk", "1", "1.2")

    def on_Notify(self, _sender: str, *values: Any) -> Answer:  # noqa: N802
        _, replaces, _, title, body, words, hints, _ = values
        id = replaces or FIRST_ID + len(self.every)
        buttons = dict(zip(words[::2], words[1::2], strict=True))
        told = {name: value for name, (_, value) in hints.items()}
        self.every.append(Notification(id, replaces, title, body, buttons, told))
        return "u", (id,)

    def on_CloseNotification(self, _sender: str, id: int) -> Answer:  # noqa: N802
        self.closed.append(id)
        return "", ()

    def wait_for(self, count: int) -> Notification:
        """Wait until so many were asked for, and return the last of them."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.every) >= count, LIMIT_S), self.every
        assert len(self.every) == count
        return self.every[-1]

    def press(self, shown: Notification, action: str) -> None:
        """Press a button; a real desktop then takes the notification away."""
        assert action in shown.buttons
        self.say("ActionInvoked", "us", shown.id, action)
        self.say("NotificationClosed", "uu", shown.id, DISMISSED_BY_USER)
