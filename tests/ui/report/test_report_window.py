"""The report: ready to type at once, sends what was shown and nothing else, loses nothing."""

import json
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.catalogue import Concerns
from itdesk.domain.changes import DiagnosticsAttached, FileAttached, TicketOpened
from itdesk.domain.listing import Question, View
from itdesk.domain.redaction import Rules
from itdesk.services.desk import Desk
from itdesk.services.drafts import draft
from itdesk.services.reading import ticket_page, tickets
from itdesk.ui.background import Runner
from itdesk.ui.report.exact_preview import ExactPreview
from itdesk.ui.report.sending import Outgoing, as_sent, facts_text
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.widgets.picture_file import png
from itdesk.ui.widgets.plain_label import PlainLabel
from tests.ui.gui_guard import in_background
from tests.ui.report.conftest import RED, SlowComputer
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped, is_clipped, settle

TEXT = "Nie mogę wydrukować faktur. Drukarka miga na czerwono."


def payloads(desk: Desk) -> list[Any]:
    """Return what was saved, kind by kind."""
    [row] = in_background(lambda: tickets(desk, Question(view=View.REPORTED)))
    page = in_background(lambda: ticket_page(desk, row.id))
    assert page is not None
    return [moment.event.payload for moment in page.moments]


def one(saved: list[Any], kind: type) -> Any:
    [found] = [payload for payload in saved if isinstance(payload, kind)]
    return found


def sent(window: ReportWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.saved):
        window.submit()


def fill(window: ReportWindow, text: str = TEXT) -> None:
    window.form.symptoms.choose("printing")
    window.form.description.setPlainText(text)


def facts_are_there(window: ReportWindow, computer: SlowComputer, qtbot: QtBot) -> None:
    computer.may_tell.set()
    qtbot.waitUntil(lambda: "disks" in window.along.collected.facts)


