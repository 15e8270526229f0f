"""Property lists, the files in which macOS keeps facts and settings."""

import plistlib
from datetime import UTC, datetime
from pathlib import Path
from xml.parsers.expat import ExpatError

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.text_file import read_bytes

FILE_BYTES = 4 * 1024 * 1024
# plistlib meets hostile files with whatever exception its parts raise.
BROKEN = (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError, ExpatError)


def parse_plist(content: bytes) -> object:
    """Return what a property list holds, XML or binary. Raises NotAvailable."""
    try:
        return plistlib.loads(content)
    except BROKEN as error:
        raise NotAvailable("A settings file cannot be read.") from error


def read_plist(path: Path, most_bytes: int = FILE_BYTES) -> object:
    """Return what a file holds. Raises NotAvailable."""
    return parse_plist(read_bytes(path, most_bytes))


def moment(value: object) -> str:
    """Return a property list's date, which is UTC without saying so, as ISO 8601; "" for anything else."""
    return value.replace(tzinfo=UTC, microsecond=0).isoformat() if isinstance(value, datetime) else ""
