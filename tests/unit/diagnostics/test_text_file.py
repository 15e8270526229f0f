"""Files of this computer, and what only looks like one."""

import gzip
import os
import sys
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.text_file import (
    LINE_BYTES,
    entries,
    is_there,
    link_name,
    read_bytes,
    read_gzip,
    read_lines,
    read_tail,
    read_text,
)

READERS: tuple[Callable[[Path], object], ...] = (
    read_text,
    read_bytes,
    read_tail,
    read_gzip,
    lambda path: list(read_lines(path, 1_000)),
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
MEGABYTE = 1_000_000
TEN_GIGABYTES = 10_000 * MEGABYTE


@contextmanager
def memory_below(most_bytes: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < most_bytes


def sparse(path: Path, size: int, end: bytes = b"") -> Path:
    with path.open("wb") as stream:
        stream.truncate(size)
        stream.seek(size - len(end))
        stream.write(end)
    return path


@POSIX
@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("kind", ["nothing", "folder", "fifo", "loop", "device", "nul", "below a file"])
def test_what_is_no_file_reads_as_nothing(tmp_path: Path, read: Callable[[Path], object], kind: str) -> None:
    path = tmp_path / "x"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "below a file":
        path.write_text("x")
        path = path / "y"
    else:
        path = tmp_path / ("a\0b" if kind == "nul" else "nothing")
    assert not read(path)


@POSIX
def test_a_fifo_with_a_writer_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x")
    descriptor = os.open(tmp_path / "x", os.O_RDWR)  # a writer that says nothing
    assert [not read(tmp_path / "x") for read in READERS] == [True] * len(READERS)
    os.close(descriptor)


def test_of_a_log_of_ten_gigabytes_the_end_is_read(tmp_path: Path) -> None:
    log = sparse(tmp_path / "log", TEN_GIGABYTES, b"\nthe end\n")
    with memory_below(2 * MEGABYTE):
        assert read_tail(log, 20).strip("\0") == "\nthe end\n"
        assert read_text(log) == ""
        assert len(read_bytes(log, 300_000)) == 300_000
        assert [len(line) for line in read_lines(log, 5 * MEGABYTE)] == [LINE_BYTES]


def test_lines_come_one_by_one_and_long_ones_are_cut(tmp_path: Path) -> None:
    content = "first\n" + "x" * 200_000 + "\n\nza\u017c\u00f3\u0142\u0107\nlast"
    (tmp_path / "f").write_bytes(content.encode())
    lines = list(read_lines(tmp_path / "f", MEGABYTE))
    assert lines == ["first", "x" * LINE_BYTES, "", "za\u017c\u00f3\u0142\u0107", "last"]
    assert list(read_lines(tmp_path / "f", 8)) == ["first", "xx"]


@given(st.text(alphabet="ab\n\u017c", max_size=200), st.integers(0, 500))
def test_lines_are_those_of_the_text(text: str, most: int) -> None:
    descriptor, name = _temporary(text)
    os.close(descriptor)
    expected = text.encode()[:most].decode("utf-8", "replace").split("\n")
    assert list(read_lines(Path(name), most)) == (expected if expected[-1] else expected[:-1])
    Path(name).unlink()


def _temporary(text: str) -> tuple[int, str]:
    import tempfile

    descriptor, name = tempfile.mkstemp()
    os.write(descriptor, text.encode())
    return descriptor, name


def test_a_packed_file_unfolds_no_further_than_asked(tmp_path: Path) -> None:
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b"0" * 100 * MEGABYTE))
    with memory_below(2 * MEGABYTE):
        assert len(read_gzip(tmp_path / "bomb.gz", 300_000)) == 300_000
    (tmp_path / "log.gz").write_bytes(gzip.compress(b"one\ntwo\n"))
    assert read_gzip(tmp_path / "log.gz") == "one\ntwo\n"
    (tmp_path / "cut.gz").write_bytes(gzip.compress(b"one\ntwo\n")[:-6])
    assert read_gzip(tmp_path / "cut.gz") == "one\ntwo\n"


@given(st.binary(max_size=200))
def test_no_bytes_break_the_unfolding(content: bytes) -> None:
    descriptor, name = _temporary("")
    os.write(descriptor, content)
    os.close(descriptor)
    assert isinstance(read_gzip(Path(name)), str)
    Path(name).unlink()


@POSIX
def test_names_that_are_no_utf8_are_listed_and_read(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/za\xff\xbf"
    Path(os.fsdecode(raw)).write_text("content")
    assert [read_text(path) for path in entries(tmp_path)] == ["content"]


def test_a_folder_of_very_many_files_is_listed_in_part(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / str(number)).touch()
    assert len(entries(tmp_path, most=10)) == 10
    assert entries(tmp_path / "0") == entries(tmp_path / "nowhere") == entries(tmp_path / "a\0b") == []


@POSIX
def test_what_cannot_be_looked_at_is_not_there(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert [is_there(path) for path in (tmp_path, loop, tmp_path / "a\0b", loop / "x")] == [
        *(True, False, False, False)
    ]
    assert (link_name(loop), link_name(tmp_path), link_name(tmp_path / "a\0b")) == ("loop", "", "")


@POSIX
def test_a_file_that_grows_while_it_is_read_ends_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.touch()
    enough = threading.Event()

    def write() -> None:
        with path.open("ab") as stream:
            while not enough.is_set() and stream.tell() < 50 * MEGABYTE:
                stream.write(b"x" * 10_000)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert len(read_bytes(path, 400_000)) <= 400_000
        assert len(read_tail(path, 400_000)) <= 400_000
    finally:
        enough.set()
        writer.join()
