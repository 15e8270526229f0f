"""All facts about a computer as a tree of words: cards, their values, the rows of their tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QLocale

from itdesk.diagnostics.base import Field
from itdesk.diagnostics.cards import Card, Detail, details, make_cards
from itdesk.diagnostics.checks.step_names import STEP_NAMES
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.facts import Facts
from itdesk.domain.tokeniser import fold
from itdesk.ui.card_words import card_name, declared_words, said
from itdesk.ui.change_words import change_words
from itdesk.ui.console.change_lines import time_before
from itdesk.ui.console.verdict_lines import is_fault
from itdesk.ui.fact_words import card_line, failed_words
from itdesk.ui.field_words import AND_MORE, choice_words, field_name, row_words, value_words
from itdesk.ui.finding_words import finding_words

IN_ONE_LINE = 3
"""So many texts stand in the line of their name; more get lines of their own."""
MOST_PARTS = 5000
Row = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class FactNode:
    """One line of the tree. Only cards have a `key` and an `icon`. All of it may be foreign text."""

    name: str = ""
    value: str = ""
    key: str = ""
    icon: str = ""
    is_bad: bool = False
    found_by: str = ""
    """Words by which it is found beside those that it shows: what the columns are called."""
    parts: tuple["FactNode", ...] = ()

    @property
    def text(self) -> str:
        """The line as it is said aloud and copied."""
        return ": ".join(filter(None, (self.name, self.value)))

    @cached_property
    def folded(self) -> str:
        """By what it is found; a card by its name alone, for its line says again what stands on it."""
        return fold(self.name if self.key else f"{self.text} {self.found_by}")


def fact_nodes(facts: Facts) -> tuple[FactNode, ...]:
    """Return the cards with every value. What was kept back is not there. May take a while."""
    return tuple(_card_node(card, facts) for card in make_cards(facts))


def matching(nodes: Iterable[FactNode], words: str, above: str = "") -> Iterator[FactNode]:
    """Return what has all the words in it or above it: a hit with all its parts, others with their hits."""
    asked = fold(words).split()
    for node in nodes:
        here = f"{above} {node.folded}"
        if all(word in here for word in asked):
            yield node
        elif parts := tuple(matching(node.parts, words, here)):
            yield replace(node, parts=parts)


def _card_node(card: Card, facts: Facts) -> FactNode:
    found = details(card.probes, facts, declarations())
    counts = {(one.probe, f"{one.field.name}_count") for one in found if isinstance(one.value, list)}
    shown = [one for one in found if (one.probe, one.field.name) not in counts]
    return FactNode(
        key=card.key,
        icon=card.icon,
        name=card_name(card.key),
        value=card_line(card),
        is_bad=card.alarm,
        parts=tuple(_value_node(one, facts.facts[one.probe]) for one in shown),
    )


def _value_node(detail: Detail, values: Row) -> FactNode:
    field, value = detail.field, detail.value
    if isinstance(value, list) and value:
        return _list_node(detail.probe, field, value, values.get(f"{field.name}_count"))
    words = value_words(field, value)
    if field.name == "error" and not field.description:
        return FactNode(name=failed_words(), value=words)
    odd = values.get("implausible")
    if isinstance(odd, list) and field.name in odd:
        words = QCoreApplication.translate("FactLines", "{value} (looks wrong)").format(value=words)
        return FactNode(name=field_name(field), value=words, is_bad=True)
    return FactNode(name=field_name(field), value=words)


def _list_node(probe: str, field: Field, items: Sequence[object], whole: object) -> FactNode:
    """Return a list with a line for each item; a few short texts stand in the line of its name."""
    if len(items) <= IN_ONE_LINE and not any(isinstance(item, Mapping) for item in items):
        return FactNode(name=field_name(field), value=", ".join(map(_one, items)))
    make = SPECIAL.get((probe, field.name)) or _row_of(field)
    parts = [
        make(item) if isinstance(item, Mapping) else FactNode(value=_one(item)) for item in items[:MOST_PARTS]
    ]
    if len(items) > len(parts):
        parts.append(FactNode(value=said(AND_MORE).format(count=len(items) - len(parts))))
    return FactNode(name=field_name(field), value=_count_words(len(items), whole), parts=tuple(parts))


def _count_words(count: int, whole: object) -> str:
    shown = QLocale().toString(count)
    if not isinstance(whole, int) or whole <= count:
        return shown
    every = QLocale().toString(whole)
    return QCoreApplication.translate("FactNodes", "{shown} of {all}").format(shown=shown, all=every)


def key_and_others(table: Field) -> tuple[Field, Field]:
    """Return a table of nothing but its key, or its first column where it has none, and one of the others."""
    key = table.key or next((column.name for column in table.columns), "")
    named = tuple(column for column in table.columns if column.name == key)
    others = tuple(column for column in table.columns if column.name != key)
    return replace(table, columns=named), replace(table, columns=others)


def _row_of(table: Field) -> Callable[[Row], FactNode]:
    """Return what makes a line of a row: its key is the name, everything else the value."""
    named, others = key_and_others(table)
    columns = {column.name: field_name(column) for column in table.columns}

    def make(row: Row) -> FactNode:
        value = row_words(others, row) or _unknown_words(table, row)
        told = (words for name, words in columns.items() if row.get(name) not in (None, ""))
        return FactNode(name=row_words(named, row), value=value, found_by=" ".join(told))

    return make


def _unknown_words(table: Field, row: Row) -> str:
    """Return what nobody has declared under its own names."""
    known = {column.name for column in table.columns}
    return " · ".join(f"{name} {_one(value)}" for name, value in row.items() if name not in known)


def _change_node(row: Row) -> FactNode:
    return FactNode(name=time_before(row), value=change_words(row))


def _finding_node(row: Row) -> FactNode:
    return FactNode(value=finding_words(row), is_bad=is_fault(row))


def _step_node(row: Row) -> FactNode:
    step, detail = _one(row.get("name", "")), _one(row.get("detail", ""))
    words = (choice_words(_one(row.get("outcome", ""))), detail)
    return FactNode(
        name=declared_words(STEP_NAMES[step]) if step in STEP_NAMES else step,
        value=" · ".join(filter(None, words)),
        is_bad=row.get("outcome") == "failed",
    )


def _one(value: object) -> str:
    return " ".join(str(value).split())


SPECIAL: Mapping[tuple[str, str], Callable[[Row], FactNode]] = {
    ("changes", "changes"): _change_node,
    ("checks", "findings"): _finding_node,
    ("checks", "steps"): _step_node,
}
"""Tables whose rows are said as sentences, by probe and field."""
