"""Searching my tickets as one types, accents or not, also in what was said and what is not sent yet."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.requester.tickets_window import TicketsWindow
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import Helpdesk

InBackground = Callable[[Callable[[], object]], object]


@pytest.mark.parametrize("words", ["lacze", "ŁĄCZE wol", "it 1042", "job stuck", "gesla"])
def test_words_are_found_as_they_are_typed(
    *,
    words: str,
    helpdesk: Helpdesk,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
    qtbot: QtBot,
) -> None:
    wanted = {"it 1042": "First", "job stuck": "First"}.get(words, "Łącze jest wolne")

    def happen() -> None:
        first = helpdesk.elsewhere("First", "A job is stuck")
        helpdesk.solve(first)
        helpdesk.exchange()
        helpdesk.report("Łącze jest wolne", "Zażółć gęślą jaźń")

    in_background(happen)
    window = open_tickets()
    window.pane.search.setText(words)
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    rest()
    assert window.model.index(0, 0).data(TicketRole.ROW).title == wanted


def test_clearing_the_search_brings_all_back(
    window: TicketsWindow, story: TicketId, rest: Rest, qtbot: QtBot
) -> None:
    window.pane.search.setText("monitor")
    qtbot.waitUntil(lambda: window.model.rowCount() == 1)
    window.pane.search.clear()
    qtbot.waitUntil(lambda: window.model.rowCount() == 4)
    rest()
    assert window.ticket.ticket_id == story
