"""Noticing that somebody, perhaps another process, wrote to a file: one cheap question."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path


class Watch:
    """Asks SQLite whether files were written. For one thread; opened at the first question."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._connections: list[sqlite3.Connection] = []
        self._versions: list[int] = []

    def has_news(self) -> bool:
        """Tell whether any file was written since the last time; the first answer is no.

        So is the answer while a file cannot be opened: whoever works with it tells why.
        """
        if not self._connections and not self._opens():
            return False
        before, self._versions = (
            self._versions,
            [int(one.execute("PRAGMA data_version").fetchone()[0]) for one in self._connections],
        )
        return bool(before) and before != self._versions

    def close(self) -> None:
        """Let go of the files."""
        for connection in self._connections:
            connection.close()
        self._connections = []
        self._versions = []

    def _opens(self) -> bool:
        """Open every file and return whether all of them could be."""
        try:
            for path in self._paths:
                self._connections.append(_connect(path))
        except sqlite3.OperationalError:
            self.close()
            return False
        return True


def _connect(path: Path) -> sqlite3.Connection:
    """Connect to the file only where it is: SQLite would make an empty one after it was removed."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
