"""Asking the requester's computer from the console, and helping from afar once she agreed."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted, Wanted
from itdesk.domain.ids import TicketId
from itdesk.services import reading
from itdesk.services.remote_help import Start
from itdesk.ui.console.consent_dialog import CHOSEN, ConsentDialog
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import JOANNA, MAREK, Office

InBackground = Callable[[Callable[[], object]], object]


def asked(console: ConsoleWindow) -> ConsentDialog:
    console.do(Deed.ASK_COMPUTER)
    return next(one for one in console.findChildren(ConsentDialog) if one.isVisible())


def last_payload(office: Office, ticket_id: TicketId) -> object:
    page = reading.ticket_page(office.desk, ticket_id)
    assert page is not None
    return page.moments[-1].event.payload


def test_named_facts_are_asked_for_with_a_reason(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    dialog = asked(console)
    dialog.choose(CHOSEN)
    dialog.ok_button.click()
    assert dialog.missing.text == "Choose at least one kind of facts."
    dialog.check("computer", "system")
    dialog.ok_button.click()
    assert dialog.missing.text.startswith("Say why")
    dialog.why.setText("The driver may be old")
    with qtbot.waitSignal(console.doer.consent.told) as told:
        dialog.ok_button.click()
    assert told.args == ["Joanna is asked"]
    payload = in_background(lambda: last_payload(office, story))
    assert isinstance(payload, ConsentAsked)
    assert payload.wants is Wanted.FACTS
    assert {"host", "machine"} <= set(payload.probes)
    assert payload.why == "The driver may be old"


def test_without_leave_nothing_is_connected_and_the_menu_says_why(console: ConsoleWindow) -> None:
    assert "Ask the computer" in console.page.header.deeds.refused[Deed.CONNECT]


@pytest.fixture
def agreed(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> ConsoleWindow:
    """Joanna has agreed to be helped from afar."""
    asks = ConsentAsked(wants=Wanted.REMOTE_HELP, why="To look together")
    request = office.happen(MAREK, story, asks, minutes_ago=3)
    office.happen(JOANNA, story, ConsentAnswered(request_id=request, agreed=True), minutes_ago=2)
    in_background(office.hand_over)
    console.refresh()
    qtbot.waitUntil(lambda: Deed.CONNECT in console.page.header.deeds.offered)
    return console


def test_the_chosen_program_is_started_and_the_ticket_says_so(
    agreed: ConsoleWindow,
    office: Office,
    story: TicketId,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    started: list[Start] = []
    doer = agreed.doer.consent
    doer._template = lambda: "mstsc /v:{host}"
    doer._launch = lambda start: not started.append(start)  # type: ignore[func-returns-value]
    with qtbot.waitSignal(doer.told):
        agreed.do(Deed.CONNECT)
    assert started == [Start(command=("mstsc", "/v:PC-KSIEG-07"))]
    assert isinstance(in_background(lambda: last_payload(office, story)), HelpStarted)


def test_a_program_that_is_not_there_is_said_and_nothing_is_noted(
    agreed: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    doer = agreed.doer.consent
    doer._template = lambda: "no-such-program-anywhere {host}"
    with qtbot.waitSignal(doer.failed) as failed:
        agreed.do(Deed.CONNECT)
    assert "could not be started" in str(failed.args[0])
    assert not isinstance(in_background(lambda: last_payload(office, story)), HelpStarted)
    assert agreed.page.banner.isVisible()
