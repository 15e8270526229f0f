"""What a Mac tells of itself by default: graphics, battery, Wi-Fi, protection, updates, devices, printers."""

import json

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.macos import (
    battery,
    disk_health,
    faulty_devices,
    graphics,
    install_history,
    operating_system,
    printers,
    security,
    updates,
    wireless,
)
from itdesk.diagnostics.macos.system_extensions import Extension, parse_extensions
from tests.unit.diagnostics.macos import recorded_profiles as profiles
from tests.unit.diagnostics.macos import recorded_tools as tools

PLUGGED = "Now drawing from 'AC Power'\n"


def test_the_graphics_cards() -> None:
    assert graphics.parse_graphics(profiles.DISPLAYS) == {
        "adapters": [{"name": "Apple M3 Pro", "driver": "Metal 4"}]
    }
    assert graphics.parse_graphics(profiles.OLDER_DISPLAYS)["adapters"] == [
        {"name": "Intel UHD Graphics 630", "driver": "Metal, family Mac 2"},
        {"name": "AMD Radeon Pro 5300M", "driver": ""},
    ]


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (tools.ON_BATTERY, {"percent": 64, "plugged": False, "minutes_left": 192}),
        (
            f"{PLUGGED} -InternalBattery-0 (id=1)\t7%; AC attached; not charging present: true\n",
            {"percent": 7, "plugged": True},
        ),
        (
            f"{PLUGGED} -InternalBattery-0 (id=1)\t100%; charged; 0:00 remaining present: true\n",
            {"percent": 100, "plugged": True},
        ),
        (
            "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t99%; discharging; (no estimate)\n",
            {"percent": 99, "plugged": False},
        ),
    ],
)
def test_the_charge(printed: str, told: dict[str, object]) -> None:
    assert battery.parse_charge(printed) == told


def test_a_mac_without_a_battery_says_so() -> None:
    with pytest.raises(NotAvailable, match="no battery"):
        battery.parse_charge(PLUGGED)
    assert battery.parse_wear('{"SPPowerDataType": [{"_name": "sppower_information"}]}') == {}


def test_the_wear() -> None:
    assert battery.parse_wear(profiles.POWER) == {"health_percent": 84, "cycles": 239}


def test_the_wifi() -> None:
    assert wireless.parse_wireless(profiles.AIRPORT) == {
        "connected": True,
        "switched_off": False,
        "channel": 37,
        "band_ghz": 6,
        "signal_dbm": -52,
        "rate_mbps": 1152,
        "security": "WPA3 Personal",
    }


def wifi(**network: object) -> dict[str, object]:
    adapter = {
        "spairport_status_information": "spairport_status_connected",
        "spairport_current_network_information": network,
    }
    document = {"SPAirPortDataType": [{"spairport_airport_interfaces": [adapter]}]}
    return wireless.parse_wireless(json.dumps(document))


def test_a_network_is_a_code_that_is_the_same_for_the_same_name() -> None:
    told = wifi(_name="Company")
    assert told["network"] == "de4743c8"  # the start of printf Company | sha256sum
    assert told == wifi(_name="Company")
    assert wifi(_name="Other")["network"] != told["network"]
    assert len(str(wifi(_name="\ud800")["network"])) == 8
    assert "network" not in wifi(_name="<SSID Redacted>")


@pytest.mark.parametrize(
    ("told", "channel", "band"),
    [
        ("6 (2GHz, 20MHz)", 6, 2.4),
        ("36", 36, 5),
        ("36,1", 36, 5),
        (11, 11, 2.4),
        ("149 (5 GHz)", 149, 5),
        ("?", None, None),
    ],
)
def test_channel_and_band(told: object, channel: object, band: object) -> None:
    network = wifi(spairport_network_channel=told)
    assert (network.get("channel"), network.get("band_ghz")) == (channel, band)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("spairport_security_mode_none", "none"),
        ("spairport_security_mode_wpa2_enterprise", "WPA2 Enterprise"),
        ("pairport_security_mode_wpa3_transition", "WPA3 Transition"),
        ("else", None),
    ],
)
def test_the_protection_of_the_wifi(mode: str, words: str | None) -> None:
    assert wifi(spairport_security_mode=mode).get("security") == words


