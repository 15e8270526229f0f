"""A client that is killed in the middle of an exchange loses nothing and doubles nothing."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from tests.e2e.losing_proxy import LosingProxy
from tests.e2e.processes import LIMIT_S, Client, Server

TITLE = "Monitor miga"
PICTURE = b"\x89PNG" * 5_000
BEFORE, AFTER = "before the server heard of it", "after the server had accepted it"


@pytest.fixture
def proxy(server: Server) -> Iterator[LosingProxy]:
    with LosingProxy(server.port) as way:
        yield way


@pytest.fixture
def joanna(proxy: LosingProxy, tmp_path: Path) -> Client:
    """Her computer, which reaches the server by the proxy alone."""
    return Client(tmp_path / "joanna", "joanna").sign_in(Server(tmp_path, proxy.port))


@pytest.fixture
def marek(computer: Callable[[str], Client]) -> Client:
    return computer("marek")


@pytest.fixture
def killed(joanna: Client, tmp_path: Path, request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The command that is to be killed: the one that reports, with a file, or the one that sends."""
    (tmp_path / "ekran.png").write_bytes(PICTURE)
    report = ("report", "--title", TITLE, "--no-facts", "--attach", str(tmp_path / "ekran.png"))
    if request.param == "report":
        return report
    joanna.run(*report, "--wait", "0")
    return ("sync",)


@contextmanager
def hanging(lose_next: Callable[[Callable[[], object]], None]) -> Iterator[Event]:
    """Tell when what is to be lost has come; the exchange hangs there until this block is left."""
    here, go_on = Event(), Event()

    def reached() -> None:
        here.set()
        go_on.wait(LIMIT_S)

    lose_next(reached)
    try:
        yield here
    finally:
        go_on.set()


def titles(client: Client) -> list[str]:
    return [row["title"] for row in client.ask("tickets")]


@pytest.mark.parametrize(
    ("killed", "moment"), [("report", BEFORE), ("report", AFTER), ("sync", AFTER)], indirect=["killed"]
)
def test_its_report_is_one_ticket_in_the_end(
    joanna: Client, marek: Client, proxy: LosingProxy, killed: tuple[str, ...], moment: str
) -> None:
    with hanging(proxy.lose_next_request if moment == BEFORE else proxy.lose_next_answer) as here:
        process = joanna.start(*killed)
        assert here.wait(LIMIT_S)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=LIMIT_S)
    assert process.returncode == -signal.SIGKILL

    marek.sync()
    assert titles(marek) == ([] if moment == BEFORE else [TITLE])
    assert titles(joanna) == [TITLE]

    assert joanna.sync()["pending"] == 0
    marek.sync()
    [mine], [his] = joanna.ask("tickets"), marek.ask("tickets")
    assert mine == his
    assert joanna.kinds(mine["number"]) == marek.kinds(his["number"]) == ["TicketOpened", "FileAttached"]
