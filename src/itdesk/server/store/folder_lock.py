"""One server at a time serves a database in a folder; the lock ends with the process that holds it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK_FILE = "server.lock"

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderNotOurs(Exception):
    """The folder cannot be had alone. The text is a sentence for a person."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Within the block no other server begins in `folder`. Raises FolderNotOurs."""
    descriptor = _locked(folder)
    try:
        yield
    finally:
        os.close(descriptor)  # the file stays: without it a third could lock a new one beside a second


def _locked(folder: Path) -> int:
    """Return the descriptor that holds the folder's lock until it is closed."""
    try:
        descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _not_lockable(folder, error) from error
    try:
        _lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        if isinstance(error, BlockingIOError | PermissionError):  # POSIX says the one, Windows the other
            raise FolderNotOurs(
                f"Another server uses the folder {folder}. Stop it, or choose another with --data-dir."
            ) from error
        raise _not_lockable(folder, error) from error
    return descriptor


def _not_lockable(folder: Path, error: OSError) -> FolderNotOurs:
    return FolderNotOurs(
        f"The folder {folder} cannot be locked: {error.strerror}. Choose another with --data-dir."
    )
