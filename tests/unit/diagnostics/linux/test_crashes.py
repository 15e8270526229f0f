"""Crashes by systemd and by Apport."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import crashes
from tests.unit.diagnostics.linux.tree import write

DUMPS = (
    '[{"time":1782391200123456,"pid":4242,"uid":1000,"gid":1000,"sig":11,"corefile":"present",'
    '"exe":"/usr/lib/libreoffice/program/soffice.bin","size":4711},'
    '{"time":1782391100123456,"pid":1,"uid":0,"gid":0,"sig":200,"corefile":"missing","exe":"/usr/bin/x"}]'
)
REPORT = """\
ProblemType: Crash
Architecture: amd64
Date: Wed Jun 24 10:00:00 2026
Disassembly:
 => 0x7f: canary
ExecutablePath: /usr/bin/gnome-shell
Package: gnome-shell 46.0-0ubuntu6
ProcCmdline: /usr/bin/gnome-shell --password=canary
ProcEnviron:
 SECRET=canary
 ExecutablePath: /usr/bin/canary
Signal: 11
CoreDump: base64
 H4sICAAAAAAC/0NvcmVEdW1wAA==canary
"""


def none() -> str:
    raise NotAvailable("The tool coredumpctl is not on this computer.")


def test_the_list_of_dumps() -> None:
    assert crashes.parse_dumps(DUMPS) == [
        {"program": "soffice.bin", "at": "2026-06-25T12:40:00+00:00", "code": "SIGSEGV"},
        {"program": "x", "at": "2026-06-25T12:38:20+00:00", "code": "200"},
    ]
    assert crashes.parse_dumps("") == crashes.parse_dumps("No coredumps found.\n") == []


def test_of_a_report_four_fields_are_read() -> None:
    told = crashes.parse_report(REPORT)
    assert told == {"program": "gnome-shell", "version": "46.0-0ubuntu6", "code": "SIGSEGV"}


def test_the_last_day_of_both_the_latest_first(tmp_path: Path) -> None:
    folder = "var/crash"
    write(tmp_path, {f"{folder}/new.crash": REPORT, f"{folder}/old.crash": REPORT, f"{folder}/x.upload": ""})
    now_s = 1_782_391_300.0
    os.utime(tmp_path / folder / "new.crash", (now_s, now_s - 60))
    os.utime(tmp_path / folder / "old.crash", (now_s, now_s - 90_000))
    found = crashes.read(tmp_path, lambda: DUMPS, now_s)["crashes"]
    assert [crash["program"] for crash in found] == ["gnome-shell", "soffice.bin", "x"]  # type: ignore[attr-defined]
    assert "canary" not in str(found)


def test_nobody_keeps_crashes(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="not on this computer"):
        crashes.read(tmp_path, none)
    (tmp_path / "var/crash").mkdir(parents=True)
    assert crashes.read(tmp_path, none, time.time()) == {"crashes": []}


@given(st.text() | st.just(DUMPS).map(lambda text: text[:-9]))
def test_no_answer_breaks_the_parsers(text: str) -> None:
    crashes.parse_report(text)
    try:
        crashes.parse_dumps(text)
    except NotAvailable:
        return


@given(st.none() | st.floats() | st.integers())
def test_every_signal_has_a_name(number: float | None) -> None:
    assert isinstance(crashes.signal_name(number), str)
