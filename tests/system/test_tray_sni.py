"""The tray where a panel speaks StatusNotifierItem: icon, menu, and notifications with buttons."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import computer, server, staffed_store
from tests.e2e.processes import Client
from tests.system.conftest import Environment
from tests.system.notification_daemon import NotificationDaemon
from tests.system.running_desktop import LIMIT_S, bus_of, desktop, titles, wait_for_window, wait_until
from tests.system.status_watcher import StatusWatcher

__all__ = ["computer", "server", "staffed_store"]
pytestmark = [pytest.mark.system, pytest.mark.timeout(400)]
Computer = Callable[[str], Client]


@pytest.fixture
def panel(x_session: Environment) -> Iterator[StatusWatcher]:
    with StatusWatcher(bus_of(x_session)) as watcher:
        yield watcher


@pytest.fixture
def daemon(x_session: Environment) -> Iterator[NotificationDaemon]:
    with NotificationDaemon(bus_of(x_session)) as running:
        yield running


def test_before_somebody_signed_in_the_menu_leads_there_and_quit_ends_it(
    x_session: Environment, panel: StatusWatcher, tmp_path: Path
) -> None:
    with desktop(x_session, tmp_path / "data") as process:
        panel.wait_for_icon()
        assert panel.icon("Title") == "itdesk"
        assert [line.text for line in panel.menu()] == [
            "Sign in",
            "Not signed in",
            "Settings",
            "About itdesk",
            "Quit",
        ]
        assert not panel.menu()[1].is_enabled
        panel.choose("About")
        wait_for_window(x_session, "About")
        panel.choose("Quit")
        assert process.wait(LIMIT_S) == 0


def test_a_signed_in_person_sees_no_window_until_she_wants_one(
    x_session: Environment, panel: StatusWatcher, computer: Computer
) -> None:
    joanna = computer("joanna")
    with desktop(x_session, joanna.folder) as process:
        panel.wait_for_icon()
        wait_until(lambda: "Up to date" in panel.tool_tip(), "never up to date")
        assert titles(x_session) == []
        panel.choose("Report a problem")
        wait_for_window(x_session, "Report")
        panel.activate()
        wait_for_window(x_session, "My tickets")
        panel.choose("Quit")
        assert process.wait(LIMIT_S) == 0


def test_an_answer_changes_the_icon_and_is_notified_once(
    x_session: Environment, panel: StatusWatcher, daemon: NotificationDaemon, computer: Computer
) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Printer")["number"]
    with desktop(x_session, joanna.folder):
        panel.wait_for_icon()
        wait_until(lambda: "Up to date" in panel.tool_tip(), "never up to date")
        calm = panel.pixels()
        marek.sync()
        marek.ask("reply", number, "--text", "Is it <b>on</b>?")
        shown = daemon.wait_for(1)
        assert shown.title == "An answer from Marek Zieliński"
        assert shown.body == f"{number} Printer\nIs it &lt;b&gt;on&lt;/b&gt;?"
        assert shown.buttons == {"default": "Open", "open": "Open"}
        assert shown.hints["desktop-entry"] == "itdesk"
        wait_until(lambda: "1 new" in panel.tool_tip(), panel.tool_tip())
        assert panel.pixels() != calm
        assert "My tickets (1 new)" in [line.text for line in panel.menu()]
        daemon.press(shown, "default")
        wait_for_window(x_session, "My tickets")
        wait_until(lambda: panel.pixels() == calm, "what was read still counts as new")
    with desktop(x_session, joanna.folder):
        wait_until(lambda: len(panel.items) == 2, "no icon after the restart")
        marek.ask("reply", number, "--text", "Still there?")
        assert daemon.wait_for(2).body.endswith("Still there?")


def test_it_works_is_said_on_the_notification_and_the_server_knows(
    x_session: Environment, panel: StatusWatcher, daemon: NotificationDaemon, computer: Computer
) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Printer")["number"]
    with desktop(x_session, joanna.folder):
        panel.wait_for_icon()
        marek.sync()
        marek.ask("status-of", number, "--to", "resolved", "--note", "The cable was loose")
        shown = daemon.wait_for(1)
        assert list(shown.buttons.values()) == ["Open", "Open", "It works", "It does not work"]
        daemon.press(shown, "works")
        thanks = daemon.wait_for(2)
        assert list(thanks.buttons)[1:] == ["rate-5", "rate-3", "rate-1"]
        wait_until(lambda: "FixConfirmed" in synced_kinds(marek, number), "the server knows nothing of it")
        daemon.press(thanks, "rate-5")
        wait_until(lambda: "Rated" in synced_kinds(marek, number), "the rating did not arrive")
        assert titles(x_session) == []


def synced_kinds(client: Client, number: str) -> list[str]:
    client.sync()
    return client.kinds(number)


def test_a_panel_that_starts_anew_gets_the_icon_again(x_session: Environment, tmp_path: Path) -> None:
    with StatusWatcher(bus_of(x_session)) as panel, desktop(x_session, tmp_path / "data") as process:
        panel.wait_for_icon()
        panel.leave()
        with StatusWatcher(bus_of(x_session)) as another:
            another.wait_for_icon()
            another.choose("Quit")
            assert process.wait(LIMIT_S) == 0


def test_a_panel_that_comes_late_gets_the_icon(x_session: Environment, tmp_path: Path) -> None:
    with desktop(x_session, tmp_path / "data") as process:
        wait_for_window(x_session, "Sign in")
        with StatusWatcher(bus_of(x_session)) as panel:
            panel.wait_for_icon()
            panel.choose("Quit")
            assert process.wait(LIMIT_S) == 0
