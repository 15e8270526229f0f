"""What people and programs get wrong: one clear sentence each, and nothing is lost."""

import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.processes import PASSWORDS, Client, Server, itdesk

Computer = Callable[[str], Client]
REFUSED, WORLD_FAILED, USAGE = 3, 1, 2


def sentence(client: Client, *arguments: str, code: int, given: str = "") -> str:
    """Run a command that fails; return its one sentence, having checked that it is one."""
    done = client.run(*arguments, code=code, given=given)
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


def signing_in(url: str, login: str = "joanna") -> tuple[str, ...]:
    return ("sign-in", "--server", url, "--login", login, "--password-stdin")


def test_a_wrong_password_and_an_unknown_login_read_alike(server: Server, tmp_path: Path) -> None:
    client = Client(tmp_path / "new", "joanna")
    wrong = sentence(client, *signing_in(server.url), code=WORLD_FAILED, given="wrong")
    unknown = sentence(client, *signing_in(server.url, "nobody"), code=WORLD_FAILED, given="wrong")
    assert wrong == unknown


def test_a_server_that_nobody_knows(tmp_path: Path) -> None:
    client = Client(tmp_path / "new", "joanna")
    said = sentence(client, *signing_in("https://no-such-server.invalid"), code=WORLD_FAILED, given="x")
    assert "no-such-server.invalid" in said


class Website(http.server.BaseHTTPRequestHandler):
    """Answers everything with a page."""

    def do_POST(self) -> None:
        """Answer like a hotel's guest network."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<html>Welcome to our guests' Wi-Fi</html>")

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture
def website() -> Iterator[str]:
    """Something on this computer that is no itdesk server."""
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Website)
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()
    thread.join()
    site.server_close()


def test_a_server_that_answers_html(website: str, tmp_path: Path) -> None:
    client = Client(tmp_path / "new", "joanna")
    said = sentence(client, *signing_in(website), code=WORLD_FAILED, given="x")
    assert "not as an itdesk server" in said


def test_an_attachment_over_the_limit(computer: Computer, tmp_path: Path) -> None:
    joanna = computer("joanna")
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(62 * 1024 * 1024)
    said = sentence(joanna, "report", "--title", "Film", "--attach", str(large), code=REFUSED)
    assert "film.mp4" in said
    assert "62 MB" in said
    assert "25 MB" in said
    assert joanna.ask("tickets") == []


def test_a_file_that_is_not_there(computer: Computer, tmp_path: Path) -> None:
    joanna = computer("joanna")
    missing = str(tmp_path / "brak.txt")
    assert "brak.txt" in sentence(joanna, "report", "--title", "Film", "--attach", missing, code=WORLD_FAILED)


def test_half_of_a_unicode_pair(computer: Computer) -> None:
    joanna = computer("joanna")
    said = sentence(joanna, "report", "--title", "a", "--text", "zepsute \udcff", code=REFUSED)
    assert "Unicode" in said
    assert joanna.ask("tickets") == []


def test_an_unknown_category_names_the_known_ones(computer: Computer) -> None:
    said = sentence(computer("joanna"), "report", "--title", "a", "--category", "kawa", code=REFUSED)
    assert "kawa" in said
    assert "hardware_failure" in said


def test_somebody_elses_ticket_does_not_exist(computer: Computer) -> None:
    joanna, piotr = computer("joanna"), computer("piotr")
    number = joanna.report("Poufne sprawy księgowości")["number"]
    piotr.sync()
    said = sentence(piotr, "ticket", number, "--json", code=REFUSED)
    assert said == sentence(piotr, "ticket", "IT-99999", "--json", code=REFUSED)
    assert piotr.ask("tickets") == []


def test_a_score_outside_of_the_scale(computer: Computer) -> None:
    joanna = computer("joanna")
    number = joanna.report("Monitor")["number"]
    said = sentence(joanna, "rate", number, "--score", "9", code=REFUSED)
    assert "1 to 5" in said


def test_resolving_without_a_note(computer: Computer) -> None:
    joanna, marek = computer("joanna"), computer("marek")
    number = joanna.report("Monitor")["number"]
    marek.sync()
    assert "note" in sentence(marek, "status-of", number, "--to", "resolved", code=REFUSED)


def test_a_number_that_is_none(computer: Computer) -> None:
    assert "IT-1042" in sentence(computer("joanna"), "ticket", "IT-x", code=USAGE)


@pytest.mark.parametrize("store", ["memory", "keyring"])
def test_memory_alone_keeps_no_sign_in(server: Server, tmp_path: Path, store: str) -> None:
    """Where there is no keyring, that one is memory alone as well."""
    client = Client(tmp_path / "new", "joanna")
    environment = client.environment | {"ITDESK_CREDENTIAL_STORE": store}
    done = itdesk(
        *signing_in(server.url), code=WORLD_FAILED, given=PASSWORDS["joanna"], environment=environment
    )
    assert "memory" in done.stderr
    client.run("tickets", code=WORLD_FAILED)


def test_nobody_signed_in(tmp_path: Path) -> None:
    assert "sign-in" in sentence(Client(tmp_path / "new", "joanna"), "tickets", "--json", code=WORLD_FAILED)


def test_a_search_that_cannot_be_read(computer: Computer) -> None:
    said = sentence(computer("joanna"), "tickets", "--query", "toner staus:open", code=USAGE)
    assert said.startswith("There is no field “staus”. Known are status, is, priority")
