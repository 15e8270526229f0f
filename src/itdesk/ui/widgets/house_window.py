"""What every window of the house can be told, and says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from itdesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from itdesk.services.standing import Standing

EDGE = 8
"""What is seen beside a widget to which a page was scrolled, in pixels."""
FRAME = 40
"""Room that the desktop's own frame takes of a screen, in pixels."""


class HouseWindow(QWidget):
    """A top-level window. The shell tells it what is new; it fetches its own content through a runner."""

    closed = Signal()
    announced = Signal(object)
    """What IT announces now, told while the window is shown: a sequence of announcements."""

    def refresh(self) -> None:
        """Something changed: look again. A window that shows no tickets has nothing to do."""

    def show_standing(self, standing: "Standing") -> None:
        """Say how the exchange stands, where the window has a place for it."""

    def show_failure(self, error: Exception) -> None:
        """Say that something went wrong which no part of the window was waiting for."""

    def come_forward(self) -> None:
        """Be in front. A window that is minimised does not follow a mere wish to be activated."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def geometry_state(self) -> bytes:
        """Return the window's place, to be given back at the next start."""
        return bytes(self.saveGeometry().data())

    def restore_geometry_state(self, state: bytes) -> None:
        """Go back to an earlier place, where the screen still has it."""
        self.restoreGeometry(QByteArray(state))

    def fit(self, page: ScrollPage, width: int) -> None:
        """Take the size at which `page` shows all it has, where the screen has room for that."""
        room = self.screen().availableGeometry().height() - FRAME
        self.resize(width, min(page.height_for(width), room))

    def keep_on_screen(self) -> None:
        """Be no larger than the screen has room for: what stands at the bottom must be within reach.

        Nobody looks at the offscreen platform's screen, which is narrower than any real one.
        """
        if QGuiApplication.platformName() == "offscreen":
            return
        room = self.screen().availableGeometry()
        self.resize(min(self.width(), room.width()), min(self.height(), room.height() - FRAME))

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 (Qt's signature)
        """Bring into sight what the keyboard comes to: Qt does so only within one page."""
        has_moved = super().focusNextPrevChild(is_next)
        _bring_into_sight(self.focusWidget())
        return has_moved

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window was closed."""
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()


def _bring_into_sight(widget: QWidget | None) -> None:
    """Scroll every page that holds the widget to where it is."""
    around = widget and widget.parentWidget()
    while widget and around:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, EDGE)
        around = around.parentWidget()
