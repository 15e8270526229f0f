"""The version that a program carries in its file, by version.dll."""

import struct
import sys
from pathlib import Path

SIGNATURE = 0xFEEF04BD
# VS_FIXEDFILEINFO of verrsrc.h: signature, version of the structure, file version, product version, …
FIXED = struct.Struct("<IIIIII")
MOST_BYTES = 1024 * 1024


def parse_fixed(content: bytes) -> str:
    """Return the file version of a VS_FIXEDFILEINFO like "16.0.17328.20162", "" when it is none."""
    if len(content) < FIXED.size:
        return ""
    signature, _, high, low, _, _ = FIXED.unpack_from(content)
    if signature != SIGNATURE or not high | low:
        return ""
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"


def read_version(program: Path) -> str:
    """Return the version of a program's file, "" when it carries none or cannot be read."""
    return parse_fixed(_fixed_info(str(program)))


def _fixed_info(path: str) -> bytes:
    """Return the VS_FIXEDFILEINFO of a program's file, nothing when it has none."""
    content = b""
    if sys.platform == "win32":
        import ctypes
        from ctypes import byref, wintypes

        library = ctypes.WinDLL("version")
        size = min(library.GetFileVersionInfoSizeW(path, None), MOST_BYTES)
        buffer, found, length = ctypes.create_string_buffer(max(size, 1)), ctypes.c_void_p(), wintypes.UINT()
        is_told = size > 0 and library.GetFileVersionInfoW(path, 0, size, buffer)
        if is_told and library.VerQueryValueW(buffer, "\\", byref(found), byref(length)) and found.value:
            content = ctypes.string_at(found.value, length.value)
    return content
