"""Updates: the update service's history (IUpdateHistoryEntry of wuapi.h), else Win32_QuickFixEngineering."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import updates
from tests.unit.diagnostics.windows.fake_wmi import FakeWmi

CUMULATIVE = "2024-01 Cumulative Update for Windows 11 Version 23H2 for x64-based Systems (KB5034123)"
RECOVERY = "2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)"
# The times of the history are in UTC and carry no zone. Many computers failed so in January 2024.
HISTORY = [
    {"Title": RECOVERY, "Date": datetime(2024, 1, 10, 9, 30), "ResultCode": 4, "HResult": -2147023293},  # noqa: DTZ001
    {"Title": CUMULATIVE, "Date": datetime(2024, 1, 10, 8, 15, 42), "ResultCode": 2, "HResult": 0},  # noqa: DTZ001
    {"Title": "in progress", "Date": datetime(2024, 1, 11), "ResultCode": 1, "HResult": 0},  # noqa: DTZ001
]
FIXES = FakeWmi(
    {
        "Win32_QuickFixEngineering": [
            {"HotFixID": "KB5033055", "InstalledOn": "12/13/2023"},
            {"HotFixID": "KB5034123", "InstalledOn": "1/10/2024"},
            {"HotFixID": "KB5000000", "InstalledOn": ""},
        ]
    }
)


def denied() -> Sequence[updates.Entry]:
    raise NotAvailable("Windows did not answer (0x80070422).")


def test_installed_and_failed_updates() -> None:
    assert updates.read(FIXES, lambda: HISTORY) == {
        "installed": [{"name": CUMULATIVE, "at": "2024-01-10T08:15:42+00:00"}],
        "failed": [{"name": RECOVERY, "at": "2024-01-10T09:30:00+00:00", "code": "0x80070643"}],
        "last_at": "2024-01-10T08:15:42+00:00",
    }


def test_without_a_history_the_fixes_in_force_are_told() -> None:
    told = updates.read(FIXES, denied)
    installed = told["installed"]
    assert isinstance(installed, list)
    assert [update["name"] for update in installed] == ["KB5034123", "KB5033055", "KB5000000"]
    assert told["last_at"] == "2024-01-10T00:00:00+00:00"


def test_without_both_nothing_is_told() -> None:
    with pytest.raises(NotAvailable):
        updates.read(FakeWmi({}), denied)


def test_the_day_has_its_month_first_or_is_a_filetime() -> None:
    assert updates.installed_on("2/14/2024") == "2024-02-14T00:00:00+00:00"
    assert updates.installed_on("01d94357d955cb33") == "2023-02-18T05:14:17+00:00"
    assert updates.installed_on("22/2/2022") is None


@given(st.text(max_size=20) | st.from_regex(r"\A[0-9a-f]{16}\Z") | st.from_regex(r"\A\d\d/\d\d/\d{4}\Z"))
def test_any_day_is_a_moment_or_none(told: str) -> None:
    at = updates.installed_on(told)
    assert at is None or datetime.fromisoformat(at).tzinfo == UTC
