"""Drafts: the newest words stay, whatever order the threads have, and none is lost at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Role
from itdesk.services import drafts
from itdesk.services.desk import Account, Desk, close_desk, desk_of
from itdesk.ui.background import Runner
from itdesk.ui.draft_keeper import Batch, DraftKeeper, Shelf, draft_key
from itdesk.workstation.paths import DataFolder

ACCOUNT = Account(
    server_url="https://help.example.com",
    person_id=PersonId("a" * 32),
    login="joanna",
    name="Joanna Wiśniewska",
    role=Role.EMPLOYEE,
)
KEY = draft_key(TicketId("b" * 32))
InBackground = Callable[[Callable[[], str]], str]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = desk_of(DataFolder(tmp_path).create(), ACCOUNT)
    yield opened
    close_desk(opened)


def test_older_words_never_replace_newer_ones(desk: Desk, in_background: InBackground) -> None:
    shelf = Shelf(desk)

    def put() -> str:
        shelf.put(Batch(2, {KEY: "newer"}))
        shelf.put(Batch(1, {KEY: "older"}))
        return drafts.draft(desk, KEY)

    assert in_background(put) == "newer"


def test_what_was_sent_does_not_come_back(desk: Desk, in_background: InBackground) -> None:
    shelf = Shelf(desk)

    def put() -> str:
        shelf.put(Batch(2, {KEY: ""}))
        shelf.put(Batch(1, {KEY: "sent long ago"}))
        return drafts.draft(desk, KEY)

    assert in_background(put) == ""


def test_words_in_their_pause_are_kept_when_the_program_ends(
    desk: Desk, in_background: InBackground, qtbot: QtBot
) -> None:
    runner, parent = Runner(), QObject()
    keeper = DraftKeeper(desk, runner, parent)
    keeper.keep(KEY, "half a sente")
    assert keeper.unsaved(KEY) == "half a sente"
    keeper.flush()
    assert runner.shutdown()
    assert in_background(lambda: drafts.draft(desk, KEY)) == "half a sente"


def test_saved_is_said_of_the_newest_words_only(desk: Desk, qtbot: QtBot) -> None:
    runner, parent = Runner(threads=1), QObject()
    keeper = DraftKeeper(desk, runner, parent)
    told: list[str] = []
    keeper.saved.connect(told.append)
    keeper.keep(KEY, "one")
    keeper.flush()
    keeper.keep(KEY, "one two")
    qtbot.waitUntil(lambda: runner.waiting == 0)
    assert told == [] or keeper.unsaved(KEY) is None
    keeper.flush()
    qtbot.waitUntil(lambda: keeper.unsaved(KEY) is None)
    assert told == [KEY]
    assert runner.shutdown()
