"""Graphics cards as Win32_VideoController tells them (its page at learn.microsoft.com has all properties)."""

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import graphics
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

STORE = r"C:\Windows\System32\DriverStore\FileRepository\iigd_dch.inf_amd64_1a33d2f73651d989"
INTEL = {
    "Name": "Intel(R) UHD Graphics 620",
    "Caption": "Intel(R) UHD Graphics 620",
    "DriverVersion": "27.20.100.8681",
    "DriverDate": "20200905000000.000000-000",
    "InstalledDisplayDrivers": rf"{STORE}\igdumdim64.dll,{STORE}\igd10iumd64.dll",
}


def test_a_card_and_its_driver() -> None:
    assert graphics.read(FakeWmi({"Win32_VideoController": [INTEL]})) == {
        "adapters": [
            {
                "name": "Intel(R) UHD Graphics 620",
                "driver": "igdumdim64.dll",
                "driver_version": "27.20.100.8681",
                "driver_date": "2020-09-05",
            }
        ]
    }


def test_the_basic_driver_tells_little() -> None:
    told = graphics.read(FakeWmi({"Win32_VideoController": [{"Caption": "Microsoft Basic Display Adapter"}]}))
    assert told["adapters"] == [
        {
            "name": "Microsoft Basic Display Adapter",
            "driver": "",
            "driver_version": "",
            "driver_date": None,
        }
    ]


def test_without_wmi_nothing_is_told() -> None:
    with pytest.raises(NotAvailable):
        graphics.read(FakeWmi({}))
