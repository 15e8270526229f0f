"""Ending a Qt program by SIGINT and SIGTERM, in order and at once.

Qt's loop never returns to Python by itself, so Python would not run its handler: a socket wakes the loop.
"""

import signal
import socket

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot


class Interruption(QObject):
    """Quits the application when the process is asked to end."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._ours, self._pythons = socket.socketpair()
        self._pythons.setblocking(False)
        signal.set_wakeup_fd(self._pythons.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._take)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def _take(self, _number: int, _frame: object) -> None:
        """Keep Python's default from ending the process before the windows are closed."""

    @Slot()
    def _on_signal(self) -> None:
        self._ours.recv(64)
        self._app.quit()
