"""The probes of each platform, and this very computer measured for real."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from itdesk.diagnostics.base import NotAvailable, Probe
from itdesk.diagnostics.circumstances import Circumstances
from itdesk.diagnostics.collector import ask, collect
from itdesk.diagnostics.facts import SCHEMA
from itdesk.diagnostics.probes import every_probe

DEVICE_ID = "11111111-2222-4333-8444-555555555555"
ALWAYS_TOLD = {  # where a probe did not fail: what else it tells depends on the computer
    "device": {"id", "client_version"},
    "host": {"name"},
    "operating_system": {"name", "version", "build", "architecture"},
    "boot": {"booted_at", "uptime_s", "pending_restart"},
    "session": {"login", "kind", "language", "time_zone", "utc_offset_min"},
    "machine": {"model"},
    "processor": {"model", "cores", "threads", "load_percent"},
    "memory": {"total_bytes", "available_bytes", "used_percent", "swap_total_bytes"},
    "disks": {"disks"},
    "network": {"connected", "interface", "kind", "ipv4", "ipv6", "dns", "vpn"},
    "foreground": {"application"},
    "graphics": {"adapters"},
    "battery": {"percent"},
    "wireless": {"connected", "switched_off"},
    "security": {"antivirus"},
    "updates": {"installed", "failed"},
    "faulty_devices": set[str](),
    "busiest": {"by_processor", "by_memory"},
    "crashes": {"crashes"},
    "printers": {"service"},
    "remote_support": {"tools"},
    "system_log": {"from_at", "until_at", "entries"},
    "software": {"programs"},
    "adapters": {"adapters", "routes", "neighbours", "hosts"},
    "disk_health": {"disks"},
    "sound": {"outputs", "cameras"},
    "usb": {"devices", "monitors", "docks"},
    "shares": {"drives", "certificates"},
    "vpn": {"connections"},
    "gateway": set[str](),
}
NAMES = set(ALWAYS_TOLD)
EVERYWHERE = {  # a container has no firmware, a server no desktop, and neither may have the parts of a laptop
    *("device", "host", "operating_system", "boot", "session", "processor", "memory", "disks", "network"),
    *("security", "busiest", "remote_support", "software", "adapters", "sound", "usb", "shares", "vpn"),
}
OFFLINE_TOO = {"connected", "vpn"}
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="measures this Linux")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_platform_asks_the_same_questions(platform: str) -> None:
    probes = every_probe(DEVICE_ID, platform)
    assert {probe.name for probe in probes} == NAMES
    assert len(probes) == len(NAMES)


@pytest.mark.parametrize("probe", every_probe(DEVICE_ID, "linux"), ids=lambda probe: probe.name)
def test_every_field_is_described_and_only_those_are_told(probe: Probe) -> None:
    assert all(field.name and field.description for field in probe.fields)
    assert len({field.name for field in probe.fields}) == len(probe.fields)
    told = {name.removesuffix("_count") for name in ask(probe)}
    assert told <= {field.name for field in probe.fields} | {"error", "implausible"}


@ON_LINUX
def test_this_computer() -> None:
    facts = collect(every_probe(DEVICE_ID), whole_limit_s=30).facts
    assert [name for name in EVERYWHERE if "error" in facts[name] or "implausible" in facts[name]] == []
    assert facts["device"]["id"] == DEVICE_ID
    disks = facts["disks"]["disks"]
    assert isinstance(disks, list)
    assert any(disk["mount"] == "/" and disk["total_bytes"] > 0 for disk in disks)
    assert json.loads(collect(every_probe(DEVICE_ID)).to_json())["schema"] == SCHEMA


@ON_LINUX
def test_what_is_known_from_outside_reaches_the_log_and_the_trace() -> None:
    known = Circumstances(server_host="127.0.0.1", broke_at=datetime(2026, 6, 24, 10, 0, tzinfo=UTC))
    probes = {probe.name: probe for probe in every_probe(DEVICE_ID, circumstances=known)}
    assert ask(probes["system_log"])["from_at"] == "2026-06-24T09:50:00+00:00"
    trace = ask(probes["adapters"])["trace"]
    assert [(hop["hop"], hop["address"]) for hop in trace] == [(1, "127.0.0.1")]  # type: ignore[attr-defined]


@ON_LINUX
@pytest.mark.parametrize("probe", every_probe(DEVICE_ID, "linux"), ids=lambda probe: probe.name)
def test_each_group_is_told_or_says_why_not(probe: Probe) -> None:
    wanted = ALWAYS_TOLD[probe.name]
    assert wanted <= {field.name for field in probe.fields}
    told = ask(probe)
    if "error" in told:
        assert str(told["error"]).endswith(".")
        return
    assert (wanted & OFFLINE_TOO if told.get("connected") is False else wanted) <= told.keys() - _empty(told)


def _empty(told: Mapping[str, object]) -> set[str]:
    """Return the facts that are there and say nothing."""
    return {name for name, value in told.items() if value is None or value == ""}


@ON_LINUX
def test_environment_and_command_lines_are_never_in_the_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITDESK_CANARY", "yellow-canary")
    monkeypatch.setenv("LOGNAME", "yellow-canary")
    monkeypatch.setenv("https_proxy", "http://yellow:canary@proxy.example:3128")
    monkeypatch.setattr(sys, "argv", ["itdesk", "--password=yellow-canary"])
    content = collect(every_probe(DEVICE_ID), whole_limit_s=30).to_json()
    assert b"yellow" not in content
    assert b"canary" not in content
    assert b"proxy.example:3128" in content


@pytest.mark.parametrize("platform", sorted({"win32", "darwin"} - {sys.platform}))
def test_a_computer_of_another_kind_answers_with_errors_not_with_crashes(platform: str) -> None:
    results = {probe.name: ask(probe) for probe in every_probe(DEVICE_ID, platform)}
    assert "error" in results["foreground"]
    assert "error" not in results["memory"]


def test_a_probe_of_the_caller_stands_beside_the_others() -> None:
    def unreachable() -> dict[str, object]:
        raise NotAvailable("The server cannot be reached.")

    reach = Probe(name="reach", why="", fields=(), measure=unreachable)
    facts = collect([*every_probe(DEVICE_ID), reach])
    assert facts.facts["reach"] == {"error": "The server cannot be reached."}
