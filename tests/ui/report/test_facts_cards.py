"""Each card opens to its single values; each card and each value can be kept back."""

import json

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.card_kinds import KINDS, OTHER
from itdesk.diagnostics.declarations import declarations
from itdesk.domain.changes import DiagnosticsAttached
from itdesk.services.desk import Desk
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.widgets.fact_lines import FactLines
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.report.conftest import SlowComputer
from tests.ui.report.facts_of_everything import facts_of_everything
from tests.ui.report.test_report_window import facts_are_there, fill, one, payloads, sent
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped

PRINTERS = {"printers": [{"name": "<b>HP</b>", "state": "ready"}], "default": "HP", "service": "running"}


@pytest.fixture
def computer() -> SlowComputer:
    return SlowComputer(
        facts={
            "host": {"name": "PC-07", "domain": "firma.local"},
            "disks": {"disks": [{"mount": "C:", "used_percent": 120, "implausible": ["used_percent"]}]},
            "printers": PRINTERS,
            "processor": {"cores": 9999, "implausible": ["cores"]},
            "battery": {"error": "This computer has no battery."},
        }
    )


def lines(window: ReportWindow, key: str) -> FactLines:
    window.along.card(key).open()
    found = window.along.card(key).lines
    assert found is not None
    return found


def words(widget: FactLines) -> list[str]:
    return [label.text() for label in widget.findChildren(PlainLabel)]


def test_a_card_opens_to_why_who_and_each_value(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    shown = words(lines(window, "printers"))
    assert shown[0] == "You and IT see this, nobody else."
    assert declarations()["printers"].why in shown
    assert "<b>HP</b> · ready" in shown
    assert "HP" in shown


def test_a_single_value_is_kept_back(
    window: ReportWindow, desk: Desk, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    box = lines(window, "computer").box(("host", "domain"))
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert not box.isChecked()
    sent(window, qtbot)
    facts = json.loads(one(payloads(desk), DiagnosticsAttached).facts)["facts"]
    assert facts["host"] == {"name": "PC-07"}
    assert facts["printers"] == PRINTERS


def test_a_value_that_cannot_be_right_is_marked(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    assert any("looks wrong" in text for text in words(lines(window, "memory")))


def test_a_card_that_failed_says_why(window: ReportWindow, computer: SlowComputer, qtbot: QtBot) -> None:
    facts_are_there(window, computer, qtbot)
    assert window.along.card("battery").value == "This computer has no battery."


def test_every_probe_stands_on_a_card() -> None:
    on_cards = [name for kind in KINDS for name in kind.probes]
    assert sorted(on_cards) == sorted(declarations())
    assert OTHER.key not in [kind.key for kind in KINDS]


@pytest.mark.usefixtures("language", "scale")
def test_every_card_fits_and_is_named_open(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    for name, values in facts_of_everything().items():
        window.along.show_probe(name, values)
    for kind in KINDS:
        window.along.card(kind.key).open()
    window.resize(SMALLEST_SCREEN)
    window.show_what_goes_along()
    assert_not_clipped(window, SMALLEST_SCREEN)
    assert_named(window)
