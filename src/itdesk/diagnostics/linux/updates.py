"""The latest updates: by the logs of dpkg and apt, else by the database of rpm."""

import re
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.moment import iso_moment, moment_of
from itdesk.diagnostics.text_file import is_there, read_gzip, read_tail, read_text

LOG_BYTES = 512 * 1024
OLD_LOG_BYTES = 2 * 1024 * 1024
ROTATED = (".1", ".2.gz", ".3.gz")
ENOUGH_LINES = 200
MOST = 200
"""Of more updates than that at once nobody wants the number."""
RPM = "/usr/bin/rpm"
RPM_FORMAT = "%{INSTALLTIME} %{NAME} %{VERSION}-%{RELEASE}\\n"
RPM_BYTES = 2 * 1024 * 1024
RPM_FOLDERS = ("var/lib/rpm", "usr/lib/sysimage/rpm")
LIMIT_S = 1.2
DONE = frozenset({"installed", "not-installed", "config-files", "triggers-pending", "triggers-awaited"})
WAITING_FILE = "var/lib/update-notifier/updates-available"

Rows = list[dict[str, object]]


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return the latest updates. Raises NotAvailable where neither dpkg nor rpm keeps them."""
    failed: Rows = []
    if is_there(root / "var/lib/dpkg/status"):
        installed, failed = parse_dpkg_log(read_log(root / "var/log/dpkg.log"))
        failed += parse_apt_errors(read_log(root / "var/log/apt/history.log"))
    elif any(is_there(root / folder) for folder in RPM_FOLDERS):
        asked = [RPM, "-qa", "--qf", RPM_FORMAT]
        installed = parse_rpm(ask_tool(asked, limit_s=LIMIT_S, most_bytes=RPM_BYTES))
    else:
        raise NotAvailable("This computer keeps no list of its updates.")
    return {
        "installed": installed,
        "failed": failed,
        "last_at": installed[0]["at"] if installed else None,
        "waiting": parse_waiting(read_text(root / WAITING_FILE)),
    }


def read_log(path: Path) -> str:
    """Return the end of a log, with those before it that were put aside when it is short."""
    content = read_tail(path, LOG_BYTES)
    for ending in ROTATED:
        if content.count("\n") >= ENOUGH_LINES:
            break
        older = path.with_name(path.name + ending)
        unfold = read_gzip if ending.endswith(".gz") else read_tail
        content = unfold(older, OLD_LOG_BYTES) + content
    return content


def parse_dpkg_log(log: str) -> tuple[Rows, Rows]:
    """Return what was installed or updated, and what stayed halfway; the latest first."""
    installed: dict[str, tuple[str, str]] = {}
    states: dict[str, tuple[str, str]] = {}
    for line in log.splitlines():
        match line.split():
            case [day, time, "install" | "upgrade", package, _, version]:
                installed.pop(package, None)  # the order is that of the latest time
                installed[package] = (version, f"{day} {time}")
            case [day, time, "status", state, package, _]:
                states[package] = (state, f"{day} {time}")
    halfway = {package: state for package, state in states.items() if state[0] not in DONE}
    done = {package: version for package, version in installed.items() if package not in halfway}
    return [_installed(*package) for package in _latest(done)], [_failed(*each) for each in _latest(halfway)]


def _latest(packages: dict[str, tuple[str, str]]) -> list[tuple[str, tuple[str, str]]]:
    return list(reversed(packages.items()))[:MOST]


def _installed(package: str, told: tuple[str, str]) -> dict[str, object]:
    return {"name": f"{_plain(package)} {told[0]}", "at": iso_moment(told[1])}


def _failed(package: str, told: tuple[str, str]) -> dict[str, object]:
    return {"name": _plain(package), "at": iso_moment(told[1]), "code": told[0]}


def _plain(package: str) -> str:
    """Return a package's name without its architecture."""
    return package.partition(":")[0]


def parse_apt_errors(log: str) -> Rows:
    """Return the runs of apt that ended with an error, the latest first: when, and which error.

    Of the command that was typed nothing is read.
    """
    found: Rows = []
    started: str | None = None
    for line in log.splitlines():
        name, _, value = line.partition(": ")
        if name == "Start-Date":
            started = iso_moment(" ".join(value.split()))
        elif name == "Error":
            found.append({"name": "apt", "at": started, "code": value.strip()})
    return found[::-1][:MOST]


def parse_rpm(printed: str) -> Rows:
    """Return what rpm has installed, the latest first."""
    found: Rows = []
    for line in printed.splitlines():
        time, _, name = line.partition(" ")
        at = moment_of(int(time)) if time.isascii() and time.isdecimal() and len(time) < 16 else None
        if at is not None and name:
            found.append({"name": name, "at": at})
    return sorted(found, key=lambda row: str(row["at"]), reverse=True)[:MOST]


def parse_waiting(notice: str) -> int | None:
    """Return how many updates wait, by the notice that Ubuntu keeps; None without one."""
    found = re.search(r"^(\d{1,5}) (?:updates?|packages?) can be ", notice, re.MULTILINE)
    return int(found[1]) if found else None
