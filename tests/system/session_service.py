"""A small program on the session bus: it owns a name, and answers calls by a method of its own for each."""

from contextlib import suppress
from threading import Condition, Event, Thread
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.threading import DBusConnection, DBusRouter, ReceiveStopped, open_dbus_connection
from jeepney.wrappers import unwrap_msg

LIMIT_S = 90
PROPERTIES = "org.freedesktop.DBus.Properties"
Answer = tuple[str, tuple[Any, ...]]
"""A signature, and values that have it."""


class SessionService:
    """Answers `Member` by `on_Member(sender, *arguments)`, which returns an `Answer`."""

    name = ""
    path = ""

    def __init__(self, bus: str) -> None:
        self._bus = bus
        self._connection: DBusConnection = open_dbus_connection(bus)
        self._is_owner = Event()
        self.changed = Condition()
        self._thread = Thread(target=self._serve, daemon=True)
        self._asking: DBusConnection = open_dbus_connection(bus)
        self._router = DBusRouter(self._asking)

    def __enter__(self) -> Self:
        self._thread.start()
        # Asked for by who answers already: what comes at once must not get lost.
        self._connection.send(message_bus.RequestName(self.name))
        assert self._is_owner.wait(LIMIT_S), f"{self.name} is somebody else's"
        return self

    def __exit__(self, *_error: object) -> None:
        self._router.close()
        self._asking.close()
        self._connection.interrupt()
        self._thread.join(LIMIT_S)
        self._connection.close()

    def ask(self, address: DBusAddress, member: str, signature: str | None = None, *values: Any) -> Any:
        """Call another program, and return what it answers."""
        call = new_method_call(address, member, signature, values)
        return unwrap_msg(self._router.send_and_get_reply(call, timeout=LIMIT_S))

    def say(self, member: str, signature: str, *values: Any) -> None:
        """Emit a signal of our own interface."""
        ours = DBusAddress(self.path, interface=self.name)
        self._connection.send(new_signal(ours, member, signature, values))

    def listen(self, rule: MatchRule, queue: Any) -> None:
        """Put every message that has this form into `queue`."""
        self._router.filter(rule, queue=queue).__enter__()
        self._router.send_and_get_reply(message_bus.AddMatch(rule), timeout=LIMIT_S)

    def leave(self) -> None:
        """Give the name back: whoever watches it sees us gone."""
        self._connection.send(message_bus.ReleaseName(self.name))

    def _serve(self) -> None:
        with suppress(ReceiveStopped, OSError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._connection.send(self._answer(message))
                elif self._tells_our_name(message):
                    self._is_owner.set()

    def _tells_our_name(self, message: Any) -> bool:
        member = message.header.fields.get(HeaderFields.member)
        return member == "NameAcquired" and self.name in message.body

    def _answer(self, message: Any) -> Any:
        fields = message.header.fields
        method = getattr(self, f"on_{fields[HeaderFields.member]}", None)
        if method is None:
            return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
        with self.changed:
            signature, values = method(fields[HeaderFields.sender], *message.body)
            self.changed.notify_all()
        return new_method_return(message, signature or None, values)
