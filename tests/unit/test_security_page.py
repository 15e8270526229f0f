"""Every threat of docs/security.md is there, with tests that exist, or the words that there are none."""

import pytest

from tests.unit.named_tests import ROOT, check_shown, rows_in

PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
COLUMNS = 5
ROWS = rows_in(PAGE[PAGE.index("## The threats") :], "what")
THREATS = [
    ("others' tickets", "employee"),
    ("others' tickets", "employee"),
    ("who works for HR or security", "employee"),
    ("roles and ownership", "anybody"),
    ("others' secrets", "technician"),
    ("a technician's session", "employee"),
    ("local files, the sign-in to Windows", "employee"),
    ("a technician's computer", "employee"),
    ("the server's computer", "employee"),
    ("attachments", "nobody signed in"),
    ("who opens the API in a browser", "employee"),
    ("the internal network", "anybody"),
    ("files of the server", "employee"),
    ("the database", "anybody"),
    ("an account", "nobody signed in"),
    ("an account", "nobody signed in"),
    ("an account", "nobody signed in"),
    ("an account", "thief of a token"),
    ("a sign-in by OpenID Connect", "local program"),
    ("a sign-in by LDAP", "nobody signed in"),
    ("who speaks for IT", "sender of mail"),
    ("service", "anybody"),
    ("a manager's spreadsheet", "employee"),
    ("pictures and facts", "colleagues, law"),
    ("the local store", "another user of the computer"),
    ("the running desktop", "another user of the computer"),
    ("what the program may do", "another user of the computer"),
    ("the administrator's rights", "local user"),
    ("all computers", "the network"),
    ("what is on the line", "the network"),
    ("what we build from", "maker of a package"),
    ("what was erased", "a backup, a computer that was offline"),
    ("what is kept of a person", "colleagues"),
    ("the audit", "admin or technician"),
    ("the desktop", "hostile server"),
    ("the logs", "who reads them"),
]


def test_no_threat_was_dropped() -> None:
    assert [(row[0], row[1]) for row in ROWS] == THREATS


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{row[2][:30]}" for row in ROWS])
def test_each_threat_is_shown_or_said_not_to_be(row: list[str]) -> None:
    assert len(row) == COLUMNS
    assert all(row)
    check_shown(row[-1])
