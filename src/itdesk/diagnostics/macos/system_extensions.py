"""The system extensions: what antivirus programs, VPNs and drivers have put into macOS."""

from dataclasses import dataclass

from itdesk.diagnostics.command import ask_tool

COMMAND = ("/usr/bin/systemextensionsctl", "list")
LIMIT_S = 0.8
CATEGORY = "--- com.apple.system_extension."
COLUMNS = 6
ENABLED = "activated enabled"
LINE_CHARS = 1000


@dataclass(frozen=True)
class Extension:
    """One system extension. `category` is like "endpoint_security", `state` like "activated enabled"."""

    category: str
    bundle: str
    version: str
    name: str
    state: str


def read_extensions() -> tuple[Extension, ...]:
    """Return the system extensions. Raises NotAvailable."""
    return parse_extensions(ask_tool(COMMAND, limit_s=LIMIT_S))


def parse_extensions(printed: str) -> tuple[Extension, ...]:
    """Return the extensions of `systemextensionsctl list`, a line each with columns parted by tabs."""
    found, category = [], ""
    for line in printed.splitlines():
        if line.startswith(CATEGORY):
            category = line.removeprefix(CATEGORY).partition(" ")[0]
        columns = [column.strip() for column in line[:LINE_CHARS].split("\t")]
        if len(columns) == COLUMNS and columns[-1].startswith("[") and columns[-1].endswith("]"):
            found.append(_extension(category, columns))
    # The heading has a last column "[state]" too.
    return tuple(extension for extension in found if extension.state != "state")


def _extension(category: str, columns: list[str]) -> Extension:
    bundle, _, versions = columns[3].partition(" (")
    version = versions.rstrip(")").partition("/")[0]
    return Extension(category, bundle, version, columns[4] or bundle, columns[5][1:-1])
