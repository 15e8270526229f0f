"""Who is at the other end of a local socket, and where a socket stands that only its owner reaches."""

import os
import socket
import stat
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket

LONGEST_PATH = 100
"""In bytes: what systems allow for a socket's path, less some."""
IN_DATA_FOLDER = "desktop.socket"
CREDENTIALS = struct.Struct("3i")


def is_own_peer(peer: QLocalSocket) -> bool:
    """Tell whether the other end runs as the same user; where that cannot be asked, rights have decided."""
    uid = peer_uid(peer.socketDescriptor())
    return uid is None or uid == os.geteuid()


def peer_uid(descriptor: int) -> int | None:
    """Return the user at the other end of a local socket, None where the system does not tell."""
    if sys.platform != "linux":
        return None
    try:
        with socket.socket(fileno=os.dup(descriptor)) as peer:
            told = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, CREDENTIALS.size)
    except OSError:
        return -1  # it has gone: nobody
    return int(CREDENTIALS.unpack(told)[1])


def private_place(folder: Path, name: str, environment: Mapping[str, str]) -> str:
    """Return where the socket `name` of a data folder stands: nobody else may enter there, nor take its name.

    That is the session's own folder, else the data folder; on Windows a name of the person's own. Of a data
    folder whose path is too long for a socket only the name remains, and the other end is asked who it is.
    """
    if sys.platform == "win32":
        return name
    places = {environment.get("XDG_RUNTIME_DIR", ""): name, str(folder.resolve()): IN_DATA_FOLDER}
    for place, called in places.items():
        path = f"{place}/{called}"
        if _is_private(place) and len(os.fsencode(path)) <= LONGEST_PATH:
            return path
    return name


def _is_private(place: str) -> bool:
    if not place.startswith("/"):
        return False
    try:
        found = Path(place).stat()
    except OSError:
        return False
    is_ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
    return is_ours and not found.st_mode & 0o077
