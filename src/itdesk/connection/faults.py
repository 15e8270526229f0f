"""Turns what urllib3 raises into what a person can act on."""

from urllib3 import exceptions

from itdesk.connection.errors import Cause, ExchangeFailed, NotItdesk, Unreachable
from itdesk.connection.trust import is_cut, tls_fault


def as_exchange_failure(error: Exception, server: str) -> ExchangeFailed:
    """Return the failure that stands for `error`, any exception of urllib3 or of the socket."""
    if isinstance(error, exceptions.ProxyError):
        return Unreachable(server, Cause.PROXY, str(error.original_error))
    if isinstance(error, exceptions.SSLError) and not is_cut(error):
        return Unreachable(server, Cause.TLS, tls_fault(error))
    if isinstance(error, exceptions.DecodeError):
        return NotItdesk(server, "its answer cannot be unpacked")
    if isinstance(error, exceptions.ProtocolError) and _is_garbage(error):
        return NotItdesk(server, "it does not speak HTTP")
    return Unreachable(server, _cause(error), str(error))


def _cause(error: Exception) -> Cause:
    if isinstance(error, exceptions.NameResolutionError):
        return Cause.NAME
    # NewConnectionError is a kind of ConnectTimeoutError: it must be asked for first.
    if isinstance(error, exceptions.NewConnectionError):
        return Cause.REFUSED
    if isinstance(error, exceptions.TimeoutError | TimeoutError):
        return Cause.TIMEOUT
    return Cause.BROKEN


def _is_garbage(error: exceptions.ProtocolError) -> bool:
    """Return whether the other side answered with something that is not HTTP at all."""
    from http.client import BadStatusLine, LineTooLong, RemoteDisconnected

    inner = error.args[1] if len(error.args) > 1 else None
    return isinstance(inner, BadStatusLine | LineTooLong) and not isinstance(inner, RemoteDisconnected)
