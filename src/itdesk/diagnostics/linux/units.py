"""Services of systemd."""

from collections.abc import Sequence
from pathlib import Path

from itdesk.diagnostics.command import ask_tool, first_tool
from itdesk.diagnostics.text_file import is_there

SYSTEMCTL = ("/usr/bin/systemctl", "/bin/systemctl")
GROUPS = (
    "sys/fs/cgroup/system.slice",
    "sys/fs/cgroup/systemd/system.slice",
    "sys/fs/cgroup/unified/system.slice",
)
PLAIN = ("--plain", "--no-legend", "--no-pager")


def ask_units(asked: Sequence[str], limit_s: float) -> str:
    """Return what systemctl prints, a unit a line without decoration. Raises NotAvailable."""
    return ask_tool([first_tool(*SYSTEMCTL), *asked, *PLAIN], limit_s=limit_s)


def service_runs(name: str, root: Path = Path("/")) -> bool:
    """Return whether a service has processes: systemd keeps a folder for it as long."""
    return any(is_there(root / group / f"{name}.service") for group in GROUPS)


def unit_names(printed: str) -> list[str]:
    """Return the first word of each line."""
    return [words[0] for line in printed.splitlines() if (words := line.replace("●", " ").split())]
