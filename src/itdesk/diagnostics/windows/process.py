"""Which program a process runs, by kernel32.dll: by its file alone, never its arguments."""

import sys
from pathlib import Path

PATH_CHARS = 32_768
QUERY_LIMITED_INFORMATION = 0x1000  # allowed for the processes of other people too


def program_of(pid: int) -> Path | None:
    """Return the file of a process, None when it is gone or belongs to somebody else."""
    program = None
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        kernel.QueryFullProcessImageNameW.argtypes = [wintypes.HANDLE, wintypes.DWORD, *[ctypes.c_void_p] * 2]
        name, size = ctypes.create_unicode_buffer(PATH_CHARS), wintypes.DWORD(PATH_CHARS)
        handle = kernel.OpenProcess(QUERY_LIMITED_INFORMATION, 0, pid)
        if handle and kernel.QueryFullProcessImageNameW(handle, 0, name, ctypes.byref(size)):
            program = Path(name.value)
        if handle:
            kernel.CloseHandle(handle)
    return program


def program_name(pid: int) -> str | None:
    """Return the name of a process's file like "WINWORD.EXE", None when it is gone or hidden."""
    program = program_of(pid)
    return program.name if program is not None else None
