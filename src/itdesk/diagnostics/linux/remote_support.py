"""Programs for remote support on Linux, by the files where they keep their number."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from itdesk.diagnostics.anywhere.remote_support import (
    SupportTool,
    anydesk_number,
    rustdesk_number,
    teamviewer_number,
    tools_told,
)
from itdesk.diagnostics.linux.package_version import package_version
from itdesk.diagnostics.text_file import is_there, read_text

PLACES = {  # where the program itself lies
    "RustDesk": ("usr/bin/rustdesk", "usr/share/rustdesk"),
    "AnyDesk": ("usr/bin/anydesk", "usr/libexec/anydesk"),
    "TeamViewer": ("usr/bin/teamviewer", "opt/teamviewer"),
    "MeshCentral": ("usr/local/mesh_services/meshagent", "etc/systemd/system/meshagent.service"),
}


def read(
    root: Path = Path("/"), home: Path | None = None, version_of: Callable[[str], str] = package_version
) -> dict[str, object]:
    """Return the programs. The number of one that keeps it from ordinary users is left out."""
    found = {tool.name: tool for tool in (*_present(root), *_with_numbers(root, home or Path.home()))}
    named = (replace(tool, version=version_of(tool.name.lower())) for tool in found.values())
    return tools_told(named)


def _present(root: Path) -> Iterator[SupportTool]:
    for name, places in PLACES.items():
        if any(is_there(root / place) for place in places):
            yield SupportTool(name)


def _with_numbers(root: Path, home: Path) -> Iterator[SupportTool]:
    sources = (
        ("RustDesk", rustdesk_number, home / ".config/rustdesk/RustDesk.toml"),
        ("AnyDesk", anydesk_number, root / "etc/anydesk/system.conf"),
        ("AnyDesk", anydesk_number, home / ".anydesk/system.conf"),
        ("TeamViewer", teamviewer_number, root / "opt/teamviewer/config/global.conf"),
        ("TeamViewer", teamviewer_number, root / "etc/teamviewer/global.conf"),
    )
    for name, number_in, path in sources:
        if number := number_in(read_text(path)):
            yield SupportTool(name, number)
