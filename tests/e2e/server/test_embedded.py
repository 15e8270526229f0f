"""The server inside another program, and what its log tells when we failed."""

import logging
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.domain.people import Role
from itdesk.entrypoints.server import ServerThread, utc_now
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.store.store import Store, open_store
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Visitor, hint_from, report
from tests.e2e.server.test_uploads import CONTENT, attach, attached, put


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "itdesk.db")
    store.migrate()
    accounts = Accounts(store, now=utc_now, passwords=Passwords())
    accounts.add_user("anna", name="Anna", role=Role.EMPLOYEE, password=PASSWORD)
    yield store
    store.close()


@pytest.fixture
def anna(store: Store, tmp_path: Path) -> Iterator[Visitor]:
    with ServerThread(store, files=tmp_path / "files") as server:
        anna = Visitor(server.url).sign_in("anna", PASSWORD)
        yield anna
        anna.close()


def break_database(folder: Path, words: str) -> None:
    database = sqlite3.connect(folder / "itdesk.db")
    with database:
        database.execute(words)
    database.close()


def test_it_serves_and_leaves_no_thread_behind(store: Store, tmp_path: Path) -> None:
    before = set(threading.enumerate())
    server = ServerThread(store, files=tmp_path / "files")
    anna = Visitor(server.start()).sign_in("anna", PASSWORD)
    with anna.live() as stream:
        hint_from(stream)
        assert anna.sync(report()).results[0].state == "accepted"
        server.stop()
    anna.close()
    assert set(threading.enumerate()) <= before


def test_a_failure_of_ours_is_a_problem_and_is_logged(
    anna: Visitor, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    anna.sync(report())
    break_database(tmp_path, "UPDATE tickets SET state = 'not what it was'")
    answer = anna.ask("GET", "/v1/tickets")
    assert (answer.status, answer.code) == (500, "server_failed")
    logged = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [answer.headers["x-request-id"] in record.getMessage() for record in logged] == [True]
    assert logged[0].exc_info


def test_lost_bytes_are_logged(anna: Visitor, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    address = attach(anna, attached())
    assert put(anna, address, CONTENT).status == 204
    shutil.rmtree(tmp_path / "files")
    answer = anna.ask("GET", address)
    assert (answer.status, answer.code) == (500, "file_lost")
    (logged,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert answer.headers["x-request-id"] in logged.getMessage()


def test_a_database_that_fails_is_said_to_be_away(
    anna: Visitor, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    break_database(tmp_path, "ALTER TABLE counter RENAME TO lost")
    answer = anna.ask("GET", "/readyz")
    assert (answer.status, answer.code) == (503, "store_unavailable")
    assert int(answer.headers["retry-after"]) > 0
    assert "counter" not in answer.json["detail"]
    assert answer.headers["x-request-id"] in caplog.text