def test_she_can_type_before_the_facts_are_there(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    fill(window)
    sent(window, qtbot)
    saved = payloads(desk)
    opened = one(saved, TicketOpened)
    assert opened.title == "Nie mogę wydrukować faktur"
    assert opened.description == TEXT
    assert opened.symptom == "printing"
    assert opened.category == "hardware_failure"


def test_the_facts_that_were_shown_are_the_facts_that_are_sent(
    window: ReportWindow, desk: Desk, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    shown = facts_text(Outgoing(facts=window.along.facts()))
    sent(window, qtbot)
    assert one(payloads(desk), DiagnosticsAttached).facts == shown


def test_what_is_switched_off_does_not_leave(
    window: ReportWindow, desk: Desk, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    window.along.card("computer").include(False)
    sent(window, qtbot)
    facts = json.loads(one(payloads(desk), DiagnosticsAttached).facts)["facts"]
    assert "host" not in facts
    assert "disks" in facts


@pytest.mark.parametrize("concerns", [Concerns.ANOTHER_COMPUTER, Concerns.NO_COMPUTER])
def test_nothing_of_this_computer_goes_along_when_it_is_not_about_it(
    window: ReportWindow, desk: Desk, computer: SlowComputer, qtbot: QtBot, concerns: Concerns
) -> None:
    facts_are_there(window, computer, qtbot)
    fill(window)
    window.form.choose_concerns(concerns)
    sent(window, qtbot)
    assert {type(payload) for payload in payloads(desk)} == {TicketOpened}


def test_the_screenshot_goes_along_and_can_be_removed(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    fill(window)
    window.along.screenshot.leave_out()
    sent(window, qtbot)
    assert not [payload for payload in payloads(desk) if isinstance(payload, FileAttached)]


def test_the_screenshot_is_for_the_requester_and_it_alone(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    fill(window)
    sent(window, qtbot)
    file = one(payloads(desk), FileAttached)
    assert (file.is_screenshot, file.audience) == (True, "requester")


def test_blacked_out_pixels_are_destroyed(window: ReportWindow) -> None:
    window.along.screenshot.view.black_out(QRect(100, 100, 50, 40))
    [picture] = window.along.pictures()
    [image] = in_background(partial(as_sent, Outgoing(pictures=(picture,)), Rules())).images
    assert image.pixelColor(120, 120) == QColor(0, 0, 0)
    assert image.pixelColor(10, 10) == RED
    assert b"tEXt" not in in_background(partial(png, picture))


def test_exactly_what_is_sent_is_shown(window: ReportWindow, computer: SlowComputer, qtbot: QtBot) -> None:
    facts_are_there(window, computer, qtbot)
    window.along.preview_wanted.emit()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExactPreview)))
    [preview] = window.findChildren(ExactPreview)
    assert preview.facts_text == facts_text(Outgoing(facts=window.along.facts()))
    assert preview.text.toPlainText() == preview.facts_text


def test_an_empty_report_is_asked_for_a_word(window: ReportWindow, desk: Desk) -> None:
    window.submit()
    assert "few words" in window.banner.accessibleName()
    assert in_background(lambda: tickets(desk, Question())) == ()


def test_what_she_typed_is_kept_until_it_is_sent(
    window: ReportWindow, desk: Desk, runner: Runner, computer: SlowComputer, qtbot: QtBot
) -> None:
    fill(window)
    qtbot.waitUntil(lambda: TEXT in in_background(lambda: draft(desk, "report")), timeout=10_000)
    again = ReportWindow(desk, runner, collect_facts=computer.collect, symptoms=(), picture=None)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.form.words().description == TEXT)
    sent(window, qtbot)
    assert in_background(lambda: draft(desk, "report")) == ""


def test_a_report_that_cannot_be_sent_keeps_its_words(window: ReportWindow, desk: Desk, qtbot: QtBot) -> None:
    fill(window, "x" * 20_001)
    window.submit()
    qtbot.waitUntil(window.banner.isVisible)
    assert "20000" in window.banner.accessibleName().replace("\N{NO-BREAK SPACE}", "").replace(",", "")
    assert len(window.form.words().description) == 20_001


def test_a_nul_that_was_pasted_is_one_sentence_and_the_words_stay(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("Drukarka\0 miga")
    window.form.description.paste()
    window.submit()
    qtbot.waitUntil(window.banner.isVisible)
    assert "NUL" in window.banner.accessibleName()
    assert "description" in window.banner.accessibleName()
    assert window.form.words().description == "Drukarka\0 miga"
    assert in_background(lambda: tickets(desk, Question())) == ()
    fill(window, "Drukarka miga")
    sent(window, qtbot)
    assert one(payloads(desk), TicketOpened).description == "Drukarka miga"


def test_a_full_disk_is_said_in_red_words(window: ReportWindow, computer: SlowComputer, qtbot: QtBot) -> None:
    facts_are_there(window, computer, qtbot)
    assert window.along.card("disks").is_alarming
    assert not window.along.card("computer").is_alarming


@pytest.mark.usefixtures("language", "scale")
def test_everything_is_named_and_fits_a_small_screen(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    facts_are_there(window, computer, qtbot)
    assert_not_clipped(window, SMALLEST_SCREEN)
    assert_named(window)
    window.show_what_goes_along()
    assert_not_clipped(window, SMALLEST_SCREEN)
    assert_named(window)


def test_a_fact_that_comes_late_has_room_for_its_lines_at_once(window: ReportWindow) -> None:
    """Whoever paints the window in the same moment, for a picture, paints the whole of it."""
    settle(window)
    window.along.show_probe("operating_system", {"name": "Debian GNU/Linux", "version": "12 (bookworm)"})
    settle(window)
    window.along.show_probe("boot", {"uptime_s": 59 * 60, "pending_restart": True})
    for line in window.along.findChildren(PlainLabel):
        assert not (line.isVisible() and is_clipped(line, window)), line.text()
