"""Taking a picture of the screen: what keeps us from it, the grab itself, and stepping aside before it."""

import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QScreen, QWindow
from PySide6.QtWidgets import QWidget

HIDE_LIMIT_MS = 1_000
"""A desktop that has not hidden our window by then is not waited for any longer."""
STILL_MS = 40
LOOKS = 12
"""The screen stands still when two looks in a row see the same; something may move on it for ever."""
COARSE, FINE = 64, 4
"""Nearly every screen shows at a first glance that it is not black."""
CORE_GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"


class Hindrance(StrEnum):
    """What keeps us from taking a picture of the screen ourselves."""

    WAYLAND = "wayland"
    PERMISSION = "permission"
    EMPTY = "empty"


def hindrance(
    system: str = sys.platform,
    platform: str | None = None,
    session: str | None = None,
    *,
    mac_allows: Callable[[], bool] | None = None,
) -> Hindrance | None:
    """Return what this desktop has against it, as far as it can be known before trying.

    Without arguments it is the desktop of now: its system, Qt's platform, and XDG_SESSION_TYPE.
    """
    if system == "darwin":
        return None if (mac_allows or mac_lets_see)() else Hindrance.PERMISSION
    platform = platform or QGuiApplication.platformName()
    session = os.environ.get("XDG_SESSION_TYPE", "") if session is None else session
    is_wayland = platform.startswith("wayland") or (platform == "xcb" and session.lower() == "wayland")
    return Hindrance.WAYLAND if is_wayland else None


def mac_lets_see() -> bool:
    """Return whether macOS lets this program see the screen; without, it shows the wallpaper alone."""
    try:
        allowed = ctypes.CDLL(CORE_GRAPHICS).CGPreflightScreenCaptureAccess
    except (OSError, AttributeError):
        return True  # a macOS before 10.15 asks nobody
    allowed.restype = ctypes.c_bool
    return bool(allowed())


def ask_mac() -> None:
    """Let macOS ask the person; from then on this program stands in the list in which she can allow it."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(CORE_GRAPHICS).CGRequestScreenCaptureAccess()


def picture_of_screen() -> QImage | None:
    """Return what the screen shows where the pointer is, or `None` where the desktop does not allow it."""
    screens = QGuiApplication.screens()
    if not screens or hindrance() is not None:
        return None
    return picture_of(QGuiApplication.screenAt(QCursor.pos()) or screens[0])


def pictures_of_screens() -> tuple[QImage, ...]:
    """Return what each screen shows; a screen of which nothing can be seen is left out."""
    pictures = (picture_of(screen) for screen in QGuiApplication.screens())
    return tuple(picture for picture in pictures if picture is not None)


def picture_of(screen: QScreen) -> QImage | None:
    """Return what one screen shows, in its own pixels; `None` for nothing at all, and for mere black."""
    image = screen.grabWindow(0).toImage()
    return None if image.isNull() or is_black(image) else image


def is_black(image: QImage) -> bool:
    """Tell whether a picture is black all over: that is what a desktop hands out that forbids to look."""
    return all(_is_sample_black(image, every) for every in (COARSE, FINE))


def _is_sample_black(image: QImage, every: int) -> bool:
    """Look at one pixel of each `every` in both directions."""
    # Rows of a grey picture are filled up to four bytes with whatever: so many pixels leave nothing to fill.
    sample = image.scaled(max(1, image.width() // every // 4) * 4, max(1, image.height() // every))
    grey = sample.convertToFormat(QImage.Format.Format_Grayscale8)
    return not bytes(grey.constBits()).strip(b"\0")


class SteppingAside(QObject):
    """Hides a window, looks at the screens once it is gone and they stand still, and shows it again.

    Signals: taken(images), one a screen, none where nothing could be seen.
    """

    taken = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._handle: QWindow | None = None
        self._place = QPoint()
        self._seen: tuple[QImage, ...] = ()
        self._looks = 0
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._on_gone)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether the window is away."""
        return self._window is not None

    def take(self, window: QWidget) -> None:
        """Step aside with this window and look."""
        if self.is_busy:
            return
        self.hide(window)
        self._limit.start(HIDE_LIMIT_MS)

    def hide(self, window: QWidget) -> None:
        """Hide the window only; `come_back` shows it again."""
        self._window, self._place = window, window.pos()
        self._handle = window.windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)
        window.hide()

    def come_back(self) -> None:
        """Show the window where it was."""
        window, self._window = self._window, None
        self._limit.stop()
        self._still.stop()
        self._forget_handle()
        if window is not None:
            window.move(self._place)
            window.show()
            window.raise_()
            window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear that the desktop has taken the window off the screen."""
        handle = self._handle
        is_gone = event.type() == QEvent.Type.Expose and handle is not None and not handle.isExposed()
        if is_gone and self._limit.isActive():
            self._on_gone()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_gone(self) -> None:
        self._limit.stop()
        self._forget_handle()
        self._seen, self._looks = (), 0
        self._still.start(0)

    @Slot()
    def _look(self) -> None:
        """Look until two looks are the same: what lay below is painted, nothing fades out any more."""
        seen = pictures_of_screens()
        self._looks += 1
        if self._looks < LOOKS and seen != self._seen:
            self._seen = seen
            self._still.start(STILL_MS)
            return
        self._seen = ()
        self.come_back()
        self.taken.emit(seen)

    def _forget_handle(self) -> None:
        if self._handle is not None:
            self._handle.removeEventFilter(self)
            self._handle = None
