"""Reads files of this computer: regular ones alone, never more than asked for, never waiting."""

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_BYTES = 64 * 1024
PIECE_BYTES = 64 * 1024
LINE_BYTES = 16 * 1024
# A FIFO or a device would keep the reader waiting; Windows has no such flag and no such files.
WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
GZIP = 31
"""What zlib calls a stream with the header of gzip."""


def read_text(path: Path, most_bytes: int = FILE_BYTES) -> str:
    """Return the start of a file as text without white space around it, "" where it cannot be read."""
    return read_bytes(path, most_bytes).decode("utf-8", "replace").strip().strip("\0")


def read_tail(path: Path, most_bytes: int = FILE_BYTES) -> str:
    """Return the end of a file as text, however long it is; "" where it cannot be read."""
    try:
        with _opened(path) as descriptor:
            size = os.fstat(descriptor).st_size
            os.lseek(descriptor, max(size - most_bytes, 0), os.SEEK_SET)
            return _read(descriptor, most_bytes).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def read_bytes(path: Path, most_bytes: int = FILE_BYTES) -> bytes:
    """Return the start of a regular file, nothing where it cannot be read."""
    try:
        with _opened(path) as descriptor:
            return _read(descriptor, most_bytes)
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return b""


def read_gzip(path: Path, most_bytes: int = FILE_BYTES) -> str:
    """Return the start of what a gzip file holds as text; "" where it cannot be read.

    However far it would unfold, no more than `most_bytes` are unfolded.
    """
    try:
        content = zlib.decompressobj(GZIP).decompress(read_bytes(path, most_bytes), most_bytes)
    except zlib.error:
        return ""
    return content.decode("utf-8", "replace")


def read_lines(path: Path, most_bytes: int) -> Iterator[str]:
    """Yield the lines of a file of up to `most_bytes`, without holding it; none where it cannot be read.

    Of a line longer than LINE_BYTES only the start is told. When reading fails midway, the lines end.
    """
    rest = b""
    for piece in _pieces(path, most_bytes):
        *whole, rest = (rest + piece).split(b"\n")
        rest = rest[:LINE_BYTES]
        yield from (line[:LINE_BYTES].decode("utf-8", "replace") for line in whole)
    if rest:
        yield rest.decode("utf-8", "replace")


def _pieces(path: Path, most_bytes: int) -> Iterator[bytes]:
    try:
        with _opened(path) as descriptor:
            while most_bytes > 0 and (piece := os.read(descriptor, min(most_bytes, PIECE_BYTES))):
                most_bytes -= len(piece)
                yield piece
    except (OSError, ValueError):
        return


def entries(folder: Path, most: int = 1024) -> list[Path]:
    """Return what lies in a folder, in the order of names; nothing where it cannot be read."""
    found: list[Path] = []
    try:
        with os.scandir(folder) as listing:
            for entry in listing:
                found.append(folder / entry.name)
                if len(found) >= most:
                    break
    except (OSError, ValueError):
        return sorted(found)
    return sorted(found)


def is_there(path: Path) -> bool:
    """Return whether something has this path. What may not be looked at is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def link_name(path: Path) -> str:
    """Return the last part of what a link points to, "" where it is none or cannot be read."""
    try:
        return path.readlink().name
    except (OSError, ValueError):
        return ""


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDONLY | WITHOUT_WAITING)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("not a regular file")
        yield descriptor
    finally:
        os.close(descriptor)


def _read(descriptor: int, most_bytes: int) -> bytes:
    """Read until the end or the limit: files of the kernel come in pieces of a page.

    A piece is never larger than PIECE_BYTES, for the room of a whole piece is taken before it is read.
    """
    content = bytearray()
    while len(content) < most_bytes:
        piece = os.read(descriptor, min(most_bytes - len(content), PIECE_BYTES))
        if not piece:
            break
        content += piece
    return bytes(content)