@pytest.mark.parametrize(
    ("status", "off"), [("spairport_status_off", True), ("spairport_status_disassociated", False)]
)
def test_wifi_that_is_not_connected(status: str, off: bool) -> None:
    document = {
        "SPAirPortDataType": [{"spairport_airport_interfaces": [{"spairport_status_information": status}]}]
    }
    assert wireless.parse_wireless(json.dumps(document)) == {"connected": False, "switched_off": off}


def test_no_wifi() -> None:
    with pytest.raises(NotAvailable, match="no Wi-Fi"):
        wireless.parse_wireless('{"SPAirPortDataType": []}')


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Firewall is enabled. (State = 1)\n", {"firewall": True, "firewall_name": "macOS"}),
        ("Firewall is disabled. (State = 0)\n", {"firewall": False, "firewall_name": "macOS"}),
        (
            "Firewall is set to block all non-essential incoming connections. (State = 2)",
            {"firewall": True, "firewall_name": "macOS"},
        ),
        ("?", {}),
    ],
)
def test_the_firewall(printed: str, told: dict[str, object]) -> None:
    assert security.parse_firewall(printed) == told


def test_filevault() -> None:
    assert security.parse_filevault("FileVault is On.\n") == {"disk_encrypted": True}
    assert security.parse_filevault("FileVault is Off.\nDeferred enablement appears to be active.") == {
        "disk_encrypted": False
    }
    assert security.parse_filevault("Error.") == {}


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("Full Security", {"secure_boot": True}),
        ("Permissive Security", {"secure_boot": False}),
        ("No Security", {"secure_boot": False}),
        ("New words", {}),
    ],
)
def test_secure_boot(level: str, told: dict[str, object]) -> None:
    assert security.parse_startup(profiles.STARTUP.replace("Full Security", level)) == told


def test_a_mac_without_a_security_chip_tells_no_secure_boot() -> None:
    assert security.parse_startup('{"SPiBridgeDataType": []}') == {}


def test_the_system_extensions() -> None:
    extensions = parse_extensions(tools.EXTENSIONS)
    assert len(extensions) == 4
    assert extensions[1] == Extension(
        "network_extension",
        "com.microsoft.wdav.netext",
        "101.98.30",
        "Defender Network",
        "activated enabled",
    )


def test_antivirus_programs_are_known_by_their_extensions_an_old_version_hides_none() -> None:
    extensions = parse_extensions(tools.EXTENSIONS)
    told = [{"name": "Microsoft Defender", "enabled": True}]
    assert security.antivirus(extensions) == told
    assert security.antivirus(extensions[::-1]) == told


def test_extensions_that_do_not_run_are_in_error() -> None:
    assert faulty_devices.faulty_extensions(parse_extensions(tools.EXTENSIONS)) == [
        {
            "name": "Proton VPN Split",
            "problem": "It waits to be allowed in the system settings.",
            "driver_version": "6.5.1",
        },
        {
            "name": "Microsoft Defender",
            "problem": "It waits for a restart to be removed.",
            "driver_version": "101.97.1",
        },
    ]


def test_memory_in_error() -> None:
    assert faulty_devices.parse_memory(profiles.MEMORY) == [
        {"name": "DIMM3", "problem": "Memory: mapped_out"}
    ]


def test_agents_of_other_makers_that_ended_with_an_error() -> None:
    assert faulty_devices.parse_services(tools.AGENTS) == ["com.example.sync (78)"]


def test_the_disks() -> None:
    assert disk_health.parse_names(tools.DISKS) == ["disk0", "disk4"]
    assert disk_health.parse_disk(tools.DISK0) == {
        "name": "disk0",
        "model": "APPLE SSD AP0512Z",
        "type": "nvme",
        "size_bytes": 500277792768,
        "health": "ok",
        "wear_percent": 7,
        "temperature_c": 45,
    }
    failing = disk_health.parse_disk(tools.DISK4)
    assert (failing["type"], failing["health"]) == ("hdd", "failing")
    assert disk_health.failing([disk_health.parse_disk(tools.DISK0), failing]) == [
        {"name": "WDC WD10EZEX-08WN4A0", "problem": "The disk says that it is failing."}
    ]


