"""One process at a time exchanges with the server; the lock ends with the process that holds it."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

FIRST_PAUSE_S = 0.01
LONGEST_PAUSE_S = 0.1

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SyncLock:
    """A lock on a file, between processes and between threads. Not for two threads on one object."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def try_acquire(self) -> bool:
        """Take the lock if it is free and return whether it was. Raises OSError when the file cannot be."""
        if self._descriptor is not None:
            raise RuntimeError("the lock is held already")
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):  # POSIX says the one, Windows the other
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True

    def acquire(self, wait_s: float, stop: Event | None = None) -> bool:
        """Take the lock within `wait_s` seconds and return whether it was got; `stop` ends the wait."""
        ends = time.monotonic() + wait_s
        stop = stop or Event()
        pause = FIRST_PAUSE_S
        while not self.try_acquire():
            left = ends - time.monotonic()
            if left <= 0 or stop.wait(min(pause, left)):
                return False
            pause = min(pause * 2, LONGEST_PAUSE_S)
        return True

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held. The file stays: removing it would race."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    @contextmanager
    def held(self, wait_s: float = 0.0) -> Iterator[bool]:
        """Within the block hold the lock if it was got in `wait_s` seconds; yields whether it was."""
        got = self.acquire(wait_s)
        try:
            yield got
        finally:
            self.release()
