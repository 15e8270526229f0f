"""The latest updates: those in force by WMI, those that failed by the update service's history."""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.registry import filetime
from itdesk.diagnostics.windows.wmi import CIMV2, Wmi, text

QUERY = "SELECT HotFixID, InstalledOn FROM Win32_QuickFixEngineering"
SUCCEEDED, SUCCEEDED_WITH_ERRORS, FAILED = 2, 3, 4  # OperationResultCode of wuapi.h
MOST_ENTRIES = 50
Entry = Mapping[str, object]
"""Title, Date (in UTC), ResultCode and HResult of one update."""
History = Callable[[], Sequence[Entry]]


def read(wmi: Wmi, history: History) -> dict[str, object]:
    """Return installed and failed updates, the latest first. Raises NotAvailable when neither is told."""
    entries: Sequence[Entry] = ()
    with suppress(NotAvailable):  # a company may switch the service off
        entries = history()
    fixes = [] if entries else _fixes(wmi)
    done = {SUCCEEDED, SUCCEEDED_WITH_ERRORS}
    installed = [_update(entry) for entry in entries if entry.get("ResultCode") in done] or fixes
    installed = sorted(installed, key=lambda update: str(update["at"] or ""), reverse=True)
    return {
        "installed": installed,
        "failed": [_update(e) | {"code": code(e)} for e in entries if e.get("ResultCode") == FAILED],
        "last_at": installed[0]["at"] if installed else None,
    }


def _update(entry: Entry) -> dict[str, object]:
    at = entry.get("Date")
    return {"name": entry.get("Title"), "at": _utc(at) if isinstance(at, datetime) else None}


def _utc(at: datetime) -> str:
    return at.replace(tzinfo=UTC, microsecond=0).isoformat()


def code(entry: Entry) -> str | None:
    """Return why it failed, as Microsoft's lists name it: like 0x80240034."""
    number = entry.get("HResult")
    return f"0x{number & 0xFFFF_FFFF:08X}" if isinstance(number, int) and number else None


def _fixes(wmi: Wmi) -> list[dict[str, object]]:
    rows = wmi.query(CIMV2, QUERY)
    return [{"name": text(row, "HotFixID"), "at": installed_on(text(row, "InstalledOn"))} for row in rows]


def installed_on(told: str) -> str | None:
    """Return "2/14/2024" (month first, in every language) or "01d9a3f1c2b3d4e5" (a FILETIME) as a moment."""
    if re.fullmatch(r"[0-9a-fA-F]{16}", told):
        at = filetime(int(told, 16))
        return _utc(at) if at else None
    day = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", told, re.ASCII)
    try:
        return _utc(datetime(int(day[3]), int(day[1]), int(day[2]), tzinfo=UTC)) if day else None
    except ValueError:
        return None


def read_history() -> list[Entry]:
    """Return the latest entries of the update service's own history. Raises NotAvailable."""
    from itdesk.diagnostics.windows.com import with_com

    return with_com(_history)


def _history() -> list[Entry]:
    if sys.platform == "win32":
        from itdesk.diagnostics.windows.com import late_bound

        searcher = late_bound("Microsoft.Update.Session").CreateUpdateSearcher()
        count = min(int(searcher.GetTotalHistoryCount()), MOST_ENTRIES)
        if not count:
            return []
        found = searcher.QueryHistory(0, count)
        return [_plain(found.Item(index)) for index in range(int(found.Count))]
    raise NotAvailable("This is not Windows.")


def _plain(entry: object) -> Entry:
    """Return an entry as values that outlive COM."""
    return {name: getattr(entry, name, None) for name in ("Title", "Date", "ResultCode", "HResult")}
