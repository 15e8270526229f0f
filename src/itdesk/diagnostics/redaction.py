"""Finds secrets in the facts, at any depth, and hides those that the person does not want to send.

What a field declares to be such a thing, like the address of an adapter, is found too: she decides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from itdesk.domain.redaction import Finding, Rules, find, hidden

Facts = Mapping[str, Mapping[str, object]]
"""Values by probe and field, as in a facts document."""
Path = tuple[str | int, ...]
"""Names and places that lead to a text within one probe's values."""


@dataclass(frozen=True)
class FactFinding:
    """A secret in one text of the facts.

    `row` counts the rows of a table, or the items of a list, from 0; it is None for a single value. `column`
    names a table's column, "" elsewhere. `deeper` leads on where a cell is a list (of addresses, say).
    """

    probe: str
    field: str
    row: int | None
    column: str
    finding: Finding
    deeper: Path = ()

    @property
    def path(self) -> Path:
        """What leads to the text from the values of its probe."""
        row = () if self.row is None else (self.row,)
        column = (self.column,) if self.column else ()
        return (self.field, *row, *column, *self.deeper)


def findings_in(facts: Facts, rules: Rules) -> tuple[FactFinding, ...]:
    """Return every secret in the facts, in the order of the document."""
    return tuple(
        _named(probe, path, finding)
        for probe, values in facts.items()
        for path, text in _texts(values, ())
        for finding in find(text, rules)
    )


def with_hidden(facts: Facts, findings: Iterable[FactFinding]) -> dict[str, Mapping[str, object]]:
    """Return the facts with a mark in the place of each of `findings`; they are of these very facts."""
    by_text: dict[tuple[str, Path], list[Finding]] = {}
    for found in findings:
        by_text.setdefault((found.probe, found.path), []).append(found.finding)
    result = dict(facts)
    for (probe, path), secrets in by_text.items():
        values = _hide(result[probe], path, secrets)
        assert isinstance(values, Mapping)
        result[probe] = values
    return result


def _named(probe: str, path: Path, finding: Finding) -> FactFinding:
    field, *rest = path
    row = rest.pop(0) if rest and isinstance(rest[0], int) else None
    column = rest.pop(0) if rest and isinstance(rest[0], str) else ""
    return FactFinding(probe, str(field), _whole(row), str(column), finding, tuple(rest))


def _whole(row: str | int | None) -> int | None:
    return row if isinstance(row, int) else None


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Return each text within a value, and what leads to it."""
    if isinstance(value, str):
        yield path, value
    for key, inner in _inner(value):
        yield from _texts(inner, (*path, key))


def _inner(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, Mapping):
        return value.items()
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return enumerate(value)
    return ()


def _hide(value: object, path: Path, secrets: Iterable[Finding]) -> object:
    """Return the value with the text at `path` hidden in parts; what is not changed is not copied."""
    if not path:
        return hidden(value, secrets) if isinstance(value, str) else value
    first, rest = path[0], path[1:]
    if isinstance(value, Mapping):
        return {**value, first: _hide(value[first], rest, secrets)}
    if isinstance(value, Sequence) and isinstance(first, int):
        return [_hide(item, rest, secrets) if at == first else item for at, item in enumerate(value)]
    return value
