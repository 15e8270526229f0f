"""How the server is watched: what it writes to the log, and who may read its counters."""

import logging
import queue
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from logging.handlers import QueueHandler, QueueListener
from pathlib import Path

from itdesk.server.log_lines import JsonLines, TextLines

OURS = "itdesk"
LINES_WAITING = 10_000


class _WhileThereIsRoom(QueueHandler):
    """Hands lines to the thread that writes them."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """Leave the record as it is: what an exception says is left out when it is written."""
        return record

    def enqueue(self, record: logging.LogRecord) -> None:
        """Never wait."""
        with suppress(queue.Full):
            self.queue.put_nowait(record)


class CannotWatch(Exception):
    """What was asked for cannot be had. The text is a sentence for a person."""


@dataclass(frozen=True, kw_only=True)
class Watching:
    """`log_level` is one of Python's logging, in small letters; `metrics_token_file` holds one line."""

    log_format: str = "text"
    log_level: str = ""
    metrics_token_file: Path | None = None

    @contextmanager
    def log_written(self) -> Iterator[None]:
        """Write to standard error meanwhile: of libraries warnings alone, whatever the level.

        A thread of its own writes, so nobody waits for whoever reads the log; lines that have no room are
        left out.
        """
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(JsonLines() if self.log_format == "json" else TextLines())
        lines: queue.Queue[logging.LogRecord] = queue.Queue(LINES_WAITING)
        writer = QueueListener(lines, handler)
        logging.basicConfig(handlers=[_WhileThereIsRoom(lines)], level=logging.WARNING)
        usual = "info" if self.log_format == "json" else "warning"
        logging.getLogger(OURS).setLevel((self.log_level or usual).upper())
        writer.start()
        try:
            yield
        finally:
            writer.stop()

    def metrics_token(self) -> str:
        """Return by which token the counters may be read; empty: by whoever is on this computer.

        Raises CannotWatch.
        """
        if self.metrics_token_file is None:
            return ""
        try:
            token = self.metrics_token_file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise CannotWatch(f"The file {self.metrics_token_file} cannot be read: {error}.") from error
        if len(token) < 16:
            raise CannotWatch(
                f"The file {self.metrics_token_file} must hold a token of at least 16 characters."
            )
        return token
