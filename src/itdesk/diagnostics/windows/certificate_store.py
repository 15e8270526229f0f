"""The person's own certificates, by crypt32.dll: names and last days, never a key."""

import sys
from dataclasses import dataclass
from datetime import datetime

from itdesk.diagnostics.base import NotAvailable

STORE = "MY"
SIMPLE_NAME = 4
NAME_CHARS = 256
MOST_CERTIFICATES = 500


@dataclass(frozen=True)
class Certificate:
    """One certificate: whose it is, and when it ends."""

    name: str
    ends_at: datetime


def read_certificates() -> list[Certificate]:
    """Return the person's certificates. Raises NotAvailable."""
    if sys.platform == "win32":
        return _read()
    raise NotAvailable("This is not Windows.")


if sys.platform == "win32":
    import ctypes
    from collections.abc import Iterator
    from ctypes import POINTER, c_void_p, wintypes
    from typing import Any, ClassVar

    from itdesk.diagnostics.windows.registry import filetime

    class Blob(ctypes.Structure):
        """A length and that many bytes."""

        _fields_: ClassVar = [("size", wintypes.DWORD), ("data", c_void_p)]

    class Info(ctypes.Structure):
        """The start of CERT_INFO of wincrypt.h."""

        _fields_: ClassVar = [
            ("version", wintypes.DWORD),
            ("serial", Blob),
            ("algorithm", c_void_p),
            ("parameters", Blob),
            ("issuer", Blob),
            ("begins", ctypes.c_uint32 * 2),
            ("ends", ctypes.c_uint32 * 2),
        ]

    class Context(ctypes.Structure):
        """CERT_CONTEXT of wincrypt.h."""

        _fields_: ClassVar = [
            ("encoding", wintypes.DWORD),
            ("encoded", c_void_p),
            ("size", wintypes.DWORD),
            ("info", POINTER(Info)),
            ("store", c_void_p),
        ]

    def _library() -> Any:
        library = ctypes.WinDLL("crypt32")
        library.CertOpenSystemStoreW.restype = c_void_p
        library.CertOpenSystemStoreW.argtypes = [c_void_p, wintypes.LPCWSTR]
        library.CertEnumCertificatesInStore.restype = POINTER(Context)
        library.CertEnumCertificatesInStore.argtypes = [c_void_p, POINTER(Context)]
        library.CertGetNameStringW.argtypes = [
            *(POINTER(Context), wintypes.DWORD, wintypes.DWORD),
            *(c_void_p, wintypes.LPWSTR, wintypes.DWORD),
        ]
        library.CertCloseStore.argtypes = [c_void_p, wintypes.DWORD]
        return library

    def _read() -> list[Certificate]:
        library = _library()
        store = library.CertOpenSystemStoreW(None, STORE)
        if not store:
            raise NotAvailable("Windows does not open the person's certificates.")
        try:
            return list(_all(library, store))
        finally:
            library.CertCloseStore(store, 0)

    def _all(library: Any, store: int) -> Iterator[Certificate]:
        context = None
        # Each call lets go of the certificate before; the list is walked to its end.
        while context := library.CertEnumCertificatesInStore(store, context):
            low, high = context.contents.info.contents.ends
            ends_at = filetime(high << 32 | low)
            if ends_at is not None:
                yield Certificate(_name(library, context), ends_at)

    def _name(library: Any, context: Any) -> str:
        name = ctypes.create_unicode_buffer(NAME_CHARS)
        library.CertGetNameStringW(context, SIMPLE_NAME, 0, None, name, NAME_CHARS)
        return name.value
