"""Notifications of a Linux desktop: org.freedesktop.Notifications on the session bus. Knows no Qt.

A desktop's own service may show buttons, replace and close; Qt's tray messages can do none of it.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from queue import Full, Queue
from threading import Lock, Thread
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.common import RouterClosed
from jeepney.io.threading import DBusConnection, DBusRouter, open_dbus_connection
from jeepney.wrappers import unwrap_msg

logger = logging.getLogger(__name__)

NAME = "org.freedesktop.Notifications"
ADDRESS = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
SIGNALS = MatchRule(type="signal", interface=NAME, path=ADDRESS.object_path)
LIMIT_S = 3.0
SERVERS_CHOICE_MS = -1
LOW, NORMAL = 0, 1
MOST_UNHEARD = 100
TROUBLES = (OSError, KeyError, ValueError, RuntimeError, StopIteration, DBusErrorResponse, RouterClosed)
"""No bus, an address of no use, no answer in time, nobody who shows notifications, a bus that ended."""

Heard = Callable[[int, str], None]
"""Hears a notification's id and the action that was chosen; an empty one when it was closed."""


class NoNotifications(Exception):
    """This desktop shows none now, or did not answer in time."""


@dataclass(frozen=True, kw_only=True)
class BusNotice:
    """What is to be shown, as plain text. `actions` are pairs: our word, and the words for people."""

    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()
    is_quiet: bool = False


class _Router(DBusRouter):  # type: ignore[misc]  # jeepney ships no types
    """A bus that ends while we listen is no crash: the session has ended."""

    def _receiver(self) -> None:
        with suppress(OSError):
            super()._receiver()


class NotificationBus:
    """One connection, opened when it is first needed. From any thread; calls wait at most `LIMIT_S` seconds.

    `heard` is called on a thread of its own.
    """

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._lock = Lock()
        self._connection: DBusConnection | None = None
        self._router: DBusRouter | None = None
        self._capabilities: frozenset[str] = frozenset()
        self._signals: Queue[Any] = Queue(MOST_UNHEARD)

    def show(self, notice: BusNotice, replaces: int = 0) -> int:
        """Show it, in place of the one with the id `replaces`; return its id. Raises NoNotifications.

        0: the service has taken it but did not answer in time; it may still show it.
        """
        with self._lock:
            try:
                self._open()
                arguments = self._arguments(notice, replaces)
                return self._notify(arguments)
            except TROUBLES as error:
                self._let_go()
                raise NoNotifications(str(error)) from error

    def close(self, id: int) -> None:
        """Take it away, if it is still shown."""
        with self._lock:
            if self._router is None:
                return
            with suppress(*TROUBLES):
                self._ask("CloseNotification", "u", (id,))

    def stop(self) -> None:
        """Hear nothing any more."""
        with self._lock:
            self._let_go()

    def _open(self) -> None:
        if self._router is not None:
            return
        self._connection = open_dbus_connection("SESSION", auth_timeout=LIMIT_S)
        self._router = _Router(self._connection)
        self._signals = Queue(MOST_UNHEARD)
        self._router.filter(SIGNALS, queue=self._signals).__enter__()
        Thread(target=self._listen, args=(self._signals,), name="notifications", daemon=True).start()
        self._router.send_and_get_reply(message_bus.AddMatch(SIGNALS), timeout=LIMIT_S)
        self._capabilities = frozenset(self._ask("GetCapabilities", None, ())[0])

    def _notify(self, arguments: tuple[Any, ...]) -> int:
        try:
            return int(self._ask("Notify", "susssasa{sv}i", arguments)[0])
        except TimeoutError:
            logger.warning("the session's notifications are slow: shown, but not to be replaced or closed")
            return 0

    def _ask(self, method: str, signature: str | None, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
        assert self._router is not None
        call = new_method_call(ADDRESS, method, signature, arguments)
        answer: tuple[Any, ...] = unwrap_msg(self._router.send_and_get_reply(call, timeout=LIMIT_S))
        return answer

    def _arguments(self, notice: BusNotice, replaces: int) -> tuple[Any, ...]:
        """Return what Notify takes. A service that reads markup gets none of it from foreign words."""
        body = escape(notice.body, quote=False) if "body-markup" in self._capabilities else notice.body
        actions = notice.actions if "actions" in self._capabilities else ()
        words = [word for pair in actions for word in pair]
        hints = {
            "desktop-entry": ("s", "itdesk"),
            "category": ("s", "im.received"),
            "urgency": ("y", LOW if notice.is_quiet else NORMAL),
        }
        return "itdesk", replaces, "itdesk", notice.title, body, words, hints, SERVERS_CHOICE_MS

    def _listen(self, signals: "Queue[Any]") -> None:
        while (message := signals.get()) is not None:
            match message.header.fields[HeaderFields.member], message.body:
                case "ActionInvoked", (int(id), str(action)):
                    self._heard(id, action)
                case "NotificationClosed", (int(id), *_):
                    self._heard(id, "")

    def _let_go(self) -> None:
        router, self._router = self._router, None
        connection, self._connection = self._connection, None
        if router is not None:
            with suppress(OSError):
                router.close()
            with suppress(Full):
                self._signals.put(None, timeout=LIMIT_S)
        if connection is not None:
            with suppress(OSError):
                connection.close()
