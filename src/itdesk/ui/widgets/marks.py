"""The small marks of state, painted alike in rows and in widgets. Shape tells what colour tells.

Each function draws into a square; drawings are on a grid of 16.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from itdesk.domain.listing import Delivery, TicketRow
from itdesk.domain.presence import Doing
from itdesk.domain.priority import Priority
from itdesk.domain.status import Status
from itdesk.services.presence import Companion
from itdesk.ui.icons import paint_icon
from itdesk.ui.tokens import Tokens

GRID = 16
MIDDLE = QPointF(8, 8)
RADIUS = 6.25
FULL_CIRCLE = 360 * 16
TOP = 90 * 16
SCARCE = 0.2
"""Under this part of its time an SLA clock turns amber."""

MarkPainter = Callable[[QPainter, QRectF, Tokens], None]

TONES = {
    Status.NEW: "accent",
    Status.OPEN: "accent",
    Status.PENDING: "violet",
    Status.RESOLVED: "green",
    Status.CLOSED: "grey",
    Status.CANCELLED: "grey",
    Status.MERGED: "grey",
}


@dataclass(frozen=True)
class SlaMark:
    """What an SLA clock shows: how much of its time is left, from 1.0 to 0.0, and how it stands."""

    left: float
    is_over: bool = False
    is_paused: bool = False

    @property
    def tone(self) -> str:
        """The tone of its mark and its words."""
        if self.is_paused:
            return "violet"
        if self.is_over:
            return "red"
        return "amber" if self.left < SCARCE else "grey"


def tone_mark(tokens: Tokens, tone: str) -> QColor:
    """Return the colour of marks of `tone`: accent, red, amber, green, violet or grey."""
    return tokens.color("accent_text" if tone == "accent" else f"{tone}_mark")


@contextmanager
def on_grid(painter: QPainter, rect: QRectF, color: QColor) -> Iterator[None]:
    """Draw on the grid of 16, scaled into `rect`, with a round pen of `color` and no brush."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    painter.translate(rect.center() - QPointF(side, side) / 2)
    painter.scale(side / GRID, side / GRID)
    pen = QPen(color, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    yield
    painter.restore()


def paint_status(painter: QPainter, rect: QRectF, status: Status, tokens: Tokens) -> None:
    """Draw the mark of `status`."""
    color = tone_mark(tokens, TONES[status])
    with on_grid(painter, rect, color):
        if status is Status.RESOLVED:
            painter.setBrush(color)
        painter.drawEllipse(MIDDLE, RADIUS, RADIUS)
        match status:
            case Status.NEW:
                painter.setBrush(color)
                painter.drawEllipse(MIDDLE, 1.25, 1.25)
            case Status.OPEN:
                _half(painter, color)
            case Status.PENDING:
                _pause(painter)
            case Status.RESOLVED:
                painter.setPen(QPen(tokens.color("surface_base"), 1.6))
                _check(painter)
            case Status.CLOSED:
                _check(painter)
            case Status.CANCELLED:
                painter.drawLine(QPointF(5.25, 8), QPointF(10.75, 8))
            case Status.MERGED:
                painter.drawPolyline([QPointF(7, 5.25), QPointF(9.75, 8), QPointF(7, 10.75)])


def paint_standing(painter: QPainter, rect: QRectF, row: TicketRow, tokens: Tokens) -> None:
    """Draw where a ticket stands; what waits or was refused comes before that."""
    if row.delivery is Delivery.REFUSED:
        paint_icon(painter, rect, "warning", tokens.color("red_mark"))
    elif row.delivery is Delivery.WAITING:
        paint_unsent(painter, rect, tokens)
    else:
        paint_status(painter, rect, row.status, tokens)


def companion_painter(companions: Sequence[Companion]) -> MarkPainter:
    """Return what draws the eye of a colleague who reads, or the pencil of one who writes."""
    name = "pencil" if is_written(companions) else "eye"
    tone = companion_tone(companions)

    def paint(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
        paint_icon(painter, rect, name, tone_mark(tokens, tone))

    return paint


def companion_tone(companions: Sequence[Companion]) -> str:
    """Return the tone of colleagues' presence: amber where one writes."""
    return "amber" if is_written(companions) else "grey"


def is_written(companions: Sequence[Companion]) -> bool:
    """Tell whether one of them writes."""
    return any(one.doing is Doing.WRITING for one in companions)


def paint_unsent(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the dashed circle of what waits to be sent."""
    with on_grid(painter, rect, tokens.color("grey_mark")):
        pen = painter.pen()
        pen.setDashPattern([1.2, 2.0])
        painter.setPen(pen)
        painter.drawEllipse(MIDDLE, RADIUS, RADIUS)


def paint_priority(painter: QPainter, rect: QRectF, priority: Priority, tokens: Tokens) -> None:
    """Draw the mark of `priority`: a white `!` on red, bars, or dots."""
    with on_grid(painter, rect, tokens.color("grey_mark")):
        if priority is Priority.CRITICAL:
            _exclamation(painter, tokens)
        elif priority is Priority.PLANNING:
            _dots(painter)
        else:
            filled = {Priority.HIGH: 3, Priority.MODERATE: 2, Priority.LOW: 1}[priority]
            _bars(painter, filled, "amber" if priority is Priority.HIGH else "grey", tokens)


def paint_sla(painter: QPainter, rect: QRectF, sla: SlaMark, tokens: Tokens) -> None:
    """Draw the clock: a pie that empties, a pause, or an exclamation mark when it is over."""
    color = tone_mark(tokens, sla.tone)
    with on_grid(painter, rect, color):
        if sla.is_over:
            painter.setBrush(color)
        painter.drawEllipse(MIDDLE, RADIUS, RADIUS)
        if sla.is_paused:
            _pause(painter)
        elif sla.is_over:
            _stroke_exclamation(painter, tokens.color("surface_base"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            span = -round(FULL_CIRCLE * min(1.0, max(0.0, sla.left)))
            painter.drawPie(QRectF(4, 4, 8, 8), TOP, span)


def paint_unread(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw the dot of what was not read yet."""
    with on_grid(painter, rect, tokens.color("accent_text")):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("accent_text"))
        painter.drawEllipse(MIDDLE, 4, 4)


def paint_incident(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """Draw that many have this trouble."""
    paint_icon(painter, rect, "warning", tone_mark(tokens, "red"))


def status_painter(status: Status) -> MarkPainter:
    """Return what draws the mark of `status`."""
    return lambda painter, rect, tokens: paint_status(painter, rect, status, tokens)


def priority_painter(priority: Priority) -> MarkPainter:
    """Return what draws the mark of `priority`."""
    return lambda painter, rect, tokens: paint_priority(painter, rect, priority, tokens)


def sla_painter(sla: SlaMark) -> MarkPainter:
    """Return what draws the clock `sla`."""
    return lambda painter, rect, tokens: paint_sla(painter, rect, sla, tokens)


def _half(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPie(QRectF(4, 4, 8, 8), TOP, -FULL_CIRCLE // 2)


def _pause(painter: QPainter) -> None:
    for x in (6.5, 9.5):
        painter.drawLine(QPointF(x, 5.75), QPointF(x, 10.25))


def _check(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(5.1, 8.2), QPointF(7.1, 10.2), QPointF(10.9, 6.1)])


def _stroke_exclamation(painter: QPainter, color: QColor) -> None:
    pen = QPen(color, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(8, 4.6), QPointF(8, 8.6))
    painter.drawPoint(QPointF(8, 11.3))


def _exclamation(painter: QPainter, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.color("red_fill"))
    painter.drawRoundedRect(QRectF(1, 1, 14, 14), 4, 4)
    _stroke_exclamation(painter, tokens.color("text_on_accent"))


def _bars(painter: QPainter, filled: int, tone: str, tokens: Tokens) -> None:
    for index, height in enumerate((4.5, 8.0, 11.5)):
        bar = QRectF(2.25 + index * 4.25, 13.75 - height, 3, height)
        if index < filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone_mark(tokens, tone))
        else:
            painter.setPen(QPen(tokens.color("grey_mark"), 0.9))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            bar.adjust(0.45, 0.45, -0.45, -0.45)
        painter.drawRoundedRect(bar, 0.8, 0.8)


def _dots(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for x in (3.5, 8, 12.5):
        painter.drawEllipse(QPointF(x, 8), 1.35, 1.35)


def semibold(font: QFont) -> QFont:
    """Return `font` in the weight that marks the one thing that counts."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
