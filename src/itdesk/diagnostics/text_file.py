"""Reads files of this computer: regular ones alone, never more than asked for, never waiting."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_BYTES = 64 * 1024
# A FIFO or a device would keep the reader waiting; Windows has no such flag and no such files.
WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


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
    """Read until the end or the limit: files of the kernel come in pieces of a page."""
    content = bytearray()
    while len(content) < most_bytes and (piece := os.read(descriptor, most_bytes - len(content))):
        content += piece
    return bytes(content)
