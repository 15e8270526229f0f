"""Which Linux this is."""

import platform
import shlex
from pathlib import Path

from itdesk.diagnostics.text_file import read_text


def read(root: Path = Path("/")) -> dict[str, object]:
    """Return what os-release and the kernel say."""
    text = read_text(root / "etc/os-release") or read_text(root / "usr/lib/os-release")
    return parse_os_release(text) | _kernel()


def parse_os_release(text: str) -> dict[str, object]:
    """Return name, version and edition of an os-release file; lines that cannot be read are skipped."""
    told = {}
    for line in text.splitlines():
        name, found, value = line.partition("=")
        if found and not name.startswith("#"):
            told[name.strip()] = _unquote(value)
    version = told.get("VERSION") or told.get("VERSION_ID")
    return {"name": told.get("NAME", "Linux"), "version": version, "edition": told.get("VARIANT")}


def _unquote(value: str) -> str:
    try:
        return " ".join(shlex.split(value))
    except ValueError:
        return value.strip("\"' ")


def _kernel() -> dict[str, object]:
    kernel = platform.uname()
    return {"build": kernel.release, "architecture": kernel.machine}
