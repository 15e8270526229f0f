from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.changes import Assigned
from itdesk.domain.ids import TicketId
from itdesk.domain.refusals import Code, Refusal
from itdesk.replica.sending import Verdict, settle
from itdesk.services import conversation, reading, work
from itdesk.ui.console.refused_card import RefusedCard
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import ANNA, NOON, Office

InBackground = Callable[[Callable[[], object]], object]


def cards(console: ConsoleWindow) -> list[RefusedCard]:
    return [card for card in console.findChildren(RefusedCard) if card.isVisible()]


def clipboard() -> str:
    data = QApplication.clipboard().mimeData()
    assert isinstance(data, QMimeData)
    return data.text()


def test_a_refused_change_appears_with_its_words_kept(
    console: ConsoleWindow,
    office: Office,
    story: TicketId,
    in_background: InBackground,
    qtbot: QtBot,
) -> None:
    def refuse() -> None:
        saved = conversation.reply(office.desk, story, "Two hours of <b>work</b>")
        refusal = Refusal(code=Code.CONFLICT, field="status", theirs="closed", yours="open")
        settle(office.desk.outbox, {saved.change_id: Verdict(refusal=refusal)}, NOON)

    in_background(refuse)
    console.refresh()
    qtbot.waitUntil(lambda: len(cards(console)) == 1)
    card = cards(console)[0]
    assert "Somebody changed the status meanwhile to “Closed”" in card.reason.text()
    assert card.words.toPlainText() == "Two hours of <b>work</b>"
    card.copy_button.click()
    assert clipboard() == "Two hours of <b>work</b>"
    card.dismiss_button.click()
    qtbot.waitUntil(lambda: not cards(console))


def test_who_loses_a_conflict_sees_both_values_and_applies_her_own_by_one_click(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    def lose() -> None:
        saved = work.assign(office.desk, story, None)
        office.happen(ANNA, story, Assigned(to=ANNA.id), minutes_ago=1)
        office.hand_over(story)
        refusal = Refusal(code=Code.CONFLICT, field="assignee", theirs=ANNA.id, yours="")
        settle(office.desk.outbox, {saved.change_id: Verdict(refusal=refusal)}, NOON)

    def assignee() -> object:
        page = reading.ticket_page(office.desk, story)
        assert page is not None
        return page.ticket.assignee_id

    in_background(lose)
    console.refresh()
    qtbot.waitUntil(lambda: len(cards(console)) == 1)
    card = cards(console)[0]
    assert "Anna Lis" in card.reason.text()
    assert in_background(assignee) == ANNA.id, "the server's truth stands"
    assert card.words_button.isHidden()
    card.again_button.click()
    qtbot.waitUntil(lambda: not cards(console))
    assert in_background(assignee) is None


def test_refused_words_go_back_into_the_box(
    console: ConsoleWindow, office: Office, story: TicketId, in_background: InBackground, qtbot: QtBot
) -> None:
    def refuse() -> None:
        saved = conversation.reply(office.desk, story, "It is the driver.", internal=True)
        settle(office.desk.outbox, {saved.change_id: Verdict(refusal=Refusal(code=Code.NOT_ALLOWED))}, NOON)

    in_background(refuse)
    console.refresh()
    qtbot.waitUntil(lambda: len(cards(console)) == 1)
    card = cards(console)[0]
    assert card.again_button.isHidden()
    card.words_button.click()
    qtbot.waitUntil(lambda: not cards(console))
    composer = console.page.reply_box.composer
    assert (composer.body, composer.is_internal) == ("It is the driver.", True)
