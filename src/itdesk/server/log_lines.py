"""Log lines: one for people, or one JSON object for programs. Neither tells what people wrote.

What an exception says may hold anything (a database repeats the values that it refuses), so a traceback is
told by where it went and by the kinds of exceptions alone. What a message holds cannot begin a new line.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), 127, *range(128, 160))} | {
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class TextLines(logging.Formatter):
    """A line for people; a traceback follows it, indented."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - of the library
        """Return the line, without line breaks of foreign words."""
        return super().formatMessage(record).translate(CONTROL)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802
        """Return where the exception came from."""
        return "\n".join(f"    {line}" for line in _places(ei[1]))


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, event, and what is known of the request."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        told |= getattr(record, "fields", {})
        if record.exc_info:
            told["traceback"] = list(_places(record.exc_info[1]))
        return json.dumps(told, ensure_ascii=True, default=str)


def _places(error: BaseException | None) -> Iterator[str]:
    """Yield where an exception came from, its causes first, without what it says."""
    if error is None:
        return
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    yield from _places(before)
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"{frame.filename}:{frame.lineno} in {frame.name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
