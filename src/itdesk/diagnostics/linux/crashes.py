"""Programs that crashed: by systemd's list of core dumps, and by the reports that Ubuntu keeps.

Of a report only its head is looked at, and there four fields: what the program held in memory, its arguments
and its environment stand in it too.
"""

import signal
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.command import ask_tool
from itdesk.diagnostics.json_answer import number, parse_json, rows, text
from itdesk.diagnostics.moment import moment_of
from itdesk.diagnostics.text_file import entries, read_text

COREDUMPCTL = "/usr/bin/coredumpctl"
ASKED = ("list", "--json=short", "--since=-24h", "--no-pager", "--quiet")
LIMIT_S = 1.0
DAY_S = 86_400
HEAD_BYTES = 16 * 1024
FIELDS = frozenset({"ExecutablePath", "Package", "Signal"})

Crash = dict[str, object]


def read(
    root: Path = Path("/"), list_dumps: Callable[[], str] | None = None, now_s: float | None = None
) -> dict[str, object]:
    """Return the crashes of the last 24 hours. Raises NotAvailable where nobody keeps them."""
    now_s = time.time() if now_s is None else now_s
    found = read_reports(root / "var/crash", now_s - DAY_S)
    try:
        found += parse_dumps((list_dumps or _dumps)())
    except NotAvailable:
        if not found and not (root / "var/crash").is_dir():
            raise
    return {"crashes": sorted(found, key=lambda crash: str(crash["at"]), reverse=True)}


def _dumps() -> str:
    return ask_tool([COREDUMPCTL, *ASKED], limit_s=LIMIT_S, may_fail=True)  # it fails when there are none


def parse_dumps(printed: str) -> list[Crash]:
    """Return the crashes of coredumpctl's JSON. Raises NotAvailable for what is no such answer."""
    if not printed.strip() or printed.startswith("No coredumps"):
        return []
    return [
        {
            "program": PurePosixPath(text(row, "exe")).name,
            "at": moment_of((number(row, "time") or 0) / 1_000_000),
            "code": signal_name(number(row, "sig")),
        }
        for row in rows(parse_json(printed))
    ]


def signal_name(number: float | None) -> str:
    """Return the name of a signal, its number where it has none, "" without a number."""
    try:
        return signal.Signals(int(number)).name if number is not None else ""
    except (ValueError, OverflowError):
        return str(number)


def read_reports(folder: Path, since_s: float) -> list[Crash]:
    """Return the crashes in a folder of Apport's reports, written at or after `since_s`."""
    found = []
    for report in entries(folder):
        written_s = _written_s(report) if report.suffix == ".crash" else None
        if written_s is not None and written_s >= since_s:
            found.append(parse_report(read_text(report, HEAD_BYTES)) | {"at": moment_of(written_s)})
    return found


def _written_s(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def parse_report(head: str) -> Crash:
    """Return program, version and signal of the head of a report."""
    pairs = (line.partition(": ") for line in head.splitlines() if not line.startswith(" "))
    told = {name: value.strip() for name, _, value in pairs if name in FIELDS}
    digits = told.get("Signal", "")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) < 4
    return {
        "program": PurePosixPath(told.get("ExecutablePath", "")).name,
        "version": told.get("Package", "").partition(" ")[2],
        "code": signal_name(int(digits)) if is_number else "",
    }
