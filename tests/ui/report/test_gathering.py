"""What a symptom needs is asked when it is chosen, checked, and taken back when another one is chosen."""

import json
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.anywhere.printers import FIELDS as PRINTERS
from itdesk.diagnostics.bounds import bounded
from itdesk.domain.changes import DiagnosticsAttached, TicketOpened
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.theme import Theme
from itdesk.ui.tokens import Scheme
from tests.ui.conftest import wear
from tests.ui.report.conftest import SlowComputer
from tests.ui.report.test_report_window import facts_are_there, fill, one, payloads, sent
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped, settle

Facts = dict[str, dict[str, Any]]
PRINTER = {"name": "HP-312", "state": "stopped"}
STOPPED = bounded({"service": "running", "default": "HP-312", "printers": [PRINTER]}, PRINTERS)
LOG = {"entries": [{"at": "2026-05-25T08:00:00+00:00", "level": "error", "source": "cups", "message": "jam"}]}


@pytest.fixture
def computer() -> SlowComputer:
    facts: Facts = {"host": {"name": "PC-KSIEG-07"}, "disks": {"disks": []}, "printers": STOPPED}
    late: Facts = {"system_log": LOG, "disk_health": {"disks": []}, "usb": {"devices": []}}
    return SlowComputer(facts=facts, late=late)


def looked(window: ReportWindow, runner: Runner, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=20_000)


def test_what_a_symptom_needs_is_asked_and_checked(
    window: ReportWindow, computer: SlowComputer, runner: Runner, desk: Desk, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    qtbot.waitUntil(lambda: "checks" in window.along.collected.facts, timeout=20_000)
    asked = {name for asking in computer.asked for name in asking.probes}
    assert "system_log" in asked
    banner = window.advice.finding_banner
    assert banner.isVisible()
    assert "HP-312" in banner.accessibleName()
    assert "stopped" in banner.accessibleName()
    assert window.along.card("checks").is_alarming
    sent(window, qtbot)
    facts = json.loads(one(payloads(desk), DiagnosticsAttached).facts)["facts"]
    assert facts["checks"]["findings"][0]["verdict"] == "printing.queue_stopped"
    assert facts["system_log"] == LOG


def test_another_symptom_takes_back_what_only_the_first_one_needed(
    window: ReportWindow, computer: SlowComputer, runner: Runner, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    looked(window, runner, qtbot)
    assert "system_log" in window.along.collected.facts
    window.form.symptoms.choose("advice")
    looked(window, runner, qtbot)
    facts = window.along.facts()
    assert facts is not None
    assert {"system_log", "checks"} & facts.facts.keys() == set()
    assert window.along.card("log").isHidden()
    assert not window.advice.finding_banner.isVisible()


def test_a_worry_about_security_attaches_nothing(
    window: ReportWindow, computer: SlowComputer, runner: Runner, desk: Desk, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window, "Dziwna wiadomość")
    window.form.symptoms.choose("security")
    looked(window, runner, qtbot)
    assert window.along.count() == 0
    sent(window, qtbot)
    assert {type(payload) for payload in payloads(desk)} == {TicketOpened}


def test_facts_that_come_late_arrive_in_the_open_form(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    window.gathering.probe_told.emit("battery", {"percent": 80, "plugged": True})
    assert "80" in window.along.card("battery").value
    facts = window.along.facts()
    assert facts is not None
    assert facts.facts["battery"] == {"percent": 80, "plugged": True}


def test_what_was_not_asked_has_no_card_once_all_is_there(
    window: ReportWindow, computer: SlowComputer, runner: Runner, qtbot: QtBot
) -> None:
    assert not window.along.card("security").isHidden()
    facts_are_there(window, computer, qtbot)
    looked(window, runner, qtbot)
    assert window.along.card("security").isHidden()
    assert not window.along.card("printers").isHidden()


def test_answers_stand_below_the_description(
    window: ReportWindow, computer: SlowComputer, desk: Desk, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window, "Nie drukuje")
    [line, *_] = window.form.questions.findChildren(QLineEdit)
    qtbot.keyClicks(line, "HP-312 w pokoju 12")
    boxes = window.form.questions.findChildren(QComboBox)
    for box in boxes:
        box.setCurrentIndex(1)
    questions = len(window.form.questions.questions)
    sent(window, qtbot)
    description: Any = one(payloads(desk), TicketOpened).description
    assert description.startswith("Nie drukuje\n\n")
    assert "HP-312 w pokoju 12" in description
    assert description.count(" – ") >= 1 + len(boxes)
    assert questions <= 3


def test_answers_are_part_of_the_draft(window: ReportWindow, qtbot: QtBot) -> None:
    fill(window)
    [line, *_] = window.form.questions.findChildren(QLineEdit)
    qtbot.keyClicks(line, "HP-312")
    words = window.form.words()
    window.form.symptoms.choose("other")
    window.form.show_words(words)
    assert "HP-312" in window.form.words().answers.values()


def test_every_symptom_can_be_reached(window: ReportWindow) -> None:
    hidden = [card for card in window.form.symptoms.cards() if not card.isVisibleTo(window)]
    assert hidden
    window.form.show_more()
    assert all(card.isVisibleTo(window) for card in window.form.symptoms.cards())


@pytest.mark.usefixtures("language")
def test_the_questions_of_every_symptom_fit_a_small_screen(
    window: ReportWindow, dressed_app: QApplication, qtbot: QtBot
) -> None:
    wear(dressed_app, Theme(Scheme.LIGHT, 1.5))
    window.form.show_more()
    settle(window, SMALLEST_SCREEN)
    for card in window.form.symptoms.cards():
        window.form.symptoms.choose(card.symptom.id)
        assert_not_clipped(window.form)
    assert_named(window)


def test_a_window_that_closes_hears_no_probe_any_more(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    """A probe's thread that emits a signal of a window that is being deleted ends the whole program."""
    window.close()
    computer.may_tell.set()
    with qtbot.assertNotEmitted(window.gathering.probe_told):
        qtbot.waitUntil(lambda: bool(computer.asked), timeout=20_000)
        qtbot.waitUntil(lambda: "host" in window.along.collected.facts, timeout=20_000)
