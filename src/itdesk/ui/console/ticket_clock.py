"""The clock of a ticket: how much is left of the time that was promised, as a mark and as a few words."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap

from itdesk.domain.listing import TicketRow
from itdesk.domain.status import Status
from itdesk.ui.fonts import scaled
from itdesk.ui.times import duration_text, short_time
from itdesk.ui.tokens import tokens_of
from itdesk.ui.widgets.marks import SCARCE, SlaMark, paint_sla

ICON_PX = 16


@dataclass(frozen=True)
class TicketClock:
    """What stands at the end of a row. Without a `mark` nothing runs out: it tells how old the ticket is."""

    words: str
    mark: SlaMark | None = None


def ticket_clock(row: TicketRow, now: datetime) -> TicketClock:
    """Return what is due on a ticket now, what it waits for, or its age."""
    if row.due_at is not None:
        return _running(row, row.due_at, now)
    if row.status is Status.PENDING:
        return TicketClock(_pause_words(row, now), SlaMark(left=1.0, is_paused=True))
    return TicketClock(duration_text(now - row.created_at))


def clock_icon(mark: SlaMark, palette: QPalette, ratio: float) -> QIcon:
    """Return the clock as a button's icon, for a screen of `ratio`."""
    side = scaled(ICON_PX)
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_sla(painter, QRectF(0, 0, side, side), mark, tokens_of(palette))
    painter.end()
    return QIcon(picture)


def _running(row: TicketRow, due_at: datetime, now: datetime) -> TicketClock:
    if now < due_at:
        return TicketClock(duration_text(due_at - now), SlaMark(left=_left(row, due_at, now)))
    over = QCoreApplication.translate("TicketClock", "{time} over").format(time=duration_text(now - due_at))
    return TicketClock(over, SlaMark(left=0.0, is_over=True))


def _left(row: TicketRow, due_at: datetime, now: datetime) -> float:
    """Return the part that is left: exact where it turns scarce and where it ends, drawn straight between."""
    scarce_at = row.scarce_at or due_at
    if now >= scarce_at:
        return SCARCE * _part(scarce_at, due_at, now) - 1e-9
    return SCARCE + (1 - SCARCE) * _part(row.due_begun_at or row.created_at, scarce_at, now)


def _part(start: datetime, end: datetime, now: datetime) -> float:
    """Return how much of the time from start to end is still to come, from 1.0 to 0.0."""
    return min(1.0, (end - now) / (end - start)) if start < end else 0.0


def _pause_words(row: TicketRow, now: datetime) -> str:
    if row.standing.until is None:
        return QCoreApplication.translate("TicketClock", "on hold")
    day = short_time(row.standing.until, now)
    return QCoreApplication.translate("TicketClock", "until {day}").format(day=day)
