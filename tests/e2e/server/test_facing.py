"""What a server process does about open addresses, foreign names and proxies."""

import shutil
import socket
from pathlib import Path

import pytest

from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.faced_server import FacedServer, faced, sentence_of_refusal
from tests.e2e.server.server_process import Answer, Visitor

BASE = "https://help.example.com:8443"
STRANGER = "203.0.113.9"
ENOUGH_FOR_AN_ADDRESS = 60


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faced") / "store"
    folder.mkdir()
    add_people(folder)
    return folder


@pytest.fixture
def store(staffed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(staffed, tmp_path / "store"))


def own_address() -> str:
    """Return an address of this computer that is not loopback."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # no packet leaves
        return str(probe.getsockname()[0])


@pytest.mark.parametrize("host", ["0.0.0.0", "::", own_address(), "0"])
def test_an_open_address_without_tls_is_refused(tmp_path: Path, host: str) -> None:
    said = sentence_of_refusal(tmp_path / "store", "--host", host)
    assert "passwords and tickets would cross the network unprotected" in said
    assert "--insecure-http" in said


def test_who_insists_is_served(store: Path) -> None:
    with faced(store, "--host", "0.0.0.0", "--insecure-http") as server:
        anna = Visitor(f"http://{own_address()}:{server.port}").sign_in("anna", PASSWORD)
        assert anna.ask("GET", "/v1/tickets").status == 200
        anna.close()


def test_behind_a_proxy_nobody_else_is_served_by_plain_http(store: Path) -> None:
    with faced(store, "--host", "0.0.0.0", "--trusted-proxy", "192.0.2.1") as server:
        direct = Visitor(f"http://{own_address()}:{server.port}")
        answer = direct.ask("GET", "/healthz")
        assert (answer.status, answer.code) == (403, "proxy_needed")
        assert server.visitor().ask("GET", "/healthz").status == 200
        direct.close()


def test_a_proxy_that_was_asked_by_plain_http_is_told_so(store: Path) -> None:
    with faced(store, "--trusted-proxy", "127.0.0.1") as server:
        visitor = server.visitor()
        plain = visitor.ask("GET", "/healthz", headers={"X-Forwarded-Proto": "http"})
        assert (plain.status, plain.code) == (403, "https_needed")
        assert visitor.ask("GET", "/healthz", headers={"X-Forwarded-Proto": "https"}).status == 200
        visitor.close()


def test_only_configured_names_are_answered_and_addresses_come_from_the_configuration(store: Path) -> None:
    with faced(store, "--base-url", BASE, "--allow-host", "desk") as server:
        visitor = server.visitor()

        def asked_for(host: str) -> Answer:
            return visitor.ask("GET", "/v1/openapi.json", headers={"Host": host})

        for host in ("help.example.com", "HELP.example.com.:8443", "desk"):
            assert asked_for(host).json["servers"] == [{"url": BASE}]
        for host in (
            "evil.example.net",
            "help.example.com.evil.net",
            "127.0.0.1",
            "",
            "help.example.com@evil",
        ):
            answer = asked_for(host)
            assert (answer.status, answer.code) == (421, "host_not_allowed")
            assert b"evil" not in answer.body
        forwarded = {"Host": "desk", "X-Forwarded-Host": "evil.example.net", "Forwarded": "host=evil"}
        assert b"evil" not in visitor.ask("GET", "/v1/openapi.json", headers=forwarded).body
        visitor.close()


def test_without_a_base_address_host_is_still_not_told(store: Path) -> None:
    with faced(store) as server:
        visitor = server.visitor()
        answer = visitor.ask("GET", "/v1/openapi.json", headers={"Host": "evil.example.net"})
        assert answer.json["servers"] == [{"url": "/"}]
        visitor.close()


def guess(visitor: Visitor, number: int, **headers: str) -> int:
    """Give a wrong password for a login that nobody has, and return the answer's status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = {"login": f"nobody{number}", "password": "a guess"}
    return visitor.ask("POST", "/v1/sign-in", body, named).status


def slowed_after(server: FacedServer, headers: list[dict[str, str]]) -> bool:
    """Guess many names, with one of the headers after the other; return whether one was made to wait."""
    visitor = server.visitor()
    said = [guess(visitor, n, **headers[n % len(headers)]) for n in range(ENOUGH_FOR_AN_ADDRESS)]
    visitor.close()
    assert set(said) <= {401, 429}
    return 429 in said


INVENTED = [{"X_Forwarded_For": f"198.51.100.{n}"} for n in range(ENOUGH_FOR_AN_ADDRESS)]


def test_a_stranger_does_not_guess_on_by_inventing_addresses(store: Path) -> None:
    with faced(store) as server:
        assert slowed_after(server, INVENTED)


def test_nor_through_a_proxy_that_adds_her_own(store: Path) -> None:
    through = [{"X_Forwarded_For": f"{one['X_Forwarded_For']}, {STRANGER}"} for one in INVENTED]
    with faced(store, "--trusted-proxy", "127.0.0.1") as server:
        assert slowed_after(server, through)
        visitor = server.visitor()
        assert (
            guess(visitor, 99, X_Forwarded_For="198.51.100.200") == 401
        )  # a colleague elsewhere is not slowed
        visitor.close()


def test_no_header_says_who_somebody_is(store: Path) -> None:
    names = ("X-Forwarded-User", "X-Remote-User", "Remote-User", "X-Forwarded-Email", "X-Authenticated-User")
    with faced(store, "--trusted-proxy", "127.0.0.1") as server:
        visitor = server.visitor()
        for name in names:
            assert visitor.ask("GET", "/v1/tickets", headers={name: "adam"}).status == 401
        visitor.close()
