"""The journal: a file of lines for each day, only ever added to, bounded in age and size."""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from itdesk.diagnostics.history.records import LINE_BYTES, Record, from_line, to_line
from itdesk.diagnostics.history.whole_file import NO_FOLLOWING, OWNER_ONLY, UNFINISHED, replace_whole
from itdesk.diagnostics.text_file import entries, read_tail

DAYS = 7
DAY_FILES = DAYS + 2
DAY_BYTES = 1_000_000
ALL_BYTES = 4_000_000
UNFINISHED_S = 60
LOCKED_BYTE = 2**30  # far behind the end of every file, so that nobody is kept from reading
LOCK_TRIES, LOCK_PAUSE_S = 400, 0.005
PRIVATE = 0o700
DAY_NAME = re.compile(r"\d{4}-\d\d-\d\d\.jsonl")


class Journal:
    """The files of one folder. Days are those of UTC, so that no change of the zone gives one twice.

    A file takes at most `day_bytes`: then its older half goes. All take at most `all_bytes`, three times as
    much or more: then the oldest day goes. Never removed are today's file, the newest, and that of the last
    day before today: after a holiday it is the last good state.
    """

    def __init__(self, folder: Path, *, day_bytes: int = DAY_BYTES, all_bytes: int = ALL_BYTES) -> None:
        self._folder = folder
        self._day_bytes = day_bytes
        self._all_bytes = all_bytes

    def append(self, records: Iterable[Record], now: datetime, *, for_certain: bool = False) -> None:
        """Add records to the day's file, `for_certain` on the disk when this returns. Raises OSError.

        Of more than half a day's bytes the first are kept: one look at a computer does not fill a day.
        """
        content = _joined((to_line(record) for record in records), self._day_bytes // 2 - 1)
        self._folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        today = self._folder / f"{now.astimezone(UTC).date().isoformat()}.jsonl"
        self._make_room(today, len(content) + 1)
        _append(today, content, for_certain=for_certain)

    def records(self) -> Iterator[Record]:
        """Yield what can be read, day after day in the order of writing; damaged lines are passed over."""
        for path in self._day_files():
            for line in read_tail(path, self._day_bytes).encode("utf-8", "replace").split(b"\n"):
                record = from_line(line)
                if record is not None:
                    yield record

    def _day_files(self) -> list[Path]:
        paths = entries(self._folder)
        return [path for path in paths if _day(path) and _size(path) is not None]

    def _make_room(self, today: Path, needed: int) -> None:
        """Remove and shorten until `needed` more bytes fit into today's file. Raises OSError."""
        self._remove_unfinished()
        sizes = {path: _size(path) or 0 for path in self._day_files()}
        for path, size in sizes.items():
            most = self._day_bytes - (needed if path == today else 0)
            if size > most:
                _shorten(path, self._day_bytes // 2)
                sizes[path] = _size(path) or 0
        days = sorted({*sizes, today})
        spared = {today, days[-1], days[max(days.index(today) - 1, 0)]}
        for path in days:
            is_over = sum(sizes.values()) + needed > self._all_bytes or len({*sizes, today}) > DAY_FILES
            if path not in spared and (is_over or _day(path) < _day(today) - DAYS):
                path.unlink(missing_ok=True)
                del sizes[path]

    def _remove_unfinished(self) -> None:
        """Remove what a crash has left; another program may be writing what is only seconds old."""
        for path in entries(self._folder):
            if path.suffix == UNFINISHED:
                with suppress(OSError):
                    if abs(time.time() - path.lstat().st_mtime) > UNFINISHED_S:
                        path.unlink()


def _size(path: Path) -> int | None:
    """Return the bytes of a regular file, None for whatever else bears its name."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _day(path: Path) -> int:
    """Return the number of the day that a file is named after, 0 for any other name."""
    try:
        return date.fromisoformat(path.stem).toordinal() if DAY_NAME.fullmatch(path.name) else 0
    except ValueError:  # the 31st of February
        return 0


def _joined(lines: Iterable[bytes], most_bytes: int) -> bytes:
    content = bytearray()
    for line in lines:
        if len(content) + len(line) > most_bytes:
            break
        content += line if len(line) <= LINE_BYTES else b""
    return bytes(content)


def _append(path: Path, content: bytes, *, for_certain: bool) -> None:
    """Add lines in one write, which keeps those of two programs apart. Raises OSError."""
    with _opened(path) as descriptor, _alone(descriptor):
        if not _ends_with_a_line(descriptor):
            content = (
                b"\n" + content
            )  # a crash or a full disk tore the last line: the next one is whole again
        if os.write(descriptor, content) < len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        if for_certain:
            os.fsync(descriptor)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """Open a regular file for adding to it. Raises OSError."""
    flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | NO_FOLLOWING
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | flags, OWNER_ONLY)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "This is no regular file", str(path))
        yield descriptor
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def _alone(descriptor: int) -> Iterator[None]:
        """Keep other writers out: on Windows a write at the end is two steps, and theirs may come between.

        Who waits too long writes all the same: a line may be lost then, but nobody hangs.
        """
        is_held = any(_tries_to_lock(descriptor) for _ in range(LOCK_TRIES))
        try:
            yield
        finally:
            if is_held:
                os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
                msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

    def _tries_to_lock(descriptor: int) -> bool:
        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            time.sleep(LOCK_PAUSE_S)
            return False
        return True

else:

    @contextmanager
    def _alone(descriptor: int) -> Iterator[None]:  # noqa: ARG001
        """Do nothing: elsewhere the system keeps writes at the end of a file apart."""
        yield


def _ends_with_a_line(descriptor: int) -> bool:
    if not os.fstat(descriptor).st_size:
        return True
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) == b"\n"


def _shorten(path: Path, most_bytes: int) -> None:
    """Keep the newest lines; where there is no room even for them, nothing. Raises OSError."""
    try:
        kept = read_tail(path, most_bytes).encode("utf-8", "replace").partition(b"\n")[2]
        replace_whole(path, kept[-most_bytes:])
    except OSError:
        path.unlink(missing_ok=True)
