"""Writes what the program did to files of bounded size, without secrets."""

import logging
import os
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler

from itdesk.workstation.paths import DataFolder, make_private
from itdesk.workstation.private_file import OWNER_ONLY

FILE_BYTES = 1_000_000
OLDER_FILES = 4
LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"
HIDDEN = "•••"
SECRETS = (
    re.compile(r"(?i)(\bbearer\s+)[^\s\"',;]+"),
    re.compile(r"(?i)(\bbasic\s+)[a-z0-9+/=]{6,}"),
    re.compile(
        r"(?i)([\"']?\b[\w-]*(?:token|passwo?r?d|passphrase|secret|api[_-]?key)[\"']?\s*[=:]\s*[\"']?)"
        r"(?!bearer\b)[^\s\"',;&}]+"
    ),
    re.compile(r"\b(it[de]_)[\w-]{8,}"),
    re.compile(r"(://)[^/\s:@]+:[^/\s@]+(?=@)"),
)


def hide_secrets(text: str) -> str:
    """Return `text` with tokens, passwords and credentials in addresses blotted out."""
    for secret in SECRETS:
        text = secret.sub(rf"\g<1>{HIDDEN}", text)
    return text


class DiscreetFormatter(logging.Formatter):
    """Formats a line, then hides secrets: also those in arguments and tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without secrets."""
        return hide_secrets(super().format(record))


class QuietRotatingFile(RotatingFileHandler):
    """A log file that its owner alone reads, and that never disturbs the program: a full disk costs lines."""

    def _open(self) -> TextIOWrapper:
        """Open the file; a new one is nobody else's, whatever the umask says."""
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
        return TextIOWrapper(os.fdopen(descriptor, "ab"), encoding=self.encoding, errors=self.errors)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Drop the line."""


def start_log(folder: DataFolder, program: str, level: str) -> logging.Handler:
    """Write what `level` ("debug", "info", …) and above says to logs/`program`.log; return the handler.

    Keeps five files of 1 MB. Raises OSError when the folder cannot be made.
    """
    path = make_private(folder.logs) / f"{program}.log"
    handler = QuietRotatingFile(
        path,
        maxBytes=FILE_BYTES,
        backupCount=OLDER_FILES,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    handler.setFormatter(DiscreetFormatter(LINE))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level.upper())
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Undo `start_log`."""
    logging.getLogger().removeHandler(handler)
    handler.close()
