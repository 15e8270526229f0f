"""Small files that only their owner reads, written whole or not at all."""

import os
from pathlib import Path
from uuid import uuid4

OWNER_ONLY = 0o600


def write_private(path: Path, content: bytes) -> None:
    """Replace `path` by `content`; after a crash there is the old file or the new. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        _write_new(fresh, content)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def create_private(path: Path, content: bytes) -> bool:
    """Write `path` unless it exists, whole; return whether it was written. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        _write_new(fresh, content)
        return _give_name(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _give_name(fresh: Path, path: Path) -> bool:
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        return False
    except OSError:  # a file system without links, like FAT: two first starts at once may then differ
        fresh.replace(path)
    return True


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
