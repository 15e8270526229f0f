"""What differs between a computer now and an earlier document of its facts."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from itdesk.domain.limits import FACTS_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from itdesk.diagnostics.facts import Facts

FOLLOWS = frozenset({"changes", "checks"})
"""Probes that say nothing new: they follow from the others."""


def earlier_facts(path: Path) -> "Facts":
    """Return the facts in a file. Raises click.UsageError, one sentence."""
    from itdesk.diagnostics.facts import NotFacts, read_facts

    try:
        with path.open("rb") as file:
            content = file.read(FACTS_BYTES + 1)
        if len(content) > FACTS_BYTES:
            raise click.UsageError(f"{path} is larger than {FACTS_BYTES} bytes: facts never are.")
        return read_facts(content.decode("utf-8", "replace"))
    except OSError as error:
        raise click.UsageError(f"{path} cannot be read: {error.strerror}.") from error
    except NotFacts as error:
        raise click.UsageError(f"{path} holds no facts, as itdesk diagnostics --json prints them.") from error


def differences(before: "Facts", after: "Facts") -> "list[Mapping[str, Any]]":
    """Return what differs, a row each: probe, field, row, column, before, after, what."""
    from itdesk.diagnostics.comparison import compare, news
    from itdesk.diagnostics.declarations import declarations
    from itdesk.diagnostics.difference_row import as_row

    probes = [probe for name, probe in declarations().items() if name not in FOLLOWS]
    return [as_row(one) for one in news(compare(before.facts, after.facts, probes))]


def difference_lines(rows: "list[Mapping[str, Any]]") -> list[str]:
    """Return the differences as plain lines."""
    return [_line(row) for row in rows] or ["Nothing differs."]


def _line(row: "Mapping[str, Any]") -> str:
    place = " ".join(filter(None, (row["probe"], row["field"], row["row"], row["column"])))
    before, after = (json.dumps(row[name], ensure_ascii=False) for name in ("before", "after"))
    return f"{place}: {before} → {after} ({row['what']})"
