"""What stands ready beside a ticket: the requester's computers, and articles to put into an answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.domain.documents import Article, Device
from itdesk.domain.ids import ArticleId, DeviceId
from itdesk.protocol.messages import SyncResponse
from itdesk.protocol.translation import document_entry
from itdesk.replica.page import take_page
from itdesk.ui.console.choice_dialog import ChoiceDialog
from itdesk.ui.console.window import ConsoleWindow
from tests.ui.console.office import JOANNA, PIOTR, Office

InBackground = Callable[[Callable[[], object]], object]
PUBLIC = Article(
    id=ArticleId("paper"),
    title={"en": "Paper jam", "pl": "Zacięty papier"},
    body={"en": "# First\n\nOpen **the tray**.\n\n![The tray](file:" + "a" * 32 + ")"},
)
INTERNAL = Article(
    id=ArticleId("driver"), title={"en": "Driver 7.1"}, body={"en": "Roll it back."}, staff_only=True
)
DEVICES = (
    Device(id=DeviceId("d1"), name="PC-KSIEG-07", owner_id=JOANNA.id),
    Device(id=DeviceId("d2"), name="LAP-31", owner_id=JOANNA.id),
    Device(id=DeviceId("d3"), name="PC-BOARD", owner_id=PIOTR.id),
)


@pytest.fixture
def known(console: ConsoleWindow, office: Office, in_background: InBackground) -> ConsoleWindow:
    """The console, with articles and computers."""
    entries = [document_entry(one, 1) for one in (PUBLIC, INTERNAL, *DEVICES)]
    page = SyncResponse(
        entries=entries,  # type: ignore[arg-type]
        cursor="known",
        me=office.desk.account.person_id,
        server_time=office.now,
    )
    in_background(lambda: take_page(office.desk.replica, office.desk.outbox, page))
    console.refresh()
    return console


def test_the_requesters_computers_stand_with_her(known: ConsoleWindow, qtbot: QtBot) -> None:
    def values() -> list[str]:
        view = known.page.view
        return [device.name for device in view.devices] if view else []

    qtbot.waitUntil(lambda: values() == ["LAP-31", "PC-KSIEG-07"])
    assert "LAP-31, PC-KSIEG-07" in [row.value for row in known.page.side.contact.rows]


@pytest.mark.parametrize(("article", "is_internal"), [(PUBLIC, False), (INTERNAL, True)])
def test_an_article_is_put_into_the_answer_and_what_is_for_it_alone_into_a_note(
    known: ConsoleWindow, qtbot: QtBot, article: Article, is_internal: bool
) -> None:
    known.tickets.list.setFocus()
    QTest.keyClick(known.tickets.list, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in known.findChildren(ChoiceDialog)))
    dialog = next(one for one in known.findChildren(ChoiceDialog) if one.isVisible())
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(titles.index(article.title["en"]))
    dialog.ok_button.click()
    composer = known.page.reply_box.composer
    assert composer.body.startswith(article.title["en"])
    assert composer.is_internal is is_internal


def test_it_is_plain_text(known: ConsoleWindow, qtbot: QtBot) -> None:
    known.article_inserter.ask(is_internal=False)
    qtbot.waitUntil(lambda: bool(known.findChildren(ChoiceDialog)))
    dialog = known.findChildren(ChoiceDialog)[-1]
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(known.article_inserter.words_wanted) as wanted:
        dialog.ok_button.click()
    assert wanted.args == ["Paper jam\n\nFirst\n\nOpen the tray.\n\nThe tray\n", False]
