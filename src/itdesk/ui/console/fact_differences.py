"""What differs between two moments of a computer, as a tree of words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QLocale

from itdesk.diagnostics.base import Probe
from itdesk.diagnostics.card_kinds import KINDS, OTHER, CardKind
from itdesk.diagnostics.comparison import Difference, compare, news
from itdesk.diagnostics.declarations import declarations
from itdesk.diagnostics.difference_row import as_row
from itdesk.diagnostics.facts import Facts
from itdesk.services.snapshots import Snapshot
from itdesk.ui.card_words import card_name
from itdesk.ui.change_words import change_words
from itdesk.ui.console.fact_nodes import FactNode, key_and_others
from itdesk.ui.console.known_facts import known_facts
from itdesk.ui.field_words import row_words

FOLLOWS = frozenset({"changes", "checks"})
"""Probes that say nothing new: they follow from the others."""


@dataclass(frozen=True, kw_only=True)
class ShownFacts:
    """The facts that a window shows: whose, and of when."""

    reference: str
    at: datetime
    text: str
    facts: Facts


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What differs. `nodes` is None where the other facts cannot be read by this program."""

    other: Snapshot
    nodes: tuple[FactNode, ...] | None


def compared(shown: ShownFacts, other: Snapshot) -> Compared:
    """Compare with another moment, whichever of the two was first. May take a while."""
    facts = known_facts(other.text)
    if facts is None:
        return Compared(other=other, nodes=None)
    is_earlier = other.at <= shown.at
    before, after = (facts, shown.facts) if is_earlier else (shown.facts, facts)
    return Compared(other=other, nodes=difference_nodes(before, after))


def difference_nodes(before: Facts, after: Facts) -> tuple[FactNode, ...]:
    """Return the cards on which something differs, each with its differences, later values at the right."""
    declared = declarations()
    probes = [probe for name, probe in declared.items() if name not in FOLLOWS]
    found = news(compare(before.facts, after.facts, probes))
    by_card = {kind: [one for one in found if kind_of(one) is kind] for kind in (*KINDS, OTHER)}
    return tuple(_card_node(kind, here, declared) for kind, here in by_card.items() if here)


def kind_of(difference: Difference) -> CardKind:
    """Return the card on which its probe stands."""
    return next((kind for kind in KINDS if difference.probe in kind.probes), OTHER)


def _card_node(kind: CardKind, differences: list[Difference], declared: Mapping[str, Probe]) -> FactNode:
    return FactNode(
        key=kind.key,
        icon=kind.icon,
        name=card_name(kind.key),
        value=QLocale().toString(len(differences)),
        parts=tuple(FactNode(value=change_words(as_row(_worded(one, declared)))) for one in differences),
    )


def _worded(difference: Difference, declared: Mapping[str, Probe]) -> Difference:
    """Return the difference with a whole row said as in the tree of facts, in place of its bare values."""
    probe = declared.get(difference.probe)
    fields = probe.fields if probe else ()
    table = next((field for field in fields if field.name == difference.field), None)
    if table is None or not table.columns:
        return difference
    others = key_and_others(table)[1] if difference.row else table
    before, after = (
        row_words(others, value) if isinstance(value, Mapping) else value
        for value in (difference.before, difference.after)
    )
    return replace(difference, before=before, after=after)
