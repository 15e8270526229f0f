"""Put the licences of what a built program carries into its folder `licences`: licences.py FOLDER."""

import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader

COMMON = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts that Qt's wheels only name."""
QT = ("LGPL-3", "GPL-3")
BEGINNINGS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")


def carried(program: Path) -> set[str]:
    """Return the names of the distributions of which modules lie in a program, or in its archive."""
    archive = CArchiveReader(str(program / "itdesk"))
    modules = archive.open_embedded_archive(next(name for name in archive.toc if name.startswith("PYZ"))).toc
    inside = {name.split(".")[0] for name in modules}
    inside |= {path.name.split(".")[0] for path in (program / "_internal").iterdir()}
    known = packages_distributions()
    return {name for module in inside & known.keys() for name in known[module]}


def texts(found: Distribution) -> list[Path]:
    """Return the files that tell what somebody may do with it."""
    files = [Path(str(file.locate())) for file in found.files or () if "dist-info" in str(file)]
    return [path for path in files if path.name.upper().startswith(BEGINNINGS) and path.is_file()]


def python_licence() -> Path | None:
    """Return the licence of Python itself, where this Python has it."""
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path("/usr/share/doc/python3/copyright"))
    return next((path for path in places if path.is_file()), None)


def main(program: Path) -> None:
    """Write a folder for each that has a text, and a list of all."""
    folder = program / "licences"
    folder.mkdir(exist_ok=True)
    lines = []
    for name in sorted(carried(program), key=str.lower):
        found = distribution(name)
        terms = found.metadata.get("License-Expression") or found.metadata.get("License") or "see its text"
        lines.append(f"{name} {found.version}: {terms.splitlines()[0]}")
        for text in texts(found):
            (folder / name).mkdir(exist_ok=True)
            shutil.copyfile(text, folder / name / text.name)
    if (own := python_licence()) is not None:
        shutil.copyfile(own, folder / "Python.txt")
    for name in QT:
        if (COMMON / name).is_file():
            shutil.copyfile(COMMON / name, folder / f"{name}.txt")
    (folder / "README.txt").write_text(
        "What this program carries, and on which terms:\n\n" + "\n".join(lines) + "\n"
    )


main(Path(sys.argv[1]))
