"""Printers: the bits of PRINTER_INFO_2 (documented with its values at learn.microsoft.com)."""

import sys
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.printers import FIELDS
from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import printers, spooler
from itdesk.diagnostics.windows.spooler import Queue

TABLE = next(field for field in FIELDS if field.name == "printers")
CHOICES = {column.name: column.choices for column in TABLE.columns}


def running(name: str) -> str | None:
    assert name == "Spooler"
    return "running"


def told(*queues: Queue, state: Callable[[str], str | None] = running) -> dict[str, object]:
    return printers.read(lambda: queues, lambda: "HP LaserJet", state)


def test_a_jam_at_the_default_printer() -> None:
    jammed = Queue(
        name="HP LaserJet",
        driver="HP Universal Printing PCL 6",
        port="IP_10.0.0.9",
        status=0x8 | 0x20000,
        jobs=3,
    )
    assert told(jammed) == {
        "service": "running",
        "default": "HP LaserJet",
        "printers": [
            {
                "name": "HP LaserJet",
                "driver": "HP Universal Printing PCL 6",
                "port": "network",
                "state": "error",
                "reason": "paper jam, toner low",
                "waiting": 3,
            }
        ],
    }


def test_a_printer_on_a_server_is_named_without_asking_the_server() -> None:
    (row,) = rows(told(Queue(name=r"\\print01\Floor 3", attributes=0x50)))
    assert (row["port"], row["state"], row["waiting"]) == ("network", None, None)


@pytest.mark.parametrize(
    ("status", "attributes", "state"),
    [
        (0, 0, "ready"),
        (0x1, 0, "stopped"),
        (0x80, 0, "offline"),
        (0, 0x400, "offline"),
        (0x1 | 0x80, 0, "offline"),
        (0x10, 0, "error"),
        (0x400, 0, "printing"),
        (0x400 | 0x40000, 0, "error"),
        (0x1000000, 0, "ready"),
    ],
)
def test_the_state(status: int, attributes: int, state: str) -> None:
    assert printers.queue_state(status, attributes) == state


@pytest.mark.parametrize(
    ("port", "driver", "kind"),
    [
        ("USB001", "Brother", "usb"),
        ("DOT4_001", "HP", "usb"),
        ("WSD-1a2b", "Canon", "network"),
        ("10.0.0.12", "Kyocera", "network"),
        ("https://print.example/ipp", "IPP", "network"),
        ("PORTPROMPT:", "Microsoft Print To PDF", "virtual"),
        ("nul:", "OneNote", "virtual"),
        ("C:\\out", "PDFCreator", "virtual"),
        ("LPT1:", "EPSON", "other"),
        ("", "", "other"),
    ],
)
def test_the_kind_of_port(port: str, driver: str, kind: str) -> None:
    assert printers.port_kind(Queue(name="x", port=port, driver=driver)) == kind


def test_a_stopped_service_is_not_asked() -> None:
    def fail() -> Sequence[Queue]:
        raise NotAvailable("Windows does not list the printers (error 1722).")

    assert printers.read(fail, str, lambda _: "stopped") == {"service": "stopped"}
    assert printers.read(fail, str, running) == {"service": "running"}
    with pytest.raises(NotAvailable):
        printers.read(fail, str, lambda _: None)


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1), st.text(max_size=12))
def test_any_bits_have_a_word_that_is_declared(status: int, attributes: int, port: str) -> None:
    (row,) = rows(told(Queue(name="x", port=port, status=status, attributes=attributes)))
    assert row["state"] in CHOICES["state"]
    assert row["port"] in CHOICES["port"]


@pytest.mark.skipif(sys.platform != "win32", reason="asks a real spooler")
def test_the_real_spooler_lists_queues_or_says_why_not() -> None:
    told = printers.read(spooler.read_queues, spooler.read_default, lambda _: "running")
    assert told["service"] == "running"
    assert all(row["name"] for row in rows({"printers": [], **told}))


def rows(values: dict[str, object]) -> list[dict[str, object]]:
    found = values["printers"]
    assert isinstance(found, list)
    return found
