"""“Take another picture”: by our own grab where the desktop allows it, by the desktop's portal where not."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from itdesk.ui.background import Runner
from itdesk.ui.report.pictures_screens import ScreenChooser
from itdesk.ui.screen_capture import Hindrance, SteppingAside, ask_mac, hindrance

if TYPE_CHECKING:
    from itdesk.ui.screen_portal import PortalScreenshot


class PicturesGrabbing(QObject):
    """Signals: taken(QImage); hindered(Hindrance); waiting(bool), while the desktop asks the person."""

    taken = Signal(object)
    hindered = Signal(object)
    waiting = Signal(bool)

    def __init__(
        self,
        runner: Runner,
        parent: QWidget,
        *,
        may_grab: bool,
        find_hindrance: Callable[[], Hindrance | None] = hindrance,
    ) -> None:
        super().__init__(parent)
        self._find_hindrance = find_hindrance
        self._runner = runner
        self._owner = parent
        self._may_grab = may_grab
        self._aside = SteppingAside(self)
        self._aside.taken.connect(self._on_taken)
        self._portal: PortalScreenshot | None = None
        self._was = Qt.WindowState.WindowNoState

    @property
    def may_grab(self) -> bool:
        """Whether the company allows pictures of the screen that we take."""
        return self._may_grab

    @property
    def is_waiting(self) -> bool:
        """Whether the desktop asks the person just now."""
        return self._portal is not None and self._portal.is_asking

    @Slot()
    def take(self) -> None:
        """Take a picture of the screen without our window, or say what keeps us from it."""
        if not self._may_grab:
            return
        found = self._find_hindrance()
        if self.is_waiting:
            self.cancel()
        elif found is None:
            self._aside.take(self._owner.window())
        elif found is Hindrance.WAYLAND:
            self._ask_portal()
        else:
            ask_mac()
            self.hindered.emit(found)

    @Slot()
    def cancel(self) -> None:
        """Stop waiting for the desktop."""
        if self._portal is not None:
            self._portal.cancel()

    # -- Our own grab

    @Slot(object)
    def _on_taken(self, images: tuple[QImage, ...]) -> None:
        if not images:
            self.hindered.emit(Hindrance.EMPTY)
        elif len(images) == 1:
            self.taken.emit(images[0])
        else:
            chooser = ScreenChooser(images, self._owner.window())
            chooser.chosen.connect(self.taken)
            chooser.open()

    # -- The desktop's

    def _ask_portal(self) -> None:
        """Let the desktop ask the person; our window goes only so far that she can fetch it to cancel."""
        if self._portal is None:
            from PySide6.QtDBus import QDBusConnection

            from itdesk.ui.screen_portal import PortalScreenshot

            self._portal = PortalScreenshot(QDBusConnection.sessionBus(), self)
            self._portal.taken.connect(self._on_portal_taken)
            self._portal.refused.connect(self._on_portal_refused)
            self._portal.missing.connect(self._on_portal_missing)
        self.waiting.emit(True)
        window = self._owner.window()
        self._was = window.windowState()
        window.showMinimized()
        self._portal.ask()

    @Slot(str)
    def _on_portal_taken(self, path: str) -> None:
        from itdesk.ui.screen_portal import portal_picture

        self._come_back()
        self._runner.run(partial(portal_picture, path), then=self._on_portal_read)

    @Slot(object)
    def _on_portal_read(self, image: QImage | None) -> None:
        if image is None:
            self.hindered.emit(Hindrance.WAYLAND)
        else:
            self.taken.emit(image)

    @Slot()
    def _on_portal_refused(self) -> None:
        self._come_back()

    @Slot()
    def _on_portal_missing(self) -> None:
        self._come_back()
        self.hindered.emit(Hindrance.WAYLAND)

    def _come_back(self) -> None:
        self.waiting.emit(False)
        window = self._owner.window()
        window.setWindowState(self._was)
        window.activateWindow()
