"""The line below the description: filled in, each part edited in place, and what follows from it."""

import json
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.catalogue import Concerns
from itdesk.domain.changes import ParticipantAdded, TicketOpened
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Person, Role
from itdesk.services.desk import Desk
from itdesk.ui.report.around import Around, Knows, at_time, broke_at, days_ago
from itdesk.ui.report.around_editors import ConcernsEditor, PersonEditor, SinceEditor, TextEditor
from itdesk.ui.report.around_line import AroundLine, Part
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.report.words import Words, draft_of, words_of
from tests.ui.report.conftest import SlowComputer
from tests.ui.report.test_report_window import fill, one, payloads, sent
from tests.ui.walk import SMALLEST_SCREEN, assert_named, assert_not_clipped, settle

MAREK = Person(id=PersonId("0b" * 16), login="marek", name="Marek Zieliński", role=Role.TECHNICIAN)
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def line(qtbot: QtBot) -> AroundLine:
    """The line at noon, where Marek and another computer are known."""
    made = AroundLine(lambda: NOON)
    made.know(Knows(("PC-KADRY-02",), (MAREK,)))
    qtbot.addWidget(made)
    made.show()
    return made


def is_closed(line: AroundLine) -> bool:
    """Tell whether no editor is open."""
    return line.editor is None


def test_it_is_filled_in_and_says_what_may_be_filled_in(line: AroundLine) -> None:
    line.show_reach("Room 312", "")
    texts = [line.part(part).text() for part in Part]
    assert texts == ["this computer", "Room 312", "how to reach me", "since just now", "for me"]


def test_what_she_said_herself_is_not_replaced(line: AroundLine) -> None:
    line.show_around(Around(place="Room 7"))
    line.show_reach("Room 312", "ext. 4410")
    assert (line.around.place, line.around.contact) == ("Room 7", "ext. 4410")


def test_a_part_is_edited_in_place_and_escape_goes_back_to_it(line: AroundLine, qtbot: QtBot) -> None:
    line.part(Part.PLACE).click()
    assert isinstance(line.editor, TextEditor)
    qtbot.keyClicks(line.editor.line, "Room 3")
    qtbot.keyClick(line.editor.line, Qt.Key.Key_Escape)
    assert is_closed(line)
    assert line.around.place == "Room 3"
    assert line.part(Part.PLACE).text() == "Room 3"
    assert line.isVisible()


def test_enter_closes_the_editor(line: AroundLine, qtbot: QtBot) -> None:
    line.open_editor(Part.CONTACT)
    assert isinstance(line.editor, TextEditor)
    qtbot.keyClick(line.editor.line, Qt.Key.Key_Return)
    assert is_closed(line)


def test_another_computer_is_picked_or_named_and_it_says_what_is_left_out(line: AroundLine) -> None:
    line.open_editor(Part.CONCERNS)
    editor = line.editor
    assert isinstance(editor, ConcernsEditor)
    assert not editor.device.isVisible()
    editor.choice.segments()[1].click()
    editor.device.setCurrentIndex(editor.device.findText("PC-KADRY-02"))
    assert line.around.concerns is Concerns.ANOTHER_COMPUTER
    assert line.part(Part.CONCERNS).text() == "PC-KADRY-02"
    assert not line.around.sends_computer


@pytest.mark.parametrize(
    ("choice", "days", "text"),
    [(2, 1, "since yesterday"), (3, 3, "since about 1 Mar"), (0, None, "since just now")],
)
def test_since_when_is_chosen_in_words(line: AroundLine, choice: int, days: int | None, text: str) -> None:
    line.open_editor(Part.SINCE)
    assert isinstance(line.editor, SinceEditor)
    line.editor.choice.segments()[1].click()
    line.editor.choice.segments()[choice].click()
    assert line.around.since == (None if days is None else days_ago(NOON, days))
    assert line.part(Part.SINCE).text() == text


def test_a_time_that_is_yet_to_come_was_yesterdays() -> None:
    local = NOON.astimezone()
    assert at_time(NOON, time(local.hour, 0)) == local.replace(minute=0, second=0)
    assert at_time(local.replace(hour=8, minute=0), time(9, 40)).date() == local.date() - timedelta(days=1)


def test_of_another_day_the_whole_day_is_looked_at() -> None:
    assert broke_at(None, NOON) is None
    assert broke_at(NOON, NOON) == NOON
    day = broke_at(days_ago(NOON, 2), NOON)
    assert day is not None
    assert (day.astimezone().hour, day.astimezone().minute) == (23, 59)


def test_a_known_person_is_meant_by_name_or_login_others_are_text(line: AroundLine) -> None:
    line.open_editor(Part.PERSON)
    editor = line.editor
    assert isinstance(editor, PersonEditor)
    editor.choice.segments()[1].click()
    editor.person.setEditText("marek")
    assert line.around == Around(person="Marek Zieliński", person_id=MAREK.id)
    assert line.around.computer_in_sight is Concerns.ANOTHER_COMPUTER
    editor.person.setEditText("Jan from the stores")
    assert line.around == Around(person="Jan from the stores")
    editor.choice.segments()[0].click()
    assert line.around.person == ""


