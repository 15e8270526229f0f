"""Every threat of docs/security.md is there, with tests that exist, or the words that there are none."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[^`]+\.py)::(test_[a-z0-9_]+)`")
UNPROVEN = ("not covered yet", "not in the product")
COLUMNS = 5
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE[PAGE.index("## The threats") :].splitlines()
    if line.startswith("| ") and not line.startswith(("| what |", "| --- "))
]
THREATS = [
    ("others' tickets", "employee"),
    ("others' tickets", "employee"),
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


@cache
def names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(one.name for one in functions if one.name.startswith("test_"))


def test_no_threat_was_dropped() -> None:
    assert [(row[0], row[1]) for row in ROWS] == THREATS


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0]}-{row[2][:30]}" for row in ROWS])
def test_each_threat_is_shown_or_said_not_to_be(row: list[str]) -> None:
    assert len(row) == COLUMNS
    assert all(row)
    shown = row[-1]
    if shown in UNPROVEN:
        return
    named = NAMED.findall(shown)
    assert named
    assert not NAMED.sub("", shown).strip(), "only tests stand in the last column, each in backquotes"
    for path, test in named:
        assert (ROOT / path).is_file(), path
        assert test in names_in(ROOT / path), f"{path} has no {test}"
