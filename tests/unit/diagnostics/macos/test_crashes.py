"""The crash reports that macOS leaves, new and old ones."""

import os
import sys
from pathlib import Path

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.macos.crash_report import parse_report
from itdesk.diagnostics.macos.crashes import MOST, read_folders
from tests.unit.diagnostics.macos import recorded_tools as tools

NOW = 1_795_600_000.0
HOUR_S = 3600


def write(folder: Path, name: str, content: str, age_s: float = 0) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(content, "utf-8")
    os.utime(folder / name, (NOW - age_s, NOW - age_s))


def test_a_report_of_today() -> None:
    told = parse_report(tools.IPS)
    assert told == {
        "program": "Numbers",
        "version": "14.4",
        "at": "2026-11-25T08:12:44+00:00",
        "module": "TSTables",
        "code": "EXC_CRASH (SIGABRT)",
    }
    assert "anna" not in str(told)


def test_the_part_that_failed_is_not_the_one_in_which_it_died() -> None:
    only_kernel = tools.IPS.replace('"name":"TSTables"', '"name":"libsystem_c.dylib"')
    assert parse_report(only_kernel)["module"] == "libsystem_kernel.dylib"


def test_a_report_that_was_cut_off_still_tells_its_first_line() -> None:
    assert parse_report(tools.IPS[:500]) == {
        "program": "Numbers",
        "version": "14.4",
        "at": "2026-11-25T08:12:44+00:00",
    }


def test_a_report_of_an_older_macos() -> None:
    assert parse_report(tools.OLD_CRASH) == {
        "program": "Mail",
        "version": "13.4 (3608.120.23.2.7)",
        "at": "2026-11-25T09:11:12+00:00",
        "module": "com.apple.AppKit",
        "code": "EXC_BAD_ACCESS (SIGSEGV)",
    }


def test_a_panic_of_the_kernel() -> None:
    assert parse_report(tools.PANIC) == {
        "program": "macOS",
        "code": "kernel panic",
        "at": "2026-11-25T07:00:00+00:00",
    }
    assert parse_report("panic(cpu 0 caller 0x0): x\n")["code"] == "kernel panic"


@pytest.mark.parametrize("content", ["", "{", "[]", tools.HANG, "Process: Mail [1]\n", "{}\n" + tools.IPS])
def test_other_reports_are_of_no_crash(content: str) -> None:
    with pytest.raises(NotAvailable):
        parse_report(content)


def test_the_crashes_of_one_day_the_newest_first(tmp_path: Path) -> None:
    own, others = tmp_path / "own", tmp_path / "system"
    write(own, "Numbers-2026.ips", tools.IPS, 2 * HOUR_S)
    write(own, "Finder.ips", tools.HANG)
    write(own, "Mail.txt", tools.OLD_CRASH)
    write(own, "old.ips", tools.IPS, 25 * HOUR_S)
    write(others, "Mail.crash", tools.OLD_CRASH, HOUR_S)
    write(others, "undated.crash", tools.OLD_CRASH.replace("Date/Time", "Dated"), 3 * HOUR_S)
    told = read_folders([own, others, tmp_path / "missing"], NOW)
    assert [row["program"] for row in told] == ["Mail", "Numbers", "Mail"]
    assert told[2]["at"] == "2026-11-25T06:46:40+00:00"  # the file's own


def test_a_program_that_crashes_all_day_is_bounded(tmp_path: Path) -> None:
    for number in range(3 * MOST):
        write(tmp_path, f"{number}.ips", tools.IPS, number)
    assert len(read_folders([tmp_path], NOW)) == MOST


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "folder.ips").mkdir()
    (tmp_path / "gone.ips").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "waiting.ips")
    os.utime(tmp_path / "waiting.ips", (NOW, NOW))
    assert read_folders([tmp_path], NOW) == []
