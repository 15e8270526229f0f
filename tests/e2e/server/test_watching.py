"""Who watches a real server: metrics and who may read them, readiness, its state, limits."""

import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from itdesk.domain.people import Role
from itdesk.entrypoints.server import ServerThread, add_user
from itdesk.server import limits
from itdesk.server.store.store import Store, StoreUnavailable, open_store
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import ServerProcess, Visitor, report

SECRET = "a-token-for-prometheus"


def test_what_is_counted_is_told_by_route(server: ServerProcess, stranger: Visitor, anna: Visitor) -> None:
    anna.sync(report())
    stranger.ask("GET", "/nowhere/kanarek")
    told = stranger.ask("GET", "/metrics")
    assert told.headers["content-type"].startswith("text/plain; version=0.0.4")
    text_ = told.body.decode()
    assert 'itdesk_requests_total{route="/v1/sync",method="POST",status="200"}' in text_
    assert 'route="none",method="GET",status="404"' in text_
    assert "kanarek" not in text_
    for name in (
        "itdesk_head_position",
        "itdesk_live_streams",
        "itdesk_changes_waiting",
        "itdesk_database_connections_in_use",
        "itdesk_last_backup_timestamp_seconds",
        'itdesk_job_last_run_timestamp_seconds{job="wake-tickets"}',
    ):
        assert f"\n{name} " in text_


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_through_a_proxy_there_are_no_metrics(stranger: Visitor, header: str) -> None:
    assert stranger.ask("GET", "/metrics", headers={header: "127.0.0.1"}).status == 404


def test_with_a_token_of_the_configuration_the_token_is_needed(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text(f"{SECRET}\n")
    words = ["server", "run", "--data-dir", str(tmp_path), "--port", "0", "--metrics-token-file", str(secret)]
    process = subprocess.Popen([sys.executable, "-m", "itdesk", *words], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    url = process.stdout.readline().removeprefix("listening on ").strip()
    for token, status in ((None, 401), ("wrong", 401), (SECRET, 200)):
        visitor = Visitor(url, token)
        assert visitor.ask("GET", "/metrics", headers={"X-Forwarded-For": "10.0.0.1"}).status == status
        visitor.close()
    process.terminate()
    process.communicate(timeout=20)


def test_how_it_stands_is_told_to_administrators_alone(stranger: Visitor, anna: Visitor) -> None:
    assert anna.ask("GET", "/v1/server").code == "not_allowed"
    adam = stranger.sign_in("adam", PASSWORD)
    state = adam.ask("GET", "/v1/server").json
    assert state["database"] == "sqlite"
    assert state["is_schema_right"]
    assert state["schema"].isdigit()
    assert "delete-files" in {job["name"] for job in state["jobs"]}
    adam.close()


def test_a_server_whose_database_was_migrated_further_is_not_ready_but_serves_on(tmp_path: Path) -> None:
    add_people(tmp_path)
    server = ServerProcess(tmp_path)
    anna = Visitor(server.url).sign_in("anna", PASSWORD)
    with sqlite3.connect(tmp_path / "itdesk.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.execute("ALTER TABLE tickets ADD COLUMN newer TEXT")
    database.close()
    answer = anna.ask("GET", "/readyz")
    assert (answer.status, answer.code) == (503, "store_unavailable")
    assert anna.ask("GET", "/healthz").status == 200
    assert anna.sync(report()).results[0].state == "accepted"
    anna.close()
    assert server.stop() == 0


def test_a_head_that_does_not_come_to_its_point_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "HEAD_S", 0.3)
    store = open_store(tmp_path / "itdesk.db")
    store.migrate()
    with ServerThread(store, files=tmp_path / "files") as server:
        port = int(server.url.rpartition(":")[2])
        for begun in (b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "):
            with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
                connection.sendall(begun)
                assert connection.recv(100) == b""
        visitor = Visitor(server.url)
        assert visitor.ask("GET", "/healthz").status == 200
        visitor.close()
    store.close()


def test_a_person_has_so_many_streams_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_user(
        login="anna", name="Anna", role=Role.EMPLOYEE, password=PASSWORD, data_dir=tmp_path, database=None
    )
    store = open_store(tmp_path / "itdesk.db")
    with ServerThread(store, files=tmp_path / "files") as server:
        anna = Visitor(server.url).sign_in("anna", PASSWORD)
        monkeypatch.setattr(limits, "STREAMS_A_PERSON", 1)
        with anna.live() as stream:
            assert stream.status == 200
            second = anna.ask("GET", "/v1/live")
            assert (second.status, second.code) == (429, "too_many_streams")
            monkeypatch.setattr(limits, "STREAMS", 1)
            third = anna.ask("GET", "/v1/live")
            assert (third.status, third.code) == (503, "busy")
            assert int(third.headers["retry-after"]) > 0
        anna.close()
    store.close()


@pytest.mark.postgres
def test_postgresql_ends_what_takes_too_long() -> None:
    with postgresql_server() as url:
        store = open_store(url.render_as_string(hide_password=False))
        with store.reading() as connection:
            for name, seconds in (
                ("statement_timeout", limits.STATEMENT_S),
                ("lock_timeout", limits.LOCK_S),
                ("idle_in_transaction_session_timeout", limits.IDLE_TRANSACTION_S),
            ):
                told = "SELECT setting FROM pg_settings WHERE name = :name"
                assert connection.scalar(text(told), {"name": name}) == str(seconds * 1_000)
        with pytest.raises(StoreUnavailable):
            _sleep_in(store)
        store.close()


def _sleep_in(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("SET LOCAL statement_timeout = '50ms'"))
        connection.execute(text("SELECT pg_sleep(20)"))


def test_a_writer_of_sqlite_waits_so_long_and_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SQLITE_BUSY_S", 0)
    store = open_store(tmp_path / "itdesk.db")
    store.migrate()
    with store.writing(), pytest.raises(StoreUnavailable) as raised, store.writing():
        pass
    assert isinstance(raised.value.__cause__, OperationalError)
    store.close()
