"""The journal on a real disk: private, bounded, and read whatever became of it."""

import errno
import os
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itdesk.diagnostics.history.journal import DAY_FILES, DAYS, Journal
from itdesk.diagnostics.history.records import Sample
from tests.unit.diagnostics.history.computer import MONDAY

ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes and files")
DAY_BYTES = 2_000
ALL_BYTES = 10_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history"


@pytest.fixture
def journal(folder: Path) -> Journal:
    return Journal(folder, day_bytes=DAY_BYTES, all_bytes=ALL_BYTES)


def sample(at: datetime, load: float = 1) -> Sample:
    return Sample(at=at, load_percent=load)


def loads(journal: Journal) -> list[float | None]:
    return [record.load_percent for record in journal.records() if isinstance(record, Sample)]


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_nothing_is_there_and_nothing_is_made_by_reading(journal: Journal, folder: Path) -> None:
    assert list(journal.records()) == []
    assert not folder.exists()


@ON_POSIX
def test_only_the_owner_reads_it(journal: Journal, folder: Path) -> None:
    journal.append([sample(MONDAY)], MONDAY)
    journal.append([sample(MONDAY)], MONDAY, for_certain=True)
    (file,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_days_are_files_and_are_read_in_their_order(journal: Journal, folder: Path) -> None:
    for hours in (0, 30, 1):
        journal.append([sample(MONDAY + timedelta(hours=hours), hours)], MONDAY + timedelta(hours=hours))
    assert sorted(path.name for path in folder.iterdir()) == ["2026-03-02.jsonl", "2026-03-03.jsonl"]
    assert loads(journal) == [0, 1, 30]


def test_after_a_torn_line_the_next_one_is_whole(journal: Journal, folder: Path) -> None:
    journal.append([sample(MONDAY, 1)], MONDAY)
    (file,) = folder.iterdir()
    with file.open("ab") as stream:
        stream.write(b'{"at":"2026-03-02T08:0')
    journal.append([sample(MONDAY, 2)], MONDAY)
    with file.open("ab") as stream:
        stream.write(b"\n\xff\xfe\x00 damaged \n[1,2]\n")
    journal.append([sample(MONDAY, 3)], MONDAY)
    assert loads(journal) == [1, 2, 3]


@given(cut=st.integers(0, 10_000), at=st.integers(0, 10_000), noise=st.binary(max_size=40))
def test_damage_costs_the_lines_that_it_hits(
    tmp_path_factory: pytest.TempPathFactory, cut: int, at: int, noise: bytes
) -> None:
    journal = Journal(tmp_path_factory.mktemp("history"))
    journal.append([sample(MONDAY, load) for load in range(20)], MONDAY)
    (file,) = journal._folder.iterdir()
    content = bytearray(file.read_bytes())
    at %= len(content)
    content[at : at + len(noise)] = noise
    del content[cut % (len(content) + 1) :]
    file.write_bytes(content)
    journal.append([sample(MONDAY, 99)], MONDAY)
    read = loads(journal)
    hit = noise.count(b"\n") + len(noise) // 50 + 2
    whole = content.count(b"\n")
    assert read[-1] == 99
    assert len(read) >= whole - hit


def test_a_week_is_kept(journal: Journal, folder: Path) -> None:
    for day in range(20):
        journal.append([sample(MONDAY + timedelta(days=day), day)], MONDAY + timedelta(days=day))
    assert loads(journal) == [float(day) for day in range(20 - DAYS - 1, 20)]


def test_a_clock_that_goes_back_removes_nothing(journal: Journal) -> None:
    for day in (0, 1, -9000):
        journal.append([sample(MONDAY + timedelta(days=day), day)], MONDAY + timedelta(days=day))
    assert loads(journal) == [-9000, 0, 1]


def test_a_clock_that_was_ahead_leaves_a_file_that_does_no_harm(journal: Journal, folder: Path) -> None:
    journal.append([sample(MONDAY, -1)], MONDAY + timedelta(days=9000))
    for day in range(20):
        journal.append([sample(MONDAY + timedelta(days=day), day)], MONDAY + timedelta(days=day))
    assert len(list(folder.iterdir())) <= DAY_FILES
    assert loads(journal)[-2] == 19


def test_a_runaway_day_loses_its_older_half(journal: Journal, folder: Path) -> None:
    for load in range(500):
        journal.append([sample(MONDAY, load)], MONDAY)
        assert size(folder) <= DAY_BYTES
    kept = loads(journal)
    assert kept[-1] == 499
    assert kept == [float(load) for load in range(500 - len(kept), 500)]
    assert size(folder) > DAY_BYTES // 3


def test_one_look_with_a_mountain_of_changes_is_bounded(journal: Journal, folder: Path) -> None:
    journal.append((sample(MONDAY, load) for load in range(10_000)), MONDAY)
    assert loads(journal)[0] == 0
    assert 0 < size(folder) <= DAY_BYTES // 2


def test_a_file_of_a_gigabyte_is_read_from_its_end_and_cut(journal: Journal, folder: Path) -> None:
    folder.mkdir(parents=True)
    file = folder / "2026-03-02.jsonl"
    with file.open("wb") as stream:
        stream.seek(1_000_000_000)  # a hole: it takes no room on the disk
        stream.write(b'\n{"at":"2026-03-02T08:00:00Z","load":1}\n')
    assert loads(journal) == [1]
    journal.append([sample(MONDAY, 2)], MONDAY)
    assert loads(journal) == [1, 2]
    assert size(folder) <= DAY_BYTES


@ON_POSIX
def test_what_only_bears_the_name_of_a_day_is_left_alone(
    journal: Journal, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b'{"at":"2026-03-01T08:00:00Z","load":7}\n')
    (folder / "2026-02-01.jsonl").mkdir()
    os.mkfifo(folder / "2026-02-28.jsonl")
    (folder / "2026-03-01.jsonl").symlink_to(elsewhere)
    (folder / "2026-03-03.jsonl").symlink_to(elsewhere)
    (folder / "2026-02-31.jsonl").write_text("mine")
    journal.append([sample(MONDAY, 1)], MONDAY)
    assert loads(journal) == [1]
    assert len(list(folder.iterdir())) == 6
    with pytest.raises(OSError):
        journal.append([sample(MONDAY)], MONDAY + timedelta(days=1))
    assert elsewhere.stat().st_size == 39


def test_after_a_holiday_the_last_day_of_use_is_still_there(journal: Journal) -> None:
    for day in (0, 1, 30, 30):
        journal.append([sample(MONDAY + timedelta(days=day), day)], MONDAY + timedelta(days=day))
    assert loads(journal) == [1, 30, 30]


def test_what_a_crash_left_unfinished_is_removed_once_it_is_old(journal: Journal, folder: Path) -> None:
    folder.mkdir(parents=True)
    old, fresh = folder / ".state.json.aa.new", folder / ".state.json.bb.new"
    old.write_bytes(b"x" * 5_000)
    fresh.write_bytes(b"x")
    os.utime(old, (0, 0))
    journal.append([sample(MONDAY)], MONDAY)
    assert not old.exists()
    assert fresh.exists()


def test_two_writers_lose_no_line(folder: Path) -> None:
    def write(base: int) -> None:
        journal = Journal(folder)
        for load in range(base, base + 200):
            journal.append([sample(MONDAY, load)], MONDAY)

    writers = [Thread(target=write, args=(base,)) for base in (0, 1000)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(loads(Journal(folder)), key=float) == [*range(200), *range(1000, 1200)]  # type: ignore[arg-type]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_as_such(journal: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_to_a_full_disk(descriptor: int, content: bytes) -> int:
        full = os.open("/dev/full", os.O_WRONLY)
        try:
            return really_write(full, content)
        finally:
            os.close(full)

    journal.append([sample(MONDAY, 1)], MONDAY)
    really_write = os.write
    with monkeypatch.context() as patch:
        patch.setattr("os.write", write_to_a_full_disk)
        with pytest.raises(OSError) as raised:
            journal.append([sample(MONDAY, 2)], MONDAY)
    assert raised.value.errno == errno.ENOSPC
    journal.append([sample(MONDAY, 3)], MONDAY)
    assert loads(journal) == [1, 3]


def test_a_disk_that_takes_only_a_part(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    really_write = os.write
    with monkeypatch.context() as patch:
        patch.setattr("os.write", lambda descriptor, content: really_write(descriptor, content[:10]))
        with pytest.raises(OSError):
            journal.append([sample(MONDAY, 1)], MONDAY)
    journal.append([sample(MONDAY, 2)], MONDAY)
    assert loads(journal) == [2]


def test_a_place_that_cannot_be_a_folder_is_an_error_and_reads_as_empty(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("a file")
    journal = Journal(tmp_path / "history")
    with pytest.raises(OSError):
        journal.append([sample(MONDAY)], MONDAY)
    assert list(journal.records()) == []


STEPS = st.lists(
    st.tuples(st.integers(-4000, 4000) | st.integers(0, 30), st.integers(1, 60)), min_size=1, max_size=25
)


@settings(deadline=None, max_examples=60)
@given(STEPS)
def test_whatever_the_clock_does_the_size_is_bounded_and_the_newest_is_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    journal = Journal(folder, day_bytes=DAY_BYTES, all_bytes=3 * DAY_BYTES)
    at = datetime(2026, 3, 2, tzinfo=UTC)
    for number, (hours, lines) in enumerate(steps):
        at += timedelta(hours=hours)
        journal.append([sample(at, number)] + [sample(at, -1)] * lines, at)
        assert number in loads(journal)
        assert size(folder) <= 3 * DAY_BYTES
        assert len(list(folder.iterdir())) <= DAY_FILES
