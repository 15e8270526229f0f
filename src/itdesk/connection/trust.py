"""Which certificates are believed: the operating system's, and a private authority when one is named."""

import ssl
from pathlib import Path

from itdesk.connection.errors import Cause, Unreachable

CERTIFICATE_FAULTS = {
    9: "its certificate is not valid yet, or this computer's clock is wrong",
    10: "its certificate has expired, or this computer's clock is wrong",
    18: "its certificate is signed only by itself",
    19: "its certificate comes from an authority that this computer does not know",
    20: "its certificate comes from an authority that this computer does not know",
    21: "its certificate comes from an authority that this computer does not know",
    62: "its certificate is for another name",
    64: "its certificate is for another address",
}


def make_tls_context(server: str, ca_file: Path | None) -> ssl.SSLContext:
    """Return a context for TLS 1.2 and newer that checks certificate and name.

    Raises Unreachable when `ca_file` cannot be used: going on without it would only fail less clearly.
    """
    import truststore  # after the icon shows: 20 ms

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except (OSError, ssl.SSLError) as error:
            reason = f"the file of certificates {ca_file} cannot be used ({error})"
            raise Unreachable(server, Cause.TLS, reason) from error
    return context


def tls_fault(error: BaseException) -> str:
    """Return in words why TLS failed. `error` may wrap the real reason."""
    fault = _innermost(error)
    if isinstance(fault, ssl.SSLCertVerificationError):
        return CERTIFICATE_FAULTS.get(fault.verify_code, fault.verify_message)
    if isinstance(fault, ssl.SSLError) and fault.reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST"):
        return "it answers without encryption on this port"
    if isinstance(fault, ssl.SSLError) and fault.reason:
        return fault.reason.lower().replace("_", " ")
    return str(fault)


def is_cut(error: BaseException) -> bool:
    """Return whether TLS failed only because the connection ended: nothing says that it is unsafe."""
    return isinstance(_innermost(error), ssl.SSLEOFError | ssl.SSLZeroReturnError)


def _innermost(error: BaseException) -> BaseException:
    """Return the ssl error inside `error`: urllib3 wraps it as an argument."""
    for inner in error.args:
        if isinstance(inner, BaseException):
            return _innermost(inner)
    return error
