"""The programs that are installed: packages of the distribution, Flatpak and snap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from itdesk.diagnostics.anywhere.software import Program, programs_told
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.linux.whole_number import parse_number
from itdesk.diagnostics.moment import moment_of
from itdesk.diagnostics.text_file import entries, is_there, read_lines, read_text

STATUS, INFO = "var/lib/dpkg/status", "var/lib/dpkg/info"
STATUS_BYTES = 64 * 1024 * 1024
DPKG_FIELDS = frozenset({"Package", "Status", "Version", "Maintainer", "Section", "Architecture"})
LIBRARIES = ("libs", "oldlibs", "libdevel", "debug")
RPM, FLATPAK = "/usr/bin/rpm", "/usr/bin/flatpak"
RPM_FORMAT = "%{NAME}\\t%{VERSION}-%{RELEASE}\\t%{VENDOR}\\t%{INSTALLTIME}\\n"
LIMIT_S = 2.0
FLATPAK_S = 1.0
LIST_BYTES = 2 * 1024 * 1024
SNAPS = ("snap", "var/lib/snapd/snap")
MOST_SNAPS = 200


def read(root: Path = Path("/"), home: Path | None = None) -> dict[str, object]:
    """Return the programs. Raises NotAvailable where no list of them can be read."""
    packages = list(_packages(root))
    found = [*packages, *_flatpaks(home or Path.home()), *read_snaps(root)]
    if not found:
        raise NotAvailable("This computer keeps no list of its programs.")
    return programs_told(found)


def _packages(root: Path) -> Iterator[Program]:
    if is_there(root / STATUS):
        for package in parse_status(read_lines(root / STATUS, STATUS_BYTES)):
            yield _of_dpkg(package, root)
        return
    yield from _rpms()


def _of_dpkg(package: dict[str, str], root: Path) -> Program:
    name = package["Package"]
    lists = (f"{name}.list", f"{name}:{package.get('Architecture', '')}.list")
    return Program(
        name=name,
        version=package.get("Version", ""),
        publisher=package.get("Maintainer", "").partition("<")[0].strip(),
        installed_at=next((day for file in lists if (day := _day_of(root / INFO / file))), ""),
        source="dpkg",
        is_library=package.get("Section", "").rpartition("/")[2] in LIBRARIES,
    )


def parse_status(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield the installed packages of dpkg's status: the fields of DPKG_FIELDS that they have."""
    package: dict[str, str] = {}
    for line in chain(lines, ("",)):
        if not line.strip():
            if package.get("Package") and package.get("Status", "").endswith(" installed"):
                yield package
            package = {}
        elif line[0] not in " \t":
            name, _, value = line.partition(":")
            if name in DPKG_FIELDS:
                package[name] = value.strip()


def _day_of(path: Path) -> str:
    """Return the day on which a file was written, "" where there is none."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
    except (OSError, ValueError, OverflowError):
        return ""


def _rpms() -> list[Program]:
    return list(parse_rpm(_asked([RPM, "-qa", "--qf", RPM_FORMAT], LIMIT_S)))


def parse_rpm(printed: str) -> Iterator[Program]:
    """Yield the packages that rpm prints in RPM_FORMAT."""
    for line in printed.splitlines():
        match line.split("\t"):
            case [name, version, publisher, seconds] if name:
                day = (moment_of(parse_number(seconds)) or "").partition("T")[0]
                publisher = "" if publisher == "(none)" else publisher
                yield Program(name, version, publisher, day, "rpm", is_library="-libs" in name)


def _flatpaks(home: Path) -> list[Program]:
    columns = "--columns=name,version,origin"
    return list(parse_flatpak(_asked([FLATPAK, "list", "--app", columns], FLATPAK_S, {"HOME": str(home)})))


def parse_flatpak(printed: str) -> Iterator[Program]:
    """Yield the programs of `flatpak list --app --columns=name,version,origin`."""
    for line in printed.splitlines():
        name, version, origin, *_ = (*line.split("\t"), "", "")
        if name.strip():
            yield Program(name.strip(), version.strip(), origin.strip(), source="flatpak")


def read_snaps(root: Path) -> Iterator[Program]:
    """Yield the snaps, by what each tells of itself."""
    for folder in SNAPS:
        for snap in entries(root / folder, MOST_SNAPS):
            told = parse_snap(read_text(snap / "current/meta/snap.yaml"))
            if told.get("name"):
                yield Program(told["name"], told.get("version", ""), source="snap")


def parse_snap(description: str) -> dict[str, str]:
    """Return name and version of a snap.yaml, which stand at the start of their lines."""
    pairs = (line.partition(":") for line in description.splitlines())
    return {name: value.strip().strip("'\"") for name, _, value in pairs if name in {"name", "version"}}


def _asked(command: Sequence[str], limit_s: float, environment: Mapping[str, str] | None = None) -> str:
    try:
        return ask_tool(command, limit_s=limit_s, most_bytes=LIST_BYTES, environment=environment)
    except NotAvailable:
        return ""
