"""The kernel's own messages."""

import os
import re
import time
from collections import deque
from pathlib import Path

from itdesk.diagnostics.command import ask_tool, first_tool

JOURNALCTL = ("/usr/bin/journalctl", "/bin/journalctl")
RECORD_BYTES = 8192
LIMIT_S = 0.5
MOST = 30
ERROR = 3
"""Of the levels from 0, an emergency, to 7, for developers."""


def read_errors(kmsg: Path = Path("/dev/kmsg")) -> list[str]:
    """Return the latest errors of the kernel, oldest first. Raises NotAvailable when we may not see them."""
    try:
        return _errors_of_kernel(kmsg)
    except OSError:
        return _errors_of_journal()


def _errors_of_kernel(kmsg: Path) -> list[str]:
    """Read what the kernel still holds: one record a read, until there is none. Raises OSError."""
    found: deque[str] = deque(maxlen=MOST)
    ends = time.monotonic() + LIMIT_S
    descriptor = os.open(kmsg, os.O_RDONLY | os.O_NONBLOCK)
    try:
        while time.monotonic() < ends:
            try:
                record = os.read(descriptor, RECORD_BYTES)
            except BlockingIOError:
                break  # that was all
            except BrokenPipeError:
                continue  # the kernel needed the room: the next one is there
            if not record:
                break
            message = parse_record(record.decode("utf-8", "replace"))
            found += [message] if message else []
    finally:
        os.close(descriptor)
    return list(found)


def parse_record(record: str) -> str:
    """Return the message of a record of /dev/kmsg, "" when it is no error of the kernel."""
    head, _, message = record.partition(";")
    priority = head.partition(",")[0]
    if not (priority.isascii() and priority.isdecimal() and len(priority) < 8):
        return ""
    return message.partition("\n")[0] if int(priority) <= ERROR else ""  # from 8 on it is not of the kernel


def _errors_of_journal() -> list[str]:
    asked = ["-k", "-b", "-p", "err", "-n", str(MOST), "-o", "cat", "--no-pager", "-q"]
    printed = ask_tool([first_tool(*JOURNALCTL), *asked], limit_s=LIMIT_S)
    return [line for line in printed.splitlines() if line.strip()]


DEVICE = re.compile(
    r"(?P<name>(?:[\w-]+ )?[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]|usb [\d.-]+|ata[\d.]+|nvme\w+|"
    r"(?:I/O|blk_update_request: I/O) error, dev \w+)[:,] (?P<problem>.+)"
)


def device_of(message: str) -> tuple[str, str] | None:
    """Return the device that a message complains of and its problem, None when it names none."""
    found = DEVICE.match(message)
    return (found["name"], found["problem"]) if found else None
