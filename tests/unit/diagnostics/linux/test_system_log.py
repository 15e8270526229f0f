"""The system's log, by the journal and by files."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.linux import system_log
from itdesk.diagnostics.linux.system_log import parse_journal, parse_syslog
from tests.unit.diagnostics.linux.tree import write

BROKE_AT = datetime(2026, 6, 24, 10, 0, tzinfo=UTC)
MICROS = int(BROKE_AT.timestamp()) * 1_000_000


def record(**fields: object) -> str:
    return json.dumps({"__REALTIME_TIMESTAMP": str(MICROS), "PRIORITY": "3", **fields})


def test_the_entries_of_the_journal() -> None:
    printed = "\n".join([
        record(MESSAGE="cannot open", SYSLOG_IDENTIFIER="cupsd", _CMDLINE="canary"),
        record(MESSAGE=[90, 97, 197, 188, 255], _COMM="x", PRIORITY="2"),
        record(MESSAGE=None),
        record(MESSAGE="no level", PRIORITY=None),
        '{"cut',
    ])  # fmt: skip
    assert parse_journal(printed) == [
        {"at": "2026-06-24T10:00:00+00:00", "level": "error", "source": "cupsd", "message": "cannot open"},
        {"at": "2026-06-24T10:00:00+00:00", "level": "critical", "source": "x", "message": "Zaż�"},
        {"at": "2026-06-24T10:00:00+00:00", "level": "warning", "source": "", "message": "no level"},
    ]
    assert len(parse_journal("\n".join([record(MESSAGE="x")] * 300))) == 200


class Journal:
    """A journal that notes what it was asked for."""

    def __init__(self, printed: str) -> None:
        self.printed = printed
        self.asked: list[tuple[datetime, datetime]] = []

    def __call__(self, begins: datetime, ends: datetime) -> str:
        self.asked.append((begins, ends))
        return self.printed


def test_ten_minutes_around_the_trouble(tmp_path: Path) -> None:
    journal = Journal(record(MESSAGE="x"))
    later = BROKE_AT + timedelta(days=1)
    told = system_log.read(BROKE_AT, tmp_path, journal, now=later)
    assert journal.asked == [(BROKE_AT - timedelta(minutes=10), BROKE_AT + timedelta(minutes=10))]
    assert (told["from_at"], told["until_at"]) == ("2026-06-24T09:50:00+00:00", "2026-06-24T10:10:00+00:00")
    assert len(told["entries"]) == 1  # type: ignore[arg-type]


def test_the_last_ten_minutes_and_nothing_of_the_future(tmp_path: Path) -> None:
    journal = Journal("")
    system_log.read(None, tmp_path, journal, now=BROKE_AT)
    system_log.read(BROKE_AT, tmp_path, journal, now=BROKE_AT)
    assert journal.asked == [(BROKE_AT - timedelta(minutes=10), BROKE_AT)] * 2


def local(when: datetime, form: str) -> str:
    return when.astimezone().strftime(form)


def test_a_log_of_text_where_there_is_no_journal(tmp_path: Path) -> None:
    def none(begins: datetime, ends: datetime) -> str:
        raise NotAvailable("This computer keeps no journal.")

    lines = [
        f"{local(BROKE_AT, '%b %e %H:%M:%S')} pc kernel: [1.5] I/O error, dev sda",
        f"{local(BROKE_AT, '%b %e %H:%M:%S')} pc cron[17]: all is well",
        f"{BROKE_AT.isoformat()} pc cupsd[4]: WARNING: slow",
        f"{local(BROKE_AT - timedelta(hours=1), '%b %e %H:%M:%S')} pc old: error",
    ]
    write(tmp_path, {"var/log/syslog": "\n".join(lines)})
    told = system_log.read(BROKE_AT, tmp_path, none, now=BROKE_AT + timedelta(hours=1))
    at = "2026-06-24T10:00:00+00:00"
    assert told["entries"] == [
        {"at": at, "level": "error", "source": "kernel", "message": "[1.5] I/O error, dev sda"},
        {"at": at, "level": "warning", "source": "cupsd", "message": "WARNING: slow"},
    ]


def test_neither_journal_nor_log(tmp_path: Path) -> None:
    def none(begins: datetime, ends: datetime) -> str:
        raise NotAvailable("This computer keeps no journal.")

    with pytest.raises(NotAvailable, match="no journal"):
        system_log.read(None, tmp_path, none)


def test_a_log_of_december_read_in_january() -> None:
    ends = datetime(2026, 1, 1, 0, 5).astimezone()
    (entry,) = parse_syslog("Dec 31 23:59:00 pc x: error", ends - timedelta(minutes=10), ends)
    assert entry["source"] == "x"


WORDS = st.sampled_from([
    "Jun 24 10:00:00 pc x: error", "2026-06-24T10:00:00Z pc y[1]: fatal", "Feb 30 10:00:00 a b: fail",
])  # fmt: skip


@given(st.lists(st.text() | WORDS | st.text().map(lambda text: f"{text} error")).map("\n".join))
def test_no_text_breaks_the_parsers(text: str) -> None:
    parse_syslog(text, BROKE_AT - timedelta(days=1), BROKE_AT)
    parse_journal(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.integers(), st.lists, max_leaves=4
)


@given(st.dictionaries(st.sampled_from(["MESSAGE", "PRIORITY", "__REALTIME_TIMESTAMP", "_COMM"]), JSON))
def test_no_record_breaks_the_parser(fields: dict[str, object]) -> None:
    parse_journal(record(**fields))
