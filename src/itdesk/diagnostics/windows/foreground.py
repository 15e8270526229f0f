"""The program in front on Windows."""

import sys

from itdesk.diagnostics.anywhere.foreground import process_name
from itdesk.diagnostics.base import NotAvailable


def read() -> dict[str, object]:
    """Return the name of the program in front. Raises NotAvailable when there is no desktop."""
    pid = _front_process()
    if not pid:
        return {"application": None, "note": "No window is in front."}
    return {"application": process_name(pid)}


def _front_process() -> int:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        ask = ctypes.windll.user32.GetForegroundWindow
        ask.restype = wintypes.HWND
        pid = wintypes.DWORD()
        ctypes.windll.user32.GetWindowThreadProcessId(wintypes.HWND(ask()), ctypes.byref(pid))
        return pid.value
    raise NotAvailable("This is not Windows.")
