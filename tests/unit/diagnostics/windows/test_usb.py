"""USB devices by their Plug and Play names, monitors as WmiMonitorID (wmicore.mof) tells them."""

from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.windows import usb
from tests.unit.diagnostics.fake_registry import FakeRegistry
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

STICK = r"USB\VID_0781&PID_5581\4C530001230101117392"
RECEIVER = r"USB\VID_046D&PID_C52B\6&2B3C&0&2"
DEVICES = [
    {"Name": "USB Mass Storage Device", "Manufacturer": "Compatible USB storage device", "DeviceID": STICK},
    {"Name": "USB Composite Device", "Manufacturer": "(Standard USB Host Controller)", "DeviceID": RECEIVER},
    {"Name": "USB Input Device", "DeviceID": r"USB\VID_046D&PID_C52B&MI_00\7&1A&0&0000"},
    {"Name": "USB Root Hub (USB 3.0)", "DeviceID": r"USB\ROOT_HUB30\4&1AB&0&0"},
    {"Name": "ThinkPad USB-C Dock Audio", "DeviceID": r"USB\VID_17EF&PID_A396\000000000000"},
]
REGISTRY = FakeRegistry({rf"{usb.ENUM_KEY}\{STICK}": {"LocationInformation": "Port_#0003.Hub_#0001"}})
PLACE = r"DISPLAY\DELA0B1\5&2f5a1b&0&UID4353_0"


def codes(words: str, length: int = 13) -> list[int]:
    return [*map(ord, words), *[0] * (length - len(words))]


DELL: dict[str, object] = {
    "InstanceName": PLACE,
    "UserFriendlyName": codes("DELL U2723QE"),
    "ManufacturerName": codes("DEL", 16),
    "SerialNumberID": codes("J5TGC83", 16),
}
PANEL: dict[str, object] = {
    "InstanceName": r"DISPLAY\LEN40BA\4&1&0&UID8388688_0",
    "UserFriendlyName": None,
    "ManufacturerName": codes("LEN", 16),
    "SerialNumberID": codes("0", 16),
}
MONITORS: dict[str, list[dict[str, object]]] = {
    "WmiMonitorID": [DELL, PANEL],
    "WmiMonitorConnectionParams": [
        {"InstanceName": PLACE, "VideoOutputTechnology": 10},
        {"InstanceName": PANEL["InstanceName"], "VideoOutputTechnology": -2147483648},
    ],
}


def test_devices_without_hubs_and_parts() -> None:
    told = usb.read(FakeWmi({"Win32_PnPEntity": DEVICES}), REGISTRY)
    assert told["devices"] == [
        {
            "name": "USB Mass Storage Device",
            "vendor": "Compatible USB storage device",
            "id": "0781:5581",
            "serial": "4C530001230101117392",
            "port": "Port_#0003.Hub_#0001",
        },
        {
            "name": "USB Composite Device",
            "vendor": "(Standard USB Host Controller)",
            "id": "046d:c52b",
            "serial": None,
            "port": "",
        },
        {
            "name": "ThinkPad USB-C Dock Audio",
            "vendor": "",
            "id": "17ef:a396",
            "serial": "000000000000",
            "port": "",
        },
    ]
    assert told["docks"] == ["ThinkPad USB-C Dock Audio"]
    assert told["monitors"] == []


def test_monitors() -> None:
    told = usb.read(FakeWmi({"Win32_PnPEntity": [], **MONITORS}), REGISTRY)
    assert told["monitors"] == [
        {"name": "DELL U2723QE", "serial": "J5TGC83", "port": "DisplayPort"},
        {"name": "LEN", "serial": "", "port": "built in"},
    ]


def test_the_backslash_is_escaped_for_wmi() -> None:
    wmi = FakeWmi({"Win32_PnPEntity": []})
    usb.read(wmi, REGISTRY)
    assert wmi.asked[0][1].endswith(r"LIKE 'USB\\%'")


@given(st.none() | st.text() | st.lists(st.integers(-5, 70_000) | st.none() | st.text(max_size=1)))
def test_any_codes_are_a_text(told: object) -> None:
    assert "\0" not in usb.characters(told)


@given(st.text(), st.text())
def test_any_name_is_a_device_or_none(name: str, place: str) -> None:
    for told in (place, rf"USB\{place}", rf"USB\VID_0781&PID_5581\{place}"):
        device = usb.device(REGISTRY, {"Name": name, "DeviceID": told})
        assert device is None or device["id"]
