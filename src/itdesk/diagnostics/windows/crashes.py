"""Crashes of the last 24 hours: the reports that Windows files, else what it logged of them."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from itdesk.diagnostics.text_file import entries, read_bytes
from itdesk.diagnostics.windows.event_log import Events
from itdesk.diagnostics.windows.event_xml import parse_event
from itdesk.diagnostics.windows.registry import filetime

DAY = timedelta(hours=24)
MOST_CRASHES = 20
REPORT_BYTES = 256 * 1024
KINDS = ("APPCRASH", "BEX", "CLR20", "APPHANG", "MOAPPCRASH", "MOAPPHANG")
APPLICATION_ERROR = 1000
Crash = dict[str, object]


def folders() -> list[Path]:
    """Return where Windows files its reports: for the whole computer and for this person."""
    places = [os.environ.get("PROGRAMDATA"), os.environ.get("LOCALAPPDATA")]
    bases = [Path(place) / "Microsoft" / "Windows" / "WER" for place in places if place]
    return [base / name for base in bases for name in ("ReportArchive", "ReportQueue")]


def read(events: Events, places: Iterable[Path], now: datetime | None = None) -> dict[str, object]:
    """Return the crashes, the latest first. Raises NotAvailable when neither reports nor log are told."""
    since = (now or datetime.now(UTC)) - DAY
    found = [crash for place in places for crash in _reported(place, since)] or _logged(events, since)
    return {"crashes": sorted(found, key=lambda crash: str(crash["at"]), reverse=True)[:MOST_CRASHES]}


def _reported(place: Path, since: datetime) -> Iterator[Crash]:
    for folder in entries(place):
        report = folder / "Report.wer"
        with suppress(OSError, ValueError):  # it may be for administrators, or gone just now
            if report.stat().st_mtime >= since.timestamp():
                crash = parse_report(read_bytes(report, REPORT_BYTES))
                if crash is not None and str(crash["at"]) >= since.isoformat():
                    yield crash


def parse_report(content: bytes) -> Crash | None:
    """Return the crash that a Report.wer is about, None when it is about something else or damaged.

    Nothing but five named values is taken: the file also lists every library that was loaded.
    """
    text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-16-le", "replace")
    told = dict(re.findall(r"(?m)^([\w.\[\]]+)=([^\r\n]*)", text))
    ticks = told.get("EventTime", "")
    at = filetime(int(ticks)) if re.fullmatch(r"[0-9]{1,19}", ticks) else None
    if at is None or not told.get("EventType", "").upper().startswith(KINDS):
        return None
    named = {name: told.get(f"Sig[{n}].Value", "") for n, name in _signature_names(told)}
    return {
        "program": named.get("Application Name") or told.get("NsAppName") or told.get("AppName"),
        "version": named.get("Application Version"),
        "at": at.replace(microsecond=0).isoformat(),
        "module": named.get("Fault Module Name"),
        "code": named.get("Exception Code"),
    }


def _signature_names(told: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield number and name of the values: which number a value has depends on the kind of crash."""
    for key, name in told.items():
        found = re.fullmatch(r"Sig\[([0-9]+)\]\.Name", key)
        if found:
            yield found[1], name


def _logged(events: Events, since: datetime) -> list[Crash]:
    question = (
        f"*[System[Provider[@Name='Application Error'] and (EventID={APPLICATION_ERROR})"
        f" and TimeCreated[@SystemTime>='{since:%Y-%m-%dT%H:%M:%S}.000Z']]]"
    )
    found = (parse_logged(xml) for xml in events.query("Application", question, MOST_CRASHES))
    return [crash for crash in found if crash is not None]


def parse_logged(xml: str) -> Crash | None:
    """Return the crash of event 1000, whose values have names since Windows 10 and only places before."""
    event = parse_event(xml)
    if event is None:
        return None
    values = event.values
    return {
        "program": values.get("AppName") or values.get("0"),
        "version": values.get("AppVersion") or values.get("1"),
        "at": event.at.isoformat(),
        "module": values.get("ModuleName") or values.get("3"),
        "code": values.get("ExceptionCode") or values.get("6"),
    }
