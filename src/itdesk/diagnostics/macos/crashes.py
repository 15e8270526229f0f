"""Programs that crashed, by the reports that macOS leaves. Only names, versions and codes are taken."""

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.macos.crash_report import parse_report
from itdesk.diagnostics.moment import moment_of
from itdesk.diagnostics.text_file import entries, read_text

REPORTS = "Library/Logs/DiagnosticReports"
KINDS = frozenset({".ips", ".crash", ".panic"})
REPORT_BYTES = 1024 * 1024
DAY_S = 24 * 3600
MOST = 20
MOST_FILES = 4096


def read() -> dict[str, object]:
    """Return the crashes of the last 24 hours, the newest first."""
    return {"crashes": read_folders((Path.home() / REPORTS, Path("/") / REPORTS), time.time())}


def read_folders(folders: Iterable[Path], now: float) -> list[dict[str, object]]:
    """Return the crashes of the day before `now` (seconds since 1970) by the reports in these folders."""
    files = [file for folder in folders for file in entries(folder, MOST_FILES) if file.suffix in KINDS]
    dated = sorted(((_written_at(file), file) for file in files), reverse=True)
    recent = [(at, file) for at, file in dated if at >= now - DAY_S][: 2 * MOST]
    rows = []
    for at, file in recent:
        with suppress(NotAvailable):
            rows.append(_read_report(file, at))
    return rows[:MOST]


def _read_report(file: Path, at: float) -> dict[str, object]:
    # The file's own time stands in where the report does not tell its own.
    return {"at": moment_of(at)} | parse_report(read_text(file, REPORT_BYTES))


def _written_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
