"""Whatever a tool prints or a file holds, a parser gives a value or says NotAvailable, and does so soon."""

import json
import plistlib
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.bounds import bounded
from itdesk.diagnostics.macos import (
    adapters,
    battery,
    bundle,
    crash_report,
    disk_health,
    faulty_devices,
    foreground,
    graphics,
    host,
    install_history,
    network,
    printers,
    property_list,
    remote_support,
    security,
    shares,
    software,
    sound,
    system_extensions,
    system_log,
    updates,
    usb,
    vpn,
    wireless,
)
from itdesk.diagnostics.macos.item import number_of, text_number
from itdesk.diagnostics.macos.probes import probes
from tests.unit.diagnostics.macos import recorded_profiles as profiles
from tests.unit.diagnostics.macos import recorded_tools as tools

# A busy computer is no fault of a parser; how long one takes is measured by itself.
PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
MEGABYTE = 1024 * 1024
SOON_S = 5.0  # of the processor, where the slowest takes one; the square of a megabyte would take hours
Parser = Callable[[str], object]
BinaryParser = Callable[[bytes], object]

# By the probe whose fields the answer has to fit, and the part of it that the parser gives.
PROFILES: dict[str, tuple[Parser, str, str, str]] = {
    "graphics": (graphics.parse_graphics, profiles.DISPLAYS, "graphics", ""),
    "battery": (battery.parse_wear, profiles.POWER, "battery", ""),
    "wireless": (wireless.parse_wireless, profiles.AIRPORT, "wireless", ""),
    "security": (security.parse_startup, profiles.STARTUP, "security", ""),
    "memory": (faulty_devices.parse_memory, profiles.MEMORY, "faulty_devices", "devices"),
    "printers": (printers.parse_profiled, profiles.PRINTERS, "printers", "printers"),
    "software": (software.parse_programs, profiles.APPLICATIONS, "software", ""),
    "sound": (sound.parse_sound, profiles.AUDIO, "sound", ""),
    "cameras": (sound.parse_cameras, profiles.CAMERAS, "sound", ""),
    "usb host": (usb.parse_devices, profiles.USB_HOST, "usb", "devices"),
    "usb": (lambda text: usb.parse_devices(text, "SPUSBDataType"), profiles.USB, "usb", "devices"),
    "monitors": (usb.parse_monitors, profiles.DISPLAYS, "usb", "monitors"),
    "docks": (usb.parse_docks, profiles.THUNDERBOLT, "usb", "docks"),
}
TOOLS: dict[str, tuple[Parser, str, str, str]] = {
    "pmset": (battery.parse_charge, tools.ON_BATTERY, "battery", ""),
    "firewall": (security.parse_firewall, "Firewall is enabled. (State = 1)", "security", ""),
    "filevault": (security.parse_filevault, "FileVault is On.", "security", ""),
    "antivirus": (
        lambda text: security.antivirus(system_extensions.parse_extensions(text)),
        tools.EXTENSIONS,
        "security",
        "antivirus",
    ),
    "extensions": (
        lambda text: faulty_devices.faulty_extensions(system_extensions.parse_extensions(text)),
        tools.EXTENSIONS,
        "faulty_devices",
        "devices",
    ),
    "launchctl": (faulty_devices.parse_services, tools.AGENTS, "faulty_devices", "services"),
    "lpstat": (printers.parse_lpstat, tools.QUEUES, "printers", ""),
    "log": (
        lambda text: system_log.nearest(system_log.parse_entries(text), NOON),
        tools.LOG,
        "system_log",
        "entries",
    ),
    "ifconfig": (adapters.parse_adapters, tools.INTERFACES, "adapters", "adapters"),
    "netstat": (adapters.parse_routes, tools.ROUTES, "adapters", "routes"),
    "arp": (adapters.parse_neighbours, tools.NEIGHBOURS, "adapters", "neighbours"),
    "hosts": (adapters.parse_hosts, tools.HOSTS, "adapters", "hosts"),
    "traceroute": (adapters.parse_trace, tools.WAY, "adapters", "trace"),
    "pgrep": (sound.parse_service, "210\n", "sound", ""),
    "mount": (shares.parse_mounts, tools.MOUNTS, "shares", "drives"),
    "scutil": (vpn.parse_connections, tools.CONNECTIONS, "vpn", "connections"),
    "crash": (crash_report.parse_report, tools.IPS, "", ""),
    "old crash": (crash_report.parse_report, tools.OLD_CRASH, "", ""),
    "dsconfigad": (host.parse_domain, tools.IN_A_DOMAIN, "", ""),
    "app-sso": (host.parse_single_sign_on, tools.SINGLE_SIGN_ON, "", ""),
    "nwi": (network.parse_level, tools.REACHED.replace("192.168.8.105", "169.254.7.8"), "", ""),
    "lsappinfo": (foreground.parse_folder, '"LSBundlePath"="/Applications/Mail.app"', "", ""),
}
BINARY: dict[str, tuple[BinaryParser, bytes]] = {
    "history": (lambda content: updates.latest(install_history.parse_history(content)), tools.HISTORY),
    "offers": (updates.parse_waiting, tools.OFFERS),
    "disks": (disk_health.parse_names, tools.DISKS),
    "disk": (disk_health.parse_disk, tools.DISK0),
    "teamviewer": (remote_support.parse_teamviewer, tools.TEAMVIEWER),
    "info": (bundle.parse_info, tools.INFO),
}
ALL = {**PROFILES, **TOOLS}
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**400)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["spaudio_yes", "\ud800", "-52 dBm", "spairport_status_connected", "0x1", "84%", "9" * 5000]
    )
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


