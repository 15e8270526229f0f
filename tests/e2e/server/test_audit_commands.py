"""What was done is read by admins alone; the command line proves that nobody changed it."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.domain.ids import new_id
from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import ServerProcess, Visitor, report
from tests.e2e.server.test_accounts_commands import command


@pytest.fixture
def adam(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("adam", PASSWORD)
    yield visitor
    visitor.close()


def test_admins_alone_read_the_audit(adam: Visitor, lea: Visitor) -> None:
    answer = lea.ask("GET", "/v1/audit")
    assert (answer.status, answer.json["code"]) == (403, "not_allowed")
    assert adam.ask("GET", "/v1/audit?limit=1").status == 200
    assert adam.ask("GET", "/v1/audit?limit=0").json["code"] == "out_of_range"
    assert adam.ask("GET", "/v1/audit?who=me").json["code"] == "unknown_parameter"


def test_a_changed_audit_is_told_by_the_command_line(tmp_path: Path) -> None:
    assert command(tmp_path, "audit").stdout == "Nothing was noted yet.\n"
    assert command(tmp_path, "check-audit").stdout.startswith("The audit is whole: 0 rows.")
    assert command(tmp_path, "check-audit", "--expect", "x").returncode == 3
    with sqlite3.connect(tmp_path / "itdesk.db") as database:
        database.execute("INSERT INTO audit_head VALUES (1, 7, '', 0, '')")
    broken = command(tmp_path, "check-audit")
    assert (broken.returncode, broken.stderr) == (
        3,
        "The audit ends at row 0, its head is 7: rows are missing.\n",
    )


def test_an_admin_counts_then_erases(
    adam: Visitor, lea: Visitor, server: ServerProcess, data_dir: Path
) -> None:
    assert (
        add_user(
            login="gone", name="Gone", role=Role.EMPLOYEE, password=PASSWORD, data_dir=data_dir, database=None
        )
        == 0
    )
    gone = Visitor(server.url).sign_in("gone", PASSWORD)
    gone.sync(report("Kanarek"))
    id = gone.sync().me
    path = f"/v1/people/{id}/erase"
    assert lea.ask("POST", path, {}).code == "not_allowed"
    assert adam.ask("POST", f"/v1/people/{new_id()}/erase", {}).status == 404
    counted = adam.ask("POST", path, {}).json
    assert (counted["state"], counted["tickets"]) == ("counted", 1)
    assert adam.ask("POST", path, {"confirm": "somebody"}).code == "not_confirmed"
    assert adam.ask("POST", path, {"confirm": "gone"}).json["state"] in ("waiting", "done")
    until = time.monotonic() + 60
    while adam.ask("POST", path, {}).json["state"] != "done":
        assert time.monotonic() < until
        time.sleep(0.2)
    assert gone.ask("GET", "/v1/tickets").status == 401
    told = gone.sync()
    assert (told.erased, told.me, told.entries) == (True, id, [])
    assert id in (data_dir / "erased.jsonl").read_text()
    deeds = adam.ask("GET", f"/v1/audit?object={id}").json["deeds"]
    assert [deed["action"] for deed in deeds] == ["person-erased"]
