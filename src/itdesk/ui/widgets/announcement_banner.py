"""What IT announces, in a quiet strip at the top of a window: one line, and more when it is asked for.

It must be seen at once, also by somebody who is at work in the window, and yet nothing may move under her
cursor. So what comes meanwhile first lies *over* the top of the window, where nothing has to make room for
it; if her pointer or her keyboard uses that place at the moment, it waits. It takes its own place, and what
is below moves down, when nobody can be about to click there: when she turns to another window, or when her
pointer comes to the strip itself, which stays where it is. It never takes the keyboard.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from itdesk.domain.documents import Announcement
from itdesk.domain.ids import AnnouncementId
from itdesk.services.announcements import dismiss, standing_announcements
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.widgets.announcement_panel import AnnouncementPanel
from itdesk.ui.widgets.announcement_strip import AnnouncementStrip
from itdesk.ui.widgets.house_window import HouseWindow

LOOK_AGAIN_MS = 400
"""How often a place that is in use is looked at."""


def put_away(desk: Desk, id: AnnouncementId) -> tuple[Announcement, ...]:
    """Dismiss one and return the others, off the GUI thread."""
    dismiss(desk, id)
    return standing_announcements(desk)


class AnnouncementBanner(QWidget):
    """The place of the strip in a window's layout; takes no room where nothing is announced.

    Looks for itself when `window` is shown or left; the window tells it what is new meanwhile.
    """

    def __init__(self, desk: Desk, runner: Runner, window: HouseWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._window = window
        self._shown: tuple[Announcement, ...] = ()
        self._put_away: set[AnnouncementId] = set()
        self.strip = AnnouncementStrip(self)
        self.panel = AnnouncementPanel(window)
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        policy = self.strip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.strip.setSizePolicy(policy)
        self._take_place()
        self._connect()

    @property
    def is_laid_over(self) -> bool:
        """Whether the strip lies over the window, and has not taken its place yet."""
        return self.strip.parentWidget() is self._window and self.strip.isVisible()

    @Slot(object)
    def show_announcements(self, announcements: Sequence[Announcement]) -> None:
        """Show these: one line for the first, how many more there are, and all of them in the panel."""
        self._shown = tuple(one for one in announcements if one.id not in self._put_away)
        if self._shown:
            self.strip.show_first_of(self._shown, self._desk.now())
            self.panel.show_announcements(self._shown, self._desk.now())
        else:
            self.panel.setVisible(False)
        self._settle()
        if self.panel.isVisible():
            self.unfold()

    @Slot()
    def unfold(self) -> None:
        """Lay all that is announced over the window, where the line is."""
        self.panel.unfold(*self._place_of_panel())

    @Slot()
    def fold(self) -> None:
        """Show the line alone again."""
        self.panel.setVisible(False)
        self.strip.more.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window is shown, and when she turns to another one."""
        if watched is not self._window:
            if event.type() is QEvent.Type.Hide and self.is_laid_over:
                self._take_place()
            return super().eventFilter(watched, event)
        is_shown = event.type() is QEvent.Type.Show and not event.spontaneous()
        is_left = event.type() is QEvent.Type.WindowDeactivate and self._window.isVisible()
        if is_shown or is_left:
            self._take_place()
            self._runner.run(partial(standing_announcements, self._desk), then=self._show_at_once)
        elif event.type() is QEvent.Type.Resize:
            self._follow_size()
        return super().eventFilter(watched, event)

    @Slot(object)
    def _show_at_once(self, announcements: Sequence[Announcement]) -> None:
        """The window fills only now, or is left: nothing in it is in use yet."""
        self.show_announcements(announcements)
        self._take_place()

    # -- Where the strip lies

    @Slot()
    def _settle(self) -> None:
        """Bring the strip where it can be seen, without moving anything that she uses."""
        is_placed = bool(self._shown) and not self.isHidden()
        if is_placed or not self._is_in_use() or not self._may_be_seen():
            self._take_place()
        elif self._shown and not self.is_laid_over:
            self._lay_over()
        elif not self._shown:  # the room that it leaves is given back when she turns away
            self.strip.setVisible(False)

    @Slot()
    def _take_place(self) -> None:
        """Lie in the layout, or give the room back where nothing is announced any more."""
        self._again.stop()
        self._column.addWidget(self.strip)
        self.strip.setVisible(bool(self._shown))
        self.setVisible(bool(self._shown))

    def _lay_over(self) -> None:
        """Lie over the top of the window, unless she uses what is there: then look again in a moment."""
        place = self._place_over()
        if self._is_used(place):
            self._again.start()
            return
        self._around().installEventFilter(self)
        self._column.removeWidget(self.strip)
        self.strip.setParent(self._window)
        self.strip.setGeometry(place)
        self.strip.setVisible(True)
        self.strip.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self.strip, QAccessible.Event.Alert))

    def _is_in_use(self) -> bool:
        return self._window.isVisible() and self._window.isActiveWindow()

    def _may_be_seen(self) -> bool:
        """Tell whether the place itself is in sight: a narrow window has given it to something else."""
        around = self._around()
        return around is self._window or around.isVisibleTo(self._window)

    def _around(self) -> QWidget:
        return self.parentWidget() or self._window

    def _place_over(self) -> QRect:
        return QRect(0, 0, self._window.width(), self.strip.sizeHint().height())

    def _is_used(self, place: QRect) -> bool:
        """Tell whether the pointer is on something there that can be clicked, or the keyboard is in it."""
        if place.intersects(self._area_of(self._window.focusWidget())):
            return True
        pointer = self._window.mapFromGlobal(QCursor.pos())
        below = self._window.childAt(pointer) if self._window.underMouse() else None
        return below is not None and place.contains(pointer) and _takes_clicks(below)

    def _area_of(self, widget: QWidget | None) -> QRect:
        if widget is None:
            return QRect()
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    @Slot()
    def _on_pointed_at(self) -> None:
        if self.is_laid_over:
            self._take_place()

    @Slot(QWidget, QWidget)
    def _on_focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """What the keyboard has come to must be seen: the panel folds, the strip makes room for it."""
        if new is None or new.window() is not self._window:
            return
        if not self.panel.isAncestorOf(new):
            self.panel.setVisible(False)
        if (
            self.is_laid_over
            and not self.strip.isAncestorOf(new)
            and self.strip.geometry().intersects(self._area_of(new))
        ):
            self._take_place()

    def _follow_size(self) -> None:
        if self.is_laid_over:
            self.strip.setGeometry(self._place_over())
        if self.panel.isVisible():
            self.panel.place(*self._place_of_panel())

    def _place_of_panel(self) -> tuple[int, int, int]:
        corner = self.strip.frame.mapTo(self._window, QPoint(0, 0))
        return corner.x(), corner.y(), self._window.width() - 2 * corner.x()

    # -- Putting away

    @Slot()
    def _put_first_away(self) -> None:
        if self._shown:
            self._put_one_away(self._shown[0].id)

    @Slot(object)
    def _put_one_away(self, id: AnnouncementId) -> None:
        self._put_away.add(id)
        self._runner.run(partial(put_away, self._desk, id), then=self._show_others)

    @Slot(object)
    def _show_others(self, others: Sequence[Announcement]) -> None:
        """Show what is left, without anything that came meanwhile: only what she saw may stay."""
        seen = {one.id for one in self._shown}
        self.show_announcements([one for one in others if one.id in seen])
        if not self._shown:
            self._take_place()

    def _connect(self) -> None:
        self.strip.more.clicked.connect(self.unfold)
        self.strip.close_button.clicked.connect(self._put_first_away)
        self.strip.pointed_at.connect(self._on_pointed_at)
        self.panel.folded.connect(self.fold)
        self.panel.dismissed.connect(self._put_one_away)
        self._again.timeout.connect(self._settle)
        self._window.announced.connect(self.show_announcements)
        self._window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_moved)


def _takes_clicks(widget: QWidget) -> bool:
    """Tell whether a click on it does anything: what can have the keyboard, or lies in such a thing."""
    around: QWidget | None = widget
    while around is not None and not around.isWindow():
        if around.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return True
        around = around.parentWidget()
    return False