def test_it_says_beforehand_who_will_see_it(line: AroundLine) -> None:
    line.open_editor(Part.PERSON)
    assert isinstance(line.editor, PersonEditor)
    line.editor.choice.segments()[1].click()
    note = line.editor.note
    line.editor.person.setEditText("Jan from the stores")
    assert note.text().startswith("Only IT sees for whom it is.")
    line.editor.person.setEditText(" Anna.Nowak ")
    assert note.text().startswith("If a colleague signs in as “Anna.Nowak”, they see the conversation")
    line.editor.person.setEditText("marek")
    assert note.text() == "Marek Zieliński will see this report, so nothing of your computer goes along."
    line.editor.choice.segments()[0].click()
    assert not note.isVisibleTo(line)


def test_a_colleague_whom_nobody_knows_here_reads_along_by_login(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    fill(window)
    window.form.around.show_around(Around(person="anna.nowak"))
    sent(window, qtbot)
    assert one(payloads(desk), ParticipantAdded).login == "anna.nowak"
    assert one(payloads(desk), TicketOpened).requester_id is None


@pytest.mark.parametrize("person", ["Jan from the stores", "a" * 200 + "b", "\0", "\ud800"])
def test_what_can_be_no_login_costs_nothing(person: str) -> None:
    assert Words(person=person).reader_login == ""


def test_everything_of_the_line_survives_in_the_draft() -> None:
    words = Words(
        description="x", device="PC-1", since=NOON, person="Marek", person_id=MAREK.id, place="3", contact="4"
    )
    assert words_of(draft_of(words)) == words
    assert words_of(json.dumps({"description": "from an older program"})).since is None


def test_what_has_no_field_of_its_own_is_told_below_the_words(
    window: ReportWindow, desk: Desk, qtbot: QtBot
) -> None:
    fill(window, "It beeps.")
    window.form.around.show_around(
        Around(concerns=Concerns.ANOTHER_COMPUTER, device="PC-9", person="Jan", since=NOON)
    )
    sent(window, qtbot)
    opened = one(payloads(desk), TicketOpened)
    assert opened.description == "It beeps.\n\nComputer – PC-9\nFor – Jan"
    assert opened.since == NOON
    assert opened.requester_id is None


def test_nothing_of_this_computer_goes_along_for_a_known_colleague(
    window: ReportWindow, desk: Desk, computer: SlowComputer, qtbot: QtBot
) -> None:
    computer.may_tell.set()
    qtbot.waitUntil(lambda: "disks" in window.along.collected.facts, timeout=10_000)
    fill(window)
    window.form.around.open_editor(Part.PERSON)
    window.form.around.know(Knows((), (MAREK,)))
    window.form.show_words(Words(description="x", person=MAREK.name, person_id=MAREK.id))
    assert window.along.facts() is None
    sent(window, qtbot)
    saved = payloads(desk)
    assert [type(payload) for payload in saved] == [TicketOpened]
    assert saved[0].requester_id == MAREK.id


def test_the_time_since_is_asked_of_the_computer(
    window: ReportWindow, computer: SlowComputer, qtbot: QtBot
) -> None:
    computer.may_tell.set()
    fill(window)
    since = datetime.now(UTC) - timedelta(minutes=1)
    window.form.show_words(Words(description="x", symptom="printing", since=since))
    qtbot.waitUntil(lambda: any(one.broke_at for one in computer.asked), timeout=10_000)
    asked = next(one for one in computer.asked if one.broke_at)
    assert asked.tier is None
    assert "changes" in asked.probes


def test_where_the_window_is_low_what_follows_is_in_sight_all_the_same(
    window: ReportWindow, qtbot: QtBot
) -> None:
    settle(window, QSize(682, 400))
    window.form.around.part(Part.PERSON).click()
    editor = window.form.around.editor
    assert isinstance(editor, PersonEditor)
    editor.choice.segments()[1].click()
    qtbot.keyClicks(editor.person, "anna.nowak")
    settle(window)
    assert editor.note.text()
    assert editor.note.visibleRegion().boundingRect() == editor.note.rect()


@pytest.mark.usefixtures("language", "scale")
@pytest.mark.parametrize("part", Part)
def test_every_editor_is_named_and_fits_a_small_screen(window: ReportWindow, part: Part) -> None:
    window.form.around.open_editor(part)
    editor = window.form.around.editor
    if isinstance(editor, ConcernsEditor | PersonEditor | SinceEditor):
        editor.choice.segments()[1].click()
    assert_not_clipped(window, SMALLEST_SCREEN)
    assert_named(window)
    QApplication.processEvents()
