"""Several people report the same: one suggestion, one click."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import DiagnosticsAttached
from itdesk.domain.ids import TicketId
from itdesk.services import reading
from itdesk.ui.console.incident_dialog import IncidentDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import EWA, JOANNA, PIOTR, Office
from tests.ui.console.told_facts import CHECKS, facts_with, text_of

InBackground = Callable[[Callable[[], object]], object]
OpenConsole = Callable[[], ConsoleWindow]


@pytest.fixture
def same(office: Office, in_background: InBackground) -> tuple[TicketId, ...]:
    """Three people whose printers are off, and who say so in their own words; oldest first."""
    facts = DiagnosticsAttached(facts=text_of(facts_with(CHECKS)))
    said = (
        (JOANNA, "Cannot print anything today"),
        (PIOTR, "I cannot print anything"),
        (EWA, "Cannot print"),
    )
    ids = []
    for place, (who, title) in enumerate(said):
        ids.append(office.report(who, title, minutes_ago=30 - place))
        office.happen(who, ids[-1], facts, minutes_ago=30 - place)
    office.report(JOANNA, "No sound in the meeting room", minutes_ago=5)
    in_background(office.hand_over)
    return tuple(ids)


def parents(office: Office, ids: tuple[TicketId, ...]) -> list[TicketId | None]:
    pages = [reading.ticket_page(office.desk, id) for id in ids]
    return [page.ticket.parent_id for page in pages if page is not None]


def test_one_click_makes_one_of_them_and_it_is_taken_back(
    same: tuple[TicketId, ...],
    open_console: OpenConsole,
    office: Office,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    console = open_console()
    strip = console.tickets.suggestion
    qtbot.waitUntil(strip.isVisible)
    assert strip.words.text().startswith("3 people have the same trouble since")
    assert strip.words.text().endswith("“Cannot print anything today”")
    with qtbot.waitSignal(console.suggestion_doer.declaring_wanted):
        strip.make_button.click()
    assert in_background(lambda: parents(office, same)) == [None, same[0], same[0]]
    assert console.page.ticket_id == same[0]
    assert not console.findChildren(IncidentDialog), "telling everybody is for those who lead"
    qtbot.waitUntil(strip.isHidden)
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    assert in_background(lambda: parents(office, same)) == [None, None, None]


def test_not_the_same_is_remembered(
    same: tuple[TicketId, ...], open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = open_console()
    strip = console.tickets.suggestion
    qtbot.waitUntil(strip.isVisible)
    strip.drop_button.click()
    with qtbot.waitSignal(console.whereabouts.queues_known):
        console.refresh()
    assert strip.isHidden()


def test_an_ordinary_morning_suggests_nothing(console: ConsoleWindow) -> None:
    assert console.tickets.suggestion.isHidden()
