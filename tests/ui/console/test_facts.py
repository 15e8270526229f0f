"""The technician's side of the facts: what changed, what was found, every value, and other moments."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.facts import Facts
from itdesk.domain.changes import DiagnosticsAttached
from itdesk.domain.ids import TicketId
from itdesk.services.failures import WorldFailed
from itdesk.services.snapshots import Snapshot
from itdesk.ui.background import Runner
from itdesk.ui.console.fact_differences import ShownFacts
from itdesk.ui.console.facts_dialog import FactsDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.theme import Theme
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.console.office import JOANNA, NOON, Office
from tests.ui.console.told_facts import (
    CHANGES,
    CHECKS,
    DEVICE,
    HOSTILE,
    PRINTERS,
    Probes,
    driver,
    facts_with,
    text_of,
    words_in,
)
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped
from tests.ui.walk import settle as settled

InBackground = Callable[[Callable[[], object]], object]
ShownTicket = Callable[[TicketId], ConsoleWindow]


# --- the side panel ----------------------------------------------------------------------------------


def test_what_changed_stands_newest_first_and_the_near_is_marked(
    report: Callable[..., TicketId], shown: ShownTicket
) -> None:
    side = shown(report(facts_with(CHANGES))).page.side
    lines = side.changes.lines.lines
    times = ["22 min", "1 h", "1 h 01", "5 h", "1 day"]
    assert [line.text for line in lines] == [f"{time}: Arc, Driver version: 31.0 → 32.0" for time in times]
    assert [line.icon for line in lines] == ["warning", "warning", "clock", "clock", "clock"]
    assert [line.tone for line in lines] == ["amber", "amber", "", "", ""]
    assert lines[0].spoken == "22 min before: Arc, Driver version: 31.0 → 32.0"
    assert side.changes.more_button.text() == "and 4 more"
    assert side.changes.title.text() == "What changed before it broke"


def test_nothing_changed_is_not_said(report: Callable[..., TicketId], shown: ShownTicket) -> None:
    for facts in (
        facts_with(),
        facts_with({"changes": {"changes": []}}),
        facts_with({"changes": {"error": "x"}}),
    ):
        side = shown(report(facts)).page.side
        assert side.changes.isHidden()
        assert side.verdicts.isHidden()


def test_the_section_goes_when_the_next_ticket_has_none(
    report: Callable[..., TicketId], shown: ShownTicket, runner: Runner, qtbot: QtBot
) -> None:
    calm, changed = report(facts_with()), report(facts_with(CHANGES, CHECKS))
    console = shown(changed)
    assert console.page.side.changes.isVisible()
    console.open_ticket(calm)
    qtbot.waitUntil(lambda: console.page.side.changes.isHidden() and console.page.side.verdicts.isHidden())


def test_verdicts_stand_above_the_computer_faults_first(
    report: Callable[..., TicketId], shown: ShownTicket
) -> None:
    side = shown(report(facts_with(CHECKS))).page.side
    lines = side.verdicts.lines
    assert [(line.icon, line.tone) for line in lines] == [("warning", "red"), ("check", ""), ("search", "")]
    assert lines[0].text == "The printer “HP-312” is switched off or not connected."
    assert side.verdicts.y() < side.facts.y()
    assert not any(row.value == lines[0].text for row in side.facts.rows), "said once"


def test_without_facts_there_is_nothing_to_open(
    office: Office, report: Callable[..., TicketId], shown: ShownTicket
) -> None:
    bare = office.report(JOANNA, "No facts")
    side = shown(bare).page.side
    assert side.facts_button.isHidden()
    assert side.facts_hint.text() == "No facts came along with this ticket."


def test_facts_in_an_unknown_form_are_said_to_be_so(
    report: Callable[..., TicketId], shown: ShownTicket
) -> None:
    side = shown(report('{"facts": 7}')).page.side
    assert side.facts_button.isHidden()
    assert "form that this version cannot show" in side.facts_hint.text()


def test_and_more_leads_to_the_changes(
    report: Callable[..., TicketId], shown: ShownTicket, runner: Runner, qtbot: QtBot
) -> None:
    console = shown(report(facts_with(CHANGES, PRINTERS)))
    QTest.mouseClick(console.page.side.changes.more_button, Qt.MouseButton.LeftButton)
    (dialog,) = console.page.findChildren(FactsDialog)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    assert dialog.tree.currentIndex().data().startswith("What changed lately")
    assert sum("31.0 → 32.0" in words for words in words_in(dialog.tree.facts.nodes)) >= 7


# --- all facts ---------------------------------------------------------------------------------------


def test_every_value_is_there_and_what_was_kept_back_is_not(
    report: Callable[..., TicketId], shown: ShownTicket, all_facts: Callable[[ConsoleWindow], FactsDialog]
) -> None:
    facts = facts_with(PRINTERS, CHECKS).without({"network"}, {("machine", "model")})
    dialog = all_facts(shown(report(facts)))
    words = "\n".join(words_in(dialog.tree.facts.nodes))
    for value in (
        "PC-KSIEG-07",
        "Dell",
        "23H2",
        "3 days",
        "16 GB",
        "61 %",
        "Comarch ERP",
        "HP UPD 7.0",
        "offline",
    ):
        assert value in words, value
    for absent in ("10.4.3.12", "OptiPlex", "Network"):
        assert absent not in words, absent
    assert any(
        line.startswith("The printer is ready") and line.endswith("· off") for line in words.split("\n")
    )
    assert dialog.windowTitle() == "All facts, IT-1042"


def test_search_narrows_opens_and_gives_back(
    report: Callable[..., TicketId], shown: ShownTicket, all_facts: Callable[[ConsoleWindow], FactsDialog]
) -> None:
    programs: list[object] = [{"name": f"Program {number}", "version": "1.0"} for number in range(40)]
    dialog = all_facts(shown(report(facts_with({"software": {"programs": programs}}))))
    whole = len(dialog.tree.facts.nodes)
    QTest.keyClicks(dialog.search, "program 39")
    (card,) = dialog.tree.facts.nodes
    table = dialog.tree.facts.index(0, 0, dialog.tree.facts.index(0, 0))
    assert [row.name for row in card.parts[0].parts] == ["Program 39"]
    assert dialog.tree.isExpanded(table)
    QTest.keyClicks(dialog.search, " nowhere")
    assert dialog.stack.currentWidget() is dialog.empty
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert len(dialog.tree.facts.nodes) == whole
    assert dialog.isVisible()
    long_table = dialog.tree.facts.index(
        0, 0, dialog.tree.facts.index(dialog.tree.facts.row_of("software"), 0)
    )
    assert not dialog.tree.isExpanded(long_table), "long tables are folded"
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_keyboard_leads_everywhere(
    report: Callable[..., TicketId], shown: ShownTicket, all_facts: Callable[[ConsoleWindow], FactsDialog]
) -> None:
    dialog = all_facts(shown(report(facts_with())))
    dialog.activateWindow()
    assert dialog.search.hasFocus()
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.tree.hasFocus()
    first = dialog.tree.facts.index(0, 0)
    dialog.tree.setCurrentIndex(first)
    assert dialog.tree.isExpanded(first)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert not dialog.tree.isExpanded(first)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Right)
    assert dialog.tree.isExpanded(first)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Down)
    QTest.keyClick(dialog.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Name of the computer: PC-KSIEG-07"
    QTest.keyClick(dialog.tree, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.search.hasFocus()


def test_one_window_of_facts_is_enough(
    report: Callable[..., TicketId], shown: ShownTicket, all_facts: Callable[[ConsoleWindow], FactsDialog]
) -> None:
    console = shown(report(facts_with()))
    first, second = all_facts(console), all_facts(console)
    assert first is not second
    assert [dialog for dialog in console.page.findChildren(FactsDialog) if dialog.isVisible()] == [second]


# --- other moments -----------------------------------------------------------------------------------


@pytest.fixture
def four_moments(office: Office, report: Callable[..., TicketId]) -> TicketId:
    """A ticket with two moments of a computer; one before and one after it are on other tickets."""
    waits: Probes = {"boot": {"pending_restart": True}}
    report(facts_with(DEVICE, {"boot": {"pending_restart": False}}), minutes_ago=3_000)
    ticket = report(facts_with(DEVICE, waits), minutes_ago=50)
    report(facts_with(DEVICE, waits, used=96), minutes_ago=10)
    report(facts_with({"device": {"id": "f" * 32}}), minutes_ago=5)
    again = text_of(facts_with(DEVICE, waits))
    office.happen(JOANNA, ticket, DiagnosticsAttached(facts=again), minutes_ago=20)
    return ticket


def test_other_moments_of_the_computer_are_compared_the_newest_at_the_right(
    four_moments: TicketId,
    shown: ShownTicket,
    all_facts: Callable[[ConsoleWindow], FactsDialog],
    runner: Runner,
    qtbot: QtBot,
) -> None:
    dialog = all_facts(shown(four_moments))
    items = [dialog.chooser.itemText(place) for place in range(dialog.chooser.count())]
    assert [item.rpartition(", ")[2] for item in items] == ["Nothing", "IT-1044", "IT-1043", "IT-1042"]

    def compared(place: int) -> list[str]:
        dialog.chooser.setCurrentIndex(place)
        qtbot.waitUntil(lambda: runner.waiting == 0)
        return [words for node in dialog.tree.facts.nodes for words in words_in(node.parts)]

    assert compared(1) == ["Memory in use: 61 % → 96 %"]
    assert dialog.about.text().startswith("What differs: today")
    assert dialog.about.text().endswith("IT-1044")
    assert compared(2) == []
    assert dialog.stack.currentWidget() is dialog.empty
    assert dialog.empty.findChildren(PlainLabel)[0].text() == "No differences"
    assert compared(3) == ["Updates wait for a restart: no → yes"]
    assert dialog.about.text().endswith("IT-1043")
    assert len(compared(0)) > 10


def test_a_computer_without_a_number_has_no_others(
    report: Callable[..., TicketId], shown: ShownTicket, all_facts: Callable[[ConsoleWindow], FactsDialog]
) -> None:
    report(facts_with())
    dialog = all_facts(shown(report(facts_with())))
    assert not dialog.chooser.isEnabled()
    assert dialog.chooser.currentText() == "No other facts yet"


@pytest.fixture
def dialog_with(runner: Runner, qtbot: QtBot) -> Iterator[Callable[..., FactsDialog]]:
    """`dialog_with(facts, fetch)` opens the dialog by itself."""
    parent = QLabel()
    parent.resize(1400, 900)
    qtbot.addWidget(parent)

    def opened(facts: Facts, fetch: Callable[[], tuple[Snapshot, ...]] = tuple) -> FactsDialog:
        shown = ShownFacts(reference="IT-1042", at=NOON, text=text_of(facts), facts=facts)
        dialog = FactsDialog(shown, runner, fetch, lambda: NOON, parent)
        dialog.show()
        qtbot.waitUntil(lambda: runner.waiting == 0)
        return dialog

    yield opened
    qtbot.waitUntil(lambda: runner.waiting == 0)


def test_a_disk_that_fails_is_said_and_the_facts_stay(dialog_with: Callable[..., FactsDialog]) -> None:
    def fetch() -> tuple[Snapshot, ...]:
        raise WorldFailed("The disk is full.")

    dialog = dialog_with(facts_with(), fetch)
    assert dialog.banner.isVisible()
    assert dialog.tree.facts.nodes


def test_other_facts_in_an_unknown_form_are_said_to_be_so(
    dialog_with: Callable[..., FactsDialog], runner: Runner, qtbot: QtBot
) -> None:
    other = Snapshot(ticket_id=TicketId("1"), reference="IT-1", at=NOON - timedelta(days=1), text="[]")
    dialog = dialog_with(facts_with(), lambda: (other,))
    dialog.chooser.setCurrentIndex(1)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    assert "cannot show" in dialog.empty.findChildren(PlainLabel)[0].text()


# --- how it looks ------------------------------------------------------------------------------------


def test_the_panel_is_not_clipped(
    theme: Theme, language: str, report: Callable[..., TicketId], shown: ShownTicket
) -> None:
    console = shown(report(facts_with(CHANGES, CHECKS, PRINTERS)))
    assert_not_clipped(console)
    assert_named(console)


def test_the_panel_holds_endless_names(report: Callable[..., TicketId], shown: ShownTicket) -> None:
    endless: Probes = {"changes": {"changes": [driver(5, row="x" * 250, after=HOSTILE)]}}
    console = shown(report(facts_with(endless)))
    settled(console)
    side = console.page.side
    page = side.widget()
    assert page is not None
    assert page.width() <= side.viewport().width()
    (line,) = side.changes.lines.lines
    assert line.text.startswith("5 min: " + "x" * 250)


def test_the_dialog_fits_the_smallest_screen_and_is_named(
    scale: float,
    language: str,
    report: Callable[..., TicketId],
    shown: ShownTicket,
    all_facts: Callable[[ConsoleWindow], FactsDialog],
) -> None:
    ticket = report(facts_with(DEVICE, PRINTERS, CHECKS, CHANGES), minutes_ago=40)
    report(facts_with(DEVICE), minutes_ago=90)
    console = shown(ticket)
    settled(console, SMALLEST_SCREEN)
    console.page.show_side(True)
    dialog = all_facts(console)
    assert_not_clipped(dialog)
    assert_named(dialog)
    assert dialog.width() <= SMALLEST_SCREEN.width()
    assert dialog.height() <= SMALLEST_SCREEN.height()


def test_the_dialog_is_whole_in_both_themes(
    theme: Theme, language: str, dialog_with: Callable[..., FactsDialog]
) -> None:
    dialog = dialog_with(facts_with(PRINTERS, CHECKS, CHANGES))
    assert_not_clipped(dialog)
    assert_named(dialog)


def test_lines_are_as_high_as_their_words(dialog_with: Callable[..., FactsDialog]) -> None:
    dialog = dialog_with(facts_with({"machine": {"model": "long words " * 30, "manufacturer": "Dell"}}))
    model, card = dialog.tree.facts, dialog.tree.facts.index(0, 0)
    heights = {
        model.index(row, 0, card).data(): dialog.tree.visualRect(model.index(row, 0, card)).height()
        for row in range(model.rowCount(card))
    }
    long = next(height for text, height in heights.items() if text.startswith("Model"))
    short = next(height for text, height in heights.items() if text.startswith("Manufacturer"))
    assert long > 2 * short
    dialog.resize(dialog.width() * 3, dialog.height())
    settled(dialog)
    assert dialog.tree.visualRect(model.index(1, 0, card)).height() < long


def test_hostile_text_is_text(
    report: Callable[..., TicketId], shown: ShownTicket, all_facts: Callable[[ConsoleWindow], FactsDialog]
) -> None:
    checks: dict[str, object] = {"findings": [{"verdict": HOSTILE, "subject": HOSTILE, "is_fault": True}]}
    changes: dict[str, object] = {"changes": [driver(5, after=HOSTILE, row=HOSTILE)]}
    probes: Probes = {
        "changes": changes,
        "checks": checks,
        HOSTILE: {HOSTILE: HOSTILE},
    }
    console = shown(report(facts_with(probes)))
    dialog = all_facts(console)
    settled(dialog)
    assert any(HOSTILE in words for words in words_in(dialog.tree.facts.nodes))
    for label in [*console.findChildren(QLabel), *dialog.findChildren(QLabel)]:
        assert label.textFormat() is Qt.TextFormat.PlainText or "<" not in label.text()
        assert "<img" not in label.toolTip()
