"""The server as a process: how it starts, where it stands, how it ends."""

import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import STOP_LIMIT_S, ServerProcess, Visitor, hint_from, launch, report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add_people(tmp_path)
    return tmp_path


def test_the_first_line_says_where_and_it_answers_there(server: ServerProcess, stranger: Visitor) -> None:
    assert server.first_line.startswith("listening on http://127.0.0.1:")
    assert stranger.ask("GET", "/healthz").json == {"status": "ok"}
    assert stranger.ask("GET", "/readyz").json["status"] == "ok"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_though_a_stream_is_open(folder: Path, number: signal.Signals) -> None:
    server = ServerProcess(folder)
    anna = Visitor(server.url).sign_in("anna", PASSWORD)
    with anna.live() as stream:
        hint_from(stream)
        server.process.send_signal(number)
        assert stream.read() is not None  # the stream is ended, not cut
    _, errors = server.process.communicate(timeout=STOP_LIMIT_S)
    assert (server.process.returncode, errors) == (0, "")
    anna.close()


def test_what_was_accepted_survives_a_kill(folder: Path) -> None:
    server = ServerProcess(folder)
    anna = Visitor(server.url).sign_in("anna", PASSWORD)
    sent = [report(f"Report {n}") for n in range(10)]
    numbers = [result.receipt.number for change in sent if (result := anna.sync(change).results[0]).receipt]
    assert server.kill() == -signal.SIGKILL
    again = ServerProcess(folder)
    anna = Visitor(again.url, anna.token)
    tickets = anna.ask("GET", "/v1/tickets").json["tickets"]
    assert [ticket["number"] for ticket in reversed(tickets)] == [f"IT-{number}" for number in numbers]
    resent = anna.sync(*sent)
    assert [result.receipt.number for result in resent.results if result.receipt] == numbers
    assert again.stop() == 0
    anna.close()


def test_a_second_server_in_the_same_folder_is_one_sentence(folder: Path) -> None:
    first = ServerProcess(folder)
    sentence = sentence_of_failed_start(folder)
    assert f"Another server uses the folder {folder}" in sentence
    added = add_user(
        login="new", name="New", role=Role.EMPLOYEE, password=PASSWORD, data_dir=folder, database=None
    )
    assert added == 0
    Visitor(first.url).sign_in("new", PASSWORD).close()
    assert first.kill() == -signal.SIGKILL
    assert ServerProcess(folder).stop() == 0  # the lock ended with the process


def test_a_lock_that_cannot_be_made_is_one_sentence(folder: Path) -> None:
    (folder / "server.lock").mkdir()
    assert f"The folder {folder} cannot be locked" in sentence_of_failed_start(folder)


def _replaced(whole: bytes) -> bytes:
    return b"Dear colleagues, these are my notes.\n" * 100


def _truncated(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _overwritten(whole: bytes) -> bytes:
    return whole[:200] + os.urandom(4_000) + whole[4_200:]


def sentence_of_failed_start(folder: Path, database: str = "", port: int = 0) -> str:
    process = launch(folder, database, port)
    output, errors = process.communicate(timeout=STOP_LIMIT_S)
    assert process.returncode == 1
    assert output == ""
    assert errors.count("\n") == 1, errors
    assert "Traceback" not in errors
    return errors


def test_a_taken_port_is_one_sentence(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"127.0.0.1:{port} cannot be served" in sentence_of_failed_start(folder, port=port)


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "taken"
    file.write_text("")
    assert "cannot be written" in sentence_of_failed_start(file)


def test_a_folder_that_nobody_may_make_is_one_sentence() -> None:
    assert "cannot be written" in sentence_of_failed_start(Path("/proc/itdesk"))


def test_a_database_that_is_away_is_one_sentence_without_the_password(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        free = silent.getsockname()[1]
    url = f"postgresql://itdesk:my-secret@127.0.0.1:{free}/itdesk"
    sentence = sentence_of_failed_start(tmp_path, url)
    assert "database" in sentence
    assert "my-secret" not in sentence


@pytest.mark.parametrize("url", ["mysql://x@h/d", "postgresql://h:port/d", "itdesk.db"])
def test_an_address_of_no_database_is_one_sentence(tmp_path: Path, url: str) -> None:
    assert "database" in sentence_of_failed_start(tmp_path, url)


def test_a_newer_database_is_refused(folder: Path) -> None:
    import sqlite3

    with sqlite3.connect(folder / "itdesk.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer itdesk" in sentence_of_failed_start(folder)


@pytest.mark.parametrize("damage", [_replaced, _truncated, _overwritten])
def test_a_damaged_database_is_one_sentence_and_stays_as_it_is(
    folder: Path, damage: Callable[[bytes], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    database = folder / "itdesk.db"
    damaged = damage(database.read_bytes())
    database.write_bytes(damaged)
    capsys.readouterr()
    added = add_user(
        login="new", name="New", role=Role.EMPLOYEE, password=PASSWORD, data_dir=folder, database=None
    )
    said = [sentence_of_failed_start(folder), capsys.readouterr().err]
    assert added == 1
    assert said[0] == said[1]
    assert f"{database} is damaged, or it is no SQLite database" in said[0]
    assert database.read_bytes() == damaged


def test_a_taken_login_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = add_user(
        login=" ANNA ", name="Another", role=Role.EMPLOYEE, password=PASSWORD, data_dir=folder, database=None
    )
    assert code == 3
    assert "“anna”" in capsys.readouterr().err
