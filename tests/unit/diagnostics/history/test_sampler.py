"""The sampler on a computer that changes: what it keeps, and what it never keeps."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Event

import psutil
import pytest

from itdesk.diagnostics.collector import LATE
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.history.journal import ALL_BYTES, DAY_BYTES, Journal
from itdesk.diagnostics.history.last_state import STATE_BYTES, LastState, Seen
from itdesk.diagnostics.history.light import LightLook
from itdesk.diagnostics.history.marks import software_mark
from itdesk.diagnostics.history.patience import Patience
from itdesk.diagnostics.history.records import Sample
from itdesk.diagnostics.history.sampler import Sampler
from itdesk.diagnostics.history.watched import MAY_BE_EMPTY, NOTED, WATCHED, watched
from tests.unit.diagnostics.history.computer import MONDAY, Computer, program, told


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def sampler(computer: Computer, tmp_path: Path) -> Sampler:
    return computer.sampler(tmp_path)


def happened(folder: Path) -> list[tuple[object, ...]]:
    return told(list(Journal(folder).records()))


def test_the_first_thorough_look_is_no_change(sampler: Sampler, computer: Computer, tmp_path: Path) -> None:
    sampler.look_thoroughly()
    sampler.look_thoroughly()
    assert happened(tmp_path) == []
    assert computer.asked.count("software") == 2


def test_what_changed_is_kept_with_when_it_was_not_there_yet(
    sampler: Sampler, computer: Computer, tmp_path: Path
) -> None:
    sampler.look_thoroughly()
    computer.wait(hours=1)
    computer.says["software"] = {"programs": [program("Word", "2"), program("Mail", "1")]}
    sampler.look_thoroughly()
    assert happened(tmp_path) == [
        ("software", "Mail", None, {"name": "Mail", "version": "1"}),
        ("software", "Word", "1", "2"),
        ("software", "Zoom", {"name": "Zoom", "version": "5"}, None),
    ]
    (first, *_) = Journal(tmp_path).records()
    assert not isinstance(first, Sample)
    assert (first.since, first.at) == (MONDAY, computer.at)


def test_a_change_while_nobody_looked_is_found_by_the_next_program(
    computer: Computer, tmp_path: Path
) -> None:
    computer.sampler(tmp_path).look_thoroughly()
    computer.wait(days=3)
    computer.says["software"] = {"programs": [program("Word", "2"), program("Zoom", "5")]}
    computer.sampler(tmp_path).look_thoroughly()
    assert happened(tmp_path) == [("software", "Word", "1", "2")]


def test_a_probe_that_fails_for_a_while_hides_no_change(
    sampler: Sampler, computer: Computer, tmp_path: Path
) -> None:
    sampler.look_thoroughly()
    del computer.says["software"]
    sampler.look_thoroughly()
    assert happened(tmp_path) == []
    computer.says["software"] = {"programs": [program("Word", "1")]}
    sampler.look_thoroughly()
    assert [row for _, row, _, _ in happened(tmp_path)] == ["Zoom"]


def test_a_crash_that_becomes_old_is_not_a_change(
    sampler: Sampler, computer: Computer, tmp_path: Path
) -> None:
    for crashes in ([], [{"program": "Word", "at": "2026-03-02T07:00:00+00:00"}], []):
        computer.says["crashes"] = {"crashes": crashes}
        sampler.look_thoroughly()
    assert [(probe, row) for probe, row, _, _ in happened(tmp_path)] == [
        ("crashes", "2026-03-02T07:00:00+00:00")
    ]


def test_a_start_is_told_once_though_its_moment_wavers(
    sampler: Sampler, computer: Computer, tmp_path: Path
) -> None:
    for booted in ("07:00:00", "07:00:01", "07:00:02", "09:00:00", "08:59:59"):
        computer.says["boot"] = {"booted_at": f"2026-03-02T{booted}+00:00", "uptime_s": 7}
        sampler.look_thoroughly()
    assert happened(tmp_path) == [("boot", "", "2026-03-02T07:00:00+00:00", "2026-03-02T09:00:00+00:00")]


def test_a_proxy_comes_and_goes(sampler: Sampler, computer: Computer, tmp_path: Path) -> None:
    for proxy in ({}, {"proxy": "proxy.example:3128"}, {}):
        computer.says["network"] = {"connected": True, **proxy}
        sampler.look_thoroughly()
    assert happened(tmp_path) == [
        ("network", "", "", "proxy.example:3128"),
        ("network", "", "proxy.example:3128", ""),
    ]


def test_screens_are_noted_from_outside(sampler: Sampler, computer: Computer, tmp_path: Path) -> None:
    laptop, big = (
        {"name": "eDP-1", "width_px": 1920, "x": 0},
        {"name": "DELL U27", "width_px": 2560, "x": 1920},
    )
    for screens in ([laptop], [laptop, big], [laptop, big]):
        sampler.note("displays", {"displays": screens, "windows": ["Salary.docx"]})
        sampler.note("software", {"programs": []})
        sampler.keep_noted()
        sampler.keep_noted()
    assert happened(tmp_path) == [("displays", "DELL U27", None, {"name": "DELL U27", "width_px": 2560})]
    assert "displays" not in computer.asked


def test_a_light_sample(sampler: Sampler, computer: Computer, tmp_path: Path) -> None:
    sampler.sample()
    computer.wait(minutes=5)
    computer.says["network"] = {"connected": False}
    sampler.sample()
    samples = [record for record in Journal(tmp_path).records() if isinstance(record, Sample)]
    assert [(one.at - MONDAY).total_seconds() for one in samples] == [0, 300]
    assert [one.connected for one in samples] == [True, False]


def test_a_light_look_asks_for_the_network_only_when_the_own_addresses_have_changed(
    sampler: Sampler, computer: Computer, tmp_path: Path
) -> None:
    asked = []
    for address in ("10.0.0.1", "10.0.0.1", "10.0.0.2"):
        computer.says["network"] = {"connected": True, "kind": f"at {address}", "ipv4": [address]}
        sampler.sample()
        asked.append(computer.asked.count("network"))
    computer.says["network"] = {"connected": False}
    sampler.sample()
    sampler.look_thoroughly()
    computer.says["network"] = {"connected": True, "kind": "back", "ipv4": ["10.0.0.2"]}
    sampler.look_thoroughly()
    sampler.sample()
    assert [*asked, computer.asked.count("network")] == [1, 1, 2, 4]
    kinds = [record.kind for record in Journal(tmp_path).records() if isinstance(record, Sample)]
    assert kinds == ["at 10.0.0.1", "at 10.0.0.1", "at 10.0.0.2", "", "back"]


def test_only_watched_fields_reach_the_disk(sampler: Sampler, computer: Computer, tmp_path: Path) -> None:
    computer.says["session"] = {"login": "anna"}
    computer.says["printers"] = {"printers": [{"name": "Floor 2", "documents": ["Salary.docx"]}]}
    sampler.sample()
    sampler.look_thoroughly()
    computer.says["network"] = {
        "connected": True,
        "ipv4": ["10.9.9.9"],
        "gateway": "10.9.9.1",
        "dns": ["10.9.9.2"],
    }
    sampler.sample()
    sampler.look_thoroughly()
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (b"anna", b"Salary", b"10.0.0", b"10.9.9", b"Somebody", b"2026-01-01"):
        assert secret not in content
    assert b"Floor 2" in content


def test_what_is_watched_is_declared() -> None:
    declared = declarations()
    for name, probe in watched(declared.values()).items():
        assert {field.name for field in probe.fields} == set(WATCHED[name]), name
        for field in probe.fields:
            assert {column.name for column in field.columns} == set(WATCHED[name][field.name]), (
                name,
                field.name,
            )
            assert not field.key or field.key in WATCHED[name][field.name]
    assert set(watched(declared.values())) == set(WATCHED) >= NOTED | set(MAY_BE_EMPTY)
    assert set(watched(())) == NOTED


def test_once_it_is_over_no_further_probe_is_asked(sampler: Sampler, computer: Computer) -> None:
    sampler.look_thoroughly(lambda: len(computer.asked) == 2)
    assert len(computer.asked) == 2


def test_while_its_mark_is_the_same_a_probe_is_not_asked_again(
    sampler: Sampler, computer: Computer, tmp_path: Path
) -> None:
    for mark in (1, 1, 1, 2, None, None):
        computer.mark = mark
        computer.wait(hours=1)
        sampler.look_thoroughly()
    assert computer.asked.count("software") == 4
    assert computer.asked.count("network") == 6
    computer.mark = 3
    computer.says["software"] = {"programs": []}
    sampler.look_thoroughly()
    assert len(happened(tmp_path)) == 2


def test_an_unchanged_mark_says_that_nothing_was_different_until_now(
    sampler: Sampler, computer: Computer, tmp_path: Path
) -> None:
    computer.mark = 1
    sampler.look_thoroughly()
    computer.wait(hours=1)
    sampler.look_thoroughly()
    assert LastState(tmp_path / "state.json").read()["software"].at == computer.at


def test_the_mark_of_linux_packages(tmp_path: Path) -> None:
    root, home = tmp_path / "root", tmp_path / "home"
    assert software_mark(root, home) is None
    status = root / "var/lib/dpkg/status"
    status.parent.mkdir(parents=True)
    status.write_text("Package: word")
    os.utime(status, (1, 1))
    before = software_mark(root, home)
    assert before == software_mark(root, home)
    os.utime(status, (2, 2))
    assert software_mark(root, home) != before


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"software":7,"boot":{"at":7}}', b"[" * 100_000, b"\xff"]
)
def test_a_damaged_state_is_none(sampler: Sampler, tmp_path: Path, damage: bytes) -> None:
    sampler.look_thoroughly()
    (tmp_path / "state.json").write_bytes(damage)
    sampler.look_thoroughly()
    assert happened(tmp_path) == []
    assert "software" in LastState(tmp_path / "state.json").read()


def test_all_of_it_takes_at_most_5_mb() -> None:
    assert ALL_BYTES + STATE_BYTES <= 5_000_000
    assert 3 * DAY_BYTES <= ALL_BYTES


def test_the_state_is_private_whole_and_bounded(tmp_path: Path) -> None:
    state = LastState(tmp_path / "state.json", most_bytes=1_000)
    small, large = Seen(MONDAY, {"x": "y"}), Seen(MONDAY, {"x": "y" * 2_000})
    state.write({"small": small, "large": large, "more": small})
    assert state.read() == {"small": small, "more": small}
    (file,) = tmp_path.iterdir()
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
    file.write_bytes(b" " * 2_000 + b"{}")
    assert state.read() == {}


def test_a_state_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = LastState(tmp_path / "state.json")
    state.write({"a": Seen(MONDAY, {"x": 1})})

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fail)
        with pytest.raises(OSError):
            state.write({})
    assert [path.name for path in tmp_path.iterdir()] == ["state.json"]
    assert state.read()["a"].values == {"x": 1}


def test_a_change_is_written_before_the_state(
    sampler: Sampler, computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(state: LastState, seen: Mapping[str, Seen]) -> None:
        raise OSError(28, "No space left on device")

    sampler.look_thoroughly()
    computer.says["software"] = {"programs": [program("Word", "1")]}
    with monkeypatch.context() as patch:
        patch.setattr(LastState, "write", fail)
        with pytest.raises(OSError):
            sampler.look_thoroughly()
    sampler.look_thoroughly()
    assert [row for _, row, _, _ in happened(tmp_path)] == ["Zoom", "Zoom"]


class Hanging:
    """A measurement that waits until the test ends."""

    def __init__(self) -> None:
        self.calls = 0
        self.over = Event()

    def __call__(self) -> Mapping[str, object]:
        self.calls += 1
        self.over.wait(60)
        return {}


@pytest.fixture
def hanging() -> Iterator[Hanging]:
    measurement = Hanging()
    yield measurement
    measurement.over.set()


def test_a_probe_that_hangs_is_left_and_not_asked_again(
    computer: Computer, hanging: Hanging, tmp_path: Path
) -> None:
    stuck = replace(declarations()["graphics"], measure=hanging, limit_s=0.05)
    sampler = Sampler(
        tmp_path,
        (stuck, *computer.probes),
        clock=computer.clock,
        look=computer.look,
        addresses=computer.addresses,
    )
    for _ in range(3):
        sampler.look_thoroughly()
    assert hanging.calls == 1
    assert computer.asked.count("software") == 3
    hanging.over.set()


def test_patience_hands_on_what_was_raised() -> None:
    def fail() -> int:
        raise LookupError(LATE)

    patience = Patience()
    with pytest.raises(LookupError):
        patience.wait_for("a", fail, 10)
    assert patience.wait_for("a", lambda: 7, 10) == 7


def test_a_real_light_look() -> None:
    look = LightLook()
    first = look(MONDAY, {"connected": True, "kind": "wired"})
    assert first.load_percent is None
    spun = psutil.cpu_times().user + 0.05
    while psutil.cpu_times().user < spun:
        json.dumps(list(range(1000)))
    second = look(MONDAY, {})
    assert second.load_percent is not None
    assert 0 < second.load_percent <= 100
    assert second.memory_percent is not None
    assert 0 < second.memory_percent <= 100
    assert second.disk_percent is not None
    assert second.booted_at is not None
    assert (first.connected, second.connected, first.kind, second.kind) == (True, None, "wired", "")
