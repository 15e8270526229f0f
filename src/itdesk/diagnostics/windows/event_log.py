"""Windows' event log, asked through wevtapi.dll: no tool, and the words in the person's own language."""

import sys
from typing import Protocol

from itdesk.diagnostics.base import NotAvailable

CHANNEL_PATH, NEWEST_FIRST = 0x1, 0x200
AS_XML, WORDS_IN_XML = 1, 9
ONE_AT_A_TIME = 16
WAIT_MS = 800
BUFFER_CHARS = 32 * 1024


class Events(Protocol):
    """What is asked of the log."""

    def query(self, channel: str, question: str, most: int) -> list[str]:
        """Return the newest events of a channel that an XPath question selects, each as XML.

        Raises NotAvailable.
        """


class EventLog:
    """This computer's log."""

    def query(self, channel: str, question: str, most: int) -> list[str]:
        """Return the newest events as XML. Raises NotAvailable."""
        if sys.platform == "win32":
            return _query(channel, question, most)
        raise NotAvailable("This is not Windows.")


if sys.platform == "win32":
    import ctypes
    import re
    from collections.abc import Iterator
    from contextlib import contextmanager
    from ctypes import byref, c_void_p, c_wchar_p, wintypes
    from typing import Any

    def _library() -> ctypes.WinDLL:
        library = ctypes.WinDLL("wevtapi", use_last_error=True)
        word, handle = wintypes.DWORD, wintypes.HANDLE
        library.EvtQuery.restype = handle
        library.EvtQuery.argtypes = [handle, c_wchar_p, c_wchar_p, word]
        library.EvtNext.argtypes = [handle, word, c_void_p, word, word, c_void_p]
        library.EvtOpenPublisherMetadata.restype = handle
        library.EvtOpenPublisherMetadata.argtypes = [handle, c_wchar_p, c_wchar_p, word, word]
        library.EvtFormatMessage.argtypes = [
            *(handle, handle, word, word, c_void_p, word),
            *(word, c_void_p, c_void_p),
        ]
        library.EvtRender.argtypes = [handle, handle, word, word, c_void_p, c_void_p, c_void_p]
        library.EvtClose.argtypes = [handle]
        return library

    @contextmanager
    def _closing(library: Any, handle: int | None) -> Iterator[int]:
        if not handle:
            raise NotAvailable(f"Windows does not open its log (error {ctypes.get_last_error()}).")
        try:
            yield handle
        finally:
            library.EvtClose(handle)

    def _query(channel: str, question: str, most: int) -> list[str]:
        library = _library()
        opened = library.EvtQuery(None, channel, question, CHANNEL_PATH | NEWEST_FIRST)
        publishers: dict[str, int | None] = {}
        told: list[str] = []
        try:
            with _closing(library, opened) as results:
                while len(told) < most and (handles := _next(library, results)):
                    told += [_told(library, handle, publishers) for handle in handles]
        finally:
            for publisher in filter(None, publishers.values()):
                library.EvtClose(publisher)
        return [xml for xml in told if xml][:most]

    def _next(library: Any, results: int) -> list[int]:
        handles, count = (wintypes.HANDLE * ONE_AT_A_TIME)(), wintypes.DWORD()
        is_told = library.EvtNext(results, ONE_AT_A_TIME, handles, WAIT_MS, 0, byref(count))
        return [handle for handle in handles[: count.value] if handle] if is_told else []

    def _told(library: Any, event: int, publishers: dict[str, int | None]) -> str:
        """Return one event with its words where its source still has them; close it."""
        with _closing(library, event):
            bare = _rendered(library, event)
            name = re.search(r"<Provider Name=['\"]([^'\"]+)", bare)
            source = name[1] if name else ""
            if source not in publishers:
                opened = library.EvtOpenPublisherMetadata(None, source, None, 0, 0) if source else None
                publishers[source] = opened
            return _worded(library, event, publishers[source]) or bare

    def _rendered(library: Any, event: int) -> str:
        text, used, properties = (
            ctypes.create_unicode_buffer(BUFFER_CHARS),
            wintypes.DWORD(),
            wintypes.DWORD(),
        )
        size = ctypes.sizeof(text)
        is_told = library.EvtRender(None, event, AS_XML, size, text, byref(used), byref(properties))
        return text.value if is_told else ""

    def _worded(library: Any, event: int, publisher: int | None) -> str:
        text, used = ctypes.create_unicode_buffer(BUFFER_CHARS), wintypes.DWORD()
        if not publisher:
            return ""
        is_told = library.EvtFormatMessage(
            publisher, event, 0, 0, None, WORDS_IN_XML, BUFFER_CHARS, text, byref(used)
        )
        return text.value if is_told else ""
