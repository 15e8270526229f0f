"""The Wi-Fi adapters, asked of wlanapi.dll: netsh prints the same in the person's language."""

import sys
from dataclasses import dataclass

from itdesk.diagnostics.base import NotAvailable

ACCESS_DENIED, SERVICE_NOT_ACTIVE = 5, 1062
RADIO_STATE, CURRENT_CONNECTION, CHANNEL_NUMBER, RSSI = 4, 7, 8, 0x10000102  # WLAN_INTF_OPCODE
ANY_BSS_TYPE = 3
DENIED = "Windows tells about Wi-Fi only when programs may use the location."


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """What one adapter answered: structures of wlanapi.h as bytes, None where it did not.

    `connection` is WLAN_CONNECTION_ATTRIBUTES, `radio` WLAN_RADIO_STATE; `networks` are the WLAN_BSS_ENTRY of
    the networks in sight, cut at their declared size.
    """

    connection: bytes | None = None
    radio: bytes | None = None
    channel: int | None = None
    rssi_dbm: int | None = None
    networks: tuple[bytes, ...] = ()


def read_adapters() -> list[Adapter]:
    """Return what the Wi-Fi adapters answer. Raises NotAvailable."""
    if sys.platform == "win32":
        return _read()
    raise NotAvailable("This is not Windows.")


if sys.platform == "win32":
    import ctypes
    from ctypes import byref, c_void_p, wintypes
    from typing import Any

    INFO_BYTES, LIST_HEADER_BYTES, GUID_BYTES, BSS_BYTES = 532, 8, 16, 360

    def _library() -> Any:
        try:
            library = ctypes.WinDLL("wlanapi")
        except OSError:
            raise NotAvailable("This Windows has no Wi-Fi.") from None
        word = wintypes.DWORD
        library.WlanOpenHandle.argtypes = [word, c_void_p, c_void_p, c_void_p]
        library.WlanEnumInterfaces.argtypes = [wintypes.HANDLE, c_void_p, c_void_p]
        library.WlanQueryInterface.argtypes = [wintypes.HANDLE, c_void_p, word, *[c_void_p] * 4]
        library.WlanGetNetworkBssList.argtypes = [
            *(wintypes.HANDLE, c_void_p, c_void_p, word, wintypes.BOOL),
            *(c_void_p, c_void_p),
        ]
        library.WlanFreeMemory.argtypes = [c_void_p]
        library.WlanCloseHandle.argtypes = [wintypes.HANDLE, c_void_p]
        return library

    def _read() -> list[Adapter]:
        library = _library()
        handle, version = wintypes.HANDLE(), wintypes.DWORD()
        code = library.WlanOpenHandle(2, None, byref(version), byref(handle))
        if code == SERVICE_NOT_ACTIVE:
            raise NotAvailable("The Wi-Fi service of Windows does not run.")
        if code:
            raise NotAvailable(f"Windows does not tell of the Wi-Fi (error {code}).")
        try:
            return [_adapter(library, handle, guid) for guid in _adapters(library, handle)]
        finally:
            library.WlanCloseHandle(handle, None)

    def _adapters(library: Any, handle: Any) -> list[bytes]:
        """Return the GUIDs of the adapters."""
        found = c_void_p()
        if library.WlanEnumInterfaces(handle, None, byref(found)) or not found.value:
            return []
        count = min(ctypes.c_uint32.from_address(found.value).value, 16)
        content = ctypes.string_at(found.value + LIST_HEADER_BYTES, count * INFO_BYTES)
        library.WlanFreeMemory(found)
        return [content[at : at + GUID_BYTES] for at in range(0, len(content), INFO_BYTES)]

    def _adapter(library: Any, handle: Any, guid: bytes) -> Adapter:
        connection = _answer(library, handle, guid, CURRENT_CONNECTION)
        channel, rssi = (_answer(library, handle, guid, code) for code in (CHANNEL_NUMBER, RSSI))
        return Adapter(
            connection=connection,
            radio=_answer(library, handle, guid, RADIO_STATE),
            channel=int.from_bytes(channel[:4], "little") if channel else None,
            rssi_dbm=int.from_bytes(rssi[:4], "little", signed=True) if rssi else None,
            networks=_networks(library, handle, guid) if connection else (),
        )

    def _answer(library: Any, handle: Any, guid: bytes, question: int) -> bytes | None:
        """Return an answer's bytes, None where there is none. Raises NotAvailable without consent."""
        size, data = wintypes.DWORD(), c_void_p()
        code = library.WlanQueryInterface(handle, guid, question, None, byref(size), byref(data), None)
        if code == ACCESS_DENIED:
            raise NotAvailable(DENIED)
        if code or not data.value:
            return None
        content = ctypes.string_at(data.value, size.value)
        library.WlanFreeMemory(data)
        return content

    def _networks(library: Any, handle: Any, guid: bytes) -> tuple[bytes, ...]:
        found = c_void_p()
        code = library.WlanGetNetworkBssList(handle, guid, None, ANY_BSS_TYPE, 0, None, byref(found))
        if code or not found.value:
            return ()
        count = min(ctypes.c_uint32.from_address(found.value + 4).value, 256)
        content = ctypes.string_at(found.value + LIST_HEADER_BYTES, count * BSS_BYTES)
        library.WlanFreeMemory(found)
        return tuple(content[at : at + BSS_BYTES] for at in range(0, len(content), BSS_BYTES))
