"""The two files: made whole, set aside when damaged, and honest about a disk that refuses."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from itdesk.domain.ids import PersonId
from itdesk.domain.listing import Question
from itdesk.domain.people import Person
from itdesk.replica.failures import WorldFailed
from itdesk.replica.outbox import Outbox
from itdesk.replica.outbox_entry import State
from itdesk.services import reading
from itdesk.services.desk import Desk, close_desk
from itdesk.services.report import NewFile, Report, report_problem
from itdesk.services.standing import standing
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeClock, FakeConnection, FakeServer, desk_at

WRITER = """
import sys
from pathlib import Path
from tests.fakes import desk_at
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person
from itdesk.services.desk import utc_now
from itdesk.services.report import Report, report_problem
person = Person(id=PersonId("a" * 32), login="anna", name="Anna")
desk = desk_at(Path(sys.argv[1]), person, utc_now)
for number in range(5):
    report_problem(desk, Report(title=f"Report {sys.argv[2]}-{number}"))
"""


def titles(desk: Desk) -> list[str]:
    return [row.title for row in reading.tickets(desk, Question(), limit=1000)]


def test_twenty_processes_write_at_once_on_a_fresh_folder(tmp_path: Path, clock: FakeClock) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(number)],
            stderr=subprocess.PIPE,
            env={"PYTHONPATH": "src:."},
        )
        for number in range(20)
    ]
    errors = [writer.communicate(timeout=100)[1].decode() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 20, "\n".join(errors)
    assert errors == [""] * 20
    known = Person(id=PersonId("a" * 32), login="anna", name="Anna")
    desk = desk_at(tmp_path, known, clock)
    assert len(titles(desk)) == 100
    close_desk(desk)


def test_a_full_disk_is_said_and_nothing_is_half_saved(desk: Desk) -> None:
    report_problem(desk, Report(title="Before"))

    def shrink(dbapi_connection: sqlite3.Connection, _record: object) -> None:
        dbapi_connection.execute("PRAGMA max_page_count = 40")

    desk.outbox.engine.dispose()
    event.listen(desk.outbox.engine, "connect", shrink)
    with pytest.raises(WorldFailed, match="disk is full"):
        report_problem(desk, Report(title="Too much", files=(NewFile("a", b"x" * 1_000_000),)))
    assert titles(desk) == ["Before"]
    assert standing(desk).pending == 1
    report_problem(desk, Report(title="Small again"))
    assert standing(desk).pending == 2


def test_saved_stays_saved_when_the_replica_cannot_be_written(desk: Desk) -> None:
    def shrink(dbapi_connection: sqlite3.Connection, _record: object) -> None:
        dbapi_connection.execute("PRAGMA max_page_count = 1")

    desk.replica.engine.dispose()
    event.listen(desk.replica.engine, "connect", shrink)
    for number in range(60):
        report_problem(desk, Report(title=f"Report {number}", description="x" * 5000))
    assert standing(desk).pending == 60
    desk.replica.engine.dispose()
    event.remove(desk.replica.engine, "connect", shrink)
    assert len(titles(desk)) == 60


@pytest.mark.parametrize("damage", [b"this is no database" * 400, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_replica_is_set_aside_and_fetched_again(
    desk: Desk, connection: FakeConnection, anna: Person, clock: FakeClock, damage: bytes
) -> None:
    report_problem(desk, Report(title="Printer"))
    exchange_now(desk, connection, wait_s=30)
    close_desk(desk)
    desk.replica.path.write_bytes(damage)
    again = desk_at(desk.data.root, anna, clock)
    exchange_now(again, connection, wait_s=30)
    assert titles(again) == ["Printer"]
    assert list(desk.replica.path.parent.glob("replica-damaged-*"))
    close_desk(again)


def test_a_damaged_outbox_is_kept_aside_and_reporting_goes_on(
    desk: Desk, anna: Person, clock: FakeClock
) -> None:
    report_problem(desk, Report(title="Printer"))
    close_desk(desk)
    desk.outbox.path.write_bytes(b"garbage" * 1000)
    again = desk_at(desk.data.root, anna, clock)
    report_problem(again, Report(title="Another"))
    assert list(desk.outbox.path.parent.glob("outbox-damaged-*"))
    close_desk(again)


def test_a_replica_of_another_version_is_fetched_again(
    desk: Desk, connection: FakeConnection, anna: Person, clock: FakeClock
) -> None:
    report_problem(desk, Report(title="Printer"))
    exchange_now(desk, connection, wait_s=30)
    close_desk(desk)
    raw = sqlite3.connect(desk.replica.path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    again = desk_at(desk.data.root, anna, clock)
    exchange_now(again, connection, wait_s=30)
    assert titles(again) == ["Printer"]
    close_desk(again)


def test_an_outbox_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    Outbox(tmp_path).close()
    raw = sqlite3.connect(tmp_path / "outbox.db")
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(WorldFailed, match="newer itdesk"):
        Outbox(tmp_path)


def test_files_are_for_their_owner_alone_and_durable(desk: Desk) -> None:
    if sys.platform != "win32":
        assert desk.outbox.path.stat().st_mode & 0o077 == 0
    with desk.outbox.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_what_is_kept_for_thirty_days_goes_then(
    desk: Desk, connection: FakeConnection, clock: FakeClock, server: FakeServer
) -> None:
    report_problem(desk, Report(title="Printer"))
    exchange_now(desk, connection, wait_s=30)
    clock.move(29 * 86_400)
    exchange_now(desk, connection, wait_s=30)
    assert desk.outbox.count(State.ACCEPTED) == 1
    clock.move(2 * 86_400)
    exchange_now(desk, connection, wait_s=30)
    assert desk.outbox.count(State.ACCEPTED) == 0
    assert titles(desk) == ["Printer"]
