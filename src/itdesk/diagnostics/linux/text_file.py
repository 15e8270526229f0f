"""Reads the small files in which Linux tells about itself."""

from pathlib import Path

FILE_BYTES = 64 * 1024


def read_text(path: Path) -> str:
    """Return the start of a file as text without white space around it, "" where it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(FILE_BYTES)
    except OSError:
        return ""
    return content.decode("utf-8", "replace").strip().strip("\0")
