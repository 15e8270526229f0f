"""Times and sizes as people read them, in their language and zone."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTime

UNITS = ("B", "kB", "MB", "GB", "TB")


def clock_text(at: datetime) -> str:
    """Return the time of day in the person's zone: `10:14`. `at` is aware."""
    local = at.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def short_time(at: datetime, now: datetime) -> str:
    """Return a time for a narrow column: `10:14` today, `Tue` this week, `12 May`, `5/12/25` before."""
    local, today = at.astimezone(), now.astimezone()
    date = QDate(local.year, local.month, local.day)
    days = (today.date() - local.date()).days
    if days == 0:
        return clock_text(at)
    if 0 < days < 7:
        return QLocale().toString(date, "ddd")
    if local.year == today.year:
        return QLocale().toString(date, "d MMM")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def day_and_time(at: datetime, now: datetime) -> str:
    """Return a time with its day in words: `today 10:14`, `yesterday 18:40`, `12 May 9:52`."""
    days = (now.astimezone().date() - at.astimezone().date()).days
    if days == 0:
        return QCoreApplication.translate("Times", "today {time}").format(time=clock_text(at))
    if days == 1:
        return QCoreApplication.translate("Times", "yesterday {time}").format(time=clock_text(at))
    return QCoreApplication.translate("Times", "{day} {time}").format(
        day=short_time(at, now), time=clock_text(at)
    )


def day_text(at: datetime) -> str:
    """Return a time to come with its whole day: `Wed 12 May 9:52`, in the person's zone."""
    local = at.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), "ddd d MMM")
    return QCoreApplication.translate("Times", "{day} {time}").format(day=day, time=clock_text(at))


def moment_text(at: datetime, now: datetime) -> str:
    """Return the time of day for today, with its day for what is older."""
    is_today = at.astimezone().date() == now.astimezone().date()
    return clock_text(at) if is_today else day_and_time(at, now)


def since_text(at: datetime, now: datetime) -> str:
    """Return since about when something is so: `since about 9:40`, `since yesterday`, `since about 12 May`.

    What began on another day is told by its day alone: nobody remembers the minute.
    """
    days = (now.astimezone().date() - at.astimezone().date()).days
    if days <= 0:
        return QCoreApplication.translate("Times", "since about {time}").format(time=clock_text(at))
    if days == 1:
        return QCoreApplication.translate("Times", "since yesterday")
    local = at.astimezone()
    form = "d MMM" if local.year == now.astimezone().year else "d MMM yyyy"
    day = QLocale().toString(QDate(local.year, local.month, local.day), form)
    return QCoreApplication.translate("Times", "since about {day}").format(day=day)


class _Counted(QObject):
    """Words that bend with their number: the tool that collects sentences sees plurals only in a QObject."""

    def days(self, count: int) -> str:
        """Return a number of days in words."""
        return self.tr("%n day(s)", "", count)


def duration_text(length: timedelta) -> str:
    """Return a length of time in its one or two largest units: `42 min`, `1 h 05`, `3 days`."""
    minutes = max(0, round(length.total_seconds() / 60))
    if minutes < 60:
        return QCoreApplication.translate("Times", "{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 24:
        return _Counted().days(hours // 24)
    if rest == 0 or hours >= 3:
        return QCoreApplication.translate("Times", "{hours} h").format(hours=hours)
    return QCoreApplication.translate("Times", "{hours} h {minutes}").format(
        hours=hours, minutes=f"{rest:02}"
    )


def bytes_text(count: int) -> str:
    """Return a number of bytes in the unit that suits it: `3.2 MB`. Units are powers of 1000."""
    size, unit = float(count), 0
    while size >= 1000 and unit < len(UNITS) - 1:
        size, unit = size / 1000, unit + 1
    digits = 1 if unit and size < 10 else 0
    return f"{QLocale().toString(size, 'f', digits)} {UNITS[unit]}"
