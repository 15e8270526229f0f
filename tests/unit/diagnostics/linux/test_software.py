"""Installed programs of four kinds."""

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.software import Program, programs_told
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import software
from itdesk.diagnostics.linux.software import parse_flatpak, parse_rpm, parse_snap, parse_status
from itdesk.diagnostics.text_file import read_lines
from tests.unit.diagnostics.linux.tree import write

STATUS = """\
Package: firefox
Status: install ok installed
Section: web
Maintainer: Ann Example <ann@example.com>
Architecture: amd64
Version: 140.0-1
Description: browser
 Package: not-a-field
 .

Package: removed
Status: deinstall ok config-files
Version: 1

Package: libfoo
Status: install ok installed
Section: non-free/libs
Version: 2
"""


def test_the_packages_of_debian_and_snaps(tmp_path: Path) -> None:
    write(tmp_path, {
        "var/lib/dpkg/status": STATUS,
        "var/lib/dpkg/info/firefox.list": "/usr/bin/firefox\n",
        "snap/spotify/current/meta/snap.yaml": "name: spotify\nversion: '1.2.3'\nsummary: x\n",
        "snap/README": "x",
    })  # fmt: skip
    os.utime(tmp_path / "var/lib/dpkg/info/firefox.list", (0, 1_782_000_000))
    told = software.read(tmp_path, tmp_path)["programs"]
    assert isinstance(told, list)
    assert told[0] == {
        "name": "firefox",
        "version": "140.0-1",
        "publisher": "Ann Example",
        "installed_at": "2026-06-21",
        "source": "dpkg",
    }
    assert [(row["name"], row["version"], row["source"]) for row in told if row["source"] != "flatpak"] == [
        ("firefox", "140.0-1", "dpkg"),
        ("spotify", "1.2.3", "snap"),
        ("libfoo", "2", "dpkg"),  # libraries come last
    ]


def test_a_very_long_list_is_read_piece_by_piece(tmp_path: Path) -> None:
    block = STATUS + "\n"
    path = write(tmp_path, {"status": block * 4_000}) / "status"
    tracemalloc.start()
    count = sum(1 for _ in parse_status(read_lines(path, path.stat().st_size)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 8_000
    assert peak < 700_000


def test_the_packages_of_rpm() -> None:
    printed = "bash\t5.2-1\tFedora Project\t1782000000\nold\t1\t(none)\t0\nnonsense\n\t1\tx\t1\n"
    assert list(parse_rpm(printed)) == [
        Program("bash", "5.2-1", "Fedora Project", "2026-06-21", "rpm"),
        Program("old", "1", "", "1970-01-01", "rpm"),
    ]


def test_the_programs_of_flatpak() -> None:
    printed = "Flatseal\t2.3.1\tflathub\nNo version\t\t\n\n"
    assert list(parse_flatpak(printed)) == [
        Program("Flatseal", "2.3.1", "flathub", source="flatpak"),
        Program("No version", source="flatpak"),
    ]


def test_no_list_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(software, "RPM", "/nowhere/rpm")
    monkeypatch.setattr(software, "FLATPAK", "/nowhere/flatpak")
    with pytest.raises(NotAvailable, match="no list of its programs"):
        software.read(tmp_path, tmp_path)


def test_each_program_once_and_libraries_last() -> None:
    programs = [Program("lib", is_library=True), Program("Zoom"), Program("apt"), Program("Zoom")]
    told = programs_told(programs)["programs"]
    assert [row["name"] for row in told] == ["apt", "Zoom", "lib"]  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from(STATUS.splitlines()) | st.text()))
def test_no_text_breaks_the_parsers(lines: list[str]) -> None:
    for package in parse_status(lines):
        assert package["Package"]
    text = "\n".join(lines)
    for program in (*parse_rpm(text), *parse_flatpak(text)):
        assert program.name
    parse_snap(text)
