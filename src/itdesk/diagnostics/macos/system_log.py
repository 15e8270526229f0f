"""Errors and faults in macOS's log around the time of the trouble. Administrators alone may read it."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.circumstances import Circumstances
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.json_answer import Row, parse_json_lines, text
from itdesk.diagnostics.moment import iso_moment

LOG = "/usr/bin/log"
PREDICATE = "messageType == error OR messageType == fault"
MESSAGE = '"eventMessage"'
AROUND = timedelta(minutes=10)
MOST = 200
LIMIT_S = 18.0
OUTPUT_BYTES = 16 * 1024 * 1024
LEVELS = {"fault": "critical", "error": "error"}


def read(circumstances: Circumstances, now: datetime | None = None) -> dict[str, object]:
    """Return the errors of the ten minutes before and after the trouble. Raises NotAvailable."""
    now = now or datetime.now(UTC)
    broke_at = circumstances.broke_at or now
    begin, end = window(broke_at, now)
    printed = ask_tool(
        [
            *(LOG, "show", "--style", "ndjson", "--no-pager", "--predicate", PREDICATE),
            *("--start", _argument(begin), "--end", _argument(end)),
        ],
        limit_s=LIMIT_S,
        most_bytes=OUTPUT_BYTES,
    )
    entries = nearest(parse_entries(printed), broke_at)
    return {"from_at": begin.isoformat(), "until_at": end.isoformat(), "entries": entries}


def window(broke_at: datetime, now: datetime) -> tuple[datetime, datetime]:
    """Return from when until when the log is read, in UTC. Raises NotAvailable out of the calendar."""
    try:
        moment = broke_at.astimezone(UTC).replace(microsecond=0)
        return moment - AROUND, min(moment + AROUND, max(now.astimezone(UTC).replace(microsecond=0), moment))
    except (OverflowError, ValueError) as error:
        raise NotAvailable("The log does not reach to that time.") from error


def parse_entries(printed: str) -> list[dict[str, object]]:
    """Return the entries of `log show --style ndjson`: a JSON object a line, the last with their number."""
    lines = (line for line in printed.splitlines() if line.startswith("{") and MESSAGE in line)
    return [entry for entry in map(_entry, parse_json_lines("\n".join(lines))) if entry]


def nearest(entries: Iterable[dict[str, object]], moment: datetime) -> list[dict[str, object]]:
    """Return those entries that are nearest to the moment, in the order of time."""
    by_distance = sorted(entries, key=lambda entry: abs(_at(entry) - moment.timestamp()))
    return sorted(by_distance[:MOST], key=_at)


def _entry(told: Row) -> dict[str, object]:
    level = LEVELS.get(text(told, "messageType").lower(), "")
    message = text(told, "eventMessage")
    at = iso_moment(text(told, "timestamp"))
    if not level or not message or at is None:
        return {}
    return {"at": at, "level": level, "source": _source(told), "message": message}


def _source(told: Row) -> str:
    """Return "mds (com.apple.spotlight)", or what is known of it. Of the program only its file's name."""
    program, subsystem = PurePosixPath(text(told, "processImagePath")).name, text(told, "subsystem")
    return f"{program} ({subsystem})" if program and subsystem else program or subsystem


def _at(entry: dict[str, object]) -> float:
    return datetime.fromisoformat(str(entry["at"])).timestamp()


def _argument(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=None).isoformat(' ')}+0000"
