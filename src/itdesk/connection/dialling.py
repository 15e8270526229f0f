"""The way to a server by bare sockets, piece by piece: name, connection, proxy, TLS. Each is bounded."""

import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ssl import SSLContext
from threading import Thread, Timer
from typing import TYPE_CHECKING, TypeVar, Union

from itdesk.connection.errors import Cause
from itdesk.version import VERSION

if TYPE_CHECKING:
    import ssl

    from urllib3.util.ssltransport import SSLTransport

Value = TypeVar("Value")
Place = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int] | tuple[str, int, int, int]]
"""One result of getaddrinfo."""
Secured = Union["ssl.SSLSocket", "SSLTransport"]

PROXY_LOGIN = "proxy_login"
"""The cause when a proxy wants to know who asks."""
LATE = "it did not answer in time"
CLOSED = "it closed the connection"
NAMES_LATE = "the name servers did not answer in time"


class StepFailed(Exception):
    """One piece of the way failed. `cause` is a code, `reason` says it in a few English words."""

    def __init__(self, cause: str, reason: str) -> None:
        super().__init__(reason)
        self.cause = cause
        self.reason = reason


def within(limit_s: float, ask: Callable[[], Value]) -> Value:
    """Return what `ask` returns, or raise what it raises. Raises TimeoutError after `limit_s` seconds.

    It runs in a thread of its own that nobody waits for: looking up a name cannot be interrupted.
    """
    from concurrent.futures import Future

    future: Future[Value] = Future()

    def run() -> None:
        try:
            future.set_result(ask())
        except BaseException as error:  # noqa: BLE001 (raised again where it is waited for)
            future.set_exception(error)

    Thread(target=run, name="step of the way", daemon=True).start()
    return future.result(limit_s)


def look_up(host: str, port: int, limit_s: float) -> Sequence[Place]:
    """Return where `host` is, at least one place. Raises StepFailed."""
    from urllib3.util.connection import allowed_gai_family  # IPv6 only where this computer has it

    try:
        found = within(
            limit_s, lambda: socket.getaddrinfo(host, port, allowed_gai_family(), socket.SOCK_STREAM)
        )
    except TimeoutError as error:
        raise StepFailed(Cause.TIMEOUT, NAMES_LATE) from error
    except socket.gaierror as error:
        raise StepFailed(Cause.NAME, f"the name {host} is not found ({error.strerror})") from error
    except (OSError, UnicodeError) as error:
        raise StepFailed(Cause.NAME, f"the name {host} cannot be looked up") from error
    return [place for place in found if isinstance(place[4][0], str)]  # type: ignore[misc]


def connect(places: Sequence[Place], limit_s: float) -> tuple[socket.socket, str]:
    """Return a socket that is connected to the first place that answers, and its address. Raises StepFailed.

    Each place gets its share of the time: one that is silent must not hide the next.
    """
    ends = time.monotonic() + limit_s
    failure = StepFailed(Cause.NAME, "the name has no address")
    for number, place in enumerate(places):
        share = (ends - time.monotonic()) / (len(places) - number)
        try:
            return _connected(place, max(share, 0.05)), str(place[4][0])
        except TimeoutError:
            failure = StepFailed(Cause.TIMEOUT, LATE)
        except ConnectionRefusedError:
            failure = StepFailed(Cause.REFUSED, "the connection was refused")
        except OSError as error:
            failure = StepFailed(Cause.REFUSED, f"there is no way there ({error.strerror})")
    raise failure


def _connected(place: Place, limit_s: float) -> socket.socket:
    family, kind, protocol, _, where = place
    opened = socket.socket(family, kind, protocol)
    try:
        opened.settimeout(limit_s)
        opened.connect(where)
    except BaseException:
        opened.close()
        raise
    return opened


def ask_proxy(
    door: "socket.socket | Secured", host: str, port: int, credentials: str, limit_s: float
) -> None:
    """Let the proxy behind `door` connect it to `host`. Raises StepFailed."""
    from http.client import HTTPException, HTTPResponse

    try:
        with _bounded(door, limit_s):
            door.sendall(_connect_request(host, port, credentials))
            with HTTPResponse(door, method="CONNECT") as response:  # type: ignore[arg-type]
                response.begin()
                status = response.status
    except HTTPException as error:
        raise StepFailed(Cause.PROXY, "it does not speak HTTP") from error
    if status == 407:
        raise StepFailed(PROXY_LOGIN, "it asks for a login and password (407)")
    if not 200 <= status < 300:
        raise StepFailed(Cause.PROXY, f"it refuses ({status})")


def _connect_request(host: str, port: int, credentials: str) -> bytes:
    from urllib3 import make_headers

    named = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    signed = make_headers(proxy_basic_auth=credentials) if credentials else {}
    headers = {"Host": named, "User-Agent": f"itdesk/{VERSION}", **signed}
    lines = [f"CONNECT {named} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


def secure(door: "socket.socket | Secured", context: SSLContext, host: str, limit_s: float) -> Secured:
    """Return `door` after a TLS handshake that has checked certificate and name. Raises StepFailed."""
    from ssl import SSLError, SSLSocket

    from urllib3.util import ssl_wrap_socket

    from itdesk.connection.trust import is_cut, tls_fault

    try:
        with _bounded(door, limit_s):
            return ssl_wrap_socket(
                door,  # type: ignore[arg-type]
                ssl_context=context,
                server_hostname=host,
                tls_in_tls=isinstance(door, SSLSocket),
            )
    except SSLError as error:
        if is_cut(error):
            raise StepFailed(Cause.BROKEN, CLOSED) from error
        raise StepFailed(Cause.TLS, tls_fault(error)) from error


@contextmanager
def _bounded(door: "socket.socket | Secured", limit_s: float) -> Iterator[None]:
    """Bound all that is done with `door` together. Raises StepFailed for what is late or breaks off.

    A socket's own limit is for one wait: what sends a byte now and then would never trip it.
    """
    from ssl import SSLError

    ends = time.monotonic() + limit_s
    alarm = Timer(limit_s, _cut, [door])
    alarm.daemon = True
    alarm.start()
    try:
        door.settimeout(limit_s)
        yield
    except OSError as error:
        if isinstance(error, TimeoutError) or time.monotonic() >= ends:
            raise StepFailed(Cause.TIMEOUT, LATE) from error
        if isinstance(error, SSLError):
            raise
        raise StepFailed(Cause.BROKEN, CLOSED) from error
    finally:
        alarm.cancel()
    if time.monotonic() >= ends:  # cut in the middle, and what had arrived looks whole
        raise StepFailed(Cause.TIMEOUT, LATE)


def _cut(door: "socket.socket | Secured") -> None:
    """Wake the thread that waits for `door`."""
    try:
        # Not the method of an SSLSocket: it would take the cipher away from who reads just now.
        socket.socket.shutdown(door if isinstance(door, socket.socket) else door.socket, socket.SHUT_RDWR)
    except OSError:
        return  # over already, or handed on to TLS, which bounds its own handshake
