"""What docs/coverage.md says is shown by a test is shown by a test that exists."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "coverage.md"
ROW = re.compile(r"^\| (?P<what>[^|]+) \| (?P<bar>[^|]*) \| (?P<tests>[^|]*) \|$")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
HEADINGS = ("What", "---")


def rows() -> Iterator[re.Match[str]]:
    """Yield the rows of all tables of the page."""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        row = ROW.match(line)
        if row is not None and row["what"] not in HEADINGS:
            yield row


@cache
def names_in(path: str) -> frozenset[str]:
    """Return the names of the tests of a file; none where there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["what"]) for row in rows()])
def test_a_row_is_shown_by_tests_that_exist(row: re.Match[str]) -> None:
    assert row["bar"] in {"M", "B"}
    named = TEST.findall(row["tests"])
    assert named, "no test shows it"
    assert TEST.sub("", row["tests"]).strip() == "", "only tests stand there"
    assert [f"{path}::{name}" for path, name in named if name not in names_in(path)] == []


def test_no_row_is_skipped_and_none_stands_there_twice() -> None:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    found = [row["what"] for row in rows()]
    heads = 2 * sum(line.startswith("|---|") for line in lines)
    assert len(found) == len(lines) - heads
    assert len(set(found)) == len(found)
