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
        """Tell whether any file was written since the last time; the first answer is no."""
        if not self._connections:
            self._connections = [
                sqlite3.connect(path, isolation_level=None, check_same_thread=False) for path in self._paths
            ]
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
