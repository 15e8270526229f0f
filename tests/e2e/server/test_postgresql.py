"""The server process on a real PostgreSQL, and when that goes away."""

import time
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, create_engine, text

from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import ServerProcess, Visitor, report
from tests.e2e.server.test_running import sentence_of_failed_start

pytestmark = pytest.mark.postgres
RELOAD_LIMIT_S = 30


def test_it_serves_and_says_when_the_database_is_away(tmp_path: Path) -> None:
    with postgresql_server() as address:
        url = address.render_as_string(hide_password=False)
        added = add_user(
            login="anna", name="Anna", role=Role.EMPLOYEE, password=PASSWORD, data_dir=tmp_path, database=url
        )
        assert added == 0
        server = ServerProcess(tmp_path, url)
        anna = Visitor(server.url).sign_in("anna", PASSWORD)
        assert anna.sync(report()).results[0].state == "accepted"
    assert not (tmp_path / "itdesk.db").exists()
    for method, path in (("GET", "/readyz"), ("GET", "/v1/tickets")):
        answer = anna.ask(method, path)
        assert (answer.status, answer.code) == (503, "store_unavailable")
        assert int(answer.headers["retry-after"]) > 0
    assert anna.ask("GET", "/healthz").status == 200
    anna.close()
    assert server.stop() == 0


def test_a_wrong_password_of_the_database_is_one_sentence_without_it(tmp_path: Path) -> None:
    with postgresql_server() as address:
        url = _asking_for_a_password(address).set(username="desk")
        wrong = url.set(password="wr0ng-secret").render_as_string(hide_password=False)
        sentence = sentence_of_failed_start(tmp_path, wrong)
        assert "password authentication failed" in sentence
        assert "wr0ng-secret" not in sentence
        right = url.set(password="r1ght-secret").render_as_string(hide_password=False)
        assert ServerProcess(tmp_path, right).stop() == 0


def _asking_for_a_password(address: URL) -> URL:
    """Return a database of the role `desk`, whom the server lets in by her password alone."""
    admin = create_engine(address.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE ROLE desk LOGIN PASSWORD 'r1ght-secret'"))
        connection.execute(text("CREATE DATABASE desk OWNER desk"))
        rules = Path(str(connection.scalar(text("SHOW hba_file"))))
        loaded = connection.scalar(text("SELECT pg_conf_load_time()"))
        rules.write_text(
            "local desk desk scram-sha-256\nhost desk desk all scram-sha-256\n" + rules.read_text()
        )
        connection.execute(text("SELECT pg_reload_conf()"))
    _wait_for_reload(admin, loaded)
    return address.set(database="desk")


def _wait_for_reload(admin: Engine, loaded: object) -> None:
    """Every new connection tells when its rules were read."""
    patience = time.monotonic() + RELOAD_LIMIT_S
    while time.monotonic() < patience:
        admin.dispose()
        with admin.connect() as connection:
            if connection.scalar(text("SELECT pg_conf_load_time()")) != loaded:
                break
    else:
        pytest.fail("PostgreSQL did not read its rules again")
    admin.dispose()
