"""The picture of the screen that a Wayland desktop takes for us: org.freedesktop.portal.Screenshot.

The desktop asks the person itself. Nothing here waits: the answer comes as a signal, or the person cancels.
"""

from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import SLOT, QObject, QSize, QUrl, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QImage

from itdesk.domain.limits import FILE_BYTES
from itdesk.ui.picture import decoded

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SCREENSHOT = "org.freedesktop.portal.Screenshot"
REQUEST = "org.freedesktop.portal.Request"
ON_RESPONSE = "on_response(uint,QVariantMap)"
LARGEST = QSize(7680, 4320)
MOST_BYTES = 4 * FILE_BYTES


class PortalScreenshot(QObject):
    """One request at a time. Signals: taken(path) of a file, refused() by the person, missing() where no
    desktop answers.
    """

    taken = Signal(str)
    refused = Signal()
    missing = Signal()

    def __init__(self, bus: QDBusConnection, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._request = ""
        self._call: QDBusPendingCallWatcher | None = None

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._request)

    def ask(self) -> None:
        """Ask the desktop for a picture of the screen."""
        if self.is_asking:
            return
        if not self._bus.isConnected():
            self.missing.emit()
            return
        token = f"itdesk{token_hex(8)}"
        sender = self._bus.baseService().removeprefix(":").replace(".", "_")
        self._request = f"{PATH}/request/{sender}/{token}"
        self._listen(is_on=True)
        call = QDBusMessage.createMethodCall(SERVICE, PATH, SCREENSHOT, "Screenshot")
        call.setArguments(["", {"handle_token": token, "interactive": False}])
        self._call = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        self._call.finished.connect(self._on_called)

    def cancel(self) -> None:
        """Take the question back."""
        if self.is_asking:
            self._bus.asyncCall(QDBusMessage.createMethodCall(SERVICE, self._request, REQUEST, "Close"))
            self._end()
            self.refused.emit()

    @Slot("uint", "QVariantMap")
    def on_response(self, code: int, results: dict[str, object]) -> None:
        """Hear the desktop's answer: 0 is a picture, anything else that the person said no."""
        if not self.is_asking:
            return
        self._end()
        path = QUrl(str(results.get("uri", ""))).toLocalFile()
        if code == 0 and path:
            self.taken.emit(path)
        else:
            self.refused.emit()

    @Slot(QDBusPendingCallWatcher)
    def _on_called(self, call: QDBusPendingCallWatcher) -> None:
        is_missing = call.isError() and call is self._call
        call.deleteLater()
        if is_missing and self.is_asking:
            self._end()
            self.missing.emit()

    def _end(self) -> None:
        self._listen(is_on=False)
        self._request = ""
        self._call = None

    def _listen(self, *, is_on: bool) -> None:
        change = self._bus.connect if is_on else self._bus.disconnect
        # Qt's stub wants bytes for the slot, Qt itself takes text alone.
        change(SERVICE, self._request, REQUEST, "Response", self, SLOT(ON_RESPONSE))  # type: ignore[call-overload]


def portal_picture(path: str) -> QImage | None:
    """Return the picture that the desktop has left in a file for us, and take the file away again.

    `None` when it cannot be read. Takes long: never called on the GUI thread.
    """
    file = Path(path)
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        image = decoded(content, LARGEST) if len(content) <= MOST_BYTES else None
        if image is not None:
            file.unlink()
    except OSError:
        return None
    return image
