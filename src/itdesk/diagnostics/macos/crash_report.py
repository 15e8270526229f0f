"""Reads one crash report of macOS: two JSON documents since macOS 12, a text before.

A report also names files, folders and addresses of the person's; none of them is taken.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.json_answer import rows
from itdesk.diagnostics.macos.item import Item, as_item, first_text, number_of
from itdesk.diagnostics.moment import iso_moment

CRASHES = frozenset({"109", "309"})
PANIC = "210"
KERNEL = "macOS"
PANIC_CODE = "kernel panic"
PASSED_BY = ("libsystem_", "libc++abi", "libobjc", "libdyld")
"""In these a program only dies; what called them has failed."""
HEAD_LINES = 80
LINE_CHARS = 300
LABEL = re.compile(r"(?P<name>[A-Z][\w /]{2,30}):\s+(?P<value>\S.*)")
CRASHED = re.compile(r"Thread \d{1,5} Crashed")
FRAME = re.compile(r"\d{1,4}\s+(?P<image>\S+)\s")
WITH_PID = re.compile(r"(?P<name>.+?)\s+\[\d+\]")


def parse_report(content: str) -> dict[str, object]:
    """Return program, version, time, part and code. Raises NotAvailable when the report is of no crash."""
    told = _parse_json(content) if content.startswith("{") else _parse_text(content)
    return {name: value for name, value in told.items() if value}


def _parse_json(content: str) -> dict[str, object]:
    first, _, rest = content.partition("\n")
    head, body = _document(first), _document(rest)
    kind = first_text(head, "bug_type")
    if kind == PANIC:
        return {"program": KERNEL, "code": PANIC_CODE, "at": _moment(first_text(head, "timestamp"))}
    if kind not in CRASHES:
        raise NotAvailable("This file tells of no crash.")
    return {
        "program": _file_name(first_text(head, "app_name", "name")),
        "version": first_text(head, "app_version")
        or first_text(as_item(body.get("bundleInfo")), "CFBundleShortVersionString"),
        "at": _moment(first_text(head, "timestamp")),
        "module": _module(_images_of_crash(body)),
        "code": _code(body),
    }


def _document(content: str) -> Item:
    """Return a JSON document, an empty one where it is broken or was cut off."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _images_of_crash(body: Item) -> list[str]:
    """Return the names of the files whose code the crashed thread was in, the innermost first."""
    images = body.get("usedImages")
    thread = _at(body.get("threads"), body.get("faultingThread"))
    frames = rows(thread.get("frames"))
    return [_file_name(first_text(_at(images, frame.get("imageIndex")), "name")) for frame in frames]


def _at(values: object, index: object) -> Mapping[str, object]:
    """Return the thing at a place of a list, an empty one where there is none."""
    if not isinstance(values, list) or not isinstance(index, int) or isinstance(index, bool):
        return {}
    return as_item(values[index]) if 0 <= index < len(values) else {}


def _module(images: Sequence[str]) -> str:
    named = [image for image in images if image]
    return next((image for image in named if not image.startswith(PASSED_BY)), named[0] if named else "")


def _code(body: Item) -> str:
    exception, termination = as_item(body.get("exception")), as_item(body.get("termination"))
    kind, signal = first_text(exception, "type"), first_text(exception, "signal")
    if kind:
        return f"{kind} ({signal})" if signal else kind
    number = number_of(termination, "code")
    namespace = first_text(termination, "namespace")
    return f"{namespace} {number}" if namespace and number is not None else namespace


def _parse_text(content: str) -> dict[str, object]:
    lines = [line[:LINE_CHARS] for line in content.splitlines()]
    told = {found["name"]: found["value"] for line in lines[:HEAD_LINES] if (found := LABEL.fullmatch(line))}
    at = _moment(told.get("Date/Time", ""))
    if any("panic" in line for line in lines[:HEAD_LINES]) and "Process" not in told:
        return {"program": KERNEL, "code": PANIC_CODE, "at": at}
    program = WITH_PID.fullmatch(told.get("Process", ""))
    if program is None or "Exception Type" not in told:
        raise NotAvailable("This file tells of no crash.")
    return {
        "program": _file_name(program["name"]),
        "version": told.get("Version", ""),
        "at": at,
        "module": _module(_images_of_text(lines)),
        "code": told["Exception Type"],
    }


def _images_of_text(lines: Sequence[str]) -> list[str]:
    begin = next((number for number, line in enumerate(lines) if CRASHED.match(line)), len(lines))
    images = []
    for line in lines[begin + 1 :]:
        frame = FRAME.match(line)
        if frame is None:
            break
        images.append(_file_name(frame["image"]))
    return images


def _moment(stamp: str) -> str:
    """Return the moment of a time like "2024-05-01 10:11:12.00 +0200", "" where it is none."""
    return iso_moment(stamp.replace(" +", "+").replace(" -", "-")) or ""


def _file_name(value: str) -> str:
    return PurePosixPath(value).name