def asked(parser: Callable[[str], object], text: str) -> object:
    """Return what the parser tells, None where it says NotAvailable."""
    try:
        return parser(text)
    except NotAvailable:
        return None


def fits(told: object, probe: str, part: str) -> None:
    """Hold the answer against what its probe declares: it has to become JSON."""
    if told is None or not probe:
        return
    fields = next(one.fields for one in probes() if one.name == probe)
    values = {part: told} if part else told
    assert isinstance(values, dict)
    assert set(values) <= {field.name for field in fields}
    json.dumps(bounded(values, fields), allow_nan=False).encode()


@pytest.mark.parametrize("name", ALL)
def test_the_recording_is_told(name: str) -> None:
    parser, recorded, probe, part = ALL[name]
    told = asked(parser, recorded)
    assert told
    fits(told, probe, part)


@pytest.mark.parametrize("name", ALL)
@given(text=st.text())
@PATIENT
def test_any_text(name: str, text: str) -> None:
    parser, _, probe, part = ALL[name]
    fits(asked(parser, text), probe, part)


@pytest.mark.parametrize("name", ALL)
@given(data=st.data())
@PATIENT
def test_a_recording_that_is_damaged(name: str, data: st.DataObject) -> None:
    parser, recorded, probe, part = ALL[name]
    begin = data.draw(st.integers(0, len(recorded)))
    end = begin + data.draw(st.integers(0, 40))
    other = data.draw(
        st.text(max_size=20) | st.sampled_from(["9" * 400, "\t", '"', "[", "\x00", " on ", "\n"])
    )
    fits(asked(parser, recorded[:begin] + other + recorded[end:]), probe, part)


def changed(value: object, data: st.DataObject) -> object:
    """Return the document with some of its values replaced by others, of other kinds too."""
    if data.draw(st.integers(0, 9)) == 0:
        return data.draw(TREES)
    if isinstance(value, dict):
        kept = [key for key in value if data.draw(st.integers(0, 9))]
        return {key: changed(value[key], data) for key in kept}
    if isinstance(value, list):
        return [changed(item, data) for item in value]
    return value


@pytest.mark.parametrize("name", PROFILES)
@given(data=st.data())
@PATIENT
def test_json_of_other_kinds(name: str, data: st.DataObject) -> None:
    parser, recorded, probe, part = PROFILES[name]
    document = json.loads(recorded)
    (kind,) = document
    fits(asked(parser, json.dumps({kind: changed(document[kind], data)})), probe, part)


@pytest.mark.parametrize("lines", [tools.IPS, tools.LOG], ids=["crash", "log"])
@given(data=st.data())
@PATIENT
def test_lines_of_json_of_other_kinds(lines: str, data: st.DataObject) -> None:
    head, _, rest = lines.partition("\n")
    tail = rest if lines is tools.IPS else rest.partition("\n")[0]
    text = "\n".join(json.dumps(changed(json.loads(part), data)) for part in (head, tail))
    for name in ("crash", "log"):
        parser, _, probe, part = TOOLS[name]
        fits(asked(parser, text), probe, part)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "{}", '"x"', "1" * 5000, "[" * 99_999, '{"a":' * 99_999, "NaN", "\ufeff{}"],
    ids=["empty", "null", "list", "object", "text", "number", "deep list", "deep object", "NaN", "mark"],
)
def test_another_document_is_told(name: str, text: str) -> None:
    with pytest.raises(NotAvailable):
        PROFILES[name][0](text)


def test_a_tree_as_deep_as_json_can_be_is_walked() -> None:
    depth = 200
    text = '{"_name":"x","_items":[' * depth + "]}" * depth
    told = usb.parse_devices('{"SPUSBHostDataType":[' + text + "]}")
    assert len(told) == depth - 1


