"""`itdesk open URL` beside the running desktop, and without one: it shows a window and does nothing else."""

import signal
from pathlib import Path

import pytest

from tests.e2e.processes import Client
from tests.e2e.test_tray import (
    NO_SCREEN,
    Computer,
    ended,
    hand_over,
    has_heard,
    tray_of,
    wait_until,
    windows_of,
)
from tests.e2e.test_tray import pytestmark as only_where_signals_are

pytestmark = only_where_signals_are


def test_an_address_is_handed_over_to_the_running_desktop(computer: Computer) -> None:
    joanna = computer("joanna")
    number = joanna.report("Drukarka")["number"].removeprefix("IT-")
    with tray_of(joanna) as tray:
        wait_until(lambda: has_heard(joanna), "the tray")
        assert hand_over(joanna, "open", f"itdesk://ticket/{number}") == ""
        assert hand_over(joanna, "open", "itdesk://ticket/999999") == "", "one she may not see"
        assert hand_over(joanna, "open", "itdesk://new") == ""
        assert has_heard(joanna)
        assert ended(tray) == (0, "")
    assert windows_of(joanna) >= {"tickets", "report"}
    assert len(joanna.ask("tickets")) == 1, "nothing was reported, and nothing changed"


def test_without_a_running_desktop_one_is_started(computer: Computer) -> None:
    joanna = computer("joanna")
    desktop = joanna.start("open", "itdesk://new", **NO_SCREEN)
    try:
        joanna.report("Monitor", "--wait", "0")
        wait_until(lambda: joanna.ask("status")["pending"] == 0, "the report to go out by the desktop")
        assert ended(desktop, signal.SIGTERM) == (0, "")
    finally:
        desktop.kill()
    assert "report" in windows_of(joanna)


@pytest.mark.parametrize("address", ["https://example.com", "itdesk://ticket/1?do=close", "--help-me", "-x"])
def test_anything_else_is_one_sentence(tmp_path: Path, address: str) -> None:
    client = Client(tmp_path / "joanna", "joanna")
    done = client.run("open", "--", address, code=2)
    assert len(done.stderr.strip().splitlines()) == 1
    assert "itdesk://" in done.stderr
    assert not client.folder.exists(), "nothing was begun"
