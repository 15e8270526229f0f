"""Printers, by what the tools of CUPS print."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.linux import printers

LISTED = """\
scheduler is running
system default destination: Biuro
device for Biuro: ///dev/null
device for Office_2: ipp://ann:canary@192.0.2.7/ipp/print
device for Usb: usb://HP/LaserJet%201020?serial=ABC
Biuro-1                 root              1024   Wed Nov 25 22:01:29 2026
Biuro-2                 root              1024   Wed Nov 25 22:01:29 2026
Office_2-13             ann               2048   Wed Nov 25 22:01:29 2026
"""
BELOW = """\
	Form mounted:
	Content types: any
	Printer types: unknown
	Description: %s
	Alerts: %s
	Location: 2nd floor
	Connection: direct
	Users allowed:
		(all)
"""
STATES = (
    "printer Biuro disabled since Wed Nov 25 22:01:29 2026 -\n\tPaper jam\n"
    + BELOW % ("Biuro", "paused")
    + "printer Office_2 now printing Office_2-13.  enabled since Wed Nov 25 22:01:29 2026\n"
    + BELOW % ("Office", "none")
    + "printer Usb is idle.  enabled since Wed Nov 25 22:01:29 2026\n\tRejecting Jobs\n"
    + BELOW % ("Usb", "media-empty-error offline-report")
)
OPTIONS = (
    "copies=1 device-uri=file:///dev/null job-sheets=none,none printer-info='Biuro 1' printer-location "
    "printer-make-and-model='HP LaserJet \\'1020\\' Foomatic' printer-state=5\n"
)


def test_the_printers() -> None:
    told = printers.describe(LISTED, STATES, lambda name: f"Driver of {name}")
    assert (told["service"], told["default"]) == ("running", "Biuro")
    assert told["printers"] == [
        {
            "name": "Biuro",
            "driver": "Driver of Biuro",
            "port": "virtual",
            "state": "stopped",
            "reason": "Paper jam",
            "waiting": 2,
        },
        {
            "name": "Office_2",
            "driver": "Driver of Office_2",
            "port": "network",
            "state": "printing",
            "reason": "",
            "waiting": 1,
        },
        {
            "name": "Usb",
            "driver": "Driver of Usb",
            "port": "usb",
            "state": "offline",
            "reason": "Rejecting Jobs, media-empty-error offline-report",
            "waiting": 0,
        },
    ]
    assert not [word for word in ("canary", "ann", "192.0.2.7", "ABC") if word in str(told)]


def test_no_printer_and_no_service(tmp_path: Path) -> None:
    told = printers.describe("scheduler is running\nno system default destination\n", "", str)
    assert told == {"service": "running", "default": None, "printers": []}
    stopped = {"service": "stopped"}
    assert printers.describe("scheduler is not running\n", "", str) == stopped
    assert printers.describe("", "", str) == stopped


@pytest.mark.parametrize(
    ("said", "alerts", "state"),
    [
        ("is idle.  enabled", "none", "ready"),
        ("is idle.  enabled", "media-jam-error", "error"),
        ("now printing x-1.", "toner-low-warning", "printing"),
        ("disabled since", "offline-report", "offline"),
    ],
)
def test_states(said: str, alerts: str, state: str) -> None:
    assert printers.parse_states(f"printer x {said} since\n\tAlerts: {alerts}\n")["x"]["state"] == state


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("hp:/usb/x", "usb"),
        ("hp:/net/x", "network"),
        ("cups-pdf:/", "virtual"),
        ("parallel:/dev/lp0", "other"),
    ],
)
def test_kinds_of_ports(uri: str, kind: str) -> None:
    assert printers.port_kind(uri) == kind


def test_the_driver() -> None:
    assert printers.parse_driver(OPTIONS) == "HP LaserJet '1020' Foomatic"
    assert printers.parse_driver("a=1 printer-make-and-model=Raw") == "Raw"
    assert printers.parse_driver("x-printer-make-and-model=no") == ""
    assert printers.DriverNames(0)("Biuro") == printers.DriverNames()("-x") == ""


@given(st.text() | st.lists(st.sampled_from((LISTED + STATES).splitlines()) | st.text()).map("\n".join))
def test_no_text_breaks_the_parsers(text: str) -> None:
    for row in printers.describe(text, text, printers.parse_driver).get("printers", []):  # type: ignore[attr-defined]
        assert row["state"] in {"ready", "printing", "stopped", "offline", "error"}
