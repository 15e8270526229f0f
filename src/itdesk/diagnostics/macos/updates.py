"""The latest updates, and those that wait. macOS keeps no list of those that failed.

`softwareupdate --history` prints the same list with local dates in the order of the person's country, and
`softwareupdate --list` would ask Apple's server.
"""

from pathlib import Path

from itdesk.diagnostics.json_answer import rows
from itdesk.diagnostics.macos.install_history import Installed, read_history
from itdesk.diagnostics.macos.item import as_item, first_text
from itdesk.diagnostics.macos.parts import if_told
from itdesk.diagnostics.macos.property_list import parse_plist, read_plist

WAITING = Path("/Library/Preferences/com.apple.SoftwareUpdate.plist")
LATEST = 10


def read() -> dict[str, object]:
    """Return the latest updates and the number of those that wait. Raises NotAvailable."""
    history = read_history()
    return latest(history) | _waiting(if_told(lambda: read_plist(WAITING), None), history)


def latest(history: tuple[Installed, ...]) -> dict[str, object]:
    """Return the newest installations, without the data of macOS's protection: they change every few days."""
    newest = [entry for entry in reversed(history) if not entry.is_background][:LATEST]
    if not newest:
        return {}
    rows = [{"name": entry.full_name, "at": entry.at} for entry in newest]
    return {"installed": rows, "last_at": newest[0].at}


def parse_waiting(content: bytes, history: tuple[Installed, ...] = ()) -> dict[str, object]:
    """Return how many updates wait, of the settings of Software Update. Raises NotAvailable."""
    return _waiting(parse_plist(content), history)


def _waiting(settings: object, history: tuple[Installed, ...]) -> dict[str, object]:
    """Return the number of updates that wait.

    macOS does not always strike an update off when it is installed: those are not counted. The settings' own
    number, LastRecommendedUpdatesAvailable, stays as it was.
    """
    listed = as_item(settings).get("RecommendedUpdates")
    if not isinstance(listed, list):
        return {}
    done = {(entry.name, entry.version) for entry in history}
    offers = [
        (first_text(item, "Display Name"), first_text(item, "Display Version")) for item in rows(listed)
    ]
    return {"waiting": len([offer for offer in offers if not _is_done(offer, done)])}


def _is_done(offer: tuple[str, str], done: set[tuple[str, str]]) -> bool:
    """Return whether this was installed; "macOS Sonoma 14.5" is installed under the name "macOS 14.5"."""
    name, version = offer
    return offer in done or (name.startswith("macOS ") and (f"macOS {version}", version) in done)
