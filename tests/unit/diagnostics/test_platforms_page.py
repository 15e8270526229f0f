"""The page that says where each platform finds the facts names every probe."""

import re
from pathlib import Path

from itdesk.diagnostics.declarations import declarations

PAGE = Path(__file__).parents[3] / "docs" / "platforms.md"


def test_every_probe_has_a_row_and_every_row_a_probe() -> None:
    table = PAGE.read_text("utf-8").partition("## Sources")[2].partition("## ")[0]
    firsts = re.findall(r"^\| (`[^|]*)\|", table, re.MULTILINE)
    named = [name for first in firsts for name in re.findall(r"`(\w+)`", first)]
    assert sorted(named) == sorted(declarations())
