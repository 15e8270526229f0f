"""Replaces a small private file as a whole: after a crash there is the old one or the new."""

import os
from pathlib import Path
from uuid import uuid4

OWNER_ONLY = 0o600
UNFINISHED = ".new"
NO_FOLLOWING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def replace_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of `path`, on the disk when this returns. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{uuid4().hex}{UNFINISHED}")
    try:
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOWING, OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
