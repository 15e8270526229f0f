"""The page for administrators names every limit, with the value that it has."""

import re
from pathlib import Path

from itdesk.server import limits

PAGE = (Path(__file__).parents[3] / "docs" / "operations.md").read_text("utf-8")
NAMED = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", PAGE, re.MULTILINE))


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return "–".join(map(str, value))
    return str(value)


def test_every_limit_is_named_with_its_value() -> None:
    known = {name: _told(value) for name, value in vars(limits).items() if name.isupper()}
    assert {name: value.strip().replace(" ", "") for name, value in NAMED.items()} == known
