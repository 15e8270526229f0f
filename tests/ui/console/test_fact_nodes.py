"""Facts in words, whatever is in the document; and the tree that holds them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, QSize
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.cards import make_cards
from itdesk.ui.console.change_lines import change_lines
from itdesk.ui.console.fact_differences import difference_nodes
from itdesk.ui.console.fact_nodes import FactNode, fact_nodes, matching
from itdesk.ui.console.fact_tree_delegate import FactTreeDelegate
from itdesk.ui.console.fact_tree_model import FactTreeModel
from itdesk.ui.console.fact_tree_view import FactTreeView
from itdesk.ui.console.facts_rows import facts_rows
from itdesk.ui.console.known_facts import known_facts, showable
from itdesk.ui.console.verdict_lines import verdict_lines
from itdesk.ui.widgets.row_delegate import Index
from tests.ui.console.told_facts import CHANGES, CHECKS, PRINTERS, Probes, facts_with, words_in
from tests.ui.walk import settle as settled


def test_search_finds_by_names_values_and_without_accents() -> None:
    nodes = fact_nodes(facts_with(PRINTERS, {"host": {"name": "Łącze-07"}}))
    assert list(words_in(matching(nodes, "lacze"))) == [
        "Computer: Łącze-07 · Dell · OptiPlex 7010",
        "Name of the computer: Łącze-07",
    ]
    (card,) = matching(nodes, "hp-312 driver")
    assert [part.name for part in card.parts] == ["Printers"], "a column's name finds its row"
    (card,) = matching(nodes, "printers")
    assert len(card.parts) == 2
    assert tuple(matching(nodes, "")) == nodes
    assert not list(matching(nodes, "printers dell"))


def test_a_whole_row_is_said_as_in_the_list() -> None:
    installed = {"name": "KB5039212", "at": "2026-05-20T17:00:00+00:00"}
    before: Probes = {"updates": {"installed": []}}
    after: Probes = {"updates": {"installed": [installed]}}
    (card,) = difference_nodes(facts_with(before), facts_with(after))
    (line,) = card.parts
    assert line.value.startswith("Latest updates: KB5039212 20 May")
    assert difference_nodes(facts_with(after), facts_with(before)) == (), "what grew old is no difference"


def test_what_follows_from_the_others_is_no_difference() -> None:
    assert difference_nodes(facts_with(CHECKS, CHANGES), facts_with({"checks": {"findings": []}})) == ()


def test_the_model_is_a_model(qtmodeltester: ModelTester) -> None:
    model = FactTreeModel()
    model.show_nodes(fact_nodes(facts_with(PRINTERS, CHECKS, CHANGES)))
    qtmodeltester.check(model)
    model.show_nodes(())
    assert model.rowCount() == 0
    assert not model.data(QModelIndex())


class CountingDelegate(FactTreeDelegate):
    """Counts the lines that are measured."""

    measured = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's)
        self.measured += 1
        return super().sizeHint(option, index)


def test_of_a_long_table_only_what_is_in_sight_is_measured(qtbot: QtBot) -> None:
    rows = tuple(FactNode(name=f"Program {number}", value="1.0") for number in range(20_000))
    view = FactTreeView()
    qtbot.addWidget(view)
    delegate = CountingDelegate(view)
    view.setItemDelegate(delegate)
    view.resize(600, 400)
    view.show_nodes([FactNode(name="Programs", key="software", icon="app", parts=rows)])
    settled(view)
    view.scrollToBottom()
    settled(view)
    assert view.indexAt(QPoint(50, 200)).row() > 19_900
    assert 0 < delegate.measured < 200


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (10**400, str(10**400)),
        (2**62, 2**62),
        (True, True),
        ("x" * 5_000, "x" * 2_000 + "…"),
        ([{"a": ["b", ["c"]]}], [{"a": ["b", "…"]}]),
    ],
)
def test_what_cannot_be_drawn_is_made_so(value: object, shown: object) -> None:
    assert showable(value) == shown


def test_more_rows_than_anybody_reads_are_counted() -> None:
    text = json.dumps({"facts": {"faulty_devices": {"services": ["x"] * 6_000}}})
    facts = known_facts(text)
    assert facts is not None
    (card,) = fact_nodes(facts)
    assert len(card.parts[0].parts) == 5_001
    assert card.parts[0].parts[-1].value == "and 1000 more"


SCALARS = st.none() | st.booleans() | st.integers(-(10**30), 10**400) | st.floats() | st.text(max_size=20)
KNOWN = (
    *("name", "row", "field", "column", "probe", "before", "after", "minutes_before", "verdict", "subject"),
    *("is_fault", "state", "error", "implausible", "changes", "findings", "steps", "printers", "graphics"),
    *("adapters", "disks", "used_percent", "at", "id", "memory", "checks", "updates", "installed", "boot"),
    *("changes_count", "device", "battery", "network", "wireless", "session", "sound", "outputs"),
)
NAMES = st.sampled_from(KNOWN) | st.text(max_size=5)


def parts_of(parts: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(parts, max_size=4) | st.dictionaries(NAMES, parts, max_size=5)


VALUES = st.recursive(SCALARS, parts_of, max_leaves=12)
DOCUMENTS = st.dictionaries(NAMES, st.dictionaries(NAMES, VALUES, max_size=5), max_size=5)


@given(DOCUMENTS, DOCUMENTS)
def test_any_facts_become_words(before: Probes, after: Probes) -> None:
    documents = [known_facts(json.dumps({"facts": facts})) for facts in (before, after)]
    first, second = documents
    assert first is not None
    assert second is not None
    for facts in (first, second):
        facts_rows(make_cards(facts))
        verdict_lines(facts)
        assert change_lines(facts).more >= 0
        list(words_in(fact_nodes(facts)))
    difference_nodes(first, second)
