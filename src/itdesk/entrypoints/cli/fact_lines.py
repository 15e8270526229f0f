"""The cards of facts as plain lines for a terminal."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from itdesk.diagnostics.base import Field, Kind, Probe
from itdesk.diagnostics.card_kinds import KINDS, OTHER
from itdesk.diagnostics.cards import Card, Detail, details, make_cards
from itdesk.diagnostics.checks.verdicts import VERDICTS
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.facts import Facts
from itdesk.entrypoints.cli.answers import harmless

UNITS = ("B", "kB", "MB", "GB", "TB")
SHOWN_ROWS = 20


def facts_lines(facts: Facts) -> Iterator[str]:
    """Yield the cards of the windows: name, what is broken first, then each value under its own name."""
    declared = declarations()
    names = {kind.key: kind.name for kind in (*KINDS, OTHER)}
    for card in make_cards(facts):
        yield f"{names[card.key]}{' (!)' if card.alarm else ''}"
        yield from (f"  {harmless(line)}" for line in _card_lines(card, facts, declared))


def _card_lines(card: Card, facts: Facts, declared: Mapping[str, Probe]) -> Iterator[str]:
    for finding in _rows(facts.facts.get("checks", {}).get("findings")) if card.key == "checks" else ():
        yield from _verdict_lines(finding)
    for detail in details(card.probes, facts, declared):
        if detail.probe != "checks":
            yield from _detail_lines(detail)


def _verdict_lines(finding: Mapping[str, object]) -> Iterator[str]:
    verdict = VERDICTS.get(str(finding.get("verdict")))
    if verdict is not None:
        sentence = verdict.sentence.replace("{subject}", str(finding.get("subject", "")))
        yield " ".join(filter(None, (sentence, verdict.advice)))


def _detail_lines(detail: Detail) -> Iterator[str]:
    field, value = detail.field, detail.value
    name = field.description or field.name
    if field.kind is Kind.TABLE and isinstance(value, list):
        rows = _rows(value)
        yield f"{name}: {'none' if not rows else len(rows)}"
        yield from (f"  {_row(field, row)}" for row in rows[:SHOWN_ROWS])
        if len(rows) > SHOWN_ROWS:
            yield f"  and {len(rows) - SHOWN_ROWS} more"
    else:
        yield f"{name}: {_text(field, value)}"


def _rows(value: object) -> list[Mapping[str, object]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _row(table: Field, row: Mapping[str, object]) -> str:
    cells = ((column, row.get(column.name)) for column in table.columns)
    return " · ".join(_cell(column, value) for column, value in cells if value not in (None, ""))


def _cell(column: Field, value: object) -> str:
    is_bare = column.kind in (Kind.TEXT, Kind.MOMENT, Kind.TEXTS)
    return _text(column, value) if is_bare else f"{column.description}: {_text(column, value)}"


def _text(field: Field, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, int | float):
        return _measured(field.unit, value)
    return str(value)


def _measured(unit: str, value: float) -> str:
    match unit:
        case "B":
            return _size(value)
        case "s":
            return str(timedelta(seconds=round(value)))
    return f"{value:.9g} {unit}".rstrip()


def _size(count: float) -> str:
    unit = 0
    while count >= 1000 and unit < len(UNITS) - 1:
        count, unit = count / 1000, unit + 1
    return f"{count:.3g} {UNITS[unit]}"
