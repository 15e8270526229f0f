"""How a promised time was counted, in words: for the dialog, and to be copied."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from itdesk.domain.sla.ledger import Account, Entered, Line
from itdesk.ui.target_words import target_name
from itdesk.ui.times import day_text
from itdesk.ui.words import name_of


@dataclass(frozen=True)
class LedgerRow:
    """One interval: when, what, and how much was used up at its end (empty where nothing was added)."""

    when: str
    what: str
    total: str = ""


def was_promised(account: Account) -> bool:
    """Tell whether anything is promised, or was at some time."""
    return account.limit is not None or any(line.limit is not None for line in account.lines)


def outcome(account: Account) -> str:
    """Return how the promise stands: kept, due, over, or not promised now."""
    if account.limit is None:
        return QCoreApplication.translate("Ledger", "Nothing is promised now")
    used, limit = open_time(account.used), open_time(account.limit)
    if account.broken_at is not None:
        return QCoreApplication.translate("Ledger", "Ran out {time}").format(time=day_text(account.broken_at))
    if account.ended_at is not None:
        return QCoreApplication.translate("Ledger", "Kept: {used} of {limit}").format(used=used, limit=limit)
    if account.due_at is None:
        return QCoreApplication.translate("Ledger", "Stands still: {used} of {limit}").format(
            used=used, limit=limit
        )
    return QCoreApplication.translate("Ledger", "Due {time}: {used} of {limit} used").format(
        time=day_text(account.due_at), used=used, limit=limit
    )


def rows_of(account: Account) -> Iterator[LedgerRow]:
    """Yield the intervals in order."""
    for line in account.lines:
        total = open_time(line.total) if line.entered is Entered.RUNNING else ""
        yield LedgerRow(span_text(line.start, line.end), what_of(line), total)


def what_of(line: Line) -> str:
    """Return what the clock did in an interval, and why."""
    if line.entered is Entered.CLOSED and line.closed_days:
        days = ", ".join(short_day(day) for day in line.closed_days)
        return QCoreApplication.translate("Ledger", "closed, also on {days}").format(days=days)
    if line.entered is Entered.PAUSED and line.reason is not None:
        return QCoreApplication.translate("Ledger", "stood still: {reason}").format(
            reason=name_of(line.reason)
        )
    if line.entered is Entered.RUNNING and line.reason is not None:
        return QCoreApplication.translate("Ledger", "ran on, although: {reason}").format(
            reason=name_of(line.reason)
        )
    return _plain(line.entered)


def open_time(length: timedelta) -> str:
    """Return open time as hours and minutes: `27:05`."""
    minutes = length // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02}"


def span_text(start: datetime, end: datetime) -> str:
    """Return an interval by the wall of the person."""
    return f"{day_text(start)} – {day_text(end)}"


def short_day(day: date) -> str:
    """Return a day without its year."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def as_text(reference: str, accounts: tuple[Account, ...]) -> str:
    """Return everything as plain text, a line an interval, its parts apart by tabs."""
    lines = [reference]
    for account in accounts:
        lines.append(f"{target_name(account.target)}: {outcome(account)}")
        lines += [f"{row.when}\t{row.what}\t{row.total}" for row in rows_of(account)]
    return "\n".join(lines)


def _plain(entered: Entered) -> str:
    words = {
        Entered.RUNNING: QCoreApplication.translate("Ledger", "ran"),
        Entered.CLOSED: QCoreApplication.translate("Ledger", "closed: outside the hours"),
        Entered.PAUSED: QCoreApplication.translate("Ledger", "stood still"),
        Entered.SOLVED: QCoreApplication.translate("Ledger", "solved"),
        Entered.NOT_PROMISED: QCoreApplication.translate("Ledger", "nothing was promised"),
    }
    return words[entered]
