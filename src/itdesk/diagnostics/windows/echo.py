"""The steps on the way to a host: an echo each that may go one step further, all at the same time."""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

from itdesk.diagnostics.base import NotAvailable

MOST_STEPS = 20
WAIT_S = 2.0
RESOLVE_S = 1.5
ARRIVED, ONE_STEP_TOO_FAR = 0, 11013  # IP_SUCCESS, IP_TTL_EXPIRED_TRANSIT


@dataclass(frozen=True)
class Echo:
    """Who answered after how many milliseconds, and whether it is the host itself."""

    address: str
    ms: int
    arrived: bool


Send = Callable[[int], Echo | None]
"""Sends an echo that may go so many steps; returns who answered, None when nobody did."""


def trace(send: Send, wait_s: float = WAIT_S + 0.5) -> list[dict[str, object]]:
    """Return the steps up to the host, or up to the last that answered; silent ones have no address."""
    answers: SimpleQueue[tuple[int, Echo | None]] = SimpleQueue()
    for steps in range(1, MOST_STEPS + 1):
        run = Thread(target=lambda steps=steps: answers.put((steps, send(steps))), name="trace", daemon=True)
        run.start()
    ends, told = time.monotonic() + wait_s, dict[int, Echo | None]()
    while len(told) < MOST_STEPS:
        try:
            steps, echo = answers.get(timeout=max(ends - time.monotonic(), 0.0))
        except Empty:
            break
        told[steps] = echo
    return _way(told)


def _way(told: dict[int, Echo | None]) -> list[dict[str, object]]:
    answered = {steps: echo for steps, echo in told.items() if echo is not None}
    arrived = [steps for steps, echo in answered.items() if echo.arrived]
    last = min(arrived, default=max(answered, default=0))
    return [_step(steps, answered.get(steps)) for steps in range(1, last + 1)]


def _step(steps: int, echo: Echo | None) -> dict[str, object]:
    if echo is None:
        return {"hop": steps}
    return {"hop": steps, "address": echo.address, "ms": echo.ms}


def read_trace(host: str) -> list[dict[str, object]]:
    """Return the way to a host by IPv4. Raises NotAvailable when its name is not known."""
    if sys.platform == "win32":
        place = _resolved(host)
        return trace(lambda steps: _send(place, steps))
    raise NotAvailable("This is not Windows.")


if sys.platform == "win32":
    import ctypes
    import socket
    from ctypes import wintypes
    from typing import ClassVar

    class Options(ctypes.Structure):
        """IP_OPTION_INFORMATION of ipexport.h."""

        _fields_: ClassVar = [
            *((name, ctypes.c_ubyte) for name in ("ttl", "tos", "flags", "size")),
            ("data", ctypes.c_void_p),
        ]

    class Reply(ctypes.Structure):
        """ICMP_ECHO_REPLY of ipexport.h."""

        _fields_: ClassVar = [
            *((name, wintypes.ULONG) for name in ("address", "status", "ms")),
            ("size", wintypes.USHORT),
            ("reserved", wintypes.USHORT),
            ("data", ctypes.c_void_p),
            ("options", Options),
        ]

    def _resolved(host: str) -> bytes:
        """Return the four bytes of a host's address. Raises NotAvailable."""
        answer: SimpleQueue[bytes] = SimpleQueue()

        def ask() -> None:
            try:
                found = socket.getaddrinfo(host, None, socket.AF_INET)
                answer.put(socket.inet_aton(str(found[0][4][0])))
            except (OSError, UnicodeError, IndexError):
                answer.put(b"")

        Thread(target=ask, name="trace's name", daemon=True).start()
        try:
            place = answer.get(timeout=RESOLVE_S)
        except Empty:
            place = b""
        if not place:
            raise NotAvailable("The server's name is not known.")
        return place

    def _send(place: bytes, steps: int) -> Echo | None:
        library = ctypes.WinDLL("iphlpapi")
        library.IcmpCreateFile.restype = wintypes.HANDLE
        library.IcmpCloseHandle.argtypes = [wintypes.HANDLE]
        library.IcmpSendEcho.argtypes = [
            *(wintypes.HANDLE, wintypes.ULONG, ctypes.c_void_p, wintypes.WORD),
            *(ctypes.c_void_p, ctypes.c_void_p, wintypes.DWORD, wintypes.DWORD),
        ]
        handle = library.IcmpCreateFile()
        options, memory = Options(ttl=steps), ctypes.create_string_buffer(ctypes.sizeof(Reply) + 256)
        target = int.from_bytes(place, "little")
        try:
            count = library.IcmpSendEcho(
                handle, target, b"itdesk", 6, ctypes.byref(options), memory, len(memory), round(WAIT_S * 1000)
            )
        finally:
            library.IcmpCloseHandle(handle)
        reply = Reply.from_buffer(memory)
        if not count or reply.status not in {ARRIVED, ONE_STEP_TOO_FAR}:
            return None
        told = socket.inet_ntoa(int(reply.address).to_bytes(4, "little"))
        return Echo(told, int(reply.ms), arrived=reply.status == ARRIVED)
