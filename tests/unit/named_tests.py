"""Tables of documents whose last column names the tests that show what a row says."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`(tests/[^`]+\.py)::(test_[a-z0-9_]+)`")
UNCOVERED, ABSENT = "not covered yet", "not in the product"


def rows_in(text: str, first_head: str) -> list[list[str]]:
    """Return the cells of every row of the tables whose head begins with `first_head`."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ") and not line.startswith((f"| {first_head} |", "| --- "))
    ]


def check_shown(shown: str) -> None:
    """Fail unless the cell names tests that exist and nothing else, or says that there are none."""
    if shown in (UNCOVERED, ABSENT):
        return
    named = NAMED.findall(shown)
    assert named
    assert not NAMED.sub("", shown).strip(), "only tests stand in the last column, each in backquotes"
    for path, test in named:
        assert (ROOT / path).is_file(), path
        assert test in _names_in(ROOT / path), f"{path} has no {test}"


@cache
def _names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(one.name for one in functions if one.name.startswith("test_"))
