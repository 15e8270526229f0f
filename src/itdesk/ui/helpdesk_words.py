"""How the helpdesk is reached now, in words: one line for each thing that IT has told."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from itdesk.ui.times import clock_text, duration_text

if TYPE_CHECKING:
    from itdesk.services.helpdesk import HelpdeskNow


def helpdesk_lines(helpdesk: "HelpdeskNow", now: datetime) -> tuple[str, ...]:
    """Return whether it is open and until when, its phone, and the usual time to a first answer."""
    lines = (open_line(helpdesk, now), phone_line(helpdesk), first_answer_line(helpdesk))
    return tuple(line for line in lines if line)


def open_line(helpdesk: "HelpdeskNow", now: datetime) -> str:
    """Return whether somebody answers now; nothing where IT has not told its hours."""
    if helpdesk.is_open is None:
        return ""
    if helpdesk.is_open:
        return _open_words(helpdesk.until, now)
    if helpdesk.opens_at is None:
        return QCoreApplication.translate("Helpdesk", "The helpdesk is closed now")
    words = QCoreApplication.translate("Helpdesk", "The helpdesk is closed, it opens: {time}")
    return words.format(time=_moment(helpdesk.opens_at, now))


def phone_line(helpdesk: "HelpdeskNow") -> str:
    """Return how to call; nothing where there is no phone."""
    if not helpdesk.phone.strip():
        return ""
    return QCoreApplication.translate("Helpdesk", "Phone: {number}").format(number=_one_line(helpdesk.phone))


def first_answer_line(helpdesk: "HelpdeskNow") -> str:
    """Return how long a first answer usually takes; nothing where that is not known."""
    if helpdesk.usual_first_answer_min is None:
        return ""
    usual = timedelta(minutes=max(1, helpdesk.usual_first_answer_min))
    words = QCoreApplication.translate("Helpdesk", "A first answer usually takes {duration}")
    return words.format(duration=duration_text(usual))


def _open_words(until: datetime | None, now: datetime) -> str:
    if until is None:
        return QCoreApplication.translate("Helpdesk", "The helpdesk is open")
    words = QCoreApplication.translate("Helpdesk", "The helpdesk is open until {time}")
    return words.format(time=_moment(until, now))


def _moment(at: datetime, now: datetime) -> str:
    """Return `8:00` today, `Mon 8:00` within a week, `12 May 8:00` later."""
    local = at.astimezone()
    days = (local.date() - now.astimezone().date()).days
    if days == 0:
        return clock_text(at)
    date = QDate(local.year, local.month, local.day)
    return f"{QLocale().toString(date, 'ddd' if days < 7 else 'd MMM')} {clock_text(at)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
