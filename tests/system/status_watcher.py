"""A panel without a panel: org.kde.StatusNotifierWatcher, and a host that reads icon and menu and clicks."""

from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress

from tests.system.session_service import LIMIT_S, PROPERTIES, Answer, SessionService

ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
INTROSPECTION = """
<node><interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>
"""


@dataclass(frozen=True)
class Line:
    """One line of the menu."""

    id: int
    text: str
    is_enabled: bool


class StatusWatcher(SessionService):
    """Waits for the program's icon; then does what a person does with it."""

    name = "org.kde.StatusNotifierWatcher"
    path = "/StatusNotifierWatcher"

    def __init__(self, bus: str) -> None:
        super().__init__(bus)
        self.items: list[str] = []

    # What a program asks of a watcher

    def on_Introspect(self, _sender: str) -> Answer:  # noqa: N802 - the bus's word
        return "s", (INTROSPECTION,)

    def on_Get(self, _sender: str, _interface: str, name: str) -> Answer:  # noqa: N802
        values = {
            "IsStatusNotifierHostRegistered": ("b", True),
            "ProtocolVersion": ("i", 0),
            "RegisteredStatusNotifierItems": ("as", self.items),
        }
        return "v", (values[name],)

    def on_RegisterStatusNotifierItem(self, sender: str, item: str) -> Answer:  # noqa: N802
        self.items.append(item if item.startswith(("org.", ":")) else sender)
        return "", ()

    # What a person does

    def wait_for_icon(self) -> None:
        """Wait until the program has its icon here."""
        with self.changed:
            assert self.changed.wait_for(lambda: self.items, LIMIT_S), "no icon came"

    def icon(self, name: str) -> Any:
        """Return a property of the icon."""
        item = DBusAddress("/StatusNotifierItem", bus_name=self.items[-1], interface=PROPERTIES)
        return self.ask(item, "Get", "ss", ITEM, name)[0][1]

    def pixels(self) -> bytes:
        """Return the icon at its largest, as pixels."""
        largest: tuple[int, int, bytes] = max(self.icon("IconPixmap"))
        return largest[2]

    def tool_tip(self) -> str:
        """Return what it says when pointed at."""
        text: str = self.icon("ToolTip")[2]
        return text

    def activate(self) -> None:
        """Click on the icon."""
        item = DBusAddress("/StatusNotifierItem", bus_name=self.items[-1], interface=ITEM)
        self.ask(item, "Activate", "ii", 0, 0)

    def menu(self) -> list[Line]:
        """Open the menu and return its lines, without those between groups."""
        self.ask(self._menu, "AboutToShow", "i", 0)
        _, (_, _, children) = self.ask(self._menu, "GetLayout", "iias", 0, -1, [])
        return [line for _, child in children if (line := _line(child)) is not None]

    def choose(self, text: str) -> None:
        """Click on the line that begins like this."""
        line = next(line for line in self.menu() if line.text.startswith(text))
        self.ask(self._menu, "Event", "isvu", line.id, "clicked", ("i", 0), 0)

    @property
    def _menu(self) -> DBusAddress:
        return DBusAddress(self.icon("Menu"), bus_name=self.items[-1], interface=MENU)


def _line(child: tuple[int, dict[str, tuple[str, Any]], list[Any]]) -> Line | None:
    id, properties, _ = child
    told = {name: value for name, (_, value) in properties.items()}
    if told.get("type") == "separator":
        return None
    return Line(id, told.get("label", "").replace("_", ""), told.get("enabled", True))
