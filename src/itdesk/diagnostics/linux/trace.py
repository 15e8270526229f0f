"""The way to a host, step by step: empty datagrams that may cross only so many routers.

The kernel hands back to an ordinary program which router gave up on which datagram. All are sent at once, so
that a router that keeps silent costs no time of its own.
"""

import ipaddress
import select
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

from itdesk.diagnostics.base import NotAvailable

HOPS = 20
LIMIT_S = 2.0
NAME_LIMIT_S = 2.0
PORT = 33_434
"""Where nobody listens: so the host itself answers that."""
IP_RECVERR, IPV6_RECVERR = 11, 25
MSG_ERRQUEUE = 0x2000
ERROR = struct.Struct("=IBBBBII")
"""errno, origin, type, code and three more of struct sock_extended_err; the sender's address follows."""
ADDRESS_AT = {socket.AF_INET: slice(20, 24), socket.AF_INET6: slice(24, 40)}
TIME_EXCEEDED = {socket.AF_INET: 11, socket.AF_INET6: 3}
OF_ICMP = frozenset({2, 3})


@dataclass(frozen=True)
class Hop:
    """One router on the way, or the host at its end: `number` counts from 1, `ms` is there and back."""

    number: int
    address: str
    ms: float
    is_end: bool = False


def trace(host: str, limit_s: float = LIMIT_S) -> list[dict[str, object]]:
    """Return the steps to the host that answered within `limit_s` seconds. Raises NotAvailable."""
    family, address = resolve(host)
    try:
        found = sorted(_answers(family, address, limit_s), key=lambda hop: hop.number)
    except OSError as error:
        raise NotAvailable(f"The way to the server cannot be measured ({error.strerror}).") from error
    return [{"hop": hop.number, "address": hop.address, "ms": hop.ms} for hop in until_end(found)]


def until_end(found: list[Hop]) -> list[Hop]:
    """Return the steps up to the first at which the host itself answers; datagrams went on behind it."""
    ends = [place for place, hop in enumerate(found) if hop.is_end]
    return found[: ends[0] + 1] if ends else found


def resolve(host: str, limit_s: float = NAME_LIMIT_S) -> tuple[socket.AddressFamily, str]:
    """Return family and address of a host. Raises NotAvailable when its name has none in time.

    The system may take much longer to find that out; it does so on a thread that nobody waits for.
    """
    answer: SimpleQueue[tuple[socket.AddressFamily, str] | None] = SimpleQueue()
    Thread(target=lambda: answer.put(_address_of(host)), name="host's address", daemon=True).start()
    try:
        found = answer.get(timeout=limit_s)
    except Empty:
        found = None
    if found is None:
        raise NotAvailable("The name of the server has no address.")
    return found


def _address_of(host: str) -> tuple[socket.AddressFamily, str] | None:
    try:
        found = socket.getaddrinfo(host.strip("[]"), PORT, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError, ValueError):
        return None
    known = ((family, str(place[0])) for family, _, _, _, place in found if family in ADDRESS_AT)
    return next(known, None)


@dataclass(frozen=True)
class _Sent:
    number: int
    sender: socket.socket
    at_s: float


def _answers(family: socket.AddressFamily, address: str, limit_s: float) -> Iterator[Hop]:
    """Yield the answers as they come, until the host and all before it have answered. Raises OSError."""
    ends, end = time.monotonic() + limit_s, HOPS + 1
    waiting = select.poll()
    with ExitStack() as stack:
        sent = {}
        for number in range(1, HOPS + 1):
            sender = stack.enter_context(socket.socket(family, socket.SOCK_DGRAM))
            sent[sender.fileno()] = _Sent(number, sender, time.monotonic())
            waiting.register(sender, select.POLLERR)
            _send(sender, family, address, number)
        while any(each.number < end for each in sent.values()) and (left_s := ends - time.monotonic()) > 0:
            for descriptor, _ in waiting.poll(left_s * 1000):
                waiting.unregister(descriptor)
                hop = _hop(sent.pop(descriptor), family)
                if hop is not None:
                    yield hop
                    end = min(end, hop.number) if hop.is_end else end


def _hop(each: _Sent, family: socket.AddressFamily) -> Hop | None:
    ms = round((time.monotonic() - each.at_s) * 1000, 1)
    answer = _answer(each.sender, family)
    return Hop(each.number, answer[0], ms, is_end=answer[1]) if answer else None


def _send(sender: socket.socket, family: socket.AddressFamily, address: str, hops: int) -> None:
    if family == socket.AF_INET6:
        sender.setsockopt(socket.IPPROTO_IPV6, IPV6_RECVERR, 1)
        sender.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, hops)
    else:
        sender.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)
        sender.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, hops)
    sender.setblocking(False)
    sender.sendto(b"", (address, PORT + hops))


def _answer(sender: socket.socket, family: socket.AddressFamily) -> tuple[str, bool] | None:
    """Return who answered, and whether it is the host itself; None when nobody did."""
    try:
        _, notes, _, _ = sender.recvmsg(1, 512, MSG_ERRQUEUE)
    except OSError:
        return None
    return next((told for _, _, note in notes if (told := parse_note(note, family)) is not None), None)


def parse_note(note: bytes, family: socket.AddressFamily) -> tuple[str, bool] | None:
    """Return the sender's address in what the kernel notes of an error, and whether the way ended there."""
    address = note[ADDRESS_AT[family]]
    if len(note) < ERROR.size or len(address) != (16 if family == socket.AF_INET6 else 4):
        return None
    _, origin, kind, *_ = ERROR.unpack_from(note)
    if origin not in OF_ICMP:
        return None
    return str(ipaddress.ip_address(address)), kind != TIME_EXCEEDED[family]
