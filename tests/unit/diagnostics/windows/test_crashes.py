"""Crashes: Report.wer files, and event 1000 where those are for administrators."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import crashes
from tests.unit.diagnostics.windows.fake_events import FakeEvents
from tests.unit.diagnostics.windows.recorded_events import APPLICATION_ERROR, OLD_APPLICATION_ERROR

NOW = datetime(2023, 2, 18, 12, tzinfo=UTC)
# As Windows 10 wrote it when WinSCP crashed, shortened: it lists every library that was loaded.
WINSCP = "\r\n".join(
    [
        *("Version=1", "EventType=APPCRASH", "EventTime=133211708571634483", "ReportType=2", "Consent=1"),
        *("NsAppName=WinSCP.exe", "OriginalFilename=winscp.exe"),
        *("Sig[0].Name=Application Name", "Sig[0].Value=WinSCP.exe"),
        *("Sig[1].Name=Application Version", "Sig[1].Value=5.21.5.12858"),
        *("Sig[2].Name=Application Timestamp", "Sig[2].Value=00000000"),
        *("Sig[3].Name=Fault Module Name", "Sig[3].Value=MSHTML.dll"),
        *("Sig[4].Name=Fault Module Version", "Sig[4].Value=11.0.19041.2604"),
        *("Sig[5].Name=Fault Module Timestamp", "Sig[5].Value=709ac760"),
        *("Sig[6].Name=Exception Code", "Sig[6].Value=c0000005"),
        *("Sig[7].Name=Exception Offset", "Sig[7].Value=0035c570"),
        *("DynamicSig[1].Name=OS Version", "DynamicSig[1].Value=10.0.19044.2.0.0.256.48"),
        *(
            r"UI[2]=C:\Program Files (x86)\WinSCP\WinSCP.exe",
            r"LoadedModule[1]=C:\Windows\SYSTEM32\ntdll.dll",
        ),
        *("FriendlyEventName=Stopped working", r"AppPath=C:\Program Files (x86)\WinSCP\WinSCP.exe", ""),
    ]
)
TOLD = {
    "program": "WinSCP.exe",
    "version": "5.21.5.12858",
    "at": "2023-02-18T05:14:17+00:00",
    "module": "MSHTML.dll",
    "code": "c0000005",
}
# A buffer overrun has the same values in other places.
OVERRUN = (
    WINSCP.replace("APPCRASH", "BEX64")
    .replace("Sig[6].Name=Exception Code", "Sig[6].Name=Exception Offset")
    .replace("Sig[7].Name=Exception Offset", "Sig[7].Name=Exception Code")
    .replace("Sig[7].Value=0035c570", "Sig[7].Value=c0000409")
)


def report(folder: Path, name: str, content: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "Report.wer").write_bytes(content.encode("utf-16"))
    os.utime(folder / name / "Report.wer", (NOW.timestamp(), NOW.timestamp()))


def test_reports_of_the_last_day(tmp_path: Path) -> None:
    report(tmp_path, "AppCrash_WinSCP.exe_1", WINSCP)
    report(tmp_path, "AppCrash_WinSCP.exe_2", WINSCP.replace("133211708571634483", "133101708571634483"))
    report(tmp_path, "NonCritical_x64_1", WINSCP.replace("APPCRASH", "WindowsUpdateFailure3"))
    (tmp_path / "empty").mkdir()
    told = crashes.read(FakeEvents({}), [tmp_path, tmp_path / "missing"], NOW)
    assert told == {"crashes": [TOLD]}


def test_a_report_filed_long_ago_is_not_opened(tmp_path: Path) -> None:
    report(tmp_path, "AppCrash", WINSCP)
    os.utime(tmp_path / "AppCrash" / "Report.wer", (0, 0))
    assert crashes.read(FakeEvents({"Application": []}), [tmp_path], NOW) == {"crashes": []}


def test_the_place_of_a_value_is_its_name_not_its_number() -> None:
    crash = crashes.parse_report(OVERRUN.encode("utf-16"))
    assert crash is not None
    assert crash["code"] == "c0000409"


def test_nothing_but_the_named_values_is_taken() -> None:
    secret = WINSCP + "LoadedModule[2]=C:\\Users\\anna\\secret.dll\r\nUI[3]=anna\r\n"
    assert crashes.parse_report(secret.encode("utf-16")) == TOLD


def test_without_reports_the_log_is_asked(tmp_path: Path) -> None:
    events = FakeEvents({"Application": [OLD_APPLICATION_ERROR, APPLICATION_ERROR, "damaged"]})
    assert crashes.read(events, [tmp_path], NOW)["crashes"] == [
        {
            "program": "AIMTService.exe",
            "version": "4.5.0.1060",
            "at": "2025-03-26T23:00:53+00:00",
            "module": "AIMTService.exe",
            "code": "c0000005",
        },
        {
            "program": "OUTLOOK.EXE",
            "version": "16.0.11029.20108",
            "at": "2019-01-08T14:01:18+00:00",
            "module": "ntdll.dll",
            "code": "c0000374",
        },
    ]
    assert "2023-02-17T12:00:00.000Z" in events.questions[0]


def test_without_both_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable):
        crashes.read(FakeEvents({}), [tmp_path])


@given(
    st.binary()
    | st.text().map(lambda text: text.encode("utf-16-le", "surrogatepass"))
    | st.integers(0, len(WINSCP)).map(lambda end: WINSCP[:end].encode("utf-16"))
    | st.text(max_size=30).map(
        lambda time: WINSCP.replace("133211708571634483", time).encode("utf-16", "ignore")
    )
)
def test_any_file_is_a_crash_or_none(content: bytes) -> None:
    crash = crashes.parse_report(content)
    assert crash is None or crash.keys() == TOLD.keys()
