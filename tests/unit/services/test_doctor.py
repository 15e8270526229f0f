"""What the doctor says about keyring, clock, disk and settings; and what the page tells without secrets."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.connection.outcome import Outcome
from itdesk.connection.trace import CAUSES, Step
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Actor, Role
from itdesk.replica.look import Soundness, look_at_outbox, look_at_replica
from itdesk.replica.outbox import Outbox
from itdesk.replica.replica import Replica
from itdesk.services.doctor import (
    Verdict,
    disk_step,
    finding,
    is_well,
    keyring_step,
    log_step,
    outbox_step,
    store_step,
)
from itdesk.services.doctor_way import clock_step, way_step
from itdesk.services.doctor_words import WORDS
from itdesk.services.program_state import program_state
from itdesk.settings import Layer, Source, resolve
from itdesk.workstation.credential_store import MemoryStore
from itdesk.workstation.file_store import FileStore
from itdesk.workstation.keyring_store import KeyringFailed, KeyringStore
from itdesk.workstation.paths import DataFolder

ME = Actor(id=PersonId("01" * 16), role=Role.EMPLOYEE)
PAGE_BYTES = 4096
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class ForgetfulStore(MemoryStore):
    """Takes a token and has none."""

    def get(self, account: str) -> str | None:
        """Return nothing."""
        return None


def no_keyring() -> None:
    raise KeyringFailed("there is none")


def test_a_store_that_keeps_is_well_and_keeps_nothing_of_the_test(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    assert keyring_step(FileStore(data), data).code == "keyring.file"
    assert list(data.credentials.iterdir()) == []


def test_a_keyring_that_is_missing_or_forgets_is_told(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    missing = keyring_step(KeyringStore(no_keyring), data)  # type: ignore[arg-type]
    assert (missing.verdict, missing.code) == (Verdict.WARN, "keyring.unusable")
    assert keyring_step(ForgetfulStore(), data).code == "keyring.forgotten"
    assert keyring_step(MemoryStore(), data).verdict is Verdict.OK


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    data.root.touch()
    assert keyring_step(FileStore(data), data).verdict is Verdict.FAIL
    assert log_step(data).verdict is Verdict.WARN


@given(st.integers(min_value=-100_000, max_value=100_000))
def test_the_clock_is_judged_by_how_far_it_is_off(seconds: int) -> None:
    step = clock_step(format_datetime(NOW - timedelta(seconds=seconds), usegmt=True), NOW)
    if abs(seconds) < 60:
        assert (step.verdict, step.code) == (Verdict.OK, "clock.right")
    else:
        assert step.code == ("clock.ahead" if seconds > 0 else "clock.behind")
        assert step.verdict is (Verdict.FAIL if abs(seconds) >= 300 else Verdict.WARN)


@given(st.text(max_size=60))
def test_any_date_of_a_server_is_read_or_passed_over(date: str) -> None:
    assert clock_step(date, NOW).found


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("name", ["dns", "tcp", "proxy", "tls", "server"])
def test_every_way_that_fails_has_its_words(name: str, cause: str) -> None:
    connection = Connection(parse_server_url("https://help.example.com"))
    step = way_step(Step(name, Outcome.FAILED, 3, "it refuses (500)", cause), connection)
    assert step.verdict is Verdict.FAIL
    assert step.found
    assert step.fix


@pytest.mark.parametrize("outcome", [Outcome.PASSED, Outcome.SKIPPED])
@pytest.mark.parametrize("name", ["dns", "tcp", "proxy", "tls", "server"])
def test_every_way_that_works_has_its_words(name: str, outcome: Outcome) -> None:
    connection = Connection(parse_server_url("https://help.example.com"))
    assert way_step(Step(name, outcome, 3, "no proxy"), connection).found


def test_a_full_outbox_is_told(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path)
    outbox.close()
    with closing(sqlite3.connect(outbox.path)) as connection, connection:
        connection.executemany(
            "INSERT INTO changes (id, ticket_id, kind, payload, seen, after, made_at)"
            " VALUES (?, 't', 'k', '{}', 0, '[]', 0)",
            [(str(number),) for number in range(60)],
        )
    looked = look_at_outbox(tmp_path)
    assert (looked.file.soundness, looked.waiting) == (Soundness.SOUND, 60)
    step = outbox_step(looked, NOW)
    assert (step.verdict, step.code) == (Verdict.WARN, "outbox.waits")
    assert "60" in step.found


def test_a_copy_that_is_damaged_inside_is_set_aside_at_the_next_start(tmp_path: Path) -> None:
    Replica(tmp_path, ME).close()
    path = tmp_path / "replica.db"
    assert look_at_replica(tmp_path).soundness is Soundness.SOUND
    with path.open("r+b") as file:
        file.seek(2 * PAGE_BYTES)
        file.write(b"\xa5" * 6 * PAGE_BYTES)
    assert store_step(look_at_replica(tmp_path)).code == "store.damaged"
    Replica(tmp_path, ME).close()
    assert look_at_replica(tmp_path).soundness is Soundness.SOUND
    assert list(tmp_path.glob("replica-damaged-*"))


def test_looking_at_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    assert outbox_step(look_at_outbox(tmp_path), NOW).code == "outbox.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_large_file_is_checked_for_a_limited_time(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    Outbox(tmp_path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "INSERT INTO drafts VALUES (?, ?, 0)", ((str(number), "x" * 500) for number in range(5_000))
        )
    assert look_at_outbox(tmp_path, limit_s=-1.0).file.soundness is Soundness.NOT_TO_THE_END


def test_the_disk_has_room_here_and_a_missing_one_is_told(tmp_path: Path) -> None:
    assert disk_step(tmp_path).step == "disk"
    assert disk_step(tmp_path / "missing").code == "disk.unknown"


@pytest.mark.parametrize("code", WORDS)
def test_every_trouble_has_its_fix(code: str) -> None:
    names = {"settings", "account", "store", "outbox", "keyring", "way", "clock", "disk", "log"}
    assert code.split(".", maxsplit=1)[0] in names
    for sentence in (WORDS[code].found, WORDS[code].fix):
        assert not sentence or sentence[0].isupper() or sentence[0] == "{"


def test_only_a_failure_makes_it_ill() -> None:
    warning = finding("account", Verdict.WARN, "nobody")
    assert is_well([warning])
    assert not is_well([warning, finding("store", Verdict.FAIL, "damaged", path="x")])


def test_secrets_are_hidden_in_findings_and_on_the_page(tmp_path: Path) -> None:
    address = "http://joanna:tajne@proxy.example.com:8080"
    settings = resolve([Layer(source=Source.POLICY, origin="/etc/p.toml", values={"proxy": address})])
    state = program_state(DataFolder(tmp_path), settings)
    proxy = next(one for one in state.settings if one.name == "proxy")
    assert "proxy.example.com:8080" in proxy.value
    assert "tajne" not in proxy.value
    assert (proxy.source, proxy.origin) == (Source.POLICY, "/etc/p.toml")
    assert "tajne" not in finding("settings", Verdict.WARN, "ignored", count=1, problem=address).found
