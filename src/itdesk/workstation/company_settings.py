"""Where the company says what holds on this computer, and where the installer left what it was given."""

import getpass
import sys
from pathlib import Path

from itdesk.settings import Layer, Problem, Source
from itdesk.workstation.paths import PROGRAM
from itdesk.workstation.settings_toml import Read, read_layer

BUNDLE = "io.github.itdesk.itdesk"
"""The name by which macOS and its management know the program."""

ETC = Path("/etc")
MACOS_LIBRARY = Path("/Library")


def company_layers() -> list[Read]:
    """Return what stands at this platform's places; of two with one source, the later counts. Never fails."""
    if sys.platform == "win32":
        from itdesk.workstation.company_registry import WindowsRegistry, registry_layers

        return registry_layers(WindowsRegistry())
    if sys.platform == "darwin":
        return macos_layers(MACOS_LIBRARY, getpass.getuser())
    return linux_layers(ETC)


def linux_layers(etc: Path) -> list[Read]:
    """Return what the files in /etc say."""
    return [
        read_layer(etc / PROGRAM / "policy.toml", Source.POLICY),
        read_layer(etc / PROGRAM / "provisioned.toml", Source.INSTALLER),
    ]


def macos_layers(library: Path, user: str) -> list[Read]:
    """Return what the files of the administrator and the management's profiles say."""
    own, managed = library / "Application Support" / PROGRAM, library / "Managed Preferences"
    return [
        read_layer(own / "policy.toml", Source.POLICY),
        read_property_list(managed / f"{BUNDLE}.plist", Source.POLICY),
        read_property_list(managed / user / f"{BUNDLE}.plist", Source.USER_POLICY),
        read_layer(own / "provisioned.toml", Source.INSTALLER),
    ]


def read_property_list(path: Path, source: Source) -> Read:
    """Return what a profile of the management says; keys that begin with Payload are its own."""
    import plistlib  # here alone, and on macOS alone
    from xml.parsers.expat import ExpatError

    values, problems = dict[str, object](), tuple[Problem, ...]()
    try:
        content = plistlib.loads(path.read_bytes())
        values = {name: value for name, value in content.items() if not name.startswith("Payload")}
    except FileNotFoundError:
        pass
    except (OSError, ValueError, AttributeError, ExpatError, plistlib.InvalidFileException) as error:
        got = f"unreadable ({error})"
        problems = (Problem(origin=str(path), key="*", got=got, expected="a property list"),)
    return Layer(source=source, origin=str(path), values=values), problems
