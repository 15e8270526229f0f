"""A ticket that is asked for by its number: opened where she may see it, else calmly told."""

from pytestqt.qtbot import QtBot

from tests.ui.desktop.test_open_windows import PATIENCE_MS, Computer, Desktop, desktop, shown
from tests.ui.gui_guard import in_background

__all__ = ["desktop"]


def test_a_ticket_is_opened_by_its_number_and_a_missing_one_is_told(
    desktop: Desktop, computer: Computer, qtbot: QtBot
) -> None:
    joanna, piotr = in_background(lambda: (computer("joanna"), computer("piotr")))
    hers = in_background(lambda: joanna.report("Drukarka"))["number"].removeprefix("IT-")
    his = in_background(lambda: piotr.report("Monitor"))["number"].removeprefix("IT-")
    shell = desktop(joanna.folder)
    window = shown(shell, "tickets", qtbot)
    qtbot.waitUntil(lambda: window.model.rowCount() == 1, timeout=PATIENCE_MS)

    shell.open(f"ticket/{his}")
    qtbot.waitUntil(window.toast.isVisible, timeout=PATIENCE_MS)
    assert f"IT-{his}" in window.toast.accessibleName()

    shell.open(f"ticket/{hers}")
    qtbot.waitUntil(lambda: window.ticket.ticket_id == window.model.id_at(0), timeout=PATIENCE_MS)
    assert window.isVisible()


def test_a_technician_is_led_into_the_console(desktop: Desktop, computer: Computer, qtbot: QtBot) -> None:
    joanna = in_background(lambda: computer("joanna"))
    number = in_background(lambda: joanna.report("Drukarka"))["number"].removeprefix("IT-")
    marek = in_background(lambda: computer("marek"))
    shell = desktop(marek.folder)
    shown(shell, "tickets", qtbot)
    shell.open(f"ticket/{number}")
    console = shown(shell, "console", qtbot)
    qtbot.waitUntil(lambda: console.page.ticket_id is not None, timeout=PATIENCE_MS)
    shell.open("ticket/999999")
    qtbot.waitUntil(console.toast.isVisible, timeout=PATIENCE_MS)
