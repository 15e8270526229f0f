"""Joanna's computer, and her windows over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.ui.background import Runner
from itdesk.ui.requester.knowledge_window import KnowledgeWindow
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui.requester.helpdesk import COMPUTER, Helpdesk, a_year, close_helpdesk, open_helpdesk

Rest = Callable[[], None]


@pytest.fixture
def helpdesk(tmp_path: Path, dressed_app: QApplication) -> Iterator[Helpdesk]:
    """Joanna's desk, with an empty server behind it."""
    helpdesk = open_helpdesk(tmp_path)
    yield helpdesk
    close_helpdesk(helpdesk)


@pytest.fixture
def story(helpdesk: Helpdesk) -> TicketId:
    """Joanna's tickets of some weeks; the one that Marek works on."""
    return a_year(helpdesk)


@pytest.fixture
def runner(dressed_app: QApplication) -> Iterator[Runner]:
    """The windows' background; all of it is answered before the test ends."""
    runner = Runner()
    yield runner
    assert runner.shutdown()


@pytest.fixture
def rest(runner: Runner, qtbot: QtBot) -> Rest:
    """`rest()` waits until every call is answered, and the ones that follow from them."""

    def at_rest() -> None:
        quiet = 0
        while quiet < 3:
            qtbot.waitUntil(lambda: runner.waiting == 0)
            QApplication.processEvents()
            quiet = quiet + 1 if runner.waiting == 0 else 0

    return at_rest


@pytest.fixture
def open_tickets(helpdesk: Helpdesk, runner: Runner, rest: Rest, qtbot: QtBot) -> Callable[[], TicketsWindow]:
    """`open_tickets()` shows "My tickets", as large as it is drawn, and lets it come to rest."""

    def opened() -> TicketsWindow:
        window = TicketsWindow(helpdesk.desk, runner, attachment=helpdesk.fetch, computer=COMPUTER)
        qtbot.addWidget(window)
        window.resize(1000, 680)
        window.show()
        rest()
        return window

    return opened


@pytest.fixture
def window(story: TicketId, open_tickets: Callable[[], TicketsWindow], rest: Rest) -> TicketsWindow:
    """ "My tickets", with the one that Marek works on."""
    window = open_tickets()
    window.open_ticket(story)
    rest()
    return window


@pytest.fixture
def knowledge(helpdesk: Helpdesk, runner: Runner, qtbot: QtBot) -> Callable[[], KnowledgeWindow]:
    """`knowledge()` shows the knowledge base."""

    def opened() -> KnowledgeWindow:
        window = KnowledgeWindow(helpdesk.desk, runner, attachment=helpdesk.fetch)
        qtbot.addWidget(window)
        window.resize(1000, 680)
        window.show()
        return window

    return opened
