"""The way to a host, step by step."""

import sys
from threading import Event

import pytest

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import echo
from itdesk.diagnostics.windows.echo import Echo

WAY = {
    1: Echo("10.0.0.1", 1, arrived=False),
    3: Echo("192.0.2.1", 9, arrived=False),
    4: Echo("198.51.100.7", 12, arrived=True),
    5: Echo("198.51.100.7", 11, arrived=True),
}


def test_the_way_ends_at_the_host_and_silent_steps_are_counted() -> None:
    assert echo.trace(WAY.get) == [
        {"hop": 1, "address": "10.0.0.1", "ms": 1},
        {"hop": 2},
        {"hop": 3, "address": "192.0.2.1", "ms": 9},
        {"hop": 4, "address": "198.51.100.7", "ms": 12},
    ]


def test_a_way_that_breaks_off_ends_with_the_last_that_answered() -> None:
    assert echo.trace({1: WAY[1]}.get) == [{"hop": 1, "address": "10.0.0.1", "ms": 1}]
    assert echo.trace(dict[int, Echo]().get) == []


def test_a_step_that_hangs_is_not_waited_for() -> None:
    never = Event()

    def send(steps: int) -> Echo | None:
        if steps == 2:
            never.wait(60)
        return WAY.get(steps)

    try:
        assert len(echo.trace(send, wait_s=0.5)) == 4
    finally:
        never.set()


@pytest.mark.skipif(sys.platform == "win32", reason="there are echoes")
def test_elsewhere_no_echo_is_sent() -> None:
    with pytest.raises(NotAvailable):
        echo.read_trace("localhost")


@pytest.mark.skipif(sys.platform != "win32", reason="sends real echoes")
def test_the_way_to_this_computer_is_one_step() -> None:
    assert [step.get("address") for step in echo.read_trace("127.0.0.1")] == ["127.0.0.1"]


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows' own resolver")
def test_a_name_that_nobody_has() -> None:
    with pytest.raises(NotAvailable, match="not known"):
        echo.read_trace("nobody.invalid")