def test_only_names_of_disks_are_handed_to_diskutil() -> None:
    names = "<string>disk1</string><string>-x</string><string>disk</string><string>disk1;ls</string><true/>"
    content = tools.plist(f"<dict><key>WholeDisks</key><array>{names}</array></dict>")
    assert disk_health.parse_names(content) == ["disk1"]
    with pytest.raises(NotAvailable):
        disk_health.parse_names(tools.plist("<array/>"))
    with pytest.raises(NotAvailable):
        disk_health.parse_disk(tools.plist("<dict/>"))


def test_the_history_of_installations() -> None:
    history = install_history.parse_history(tools.HISTORY)
    assert [entry.full_name for entry in history] == [
        "macOS 26.4",
        "macOS 26.6.1",
        "WhatsApp 26.14.85",
        "XProtectPlistConfigData 5300",
    ]
    assert operating_system.installed_at(history) == "2026-04-17T01:25:11+00:00"
    assert operating_system.installed_at(history[2:]) == ""


def test_the_latest_updates_come_first_without_those_of_macos_itself() -> None:
    told = updates.latest(install_history.parse_history(tools.HISTORY))
    assert told["installed"] == [
        {"name": "WhatsApp 26.14.85", "at": "2026-11-20T09:00:00+00:00"},
        {"name": "macOS 26.6.1", "at": "2026-11-01T07:30:00+00:00"},
        {"name": "macOS 26.4", "at": "2026-04-17T01:25:11+00:00"},
    ]
    assert told["last_at"] == "2026-11-20T09:00:00+00:00"
    assert updates.latest(()) == {}


def test_an_update_that_was_installed_does_not_wait() -> None:
    history = install_history.parse_history(tools.HISTORY)
    assert updates.parse_waiting(tools.OFFERS, history) == {"waiting": 1}
    assert updates.parse_waiting(tools.OFFERS) == {"waiting": 2}
    assert updates.parse_waiting(tools.plist("<dict/>")) == {}


def test_the_printers_without_documents_people_and_passwords() -> None:
    told = printers.parse_lpstat(tools.QUEUES)
    assert told == {
        "service": "running",
        "default": "HP_LaserJet_M404",
        "printers": [
            {
                "name": "HP_LaserJet_M404",
                "port": "network",
                "state": "printing",
                "reason": "Connecting to printer.",
                "waiting": 2,
            },
            {
                "name": "Label",
                "port": "usb",
                "state": "offline",
                "reason": "The printer is offline.",
                "waiting": 1,
            },
            {"name": "Reception", "port": "network", "state": "ready", "reason": "", "waiting": 0},
        ],
    }
    assert "anna" not in str(told)
    assert "secret" not in str(told)


def test_a_stopped_print_service() -> None:
    assert printers.parse_lpstat("scheduler is not running\nno system default destination\n") == {
        "service": "stopped",
        "printers": [],
    }


def test_drivers_are_found_by_the_name_of_the_queue() -> None:
    profiled = printers.parse_profiled(profiles.PRINTERS)
    told = printers.with_drivers(printers.parse_lpstat(tools.QUEUES), profiled)["printers"]
    assert isinstance(told, list)
    assert [row["driver"] for row in told] == ["HP LaserJet M404 - AirPrint 1.4", None, None]


def test_without_lpstat_system_profiler_tells_the_printers() -> None:
    assert printers.with_drivers({}, printers.parse_profiled(profiles.PRINTERS)) == {
        "printers": [
            {
                "name": "HP LaserJet M404",
                "driver": "HP LaserJet M404 - AirPrint 1.4",
                "port": "network",
                "state": "ready",
            }
        ]
    }
