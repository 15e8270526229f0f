"""Cheap marks of what is installed: while they stay the same, the long list need not be asked for again."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

PACKAGES = (
    "var/lib/dpkg/status",
    "var/lib/rpm/rpmdb.sqlite",
    "var/lib/rpm/Packages",
    "usr/lib/sysimage/rpm/rpmdb.sqlite",
    "var/lib/pacman/local",
    "var/lib/snapd/snaps",
    "var/lib/flatpak/.changed",
    ".local/share/flatpak/.changed",
)
"""Files and folders that change with every package, below the root or the home folder."""

Mark = Callable[[], object]


def marks(platform: str = sys.platform) -> Mapping[str, Mark]:
    """Return marks by probe: on Linux that of the software; the others have none that tells everything."""
    return {"software": software_mark} if platform == "linux" else {}


def software_mark(root: Path = Path("/"), home: Path | None = None) -> object:
    """Return when each of the packages' records changed last; None where there are none at all."""
    folders = (root, home or Path.home())
    times = tuple(_changed_ns(folder / name) for folder in folders for name in PACKAGES)
    return times if any(times) else None


def _changed_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
