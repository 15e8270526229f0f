"""The log around the time of the trouble."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import system_log
from tests.unit.diagnostics.windows.fake_events import FakeEvents
from tests.unit.diagnostics.windows.recorded_events import APPLICATION_ERROR, KERNEL_POWER, OLD_DISK

BROKE_AT = datetime(2024, 2, 14, 5, 35, 30, tzinfo=timezone(timedelta(hours=1)))
INFORMATION = KERNEL_POWER.replace("<Level>1</Level>", "<Level>4</Level>")


def test_both_logs_in_the_order_of_time() -> None:
    events = FakeEvents(
        {"System": [OLD_DISK, INFORMATION, KERNEL_POWER, "damaged"], "Application": [APPLICATION_ERROR]}
    )
    told = system_log.read(events, BROKE_AT)
    assert (told["from_at"], told["until_at"]) == ("2024-02-14T04:25:30+00:00", "2024-02-14T04:45:30+00:00")
    entries = told["entries"]
    assert isinstance(entries, list)
    assert [(entry["level"], entry["source"]) for entry in entries] == [
        ("critical", "Microsoft-Windows-Kernel-Power"),
        ("warning", "disk"),
        ("error", "Application Error"),
    ]
    assert entries[0]["at"] == "2024-02-14T04:31:02+00:00"


def test_the_log_itself_is_asked_for_those_minutes_alone() -> None:
    events = FakeEvents({"System": [], "Application": []})
    system_log.read(events, BROKE_AT)
    question = (
        "*[System[(Level=1 or Level=2 or Level=3) and TimeCreated[@SystemTime>='2024-02-14T04:25:30.000Z'"
        " and @SystemTime<='2024-02-14T04:45:30.999Z']]]"
    )
    assert set(events.questions) == {question}


def test_trouble_now_means_the_last_ten_minutes() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    told = system_log.read(FakeEvents({"System": [], "Application": []}))
    until = datetime.fromisoformat(str(told["until_at"]))
    assert until >= before
    assert until - datetime.fromisoformat(str(told["from_at"])) == system_log.AROUND


def test_a_log_that_does_not_open_is_a_reason() -> None:
    with pytest.raises(NotAvailable):
        system_log.read(FakeEvents({"System": []}))
