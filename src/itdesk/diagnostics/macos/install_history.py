"""What was ever installed on this Mac, as macOS and its installers write it down."""

from dataclasses import dataclass
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.json_answer import rows
from itdesk.diagnostics.macos.item import as_item, first_text
from itdesk.diagnostics.macos.property_list import moment, parse_plist
from itdesk.diagnostics.text_file import read_bytes

HISTORY = Path("/Library/Receipts/InstallHistory.plist")
FILE_BYTES = 8 * 1024 * 1024
BACKGROUND = "config-data"
SYSTEMS = ("macOS ", "OS X ", "Mac OS X ")
SYSTEM_INSTALLERS = frozenset({"softwareupdated", "macOS Installer", "OS X Installer", "OS Installer"})


@dataclass(frozen=True)
class Installed:
    """One installation; `at` in ISO 8601, UTC. `by` is the program that installed it."""

    name: str
    version: str
    at: str
    by: str
    is_background: bool = False

    @property
    def is_system(self) -> bool:
        """Whether this was macOS itself."""
        return self.by in SYSTEM_INSTALLERS and self.name.startswith(SYSTEMS)

    @property
    def full_name(self) -> str:
        """Name and version, the version once."""
        return self.name if self.version in self.name else f"{self.name} {self.version}"


def read_history() -> tuple[Installed, ...]:
    """Return the installations, the oldest first. Raises NotAvailable."""
    content = read_bytes(HISTORY, FILE_BYTES)
    if not content:
        raise NotAvailable("The list of installed programs cannot be read.")
    return parse_history(content)


def parse_history(content: bytes) -> tuple[Installed, ...]:
    """Return the installations of an InstallHistory.plist, the oldest first. Raises NotAvailable."""
    listed = parse_plist(content)
    if not isinstance(listed, list):
        raise NotAvailable("The list of installed programs is not formed as expected.")
    return tuple(sorted(filter(None, map(_installed, rows(listed))), key=lambda entry: entry.at))


def _installed(entry: object) -> Installed | None:
    told = as_item(entry)
    name, at = first_text(told, "displayName"), moment(told.get("date"))
    if not name or not at:
        return None
    is_background = first_text(told, "contentType") == BACKGROUND
    return Installed(
        name, first_text(told, "displayVersion"), at, first_text(told, "processName"), is_background
    )
