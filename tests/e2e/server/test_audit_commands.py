"""What was done is read by admins alone; the command line proves that nobody changed it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Visitor
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
