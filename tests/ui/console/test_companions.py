"""Colleagues at the same ticket: seen in the list and at the ticket, told and heard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.domain.presence import Doing, Presence
from itdesk.ui.background import Runner
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.models.ticket_list import TicketRole
from tests.ui.console.conftest import Places
from tests.ui.console.office import ANNA, MAREK


def meet(console: ConsoleWindow, qtbot: QtBot, runner: Runner, *presences: Presence) -> None:
    console.companions.show_presences(presences)
    qtbot.waitUntil(lambda: runner.waiting == 0)


def row_words(console: ConsoleWindow, ticket_id: TicketId) -> str:
    index = console.tickets.model.place_of(ticket_id)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_colleague_is_seen_in_the_list_and_at_the_ticket(
    console: ConsoleWindow, story: TicketId, qtbot: QtBot, runner: Runner
) -> None:
    header = console.page.header
    assert not header.companions.isVisible()
    meet(console, qtbot, runner, Presence(person_id=ANNA.id, ticket_id=story, doing=Doing.WRITING))
    assert header.companions.isVisible()
    assert header.companions.text == f"{ANNA.name} is writing"
    assert f"{ANNA.name} is writing" in row_words(console, story)
    assert console.tickets.model.place_of(story).data(TicketRole.COMPANIONS)
    meet(console, qtbot, runner)
    assert not header.companions.isVisible()
    assert "is writing" not in row_words(console, story)


def test_nobody_meets_herself_or_a_stranger(
    console: ConsoleWindow, story: TicketId, qtbot: QtBot, runner: Runner
) -> None:
    stranger = ANNA.id[::-1]
    meet(
        console,
        qtbot,
        runner,
        Presence(person_id=MAREK.id, ticket_id=story),
        Presence(person_id=type(MAREK.id)(stranger), ticket_id=story),
    )
    assert not console.page.header.companions.isVisible()


def test_the_server_is_told_of_the_ticket_in_sight_of_writing_and_of_leaving(
    console: ConsoleWindow, story: TicketId, places: Places, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: places.told[-1:] == [(story, Doing.READING)])
    box = console.page.reply_box.composer
    box.text.setFocus()
    QTest.keyClicks(box.text, "Looking")
    qtbot.waitUntil(lambda: places.told[-1] == (story, Doing.WRITING))
    console.hide()
    qtbot.waitUntil(lambda: places.told[-1] == (None, Doing.READING))
    console.show()
    qtbot.waitUntil(lambda: places.told[-1][0] == story)


def test_who_leafs_through_the_list_reads_nothing(
    console: ConsoleWindow, places: Places, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(places.told))
    before = len(places.told)
    for row in range(3):
        console.open_ticket(console.tickets.model.id_at(row) or TicketId(""))
    qtbot.waitUntil(lambda: len(places.told) > before)
    assert [place[0] for place in places.told[before:]] == [console.page.ticket_id]


def test_a_server_that_is_away_is_no_failure(
    console: ConsoleWindow, places: Places, qtbot: QtBot, runner: Runner
) -> None:
    places.is_away = True
    console.hide()
    console.show()
    qtbot.waitUntil(lambda: not console.companions._settled.isActive() and runner.waiting == 0)
    assert not console.page.banner.isVisible()


@pytest.mark.parametrize("doing", Doing)
def test_the_mark_is_told_where_it_is_pointed_at(
    console: ConsoleWindow, story: TicketId, qtbot: QtBot, runner: Runner, doing: Doing
) -> None:
    meet(console, qtbot, runner, Presence(person_id=ANNA.id, ticket_id=story, doing=doing))
    view = console.tickets.list
    index = console.tickets.model.place_of(story)
    words = view.itemDelegate().hidden_words(view.visualRect(index), index)  # type: ignore[attr-defined]
    assert f"{ANNA.name} is {doing.value}" in words
