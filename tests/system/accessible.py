"""What a screen reader is told of the programs on a session, asked of them by AT-SPI alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

LIMIT_S = 30
ACCESSIBLE = "org.a11y.atspi.Accessible"
EDITABLE_TEXT = "org.a11y.atspi.EditableText"
TEXT = "org.a11y.atspi.Text"
COMPONENT = "org.a11y.atspi.Component"
ON_SCREEN = 0
ACTION = "org.a11y.atspi.Action"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
LABELLED_BY = 2
"""A kind of relation, from the same list."""
FOCUSABLE, FOCUSED, SHOWING = 11, 12, 25
"""Bits of a state, from at-spi2's atspi-constants.h."""


@dataclass(frozen=True)
class Node:
    """One thing that a screen reader can speak of."""

    bus: DBusConnection
    owner: str
    path: str

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.ask(PROPERTIES, "Get", "ss", ACCESSIBLE, "Name")[0][1])

    @property
    def role(self) -> str:
        """What it is: "push button", "text"."""
        return str(self.ask(ACCESSIBLE, "GetRoleName")[0])

    @property
    def children(self) -> "list[Node]":
        """What is in it."""
        return [Node(self.bus, owner, path) for owner, path in self.ask(ACCESSIBLE, "GetChildren")[0]]

    @property
    def labels(self) -> "list[Node]":
        """What labels it: the name of a list is what is chosen in it."""
        relations = self.ask(ACCESSIBLE, "GetRelationSet")[0]
        return [
            Node(self.bus, owner, path)
            for kind, ends in relations
            if kind == LABELLED_BY
            for owner, path in ends
        ]

    @property
    def middle(self) -> tuple[int, int]:
        """Where it is on the screen, in pixels from its top left corner."""
        x, y, width, height = self.ask(COMPONENT, "GetExtents", "u", ON_SCREEN)[0]
        return x + width // 2, y + height // 2

    def has(self, state: int) -> bool:
        """Tell whether it is in this state."""
        words = self.ask(ACCESSIBLE, "GetState")[0]
        return bool(words[state // 32] >> state % 32 & 1)

    def walk(self) -> "Iterator[Node]":
        """Yield it and all that is in it and to be seen."""
        yield self
        for child in self.children:
            if child.has(SHOWING):
                yield from child.walk()

    def write(self, text: str) -> None:
        """Put a text into a field."""
        assert self.ask(EDITABLE_TEXT, "SetTextContents", "s", text)[0]

    def read(self) -> str:
        """Return the text of a field."""
        return str(self.ask(TEXT, "GetText", "ii", 0, -1)[0])

    def press(self) -> None:
        """Do the first thing that can be done with it."""
        assert self.ask(ACTION, "DoAction", "i", 0)[0]

    def ask(self, interface: str, member: str, signature: str | None = None, *values: Any) -> Any:
        """Call a method, and return what it answers."""
        address = DBusAddress(self.path, self.owner, interface)
        call = new_method_call(address, member, signature, values)
        return unwrap_msg(self.bus.send_and_get_reply(call, timeout=LIMIT_S))


def open_accessibility_bus(session_bus: str) -> DBusConnection:
    """Return a connection to the bus on which programs speak to screen readers."""
    with open_dbus_connection(session_bus) as session:
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        [address] = unwrap_msg(session.send_and_get_reply(new_method_call(launcher, "GetAddress")))
    return open_dbus_connection(address)


def programs(bus: DBusConnection) -> list[Node]:
    """Return the programs that speak to screen readers."""
    return Node(bus, REGISTRY, ROOT).children


def frames(bus: DBusConnection, title: str) -> list[Node]:
    """Return the windows whose names hold this."""
    return [frame for program in programs(bus) for frame in program.children if title in frame.name]


def find(window: Node, role: str, name: str) -> Node:
    """Return the one thing that is to be seen and has this role and this name."""
    [found] = [node for node in window.walk() if (node.role, node.name) == (role, name)]
    return found


def has(window: Node, role: str, name: str) -> bool:
    """Tell whether there is such a thing."""
    return any((node.role, node.name) == (role, name) for node in window.walk())
