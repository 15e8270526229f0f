from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.domain.ids import TicketId
from itdesk.domain.refusals import Code, Refusal
from itdesk.replica.sending import Verdict, settle
from itdesk.services import conversation
from itdesk.ui.console.refused_card import RefusedCard
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import NOON, Office

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
