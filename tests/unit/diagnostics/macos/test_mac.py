"""A whole Mac asked from end to end: its tools are programs that print what real ones have printed."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from itdesk.diagnostics.base import NotAvailable, Probe, every_field
from itdesk.diagnostics.circumstances import UNKNOWN, Circumstances
from itdesk.diagnostics.collector import ask
from itdesk.diagnostics.macos import (
    busiest,
    host,
    operating_system,
    printers,
    sound,
    system_log,
    system_profiler,
    updates,
    usb,
)
from itdesk.diagnostics.macos.parts import if_told, together
from itdesk.diagnostics.macos.probes import probes
from tests.unit.diagnostics.macos import recorded_tools as tools
from tests.unit.diagnostics.macos.fake_mac import BASIC, PATIENCE_S, FakeMac
from tests.unit.diagnostics.macos.recorded_profiles import PROFILES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tools of the Mac are shell scripts here")
BROKE_AT = datetime(2026, 11, 25, 9, 50, tzinfo=UTC)
USUAL = [
    *("graphics", "battery", "wireless", "security", "updates", "faulty_devices"),
    *("busiest", "crashes", "printers", "remote_support"),
]
OF_SYMPTOMS = ["system_log", "software", "adapters", "disk_health", "sound", "usb", "shares", "vpn"]
GATEWAY = "gateway"  # it asks the router itself, as on every platform
CIRCUMSTANCES = Circumstances(server_host="help.example.com", broke_at=BROKE_AT)


@pytest.fixture
def mac(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeMac:
    """A Mac with all its tools."""
    mac = FakeMac(tmp_path, monkeypatch)
    mac.install()
    return mac


def probe_of(name: str) -> Probe:
    return next(probe for probe in probes(CIRCUMSTANCES) if probe.name == name)


def test_the_order_of_the_document() -> None:
    assert [probe.name for probe in probes() if probe.tier == 1] == USUAL
    assert [probe.name for probe in probes() if probe.tier == 2] == [*OF_SYMPTOMS, GATEWAY]


@pytest.mark.usefixtures("mac")
@pytest.mark.parametrize("name", [*USUAL, *OF_SYMPTOMS, "foreground", "host"])
def test_all_that_a_mac_says_is_declared_in_its_kind_and_plausible(name: str) -> None:
    probe = probe_of(name)
    told = ask(probe)
    assert "error" not in told
    assert "implausible" not in str(told)
    raw = probe.measure()
    assert set(raw) <= {field.name for field in probe.fields}
    assert {key for key, value in raw.items() if value not in (None, "")} == set(told)
    choices = {field.name: field.choices for field in every_field(probe.fields) if field.choices}
    rows = [
        row for value in told.values() if isinstance(value, list) for row in value if isinstance(row, dict)
    ]
    for row in (told, *rows):
        assert [row[key] for key in choices if key in row and row[key] not in choices[key]] == []


@pytest.mark.usefixtures("mac")
def test_the_parts_come_together() -> None:
    told = {
        name: ask(probe_of(name)) for name in ("battery", "security", "faulty_devices", "printers", "usb")
    }
    assert told["battery"] == {
        "percent": 64,
        "plugged": False,
        "minutes_left": 192,
        "health_percent": 84,
        "cycles": 239,
    }
    assert told["security"]["secure_boot"] is True
    assert told["security"]["antivirus"] == [{"name": "Microsoft Defender", "enabled": True}]
    devices = told["faulty_devices"]["devices"]
    assert isinstance(devices, list)
    assert [row["name"] for row in devices] == [
        "Proton VPN Split",
        "Microsoft Defender",
        "DIMM3",
        "WDC WD10EZEX-08WN4A0",
    ]
    assert len(told["usb"]) == 3
    assert "HP LaserJet M404 - AirPrint 1.4" in str(told["printers"])


@pytest.mark.usefixtures("mac")
def test_the_program_in_front_with_its_version() -> None:
    assert ask(probe_of("foreground")) == {"application": "Mail", "version": "16.0"}


@pytest.mark.usefixtures("mac")
def test_the_way_to_the_server_is_asked_only_when_there_is_one() -> None:
    assert len(ask(probe_of("adapters"))["trace"]) == 4  # type: ignore[arg-type]
    told = next(probe.measure() for probe in probes(UNKNOWN) if probe.name == "adapters")
    assert told["trace"] == []


@pytest.mark.usefixtures("mac")
def test_the_log_is_asked_around_the_trouble() -> None:
    told = system_log.read(CIRCUMSTANCES, datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert told["from_at"] == "2026-11-25T09:40:00+00:00"
    assert told["until_at"] == "2026-11-25T10:00:00+00:00"
    assert [entry["level"] for entry in told["entries"]] == ["error", "critical"]  # type: ignore[attr-defined]


def test_how_the_log_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "log"
    tool.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/asked\n')
    tool.chmod(0o755)
    monkeypatch.setattr(system_log, "LOG", str(tool))
    monkeypatch.setattr(system_log, "LIMIT_S", PATIENCE_S)
    system_log.read(CIRCUMSTANCES, datetime(2026, 11, 25, 12, tzinfo=UTC))
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[asked.index("--start") + 1] == "2026-11-25 09:40:00+0000"
    assert asked[asked.index("--end") + 1] == "2026-11-25 10:00:00+0000"


def test_usb_is_told_by_the_version_that_knows_it(mac: FakeMac) -> None:
    old = {"SPUSBDataType": '{"SPUSBDataType": [{"_name": "Bus", "_items": [{"_name": "Mouse"}]}]}'}
    mac.tool(system_profiler, "PROFILER", {f"{BASIC}{kind}": text for kind, text in old.items()})
    assert usb.read() == {"devices": [{"name": "Mouse", "port": "Bus"}]}
    mac.tool(system_profiler, "PROFILER", {f"{BASIC}SPUSBDataType": PROFILES["SPUSBDataType"]})
    assert usb.read() == {"devices": []}


def test_one_part_that_fails_takes_no_other_with_it(mac: FakeMac) -> None:
    mac.tool(system_profiler, "PROFILER", {f"{BASIC}SPCameraDataType": PROFILES["SPCameraDataType"]})
    assert set(sound.read()) == {"cameras", "service"}
    assert set(ask(probe_of("battery"))) == {"percent", "plugged", "minutes_left"}
    assert len(printers.read()["printers"]) == 3  # type: ignore[arg-type]


def test_lpstat_is_asked_in_english_which_on_a_mac_takes_more_than_lc_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "lpstat"
    tool.write_text('#!/bin/sh\n[ -n "$SOFTWARE" ] && [ "$LANG" = C ] && echo "scheduler is running"\n')
    tool.chmod(0o755)
    monkeypatch.setattr(printers, "LPSTAT", (str(tool),))
    monkeypatch.setattr(printers, "LIMIT_S", PATIENCE_S)
    assert printers.read()["service"] == "running"


def test_a_computer_that_is_no_mac_says_so_once_for_each_probe() -> None:
    for probe in (probe for probe in probes() if probe.name != GATEWAY):
        told = ask(probe)
        assert set(told) <= {field.name for field in probe.fields} | {"error", "implausible"}
        if "error" in told:
            assert str(told["error"]).endswith(".")


def test_a_mac_in_no_directory(mac: FakeMac) -> None:
    assert (host.read_domain(), host.read_joined()) == ("corp.example.com", "domain")
    mac.tool(host, "DIRECTORY", "")
    mac.tool(host, "SINGLE_SIGN_ON", tools.SINGLE_SIGN_ON)
    assert (host.read_domain(), host.read_joined()) == ("", "entra")
    mac.tool(host, "SINGLE_SIGN_ON", tools.NO_SINGLE_SIGN_ON)
    assert host.read_joined() == ""


def test_since_when_macos_is_there(mac: FakeMac, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        operating_system, "SW_VERS", str(mac.tool(operating_system, "SW_VERS", "ProductVersion: 26.4\n"))
    )
    assert operating_system.read()["version"] == "26.4"
    assert updates.read()["waiting"] == 1


def test_the_busiest_programs_have_the_names_of_their_files() -> None:
    assert busiest.file_name(-1) == ""
    assert busiest.file_name(2**70) == ""
    assert set(busiest.read()) == {"by_processor", "by_memory"}


def test_parts_that_all_fail_give_the_first_reason() -> None:
    def missing() -> dict[str, object]:
        raise NotAvailable("It is missing.")

    def late() -> dict[str, object]:
        raise NotAvailable("It is late.")

    with pytest.raises(NotAvailable, match="missing"):
        together(missing, late)
    assert together(late, lambda: {"a": 1}, missing) == {"a": 1}
    assert if_told(missing, None) is None
