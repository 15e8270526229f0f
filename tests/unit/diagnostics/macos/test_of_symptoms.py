"""What a Mac is asked when a symptom needs it: log, programs, network, sound, USB, drives, VPN."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.macos import adapters, remote_support, shares, software, sound, system_log, usb, vpn
from itdesk.diagnostics.macos.certificate import Certificate
from tests.unit.diagnostics.macos import recorded_profiles as profiles
from tests.unit.diagnostics.macos import recorded_tools as tools

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def test_the_log() -> None:
    assert system_log.parse_entries(f"Filtering the log data using …\n{tools.LOG}") == [
        {
            "at": "2026-11-25T09:54:42+00:00",
            "level": "critical",
            "source": "kernel",
            "message": "disk0: I/O error.",
        },
        {
            "at": "2026-11-25T09:49:00+00:00",
            "level": "error",
            "source": "bluetoothd (com.apple.bluetooth)",
            "message": "Could not find <private>",
        },
    ]


def test_the_log_is_read_ten_minutes_before_and_after_but_not_beyond_now() -> None:
    ten = timedelta(minutes=10)
    assert system_log.window(NOON, NOON) == (NOON - ten, NOON)
    assert system_log.window(NOON, NOON + timedelta(hours=2)) == (NOON - ten, NOON + ten)
    assert system_log.window(NOON, NOON + timedelta(minutes=3))[1] == NOON + timedelta(minutes=3)


@pytest.mark.parametrize("moment", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_time_at_the_end_of_the_calendar_is_told(moment: datetime) -> None:
    with pytest.raises(NotAvailable):
        system_log.window(moment, NOON)


@given(st.datetimes(timezones=st.just(UTC)))
@settings(deadline=None)
def test_a_window_holds_its_moment(moment: datetime) -> None:
    try:
        begin, end = system_log.window(moment, NOON)
    except NotAvailable:
        return
    assert begin < end
    assert begin <= moment <= end + timedelta(seconds=1)


def test_of_a_long_log_what_is_nearest_to_the_trouble_is_told_in_the_order_of_time() -> None:
    entries: list[dict[str, object]] = [
        {"at": (NOON + timedelta(seconds=second)).isoformat()} for second in range(-600, 600)
    ]
    told = system_log.nearest(reversed(entries), NOON)
    assert told == entries[500:700] or told == entries[501:701]


def test_the_programs_without_macos_parts_and_without_places() -> None:
    told = software.parse_programs(profiles.APPLICATIONS)["programs"]
    assert told == [
        {
            "name": "Automator",
            "version": "2.10",
            "publisher": "Apple",
            "installed_at": "2026-06-25",
            "source": "macOS",
        },
        {
            "name": "Microsoft Edge",
            "version": "150.0.3500.1",
            "publisher": "Microsoft Corporation",
            "installed_at": "2026-09-10",
            "source": "Developer",
        },
        {"name": "Keynote", "version": "14.4", "installed_at": "2026-05-02", "source": "App Store"},
        {"name": "old tool"},
    ]


def bundle(folder: Path, info: bytes) -> None:
    (folder / "Contents").mkdir(parents=True)
    (folder / "Contents" / "Info.plist").write_bytes(info)


def test_the_folders_of_programs_stand_in(tmp_path: Path) -> None:
    bundle(tmp_path / "Mail.app", tools.INFO)
    bundle(tmp_path / "Broken.app", b"bplist00" + b"\xff" * 40)
    (tmp_path / "letter.txt").write_text("")
    assert software.read_folders([tmp_path, tmp_path / "missing"]) == [
        {"name": "Broken", "version": ""},
        {"name": "Mail", "version": "16.0"},
    ]


def test_the_adapters() -> None:
    told = {row["name"]: row for row in adapters.parse_adapters(tools.INTERFACES)}
    assert list(told) == ["gif0", "en1", "en7", "bridge0", "utun3"]
    assert told["en7"] == {
        "name": "en7",
        "mac": "00:e0:4c:00:00:01",
        "up": True,
        "mtu": 1500,
        "speed_mbps": 1000,
        "ipv4": ["10.1.2.3"],
        "ipv6": ["fe80::b:c:d:a"],
    }
    assert told["en1"] == {"name": "en1", "mac": "36:00:00:00:00:40", "up": False, "mtu": 1500}
    assert told["utun3"] == {"name": "utun3", "up": True, "mtu": 1380, "ipv4": ["10.9.0.2"]}
    assert told["gif0"] == {"name": "gif0", "up": False, "mtu": 1280}


@pytest.mark.parametrize(("media", "speed"), [("10GbaseT", 10_000), ("2500Base-T", 2500), ("none", None)])
def test_the_speed_of_a_cable(media: str, speed: int | None) -> None:
    printed = tools.INTERFACES.replace("1000baseT", media)
    assert {row.get("speed_mbps") for row in adapters.parse_adapters(printed)} == {None, speed}


def test_the_routes_without_the_neighbours() -> None:
    assert adapters.parse_routes(tools.ROUTES) == [
        {"destination": "default", "gateway": "10.1.2.1", "interface": "en7"},
        {"destination": "10.1.2/23", "gateway": "link#15", "interface": "en7"},
        {"destination": "127.0.0.1", "gateway": "127.0.0.1", "interface": "lo0"},
        {"destination": "default", "gateway": "fe80::%utun3", "interface": "utun3"},
    ]
    assert adapters.parse_routes(tools.OLDER_ROUTES) == [
        {"destination": "default", "gateway": "192.168.1.1", "interface": "en0"}
    ]


def test_the_neighbours_that_have_answered() -> None:
    assert adapters.parse_neighbours(tools.NEIGHBOURS) == [
        {"address": "10.1.2.1", "mac": "a0:c5:f2:00:00:f2", "interface": "en7"},
        {"address": "224.0.0.251", "mac": "01:00:5e:00:00:fb", "interface": "en7"},
    ]


def test_own_lines_of_the_hosts_file() -> None:
    assert adapters.parse_hosts(tools.HOSTS) == ["10.1.2.50 intranet intranet.example.com"]


def test_the_way_to_the_server() -> None:
    assert adapters.parse_trace(tools.WAY) == [
        {"hop": 1, "address": "10.1.2.1", "ms": 2.345},
        {"hop": 2},
        {"hop": 3, "address": "2001:db8::1", "ms": 31.002},
        {"hop": 12, "address": "203.0.113.7", "ms": 40.0},
    ]


@pytest.mark.parametrize(
    "host", ["", "-i", "--help", "a b", "a;b", "a\n", "żaba.example", "$(x)", "a/b", "." * 9]
)
def test_only_a_host_is_traced(host: str) -> None:
    assert adapters.trace_command(host) == ()


def test_how_a_host_is_traced() -> None:
    assert adapters.trace_command("help.example.com")[0] == "/usr/sbin/traceroute"
    assert adapters.trace_command("2001:db8::1")[0] == "/usr/sbin/traceroute6"
    assert adapters.trace_command("192.0.2.1")[-1] == "192.0.2.1"


def test_sound_devices() -> None:
    assert sound.parse_sound(profiles.AUDIO) == {
        "outputs": [
            {"name": "DELL U2724DE", "is_default": False},
            {"name": "Jabra Evolve2 65", "is_default": True},
        ],
        "inputs": [
            {"name": "Jabra Evolve2 65", "is_default": True},
            {"name": "MacBook Pro Microphone", "is_default": False},
        ],
    }


def test_cameras_and_the_sound_service() -> None:
    assert sound.parse_cameras(profiles.CAMERAS) == {
        "cameras": [{"name": "MacBook Pro Camera"}, {"name": "OBS Virtual Camera"}]
    }
    assert sound.parse_service("210\n") == {"service": "running"}
    assert sound.parse_service("") == {"service": "stopped"}


def test_usb_devices_of_macos_26_a_phone_without_its_serial_number() -> None:
    assert usb.parse_devices(profiles.USB_HOST) == [
        {"name": "USB3.1 Hub", "vendor": "Anker", "id": "2109:0822", "port": "USB 3.1 Bus"},
        {"name": "USB 10/100/1000 LAN", "vendor": "Realtek", "id": "0bda:8153", "port": "USB3.1 Hub"},
        {"name": "iPhone", "vendor": "Apple Inc.", "id": "05ac:12a8", "port": "USB3.1 Hub"},
        {
            "name": "SanDisk 3.2 Gen1",
            "vendor": "USB",
            "id": "0781:55fd",
            "serial": "03010000000000000000",
            "port": "USB 3.1 Bus",
        },
    ]


def test_usb_devices_before_macos_26() -> None:
    assert usb.parse_devices(profiles.USB, "SPUSBDataType") == [
        {"name": "USB3.1 Hub", "vendor": "Genesys Logic, Inc.", "id": "05e3:0626", "port": "USB31Bus"},
        {
            "name": "Apple Keyboard",
            "vendor": "Apple, Inc",
            "id": "05ac:024f",
            "serial": "FXX0000000000",
            "port": "USB3.1 Hub",
        },
    ]


def test_monitors_that_are_no_part_of_the_mac_with_the_number_that_stands_on_them() -> None:
    assert usb.parse_monitors(profiles.DISPLAYS) == [
        {"name": "BenQ MA320U", "serial": "ETX4R01234SL0", "port": "displayport dongletype dp"}
    ]


def test_docks_are_no_monitors() -> None:
    assert usb.parse_docks(profiles.THUNDERBOLT) == ["CalDigit, Inc. TS4"]


def test_network_drives_without_logins_and_passwords() -> None:
    told = shares.parse_mounts(tools.MOUNTS)
    assert told == [
        {
            "at": "/Volumes/Team on sea (1)",
            "path": "//nas._smb._tcp.local/Team",
            "type": "smbfs",
            "connected": True,
        },
        {"at": "/Volumes/backups", "path": "nas:/export/backups", "type": "nfs", "connected": True},
        {
            "at": "/Volumes/files",
            "path": "https://dav.example.com/files/",
            "type": "webdav",
            "connected": True,
        },
    ]
    assert "anna" not in str(told)


def test_the_settings_that_the_company_manages(tmp_path: Path) -> None:
    for name in ("com.apple.screensaver.plist", "com.google.Chrome.plist", "anna"):
        (tmp_path / name).write_text("")
    assert shares.read_policies(tmp_path) == ["com.apple.screensaver", "com.google.Chrome"]
    assert shares.read_policies(tmp_path / "missing") == []


def test_certificates_that_end_soon() -> None:
    ends = [timedelta(days=31), timedelta(days=29, hours=12), timedelta(days=-2, hours=12)]
    told = shares.ending_soon([Certificate(str(end.days), NOON + end) for end in ends], NOON)
    assert [(row["name"], row["days_left"]) for row in told] == [("-2", -2), ("29", 29)]
    assert told[0]["ends_at"] == "2026-11-24T00:00:00+00:00"


def test_vpn_connections() -> None:
    assert vpn.parse_connections(tools.CONNECTIONS) == [
        {"name": 'Office "new" [1]', "type": "com.wireguard.macos", "state": "disconnected"},
        {"name": "Company", "type": "L2TP", "state": "connected"},
        {"name": "Old office", "type": "IPSec", "state": "connecting"},
    ]


def test_programs_for_remote_support_and_their_numbers(tmp_path: Path) -> None:
    places = remote_support.Places(root=tmp_path / "root", home=tmp_path / "home")
    assert remote_support.find_tools(places) == {"tools": []}
    bundle(places.root / "Applications" / "TeamViewer.app", tools.INFO)
    bundle(places.root / "Applications" / "AnyDesk.app", b"")
    settings = {
        places.root / remote_support.TEAMVIEWER_FILES[0]: tools.TEAMVIEWER,
        places.home / ".anydesk/system.conf": b"ad.x=1\nad.anynet.id=987654321\nad.anynet.pwd=secret\n",
    }
    for file, content in settings.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    assert remote_support.find_tools(places)["tools"] == [
        {"name": "TeamViewer", "id": "1234567890", "version": "16.0"},
        {"name": "AnyDesk", "id": "987654321", "version": ""},
    ]


@pytest.mark.parametrize(
    "value", ["<true/>", "<integer>0</integer>", "<string>1</string>", "<real>1.5</real>"]
)
def test_what_is_no_number_of_teamviewer(value: str) -> None:
    assert remote_support.parse_teamviewer(tools.plist(f"<dict><key>ClientID</key>{value}</dict>")) == ""
