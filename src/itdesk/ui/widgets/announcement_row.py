"""One announcement of IT: what it is, since and until when, what it means, and a way to put it away."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from itdesk.domain.documents import Announcement, AnnouncementKind, in_language
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import clock_text, short_time, since_text
from itdesk.ui.widgets.buttons import IconButton
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel

ICONS = {
    AnnouncementKind.OUTAGE: "warning",
    AnnouncementKind.MAINTENANCE: "settings",
    AnnouncementKind.INFORMATION: "mail",
}
TINTS = {
    AnnouncementKind.OUTAGE: "amber",
    AnnouncementKind.MAINTENANCE: "amber",
    AnnouncementKind.INFORMATION: "accent",
}
BUTTON_PX = 36


def title_of(announcement: Announcement) -> str:
    """Return the title in the language of the window."""
    return in_language(announcement.title, QLocale().name()[:2])


def until_text(at: datetime | None, now: datetime) -> str:
    """Return when it ends: `until 12:00`, `until tomorrow 12:00`, `until 30 Nov, 12:00`; "" for no end."""
    if at is None:
        return ""
    days = (at.astimezone().date() - now.astimezone().date()).days
    if days <= 0:
        return QCoreApplication.translate("Announcements", "until {time}").format(time=clock_text(at))
    if days == 1:
        text = QCoreApplication.translate("Announcements", "until tomorrow, {time}")
        return text.format(time=clock_text(at))
    text = QCoreApplication.translate("Announcements", "until {day}, {time}")
    return text.format(day=short_time(at, now), time=clock_text(at))


def show_icon_of(label: IconLabel, kind: AnnouncementKind) -> None:
    """Show by its form what kind it is, in the colour of its tint."""
    label.show_icon(ICONS[kind], f"{TINTS[kind]}_text")


def put_away_button(title: str) -> IconButton:
    """Return the button that dismisses an announcement of this title."""
    button = IconButton("close", "")
    name_button(button, title)
    button.setMinimumSize(scaled(BUTTON_PX), scaled(BUTTON_PX))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def name_button(button: IconButton, title: str) -> None:
    """Say which announcement the button puts away."""
    text = QCoreApplication.translate("Announcements", "Do not show any more: {title}")
    button.set_name(text.format(title=title))


class AnnouncementRow(QWidget):
    """All that IT says of one thing. Signals: `dismissed(id)`."""

    dismissed = Signal(object)

    def __init__(self, announcement: Announcement, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = announcement.id
        title = title_of(announcement)
        icon = IconLabel("mail")
        show_icon_of(icon, announcement.kind)
        self.title = PlainLabel(title, TextRole.NAME, wraps=True)
        self.times = PlainLabel(self._times(announcement, now), TextRole.META, tone="secondary", wraps=True)
        body = in_language(announcement.body, QLocale().name()[:2])
        self.body = PlainLabel(body, TextRole.TEXT, wraps=True)
        self.body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = put_away_button(title)
        self.button.clicked.connect(self._dismiss)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        lines = QVBoxLayout()
        lines.setSpacing(scaled(2))
        for label in (self.title, self.times, self.body):
            label.setSizePolicy(policy)
            lines.addWidget(label)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setVisible(bool(body.strip()))  # not before it lies in the row: it would be a window

    def _times(self, announcement: Announcement, now: datetime) -> str:
        parts = [since_text(announcement.begins_at, now), until_text(announcement.ends_at, now)]
        if announcement.kind.is_trouble and announcement.people:
            parts.append(self.tr("%n people have it", "", announcement.people))
        return " · ".join(filter(None, parts))

    @Slot()
    def _dismiss(self) -> None:
        self.dismissed.emit(self._id)
