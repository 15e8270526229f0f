"""The print queues, asked of winspool.drv in two quick calls that no print server can hold up."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from itdesk.diagnostics.base import NotAvailable

LOCAL, CONNECTIONS = 0x2, 0x4
NAME_CHARS = 512


@dataclass(frozen=True, kw_only=True)
class Queue:
    """One print queue: `status` and `attributes` are the bits of PRINTER_INFO_2.

    Of a queue that lives on a print server only the name is told: asking more would ask the server.
    """

    name: str
    driver: str = ""
    port: str = ""
    status: int | None = None
    attributes: int = 0
    jobs: int | None = None


def read_queues() -> Sequence[Queue]:
    """Return all queues that this person sees. Raises NotAvailable."""
    if sys.platform == "win32":
        return [*_local(), *_connections()]
    raise NotAvailable("This is not Windows.")


def read_default() -> str:
    """Return the name of the default printer, "" without one. Raises NotAvailable."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        name, size = ctypes.create_unicode_buffer(NAME_CHARS), wintypes.DWORD(NAME_CHARS)
        is_told = ctypes.WinDLL("winspool.drv").GetDefaultPrinterW(name, ctypes.byref(size))
        return name.value if is_told else ""
    raise NotAvailable("This is not Windows.")


if sys.platform == "win32":
    import ctypes
    from ctypes import byref, wintypes
    from typing import Any, ClassVar

    class PrinterInfo2(ctypes.Structure):
        """PRINTER_INFO_2W of winspool.h."""

        _fields_: ClassVar = [
            *((name, wintypes.LPWSTR) for name in ("server", "name", "share", "port", "driver", "comment")),
            ("location", wintypes.LPWSTR),
            ("mode", ctypes.c_void_p),
            *((name, wintypes.LPWSTR) for name in ("separator", "processor", "datatype", "parameters")),
            ("security", ctypes.c_void_p),
            *((name, wintypes.DWORD) for name in ("attributes", "priority", "default_priority")),
            *((name, wintypes.DWORD) for name in ("start", "until", "status", "jobs", "average")),
        ]

    class PrinterInfo4(ctypes.Structure):
        """PRINTER_INFO_4W, which the registry alone answers."""

        _fields_: ClassVar = [
            ("name", wintypes.LPWSTR),
            ("server", wintypes.LPWSTR),
            ("attributes", wintypes.DWORD),
        ]

    def _listed(which: int, level: int, kind: Any) -> tuple[Any, Any]:
        """Return the structures, and the memory in which their texts lie: keep it as long as them."""
        ask = ctypes.WinDLL("winspool.drv", use_last_error=True).EnumPrintersW
        needed, count = wintypes.DWORD(), wintypes.DWORD()
        ask(which, None, level, None, 0, byref(needed), byref(count))
        memory = ctypes.create_string_buffer(max(needed.value, ctypes.sizeof(kind)))
        if not ask(which, None, level, memory, len(memory), byref(needed), byref(count)):
            raise NotAvailable(f"Windows does not list the printers (error {ctypes.get_last_error()}).")
        return (kind * count.value).from_buffer(memory), memory

    def _local() -> list[Queue]:
        infos, _memory = _listed(LOCAL, 2, PrinterInfo2)
        return [
            Queue(
                name=info.name or "",
                driver=info.driver or "",
                port=info.port or "",
                status=info.status,
                attributes=info.attributes,
                jobs=info.jobs,
            )
            for info in infos
        ]

    def _connections() -> list[Queue]:
        infos, _memory = _listed(CONNECTIONS, 4, PrinterInfo4)
        return [Queue(name=info.name or "", attributes=info.attributes) for info in infos]
