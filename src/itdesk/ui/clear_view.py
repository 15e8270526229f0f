"""Waits until the menu from which something was chosen has left the screen: it would be in the picture."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QMenu

from itdesk.ui.screen_capture import hindrance

LOOK_EVERY_MS = 16
LIMIT_MS = 320
"""Where something moves for ever, the picture is taken all the same. Counted in time, not in looks: one look
at a large screen takes as long as several at a small one."""
MENU_LIMIT_MS = 1_000
"""A slow desktop may take so long to take the menu away."""
EVERY_PX = 7
"""So many pixels of the menu are passed over for one that is compared."""
INK, LIKE = 48, 16
"""Steps of 256 in grey: what stands out from the menu's ground, and what counts as the same."""


class ClearView(QObject):
    """Its place is clear once the menu's words are not there any more, and it looks twice the same: what lay
    below is painted, nothing fades out. Only that place is looked at: a look at the whole screen takes long.

    Signals: clear(), asked for by `wait`, at once where no menu was used just now.
    """

    clear = Signal()

    def __init__(self, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._menu = menu
        self._is_wanted = False
        self._screen: QScreen | None = None
        self._place = QRect()
        self._before = QImage()
        self._ink: Mapping[int, int] = {}
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        # `aboutToHide` is also emitted for a menu that the panel draws.
        menu.installEventFilter(self)

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Our menu is told to hide; the desktop may still show it."""
        if event.type() == QEvent.Type.Hide and watched is self._menu:
            self._begin(self._menu.screen(), self._menu.geometry())
            self._ink = ink_of(self._menu.grab().toImage())
        return super().eventFilter(watched, event)

    def _begin(self, screen: QScreen, place: QRect) -> None:
        self._before, self._ink = QImage(), {}
        if hindrance() is None:
            self._screen, self._place = screen, place
            self._since.start()
            self._timer.start(0)

    @Slot()
    def _look(self) -> None:
        seen = self._seen()
        is_menu = shows_ink(seen, self._ink)
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
        self._before, self._ink = QImage(), {}
        self.clear.emit()


def ink_of(image: QImage) -> Mapping[int, int]:
    """Return the grey of some pixels of what is written in a picture, by their place in its bytes."""
    grey = _grey(image)
    if not grey:
        return {}
    [(ground, _)] = Counter(grey[::EVERY_PX]).most_common(1)
    return {at: grey[at] for at in range(0, len(grey), EVERY_PX) if abs(grey[at] - ground) > INK}


def shows_ink(image: QImage, ink: Mapping[int, int]) -> bool:
    """Tell whether most of what was written is to be seen in a picture of the same size."""
    grey = _grey(image)
    there = [at for at, was in ink.items() if at < len(grey) and abs(grey[at] - was) <= LIKE]
    return len(there) * 2 > len(ink)


def _grey(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits() or b"")
