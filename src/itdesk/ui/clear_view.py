"""Waits until the menu from which something was chosen has left the screen: it would be in the picture."""

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QMenu

from itdesk.ui.screen_capture import hindrance

LOOK_EVERY_MS = 16
LIMIT_MS = 320
"""Where something moves for ever, the picture is taken all the same. Counted in time, not in looks: one look
at a large screen takes as long as several at a small one."""
MENU_LIMIT_MS = 1_000
"""A slow desktop may take so long to take the menu away."""


class ClearView(QObject):
    """Remembers how the menu looked on the screen when it was told to hide. Its place is clear once it looks
    otherwise, and twice the same: what lay below is painted, nothing fades out any more.

    Signals: clear(), asked for by `wait`, at once where no menu was used just now.
    """

    clear = Signal()

    def __init__(self, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = menu
        self._is_wanted = False
        self._screen: QScreen | None = None
        self._place = QRect()
        self._as_menu = self._before = QImage()
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        menu.aboutToHide.connect(self._on_hiding)

    @property
    def is_clear(self) -> bool:
        """Whether no menu can be in the way."""
        return not self._timer.isActive()

    def wait(self) -> None:
        """Have it told when the view is clear."""
        self._is_wanted = True
        if self.is_clear:
            self._tell()

    @Slot()
    def doubt(self) -> None:
        """Something was chosen, in our menu or in one that the panel draws for us, which we cannot see."""
        if self.is_clear:
            screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
            self._begin(screen, screen.geometry())

    @Slot()
    def _on_hiding(self) -> None:
        if self._menu.isVisible():
            self._begin(self._menu.screen(), self._menu.geometry())
            self._as_menu = self._seen()

    def _begin(self, screen: QScreen, place: QRect) -> None:
        self._as_menu = self._before = QImage()
        if hindrance() is None:
            self._screen, self._place = screen, place
            self._since.start()
            self._timer.start(0)

    @Slot()
    def _look(self) -> None:
        seen = self._seen()
        is_menu = seen == self._as_menu
        is_unclear = is_menu or seen != self._before
        is_late = self._since.hasExpired(MENU_LIMIT_MS if is_menu else LIMIT_MS)
        if not seen.isNull() and is_unclear and not is_late:
            self._before = seen
            self._timer.start(LOOK_EVERY_MS)
        elif self._is_wanted:
            self._tell()

    def _seen(self) -> QImage:
        if self._screen not in QGuiApplication.screens() or self._screen is None:
            return QImage()  # unplugged meanwhile
        place = self._place.translated(-self._screen.geometry().topLeft())
        return self._screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage()

    def _tell(self) -> None:
        self._is_wanted = False
        self._screen = None
        self._as_menu = self._before = QImage()
        self.clear.emit()
