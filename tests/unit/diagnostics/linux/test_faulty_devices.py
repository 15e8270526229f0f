"""Errors of the kernel and of services."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.linux.faulty_devices import messages_told
from itdesk.diagnostics.linux.kernel_log import device_of, parse_record, read_errors

MESSAGES = [
    "usb 1-2: device descriptor read/64, error -110",
    "iwlwifi 0000:00:14.3: Direct firmware load for iwlwifi-so-a0-gf-a0-89.ucode failed with error -2",
    "ata1.00: failed command: READ FPDMA QUEUED",
    "usb 1-2: unable to enumerate USB device",
    "Out of memory: Killed process 4242 (firefox)",
]


def test_of_each_device_the_last_problem_and_the_last_message_first() -> None:
    told = messages_told(MESSAGES)
    assert told["devices"] == [
        {"name": "usb 1-2", "problem": "unable to enumerate USB device"},
        {"name": "ata1.00", "problem": "failed command: READ FPDMA QUEUED"},
        {
            "name": "iwlwifi 0000:00:14.3",
            "problem": "Direct firmware load for iwlwifi-so-a0-gf-a0-89.ucode failed with error -2",
        },
    ]
    assert told["messages"] == MESSAGES[::-1]
    assert len(messages_told(MESSAGES * 9)["messages"]) == 10  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("3,339,5140900,-;usb 1-2: error\n SUBSYSTEM=usb\n DEVICE=c189:1\n", "usb 1-2: error"),
        ("2,340,5140901,c;critical", "critical"),
        ("6,341,5140902,-;information", ""),
        ("11,342,5140903,-;an error of a program", ""),
        ("", ""),
        ("x,1;y", ""),
    ],
)
def test_records_of_the_kernel(record: str, message: str) -> None:
    assert parse_record(record) == message


def test_the_kernel_is_read_until_it_has_no_more(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kmsg")
    descriptor = os.open(tmp_path / "kmsg", os.O_RDWR)  # it stays open, as the kernel's does
    os.write(descriptor, b"3,1,1,-;broken\n")
    assert read_errors(tmp_path / "kmsg") == ["broken"]
    os.close(descriptor)


def test_a_kernel_that_never_ends_is_left(tmp_path: Path) -> None:
    assert read_errors(Path("/dev/zero")) == []
    assert threading.active_count() >= 1


@given(st.text())
def test_no_text_breaks_the_parsers(text: str) -> None:
    parse_record(text)
    device_of(text)
    messages_told([text, *MESSAGES])
