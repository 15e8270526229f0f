"""What IT announces, in a quiet strip at the top of a window: one line, and more when it is asked for."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.documents import Announcement
from itdesk.domain.ids import AnnouncementId
from itdesk.services.announcements import dismiss, standing_announcements
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.widgets.announcement_panel import AnnouncementPanel
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


def put_away(desk: Desk, id: AnnouncementId) -> tuple[Announcement, ...]:
    """Dismiss one and return the others, off the GUI thread."""
    dismiss(desk, id)
    return standing_announcements(desk)


class AnnouncementBanner(QWidget):
    """Looks for itself when `window` is shown or left, and takes no room where nothing is announced.

    Nothing comes or goes while she works in the window, so nothing moves under her cursor.
    Signals: `acted()` after something was put away.
    """

    acted = Signal()

    def __init__(self, desk: Desk, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._window = window
        self._shown: tuple[Announcement, ...] = ()
        self._icon = IconLabel("mail")
        self.title = PlainLabel("", TextRole.NAME, elides=True)
        self.until = PlainLabel("", TextRole.META, tone="secondary")
        self.more = Button("", Kind.QUIET)
        self.close_button = put_away_button("")
        self.panel = AnnouncementPanel(window)
        self._frame = QFrame()
        self._lay_out()
        self.more.clicked.connect(self.unfold)
        self.close_button.clicked.connect(self._put_first_away)
        self.panel.folded.connect(self.fold)
        self.panel.dismissed.connect(self._put_away)
        self.setVisible(False)
        window.installEventFilter(self)

    def look(self) -> None:
        """Ask what is announced now."""
        self._runner.run(partial(standing_announcements, self._desk), then=self.show_announcements)

    def refresh(self) -> None:
        """Something changed: look, unless she works in the window now."""
        if self._window.isVisible() and not self._window.isActiveWindow():
            self.look()

    @Slot(object)
    def show_announcements(self, announcements: Sequence[Announcement]) -> None:
        """Show these: one line for the first, how many more there are, and all of them in the panel."""
        self._shown = tuple(announcements)
        self.setVisible(bool(self._shown))
        if not self._shown:
            self.panel.setVisible(False)
            return
        self._show_line(self._shown[0])
        self.panel.show_announcements(self._shown, self._desk.now())
        if self.panel.isVisible():
            self.unfold()

    @Slot()
    def unfold(self) -> None:
        """Lay all that is announced over the window, where the line is."""
        self.panel.unfold(*self._place())

    @Slot()
    def fold(self) -> None:
        """Show the line alone again."""
        self.panel.setVisible(False)
        self.more.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window is shown, and when she turns to another one."""
        is_shown = event.type() is QEvent.Type.Show and not event.spontaneous()
        is_left = event.type() is QEvent.Type.WindowDeactivate and self._window.isVisible()
        if is_shown or is_left:
            self.look()
        elif event.type() is QEvent.Type.Resize and self.panel.isVisible():
            self.panel.place(*self._place())
        return super().eventFilter(watched, event)

    def _place(self) -> tuple[int, int, int]:
        corner = self._frame.mapTo(self._window, QPoint(0, 0))
        return corner.x(), corner.y(), self._window.width() - 2 * corner.x()

    def _show_line(self, first: Announcement) -> None:
        self._frame.setProperty("tint", TINTS[first.kind])
        self._frame.style().unpolish(self._frame)
        self._frame.style().polish(self._frame)
        show_icon_of(self._icon, first.kind)
        title, until = title_of(first), until_text(first.ends_at, self._desk.now())
        self.title.setText(title)
        self.until.setText(until)
        others = len(self._shown) - 1
        self.more.setText(self.tr("Show this and %n more", "", others) if others else self.tr("Show more"))
        name_button(self.close_button, title)
        self.setAccessibleName(self.tr("IT announces: {title}").format(title=f"{title} {until}".strip()))

    @Slot()
    def _put_first_away(self) -> None:
        if self._shown:
            self._put_away(self._shown[0].id)

    @Slot(object)
    def _put_away(self, id: AnnouncementId) -> None:
        self._runner.run(partial(put_away, self._desk, id), then=self._show_others)

    @Slot(object)
    def _show_others(self, others: Sequence[Announcement]) -> None:
        """Show what is left, without anything that came meanwhile: only what she saw may stay."""
        seen = {one.id for one in self._shown}
        self.show_announcements([one for one in others if one.id in seen])
        self.acted.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._frame)
        line.setContentsMargins(scaled(16), scaled(3), scaled(8), scaled(3))
        line.setSpacing(scaled(12))
        line.addWidget(self._icon)
        line.addWidget(self.title, 1)
        for widget in (self.until, self.more, self.close_button):
            line.addWidget(widget)
        around = QVBoxLayout(self)
        around.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        around.addWidget(self._frame)
