"""What was done is read by admins alone; the command line proves that nobody changed it."""

import io
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from itdesk.domain.ids import new_id
from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from itdesk.protocol.messages import ClientInfo, OpenedTicket, SyncRequest
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
    assert [deed["action"] for deed in deeds] == ["person-erased", "signed-in", "person-added"]


def test_opening_and_fetching_is_noted(adam: Visitor, anna: Visitor, tomek: Visitor, data_dir: Path) -> None:
    opened = report("Kanarek")
    result = anna.sync(opened).results[0]
    assert result.receipt is not None
    number, me = result.receipt.number, anna.sync().me
    assert anna.ask("GET", f"/v1/tickets/{number}").status == 200
    assert tomek.ask("GET", f"/v1/tickets/{number}").status == 200
    until = time.monotonic() + 60
    while not (deeds := adam.ask("GET", f"/v1/audit?object={opened.ticket_id}").json["deeds"]):
        assert time.monotonic() < until
        time.sleep(0.2)
    assert [(deed["action"], deed["actor_id"]) for deed in deeds] == [("ticket-opened", tomek.sync().me)]
    assert anna.ask("GET", f"/v1/people/{tomek.sync().me}/export").status == 404
    fetched = anna.ask("GET", f"/v1/people/{me}/export")
    assert (fetched.status, fetched.headers["content-type"]) == (200, "application/zip")
    assert b"Kanarek" in zipfile.ZipFile(io.BytesIO(fetched.body)).read(f"tickets/IT-{number}.json")
    out = data_dir.parent / "anna.zip"
    assert command(data_dir, "export-person", "anna", "--out", str(out)).returncode == 0
    assert zipfile.is_zipfile(out)


def test_admins_alone_say_how_long_contents_are_kept(adam: Visitor, lea: Visitor) -> None:
    assert lea.ask("PUT", "/v1/retention", {"facts_days": 30}).code == "not_allowed"
    assert adam.ask("PUT", "/v1/retention", {"facts_days": 0}).status == 422
    said = adam.ask("PUT", "/v1/retention", {"facts_days": 3000}).json
    assert adam.ask("GET", "/v1/retention").json == said
    assert (said["facts_days"], said["tickets_days"], said["audit_days"]) == (3000, None, 400)


def test_a_console_tells_what_was_opened_and_an_employee_nothing(
    adam: Visitor, anna: Visitor, tomek: Visitor
) -> None:
    opened = report("Kanarek")
    anna.sync(opened)
    told = [OpenedTicket(ticket_id=opened.ticket_id, at=datetime(2026, 11, 20, tzinfo=UTC))]
    asked = SyncRequest(client=ClientInfo(id=new_id(), version="1"), opened=told)
    for visitor in (anna, tomek):
        assert visitor.ask("POST", "/v1/sync", msgspec.json.encode(asked)).status == 200
    until = time.monotonic() + 60
    while not (deeds := adam.ask("GET", f"/v1/audit?object={opened.ticket_id}").json["deeds"]):
        assert time.monotonic() < until
        time.sleep(0.2)
    assert [deed["detail"] for deed in deeds] == ["in the console at 2026-11-20T00:00:00+00:00"]
