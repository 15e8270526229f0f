"""The server process on a real PostgreSQL, and when that goes away."""

from pathlib import Path

import pytest

from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import ServerProcess, Visitor, report

pytestmark = pytest.mark.postgres


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
