"""The dialled connections, by rasapi32.dll."""

import sys

from itdesk.diagnostics.base import NotAvailable

CONNECTED = 0x2000
BUFFER_TOO_SMALL = 603
MOST_CONNECTIONS = 16


def read_connections() -> dict[str, bool]:
    """Return the connections that are being made or are up, by name: whether they are up.

    Raises NotAvailable.
    """
    if sys.platform == "win32":
        return _read()
    raise NotAvailable("This is not Windows.")


if sys.platform == "win32":
    import ctypes
    from ctypes import byref, wintypes
    from typing import Any, ClassVar

    class Connection(ctypes.Structure):
        """RASCONNW of ras.h, as of Windows 7."""

        _pack_ = 4
        _fields_: ClassVar = [
            ("size", wintypes.DWORD),
            ("handle", wintypes.HANDLE),
            ("name", wintypes.WCHAR * 257),
            ("device_type", wintypes.WCHAR * 17),
            ("device", wintypes.WCHAR * 129),
            ("phonebook", wintypes.WCHAR * 260),
            ("part", wintypes.DWORD),
            ("entry", ctypes.c_byte * 16),
            ("flags", wintypes.DWORD),
            ("session", ctypes.c_byte * 8),
            ("correlation", ctypes.c_byte * 16),
        ]

    class Status(ctypes.Structure):
        """RASCONNSTATUSW of ras.h, as of Windows 7."""

        _pack_ = 4
        _fields_: ClassVar = [
            ("size", wintypes.DWORD),
            ("state", wintypes.DWORD),
            ("error", wintypes.DWORD),
            ("device_type", wintypes.WCHAR * 17),
            ("device", wintypes.WCHAR * 129),
            ("number", wintypes.WCHAR * 129),
            ("ends", ctypes.c_byte * 40),
            ("detail", wintypes.DWORD),
        ]

    def _read() -> dict[str, bool]:
        try:
            library = ctypes.WinDLL("rasapi32")
        except OSError:
            raise NotAvailable("This Windows has no VPN connections of its own.") from None
        connections = (Connection * MOST_CONNECTIONS)()
        connections[0].size = ctypes.sizeof(Connection)
        size, count = wintypes.DWORD(ctypes.sizeof(connections)), wintypes.DWORD()
        code = library.RasEnumConnectionsW(connections, byref(size), byref(count))
        if code not in {0, BUFFER_TOO_SMALL}:
            raise NotAvailable(f"Windows does not tell its connections (error {code}).")
        return {each.name: _is_up(library, each) for each in connections[: count.value] if each.name}

    def _is_up(library: Any, connection: Connection) -> bool:
        status = Status()
        status.size = ctypes.sizeof(Status)
        ask = library.RasGetConnectStatusW
        ask.argtypes = [wintypes.HANDLE, ctypes.c_void_p]
        return bool(ask(connection.handle, byref(status)) or status.state == CONNECTED)
