"""The session on Windows."""

import sys

from itdesk.diagnostics.windows.registry import Registry, text

ZONE_KEY = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
NAME_DISPLAY = 3
SM_REMOTESESSION = 0x1000
NAME_CHARS = 257


def read(registry: Registry) -> dict[str, object]:
    """Return login, name, kind, language and time zone."""
    return {**_account(), "time_zone": text(registry, ZONE_KEY, "TimeZoneKeyName")}


def _account() -> dict[str, object]:
    account: dict[str, object] = {}
    if sys.platform == "win32":
        import ctypes
        import locale

        is_remote = ctypes.windll.user32.GetSystemMetrics(SM_REMOTESESSION)
        language = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        account = {
            "login": _login(),
            "display_name": _display_name(),
            "kind": "remote" if is_remote else "console",
            "language": locale.windows_locale.get(language, ""),
        }
    return account


if sys.platform == "win32":

    def _login() -> str:
        import ctypes
        from ctypes import wintypes

        size = wintypes.DWORD(NAME_CHARS)
        buffer = ctypes.create_unicode_buffer(NAME_CHARS)
        return buffer.value if ctypes.windll.advapi32.GetUserNameW(buffer, ctypes.byref(size)) else ""

    def _display_name() -> str:
        """Return the full name; a local account without one, or an unreachable domain, gives ""."""
        import ctypes
        from ctypes import wintypes

        size = wintypes.ULONG(NAME_CHARS)
        buffer = ctypes.create_unicode_buffer(NAME_CHARS)
        told = ctypes.windll.secur32.GetUserNameExW(NAME_DISPLAY, buffer, ctypes.byref(size))
        return buffer.value if told else ""
