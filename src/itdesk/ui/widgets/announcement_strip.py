"""One line that tells the first of what IT announces, and how many more there are."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.documents import Announcement, AnnouncementKind
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.announcement_row import (
    TINTS,
    name_button,
    put_away_button,
    show_icon_of,
    title_of,
    until_text,
)
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

AROUND, LEFT, RIGHT, SPACING = 12, 16, 8, 12


class AnnouncementStrip(QWidget):
    """The line, on its tint. Signals: `pointed_at()` when the pointer comes to it."""

    pointed_at = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = IconLabel("mail")
        self.title = PlainLabel("", TextRole.NAME, elides=True)
        self.until = PlainLabel("", TextRole.META, tone="secondary")
        self.more = Button("", Kind.QUIET)
        self.close_button = put_away_button("")
        self.frame = QFrame()
        line = QHBoxLayout(self.frame)
        line.setContentsMargins(scaled(LEFT), scaled(3), scaled(RIGHT), scaled(3))
        line.setSpacing(scaled(SPACING))
        line.addWidget(self._icon)
        line.addWidget(self.title, 1)
        for widget in (self.until, self.more, self.close_button):
            line.addWidget(widget)
        around = QVBoxLayout(self)
        around.setContentsMargins(scaled(AROUND), scaled(8), scaled(AROUND), scaled(8))
        around.addWidget(self.frame)

    def show_first_of(self, announcements: Sequence[Announcement], now: datetime) -> None:
        """Tell the first of these, of which there is at least one."""
        first, others = announcements[0], len(announcements) - 1
        self._dress(first.kind)
        title, until = title_of(first), until_text(first.ends_at, now)
        self.title.setText(title)
        self.until.setText(until)
        self.more.setText(self.tr("Show this and %n more", "", others) if others else self.tr("Show more"))
        name_button(self.close_button, title)
        self._make_room()
        self.setAccessibleName(self.tr("IT announces: {title}").format(title=f"{title} {until}".strip()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer has come."""
        super().enterEvent(event)
        if event.type() is QEvent.Type.Enter:
            self.pointed_at.emit()

    def _make_room(self) -> None:
        """What is announced matters more than until when; both stand in the panel."""
        words = self.title.fontMetrics().horizontalAdvance(self.title.text())
        beside = (self._icon, self.until, self.more, self.close_button)
        needed = words + sum(one.sizeHint().width() + scaled(SPACING) for one in beside)
        room = self.width() - sum(map(scaled, (AROUND, LEFT, RIGHT, AROUND)))
        self.until.setVisible(bool(self.until.text()) and needed <= room)

    def _dress(self, kind: AnnouncementKind) -> None:
        self.frame.setProperty("tint", TINTS[kind])
        self.frame.style().unpolish(self.frame)
        self.frame.style().polish(self.frame)
        show_icon_of(self._icon, kind)