@pytest.mark.parametrize("piece", ["x", "\n", '" ', "( [", "//a@", " on 9"])
@pytest.mark.parametrize("name", ALL)
def test_a_megabyte_is_read_soon(name: str, piece: str) -> None:
    parser, recorded, _, _ = ALL[name]
    text = piece * (MEGABYTE // len(piece))
    begun = time.thread_time()
    asked(parser, recorded.partition("\n")[0] + text)
    assert time.thread_time() - begun < SOON_S


@pytest.mark.parametrize("name", ALL)
def test_a_megabyte_of_the_recording_is_read_soon(name: str) -> None:
    parser, recorded, probe, part = ALL[name]
    text = recorded * (MEGABYTE // len(recorded))
    if name in PROFILES:
        document = json.loads(recorded)
        (kind,) = document
        text = json.dumps({kind: document[kind] * (MEGABYTE // len(recorded))})
    begun = time.thread_time()
    told = asked(parser, text)
    assert time.thread_time() - begun < SOON_S
    fits(told, probe, part)


@pytest.mark.parametrize("name", BINARY)
@given(content=st.binary() | st.binary().map(lambda content: b"bplist00" + content))
@PATIENT
def test_any_bytes(name: str, content: bytes) -> None:
    with pytest.raises(NotAvailable):
        BINARY[name][0](content)


@pytest.mark.parametrize("name", BINARY)
@given(data=st.data())
@PATIENT
def test_a_property_list_that_is_damaged(name: str, data: st.DataObject) -> None:
    parser, recorded = BINARY[name]
    kind = data.draw(st.sampled_from([plistlib.FMT_XML, plistlib.FMT_BINARY]))
    content = bytearray(plistlib.dumps(plistlib.loads(recorded), fmt=kind))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        parser(bytes(content))
    except NotAvailable:
        return


PLIST_SCALARS = (
    st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20)
    | st.binary(max_size=20)
    | st.datetimes()
    | st.just(datetime.min)  # noqa: DTZ901 (plistlib's own are naive)
)


def changed_plist(value: Any, data: st.DataObject) -> Any:
    if data.draw(st.integers(0, 5)) == 0:
        return data.draw(PLIST_SCALARS | st.lists(PLIST_SCALARS, max_size=2))
    if isinstance(value, dict):
        return {key: changed_plist(item, data) for key, item in value.items()}
    return [changed_plist(item, data) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", BINARY)
@given(data=st.data())
@PATIENT
def test_a_property_list_of_other_kinds(name: str, data: st.DataObject) -> None:
    parser, recorded = BINARY[name]
    content = plistlib.dumps(changed_plist(plistlib.loads(recorded), data), fmt=plistlib.FMT_BINARY)
    try:
        told = parser(content)
    except NotAvailable:
        return
    if isinstance(told, dict):
        json.dumps(told, allow_nan=False)


@pytest.mark.parametrize(
    "body",
    [
        "<date>0001-01-01T00:00:00Z</date>",
        "<date>2026-13-45T00:00:00Z</date>",
        "<date></date>",
        "<integer>" + "9" * 5000 + "</integer>",
        "<array>" * 5000,
        "<dict><string/></dict>",
        "<data>!</data>",
    ],
)
def test_odd_values_in_a_property_list(body: str) -> None:
    content = tools.plist(
        f"<array><dict><key>displayName</key><string>x</string><key>date</key>{body}</dict></array>"
    )
    try:
        history = install_history.parse_history(content)
    except NotAvailable:
        return
    assert [entry.at for entry in history] in ([], ["0001-01-01T00:00:00+00:00"])


def test_a_property_list_that_would_unfold_is_refused() -> None:
    unfolding = (
        b'<!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><plist><string>&b;</string></plist>'
    )
    with pytest.raises(NotAvailable):
        property_list.parse_plist(unfolding)
    with pytest.raises(NotAvailable):
        property_list.read_plist(Path("/nowhere"))
    claims = (
        b"bplist00\x00" + b"\x00" * 6 + b"\x01\x08" + (2**40).to_bytes(8, "big") + b"\x00" * 8 + b"\x08" * 8
    )
    with pytest.raises(NotAvailable):
        property_list.parse_plist(claims)


@given(st.dictionaries(st.just("x"), SCALARS))
@PATIENT
def test_a_number_is_one_that_json_can_hold(item: dict[str, object]) -> None:
    number = number_of(item, "x")
    assert number is None or abs(number) < 2**64 or isinstance(number, float)
    json.dumps(number, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "number"), [("84%", 84), (" 7 ", 7), ("", None), ("-1", None), ("²", None), ("9" * 19, None)]
)
def test_numbers_in_texts(text: str, number: int | None) -> None:
    assert text_number(text) == number


@pytest.mark.parametrize("value", [float("inf"), float("nan"), True, None, [], 2**63, -(2**63) - 1, "x"])
def test_what_is_no_number(value: object) -> None:
    assert number_of({"x": value}, "x") is None
