"""Errors and warnings of the system's log: of the journal, else of /var/log/syslog."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool, first_tool
from itdesk.diagnostics.json_answer import Row, parse_json_lines, part, text
from itdesk.diagnostics.linux.kernel_log import JOURNALCTL
from itdesk.diagnostics.moment import iso_moment, moment_of, month_of, utc_moment
from itdesk.diagnostics.text_file import is_there, read_tail

AROUND = timedelta(minutes=10)
MOST = 200
LIMIT_S = 2.5
JOURNAL_BYTES = 1024 * 1024
LOG_BYTES = 512 * 1024
LOGS = ("var/log/syslog", "var/log/messages")
COLUMNS = "PRIORITY,SYSLOG_IDENTIFIER,_COMM,MESSAGE"
"""Asked for by name: the journal also holds the command line of whoever wrote."""
LEVELS = ("critical", "critical", "critical", "error", "warning")
WORDS = (  # of a log that keeps no levels
    ("critical", re.compile(r"\b(panic|fatal|critical|emerg(ency)?|oops)\b", re.IGNORECASE)),
    ("error", re.compile(r"\b(errors?|fail(ed|ure|s)?|segfault|denied|refused)\b", re.IGNORECASE)),
    ("warning", re.compile(r"\bwarn(ing|ings)?\b", re.IGNORECASE)),
)
LINE = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?)\s(?P<after>.*)|"
    r"(?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2}) (?P<time>\d\d:\d\d:\d\d)\s(?P<later>.*)"
)
SOURCE = re.compile(r"\S+ (?P<source>[^\s:\[]{1,100})(?:\[\d+\])?: (?P<message>.*)")

Entry = dict[str, object]


def read(
    around: datetime | None = None,
    root: Path = Path("/"),
    ask_journal: Callable[[datetime, datetime], str] | None = None,
    now: datetime | None = None,
) -> dict[str, object]:
    """Return the entries ten minutes before and after `around` (aware), or of the last ten minutes.

    Raises NotAvailable where there is neither a journal nor a log that we may read.
    """
    now = now or datetime.now(UTC)
    begins, ends = (around - AROUND, min(around + AROUND, now)) if around else (now - AROUND, now)
    try:
        entries = parse_journal((ask_journal or _journal)(begins, ends))
    except NotAvailable:
        entries = []
        if not any(is_there(root / name) for name in LOGS):
            raise
    entries = entries or _of_file(root, begins, ends)
    return {"from_at": utc_moment(begins), "until_at": utc_moment(ends), "entries": entries}


def _journal(begins: datetime, ends: datetime) -> str:
    window = [f"--since=@{int(begins.timestamp())}", f"--until=@{int(ends.timestamp())}"]
    form = ["-p", "warning", "-o", "json", f"--output-fields={COLUMNS}", "-n", str(MOST), "--no-pager", "-q"]
    if not any(is_there(Path(folder)) for folder in ("/var/log/journal", "/run/log/journal")):
        raise NotAvailable("This computer keeps no journal.")
    return ask_tool([first_tool(*JOURNALCTL), *window, *form], limit_s=LIMIT_S, most_bytes=JOURNAL_BYTES)


def parse_journal(printed: str) -> list[Entry]:
    """Return the entries of journalctl's JSON, one a line; what is cut or odd is left out."""
    found = (_entry(row) for row in parse_json_lines(printed))
    return [entry for entry in found if entry["message"] and entry["at"]][-MOST:]


def _entry(row: Row) -> Entry:
    micros, level = text(row, "__REALTIME_TIMESTAMP"), text(row, "PRIORITY")
    is_time = micros.isascii() and micros.isdecimal() and len(micros) < 20
    return {
        "at": moment_of(int(micros) / 1_000_000) if is_time else None,
        "level": LEVELS[int(level)] if level in {"0", "1", "2", "3", "4"} else "warning",
        "source": text(row, "SYSLOG_IDENTIFIER") or text(row, "_COMM"),
        "message": _message(part(row, "MESSAGE")),
    }


def _message(told: object) -> str:
    """Return a message; one that is no UTF-8 comes as a list of its bytes."""
    if isinstance(told, list) and all(isinstance(byte, int) and 0 <= byte < 256 for byte in told):
        return bytes(told).decode("utf-8", "replace")
    return told if isinstance(told, str) else ""


def _of_file(root: Path, begins: datetime, ends: datetime) -> list[Entry]:
    return next(
        (parse_syslog(log, begins, ends) for name in LOGS if (log := read_tail(root / name, LOG_BYTES))), []
    )


def parse_syslog(content: str, begins: datetime, ends: datetime) -> list[Entry]:
    """Return what sounds like an error or a warning in a log of text, between two moments."""
    least, most = utc_moment(begins), utc_moment(ends)
    found = []
    for line in content.splitlines():
        entry = _syslog_entry(line, ends)
        if entry is not None and least <= str(entry["at"]) <= most:
            found.append(entry)
    return found[-MOST:]


def _syslog_entry(line: str, ends: datetime) -> Entry | None:
    level = next((level for level, words in WORDS if words.search(line)), None)
    found = LINE.match(line) if level else None
    if found is None:
        return None
    at = iso_moment(found["iso"]) if found["iso"] else _moment_without_year(found, ends)
    said = SOURCE.match(found["after"] or found["later"] or "")
    if at is None or said is None:
        return None
    return {"at": at, "level": level, "source": said["source"], "message": said["message"]}


def _moment_without_year(found: re.Match[str], ends: datetime) -> str | None:
    """Return the latest such moment that is not after `ends` by more than a day."""
    month = month_of(found["month"])
    if month is None:
        return None
    local = ends.astimezone()
    year = local.year - 1 if month > local.month + 1 else local.year
    return iso_moment(f"{year:04}-{month:02}-{int(found['day']):02} {found['time']}")
