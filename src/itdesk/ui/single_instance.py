"""One running desktop a data folder: who starts second hands over what was wanted, and leaves."""

import hashlib
import json
import os
from pathlib import Path

from PySide6.QtCore import QFile, QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from itdesk.ui.local_peer import is_own_peer, private_place
from itdesk.ui.wanted import message_of, wanted_in

VERSION = 2
"""Of the message. Later ones add to it, and what is not known in it is passed over."""
LIMIT_BYTES = 4_096
LIMIT_MS = 2_000
OWNER_ONLY = QFile.Permission.ReadOwner | QFile.Permission.WriteOwner


class SingleInstance(QObject):
    """Holds the lock of one data folder and hears what later starts want."""

    wanted = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(folder)
        self._lock_file = str(folder / "desktop.lock")
        self._lock = QLockFile(self._lock_file)
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def take(self) -> bool:
        """Become the running instance; return whether no other one is."""
        if not self._lock.tryLock(0):
            return False
        QFile.setPermissions(self._lock_file, OWNER_ONLY)
        # After a crash the old socket is still there, and listening would fail.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Let the next start be the running instance."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            if not is_own_peer(socket):
                socket.abort()
                continue
            socket.setReadBufferSize(LIMIT_BYTES)
            socket.readyRead.connect(self._on_ready)

    @Slot()
    def _on_ready(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() >= LIMIT_BYTES:
                socket.abort()  # none of ours is so long
            return
        wanted = asked_in(bytes(socket.readLine(LIMIT_BYTES).data()))
        socket.disconnectFromServer()
        if wanted is not None:
            self.wanted.emit(wanted)


def hand_over(folder: Path, wanted: str) -> bool:
    """Ask the instance that runs in `folder` for what is `wanted`; return whether it heard."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    if not socket.waitForConnected(LIMIT_MS) or not is_own_peer(socket):
        return False
    socket.write(json.dumps({"version": VERSION, **message_of(wanted)}).encode() + b"\n")
    return socket.waitForBytesWritten(LIMIT_MS)


def socket_name(folder: Path) -> str:
    """Return the local socket that belongs to a data folder: a path where nobody else may enter."""
    name = f"itdesk-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]}"
    return private_place(folder, name, os.environ)


def asked_in(line: bytes) -> str | None:
    """Return what a line asks for, or `None` when it is not one of ours: the line is foreign input."""
    try:
        return wanted_in(json.loads(line))
    except (ValueError, RecursionError):
        return None
