"""A lead declares a major incident; whoever is about to report it is told, with the network or without."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from itdesk.diagnostics.facts import Facts
from itdesk.services.announcements import known_troubles
from itdesk.services.desk import close_desk, open_desk
from itdesk.services.symptoms import symptoms
from itdesk.ui.background import Runner
from itdesk.ui.icons import IconSet
from itdesk.ui.report.window import ReportWindow
from itdesk.ui.translation import Translation
from itdesk.workstation.paths import DataFolder
from tests.e2e.processes import LIMIT_S, Client, Server

Computer = Callable[[str], Client]
OpenWindow = Callable[[Client], ReportWindow]
REFUSED = 3
TYPED = "Since this morning I cannot print anything"


@pytest.fixture
def report_window(qapp: QApplication, qtbot: QtBot) -> Iterator[OpenWindow]:
    """`report_window(client)` opens the report window over one person's computer."""
    IconSet.load(qapp)
    Translation(qapp, "en")
    runner, opened = Runner(), []

    def open_one(client: Client) -> ReportWindow:
        desk = open_desk(DataFolder(client.folder))
        assert desk is not None
        opened.append(desk)
        window = ReportWindow(
            desk,
            runner,
            collect_facts=lambda _asking, _on_probe: Facts(collected_in_ms=0, facts={}),
            symptoms=symptoms(),
            picture=QImage(64, 48, QImage.Format.Format_RGB32),
        )
        qtbot.addWidget(window)
        window.show()
        return window

    yield open_one
    qtbot.waitUntil(lambda: runner.waiting == 0, timeout=LIMIT_S * 1000)
    assert runner.shutdown()
    for desk in opened:
        close_desk(desk)


def _banner(window: ReportWindow, qtbot: QtBot) -> str:
    """Type, and return what is said about it before Send."""
    window.form.description.setPlainText(TYPED)
    qtbot.waitUntil(window.advice.article_banner.isVisible, timeout=LIMIT_S * 1000)
    return window.advice.article_banner.accessibleName()


def _declare(lead: Client, number: str) -> dict[str, object]:
    words = ["--title-en", "Nobody can print anything", "--title-pl", "Nikt nie może drukować"]
    done: dict[str, object] = lead.ask("incident", number, *words, "--body-en", "A new server is coming.")
    return done


def _troubles(client: Client) -> list[int]:
    """Return of each trouble that this computer knows, how many people have it."""
    desk = open_desk(DataFolder(client.folder))
    assert desk is not None
    try:
        return [known.people for known in known_troubles(desk, "", TYPED)]
    finally:
        close_desk(desk)


def _until_counted(client: Client, people: int) -> None:
    """Fetch until the computer has heard of so many people: the server counts every 20 seconds."""
    until = time.monotonic() + LIMIT_S
    while _troubles(client) != [people]:
        assert time.monotonic() < until
        client.sync()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_from_declared_to_over(
    computer: Computer, server: Server, report_window: OpenWindow, qtbot: QtBot
) -> None:
    joanna, piotr, barbara = computer("joanna"), computer("piotr"), computer("barbara")
    number = joanna.report("Drukarka szefa drukuje TAJNE")["number"]
    barbara.sync()
    assert _declare(barbara, number)["state"] == "accepted"
    piotr.sync()
    server.stop()

    window = report_window(piotr)
    said = _banner(window, qtbot)
    assert "This is known. 1 person has it, we are on it." in said
    assert "Nobody can print anything" in said
    assert "TAJNE" not in said
    assert window.advice.article_banner.button.text() == "I have it too"
    window.advice.article_banner.button.click()
    qtbot.waitUntil(lambda: window.after.is_over, timeout=LIMIT_S * 1000)

    server.start()
    piotr.sync()
    _until_counted(joanna, 2)
    barbara.sync()
    note = ["--note", "Nowy serwer wydruku"]
    assert barbara.ask("status-of", number, "--to", "resolved", *note)["state"] == "accepted"
    joanna.sync()
    assert not _troubles(joanna)


def test_who_does_not_lead_is_refused_and_it_can_be_ended_alone(computer: Computer) -> None:
    joanna, marek, barbara = computer("joanna"), computer("marek"), computer("barbara")
    number = joanna.report("Nic nie drukuje")["number"]
    marek.sync()
    marek.run("incident", number, "--title-en", "Nobody can print", code=REFUSED)
    barbara.sync()
    barbara.run("incident", number, "--title-en", " ", code=REFUSED)
    barbara.run("incident", number, "--title-en", "x", "--end", code=2)
    barbara.run("incident", number, "--end", code=REFUSED)
    _declare(barbara, number)
    joanna.sync()
    assert _troubles(joanna) == [1]
    assert barbara.ask("incident", number, "--end")["state"] == "accepted"
    joanna.sync()
    assert _troubles(joanna) == []
    assert barbara.ask("ticket", number)["status"] == "new"
