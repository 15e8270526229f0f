"""Any search is a view: kept under a name, counted, gone to, deleted, and taken back. All of it offline."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from itdesk.ui.background import Runner
from itdesk.ui.console.view_dialog import ViewDialog
from itdesk.ui.console.window import ConsoleWindow
from itdesk.ui.models.navigation_list import Place

InBackground = Callable[[Callable[[], object]], object]


def places(console: ConsoleWindow) -> dict[str, Place]:
    model = console.navigation.model
    every = [model.place_at(row) for row in range(model.rowCount())]
    return {place.text: place for place in every if place is not None}


def search(console: ConsoleWindow, words: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(console.tickets.model.listed):
        QTest.keyClicks(console.navigation.search, words)
    qtbot.waitUntil(console.tickets.keep_button.isVisible)


def keep(console: ConsoleWindow, name: str, qtbot: QtBot) -> None:
    console.tickets.keep_button.click()
    dialog = console.findChildren(ViewDialog)[-1]
    dialog.ok_button.click()
    assert dialog.missing.text == "Give it a name."
    dialog.name.setText(name)
    with qtbot.waitSignal(console.view_keeper.done):
        dialog.ok_button.click()
    qtbot.waitUntil(lambda: name in places(console))


def test_a_search_is_kept_counted_gone_to_and_deleted(
    console: ConsoleWindow, runner: Runner, qtbot: QtBot
) -> None:
    assert console.tickets.keep_button.isHidden()
    search(console, "invoices", qtbot)
    keep(console, "Invoices", qtbot)
    kept = places(console)["Invoices"]
    assert (kept.count, kept.icon) == (1, "filter")
    with qtbot.waitSignal(console.tickets.model.listed):
        console.navigation.go_to("open")
    assert console.tickets.keep_button.isHidden()
    with qtbot.waitSignal(console.tickets.model.listed):
        console.navigation.go_to(kept.key)
    qtbot.waitUntil(lambda: runner.waiting == 0)
    assert console.tickets.title.text() == "Invoices"
    assert console.tickets.model.rowCount() == 1
    with qtbot.waitSignal(console.view_keeper.done):
        console.tickets.delete_button.click()
    qtbot.waitUntil(lambda: "Invoices" not in places(console))
    assert "Saved views" not in places(console)
    with qtbot.waitSignal(console.undo_stack.undone):
        console.undo_stack.undo()
    qtbot.waitUntil(lambda: "Invoices" in places(console))


def test_only_who_leads_shares(console: ConsoleWindow, qtbot: QtBot) -> None:
    search(console, "invoices", qtbot)
    console.tickets.keep_button.click()
    dialog = console.findChildren(ViewDialog)[-1]
    assert dialog.whose.isHidden(), "a technician keeps them for himself"
    dialog.reject()
    shared = ViewDialog("invoices", console, may_share=True)
    assert not shared.whose.isHidden()
    shared.deleteLater()
