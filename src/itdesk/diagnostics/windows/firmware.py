"""The firmware's own tables (SMBIOS), read without WMI and without being administrator."""

import struct
import sys
from collections.abc import Iterator

from itdesk.diagnostics.base import NotAvailable

SYSTEM, ENCLOSURE, END = 1, 3, 127
HEADER_BYTES = 8
PROVIDER = 0x52534D42  # "RSMB"


def read_table() -> bytes:
    """Return the table with the header that Windows puts before it. Raises NotAvailable."""
    if sys.platform == "win32":
        import ctypes

        ask = ctypes.windll.kernel32.GetSystemFirmwareTable
        size = ask(PROVIDER, 0, None, 0)
        buffer = ctypes.create_string_buffer(size)
        if size and ask(PROVIDER, 0, buffer, size) == size:
            return buffer.raw
    raise NotAvailable("The firmware's tables cannot be read.")


def parse_table(table: bytes) -> dict[str, object]:
    """Return manufacturer, model, serial, asset_tag and chassis_number, as far as they are told."""
    told: dict[str, object] = {}
    for kind, formatted, texts in _structures(table[HEADER_BYTES:]):
        if kind == SYSTEM:
            told["manufacturer"] = _text(formatted, 4, texts)
            told["model"] = _text(formatted, 5, texts)
            told["serial"] = _text(formatted, 7, texts)
        elif kind == ENCLOSURE:
            told["chassis_number"] = formatted[5] if len(formatted) > 5 else 0
            told["asset_tag"] = _text(formatted, 8, texts)
    return told


def _structures(table: bytes) -> Iterator[tuple[int, bytes, list[bytes]]]:
    """Yield kind, formatted part and texts of each structure; a damaged rest is left out."""
    at = 0
    while at + 4 <= len(table):
        kind, length = struct.unpack_from("BB", table, at)
        ends = table.find(b"\0\0", at + length)
        if length < 4 or ends < 0 or kind == END:
            return
        yield kind, table[at : at + length], table[at + length : ends].split(b"\0")
        at = ends + 2


def _text(formatted: bytes, offset: int, texts: list[bytes]) -> str:
    """Return the text whose number stands at `offset`; number 0 means none."""
    number = formatted[offset] if offset < len(formatted) else 0
    return texts[number - 1].decode("utf-8", "replace").strip() if 0 < number <= len(texts) else ""
