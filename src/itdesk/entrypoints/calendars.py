"""Calendars from the command line: closed days out of a file of holidays."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from itdesk.domain.documents import Calendar
from itdesk.entrypoints.server import Unusable, utc_now, with_store
from itdesk.server.holidays_file import BadHolidays, closed_days_in
from itdesk.server.store.documents import Documents, read_document, read_documents
from itdesk.server.store.store import Store


def import_holidays(id: str, file: Path, data_dir: Path | None, database: str | None) -> int:
    """Close a calendar on the days of an iCalendar file, all of them or none; return the exit code."""

    def close(store: Store) -> str:
        calendar, seen = _calendar(store, id)
        new = _days(file) - set(calendar.closed_days)
        if new:
            closed_days = tuple(sorted({*calendar.closed_days, *new}))
            changed = replace(calendar, closed_days=closed_days)
            Documents(store).put(changed, seen=seen, is_command=True)
        return _told(id, new)

    return with_store(close, data_dir, database)


def _calendar(store: Store, id: str) -> tuple[Calendar, int]:
    found = read_document(store, Calendar, id)
    if found is None:
        known = ", ".join(one.id for one in read_documents(store, Calendar)) or "none"
        raise Unusable(f"There is no calendar “{id[:32]}”; there are: {known}.")
    return found


def _days(file: Path) -> frozenset[date]:
    try:
        return closed_days_in(file.read_bytes(), utc_now().date())
    except OSError as error:
        raise Unusable(f"The file {file} cannot be read: {error.strerror}.") from None
    except BadHolidays as error:
        raise Unusable(f"{file}: {error} Nothing was changed.") from None


def _told(id: str, new: Collection[date]) -> str:
    if not new:
        return f"“{id}” was closed on all these days already."
    return f"“{id}” is closed on {len(new)} more days, from {min(new)} to {max(new)}."
