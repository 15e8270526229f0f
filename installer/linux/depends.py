"""Print the field Depends of a Debian package for a built program: depends.py FOLDER.

What the program's libraries need and the folder does not hold must come from the system. Which package brings
it stands in system_packages.sh, in the set `desktop`, which the developers' own computers prove.
"""

import re
import subprocess
import sys
from pathlib import Path

TABLE = Path(__file__).parents[1] / "system_packages.sh"
C_LIBRARY = re.compile(r"ld-linux|lib(c|m|dl|pthread|rt|util|resolv)\.so")
OTHERS = {
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libexpat.so.1": "libexpat1",
    "libxcb.so.1": "libxcb1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libbrotlicommon.so.1": "libbrotli1",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
}
"""What a desktop has with the libraries of that set."""
OPTIONAL = ("plugins/platformthemes/libqgtk3", "wayland", "Wayland", "WlShell", "plugins/networkinformation")
"""What is not loaded, without harm, where a desktop has not what it needs."""


def brought_by() -> dict[str, str]:
    """Return for each library the packages that bring it, as alternatives."""
    rows = re.findall(r"^library (\S+) +(\S.*)$", TABLE.read_text("utf-8"), re.MULTILINE)
    return OTHERS | {soname: " | ".join(packages.split()) for soname, packages in rows}


def objdump(path: Path) -> str:
    """Return what objdump tells of one file; nothing where it is no library or program."""
    done = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, timeout=60, check=False)
    return done.stdout


def main(folder: Path) -> None:
    """Print the field, or say what no package is known for."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    inside = {path.name for path in folder.rglob("*")}
    needed, newest = set[str](), (2, 17)
    for path in files:
        told = objdump(path)
        minors = [int(minor) for minor in re.findall(r"GLIBC_2\.(\d+)", told)]
        newest = max([newest, *((2, minor) for minor in minors)])
        if not any(part in str(path) for part in OPTIONAL):
            needed |= set(re.findall(r"NEEDED +(\S+)", told))
    foreign = {soname for soname in needed - inside if not C_LIBRARY.match(soname)}
    known = brought_by()
    if unknown := foreign - known.keys():
        sys.exit(f"depends.py: no package is known for {', '.join(sorted(unknown))}")
    packages = sorted({known[soname] for soname in foreign})
    print(", ".join([f"libc6 (>= {newest[0]}.{newest[1]})", *packages]))


main(Path(sys.argv[1]))
