"""Inviting a colleague, and being one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, ParticipantAdded
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.services.desk import Account, close_desk, desk_of
from itdesk.ui.background import Runner
from itdesk.ui.models.ticket_list import TicketRole
from itdesk.ui.requester.tickets_window import TicketsWindow
from itdesk.workstation.paths import DataFolder
from tests.fakes import SERVER_URL, FakeConnection
from tests.ui.requester.conftest import Rest
from tests.ui.requester.helpdesk import COMPUTER, JOANNA, MAREK, Helpdesk

InBackground = Callable[[Callable[[], object]], object]
LEFT = Qt.MouseButton.LeftButton
ANNA = Person(id=PersonId("0c" * 16), login="anowak", name="Anna Nowak", department="Accounting")


@pytest.fixture
def known_anna(helpdesk: Helpdesk, story: TicketId) -> TicketId:
    """Joanna's printing; she knows Anna from another ticket."""
    helpdesk.server.memory.people[ANNA.id] = ANNA
    other = helpdesk.elsewhere("The coffee machine")
    helpdesk.happen(JOANNA, other, ParticipantAdded(person_id=ANNA.id))
    helpdesk.exchange()
    return story


@pytest.fixture
def annas(helpdesk: Helpdesk, tmp_path: Path) -> Iterator[Helpdesk]:
    """Anna's computer at the same server."""
    account = Account(
        server_url=SERVER_URL, person_id=ANNA.id, login=ANNA.login, name=ANNA.name, role=ANNA.role
    )
    desk = desk_of(DataFolder(tmp_path / "anna").create(), account, now=lambda: helpdesk.clock.at)
    yield Helpdesk(desk, helpdesk.clock, helpdesk.server, FakeConnection(helpdesk.server, ANNA.id))
    close_desk(desk)


def begin_inviting(
    open_tickets: Callable[[], TicketsWindow], ticket_id: TicketId, rest: Rest
) -> TicketsWindow:
    window = open_tickets()
    window.open_ticket(ticket_id)
    rest()
    window.ticket.header.more.invite_action.trigger()
    return window


def test_a_known_colleague_is_invited_and_let_go(
    *,
    helpdesk: Helpdesk,
    known_anna: TicketId,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    window = begin_inviting(open_tickets, known_anna, rest)
    inviting = window.ticket.bars.inviting
    offered = [inviting.colleague.itemText(row) for row in range(inviting.colleague.count())]
    assert offered == ["Anna Nowak"]
    assert not inviting.do_button.isEnabled(), "nobody is invited by a slip of the hand"
    inviting.colleague.setCurrentIndex(0)
    QTest.mouseClick(inviting.do_button, LEFT)
    rest()
    in_background(helpdesk.exchange)
    assert helpdesk.server.ticket(known_anna).participants == {ANNA.id}
    window.ticket.header.more.invite_action.trigger()
    assert [line.person for line in inviting.lines] == [ANNA]
    assert inviting.colleague.count() == 0
    QTest.mouseClick(inviting.lines[0].remove_button, LEFT)
    rest()
    in_background(helpdesk.exchange)
    assert helpdesk.server.ticket(known_anna).participants == frozenset()


def invite_unknown(window: TicketsWindow, login: str, rest: Rest) -> None:
    """Type the login of somebody whom this computer does not know, and press Enter."""
    line = window.ticket.bars.inviting.colleague.lineEdit()
    assert line is not None
    QTest.keyClicks(line, login)
    QTest.keyClick(line, Qt.Key.Key_Return)
    rest()


def test_who_knows_nobody_invites_by_login(
    *,
    helpdesk: Helpdesk,
    story: TicketId,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
) -> None:
    helpdesk.server.memory.people[ANNA.id] = ANNA
    window = begin_inviting(open_tickets, story, rest)
    invite_unknown(window, "ANowak", rest)
    assert not window.ticket.bars.inviting.isVisible()
    assert said_of_inviting(window).startswith("You invited ANowak · saved here")
    in_background(helpdesk.exchange)
    assert helpdesk.server.ticket(story).participants == {ANNA.id}
    window.refresh()
    rest()
    assert said_of_inviting(window) == "You invited Anna Nowak"


def said_of_inviting(window: TicketsWindow) -> str:
    """Return the line of the story that tells of an invitation."""
    timeline = window.ticket.timeline
    said = [timeline.entry_widget(one).entry.body for one in timeline.shown]
    return next(one for one in said if "invited" in one)


@pytest.mark.usefixtures("language")
def test_a_login_that_is_nobodys_is_refused_in_one_sentence_and_given_back(
    *,
    helpdesk: Helpdesk,
    story: TicketId,
    open_tickets: Callable[[], TicketsWindow],
    in_background: InBackground,
    rest: Rest,
    language: str,
) -> None:
    window = begin_inviting(open_tickets, story, rest)
    invite_unknown(window, "anowka", rest)
    in_background(helpdesk.exchange)
    window.refresh()
    rest()
    refusal = window.ticket.refusal
    assert refusal.isVisible()
    nobody = {"en": "Nobody here signs in as “anowka”", "pl": "Nikt tutaj nie loguje się jako „anowka”"}
    assert nobody[language] in refusal.accessibleName()
    QTest.mouseClick(refusal.text_button, LEFT)
    rest()
    inviting = window.ticket.bars.inviting
    assert inviting.isVisible()
    assert inviting.colleague.currentText() == "anowka"
    assert not refusal.isVisible()


def test_the_invited_reads_the_conversation_answers_and_leaves(
    *,
    helpdesk: Helpdesk,
    annas: Helpdesk,
    known_anna: TicketId,
    runner: Runner,
    qtbot: QtBot,
    in_background: InBackground,
    rest: Rest,
) -> None:
    def invited() -> None:
        helpdesk.happen(MAREK, known_anna, CommentAdded(body="kanarek", audience=Audience.STAFF))
        helpdesk.happen(JOANNA, known_anna, ParticipantAdded(person_id=ANNA.id))
        annas.exchange()

    in_background(invited)
    window = TicketsWindow(annas.desk, runner, attachment=annas.fetch, computer=COMPUTER)
    qtbot.addWidget(window)
    window.resize(1000, 680)
    window.show()
    window.open_ticket(known_anna)
    rest()
    timeline = window.ticket.timeline
    said = " ".join(timeline.entry_widget(one).entry.body for one in timeline.shown)
    assert "Good morning Joanna" in said
    assert "kanarek" not in said
    assert not any(timeline.entry_widget(one).entry.attachments for one in timeline.shown)
    row = window.model.index(0, 0).data(TicketRole.ROW)
    assert "from Joanna Wiśniewska" in window.pane._speaker.words(row).about
    more = window.ticket.header.more
    assert more.leave_action.isVisible()
    assert not more.close_action.isVisible()
    assert not more.invite_action.isVisible()
    QTest.keyClicks(window.ticket.answer.composer.text, "Mine neither")
    QTest.mouseClick(window.ticket.answer.composer.send_button, LEFT)
    rest()
    in_background(annas.exchange)
    assert helpdesk.server.memory.histories[known_anna][-1].actor_id == ANNA.id
    more.leave_action.trigger()
    rest()
    in_background(annas.exchange)
    window.refresh()
    rest()
    assert helpdesk.server.ticket(known_anna).participants == frozenset()
    assert window.ticket.empty.isVisible()
