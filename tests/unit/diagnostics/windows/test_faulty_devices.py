"""Devices in error by the codes of the Device Manager, services that should run, messages of the hardware."""

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import faulty_devices
from tests.unit.diagnostics.fake_registry import FakeRegistry
from tests.unit.diagnostics.windows.fake_events import FakeEvents
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi
from tests.unit.diagnostics.windows.recorded_events import OLD_DISK

READER = r"USB\VID_0A5C&PID_5843\0123456789ABCD"
CLASS = r"{50dd5230-ba8a-11d1-bf5d-0000f805f530}\0001"
DEVICES = [
    {"Name": "Microsoft Usbccid Smartcard Reader (WUDF)", "DeviceID": READER, "ConfigManagerErrorCode": 10},
    {"Name": "PCI Device", "DeviceID": r"PCI\VEN_8086&DEV_A123\3&1158", "ConfigManagerErrorCode": 28},
    {"Name": "", "DeviceID": r"ROOT\X\0000", "ConfigManagerErrorCode": 77},
    {"Name": "an old phone", "DeviceID": r"USB\OLD", "ConfigManagerErrorCode": 45},
]
SERVICES = [
    {"Name": "Spooler", "DisplayName": "Print Spooler", "ExitCode": 0},
    {"Name": "VSStandard", "DisplayName": "", "ExitCode": 1067},
    {"Name": "MapsBroker", "DisplayName": "Downloaded Maps Manager", "ExitCode": 0},
    {"Name": "sppsvc", "DisplayName": "Software Protection", "ExitCode": 0},
    {"Name": "gpsvc", "DisplayName": "Group Policy Client", "ExitCode": 1077},
]
REGISTRY = FakeRegistry(
    {
        rf"{faulty_devices.DEVICE_KEY}\{READER}": {"Driver": CLASS},
        rf"{faulty_devices.CLASS_KEY}\{CLASS}": {"DriverVersion": "10.0.22621.1"},
        rf"{faulty_devices.SERVICE_KEY}\MapsBroker": {"DelayedAutostart": 1},
        rf"{faulty_devices.SERVICE_KEY}\sppsvc": {"DelayedAutostart": 1},
        rf"{faulty_devices.SERVICE_KEY}\gpsvc\TriggerInfo\0": {},
    }
)


def test_devices_with_their_problem_and_driver() -> None:
    wmi = FakeWmi({"Win32_PnPEntity": DEVICES, "Win32_Service": []})
    assert faulty_devices.read(wmi, REGISTRY, FakeEvents({}))["devices"] == [
        {
            "name": "Microsoft Usbccid Smartcard Reader (WUDF)",
            "problem": "cannot start (code 10)",
            "driver_version": "10.0.22621.1",
        },
        {"name": "PCI Device", "problem": "has no driver (code 28)", "driver_version": None},
        {"name": r"ROOT\X\0000", "problem": "code 77", "driver_version": None},
    ]


def test_a_service_that_waits_for_its_time_has_not_failed() -> None:
    wmi = FakeWmi({"Win32_PnPEntity": [], "Win32_Service": SERVICES})
    told = faulty_devices.read(wmi, REGISTRY, FakeEvents({}))
    assert told["services"] == ["Print Spooler", "VSStandard"]


def test_messages_of_disks() -> None:
    events = FakeEvents({"System": [OLD_DISK, "damaged"]})
    told = faulty_devices.read(FakeWmi({"Win32_Service": []}), REGISTRY, events)
    assert told == {"services": [], "messages": [r"disk: \Device\Harddisk1\DR1, 0x1a2b3c"]}
    assert "@Name='disk' or @Name='Ntfs'" in events.questions[0]


def test_without_wmi_nothing_is_told() -> None:
    with pytest.raises(NotAvailable):
        faulty_devices.read(FakeWmi({}), REGISTRY, FakeEvents({"System": [OLD_DISK]}))
