"""The program in front on Windows."""

import sys

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows.file_version import read_version
from itdesk.diagnostics.windows.process import program_of


def read() -> dict[str, object]:
    """Return name and version of the program in front. Raises NotAvailable when there is no desktop."""
    pid = _front_process()
    if not pid:
        return {"application": None, "note": "No window is in front."}
    program = program_of(pid)
    version = read_version(program) if program is not None else ""
    return {"application": program.name if program is not None else None, "version": version}


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
