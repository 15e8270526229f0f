"""TLS from end to end: certificate made by the command, server and client as processes."""

import os
import shutil
import signal
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.processes import PASSWORDS, CommandFailed, itdesk
from tests.e2e.processes import Server as PlainServer
from tests.e2e.server.faced_server import FacedServer, faced, sentence_of_refusal
from tests.e2e.server.server_process import STOP_LIMIT_S


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls") / "store"
    folder.mkdir()
    PlainServer(folder).add_people()
    return folder


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    made(folder)
    return folder


def made(folder: Path, name: str = "localhost") -> str:
    return itdesk("server", "certificate", "--name", name, "--out", str(folder)).stdout


def options(certificates: Path) -> list[str]:
    return ["--tls-cert", str(certificates / "server.pem"), "--tls-key", str(certificates / "server.key")]


@pytest.fixture(scope="module")
def server(store: Path, certificates: Path) -> Iterator[FacedServer]:
    with faced(store, *options(certificates)) as running:
        yield running


def sign_in(server_url: str, folder: Path, ca_file: Path | None, *, code: int) -> str:
    """Let a client sign in; return what it says on standard error."""
    folder.mkdir(exist_ok=True)
    if ca_file is not None:
        (folder / "settings.toml").write_text(f'ca_file = "{ca_file}"\n')
    environment = {**_environment(), "ITDESK_DATA_DIR": str(folder), "ITDESK_CREDENTIAL_STORE": "file"}
    arguments = ["sign-in", "--server", server_url, "--login", "joanna", "--password-stdin"]
    return itdesk(*arguments, code=code, given=PASSWORDS["joanna"], environment=environment).stderr


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("ITDESK_", "SSL_CERT"))}


def certificate_seen(server: FacedServer, certificates: Path) -> bytes:
    """Return the certificate of a server that is good for its address."""
    context = ssl.create_default_context(cafile=certificates / "itdesk-ca.pem")
    with (
        socket.create_connection(("127.0.0.1", server.port)) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as secured,
    ):
        seen = secured.getpeercert(binary_form=True)
        assert seen is not None
        return seen


def test_the_command_says_which_file_is_for_whom(tmp_path: Path) -> None:
    said = made(tmp_path / "out")
    lines = {line.split()[0]: line for line in said.splitlines() if line and not line.startswith(" ")}
    assert str(tmp_path / "out" / "itdesk-ca.pem") in said
    assert "CA_FILE of the installer" in said.split("The clients:")[1].splitlines()[0]
    assert "(new, until" in lines["Authority"]
    assert "(the one that was there, until" in made(tmp_path / "out")


def test_what_the_command_cannot_do_is_one_sentence(tmp_path: Path) -> None:
    bad = itdesk("server", "certificate", "--name", "two words", "--out", str(tmp_path), code=3)
    assert bad.stderr.count("\n") == 1
    nowhere = itdesk("server", "certificate", "--name", "localhost", "--out", "/proc/itdesk", code=1)
    assert "cannot be written" in nowhere.stderr


def test_the_first_line_says_https(server: FacedServer) -> None:
    assert server.url == f"https://127.0.0.1:{server.port}"


def by_name(server: FacedServer) -> str:
    return f"https://localhost:{server.port}"


def test_a_client_with_the_ca_file_signs_in(server: FacedServer, certificates: Path, tmp_path: Path) -> None:
    sign_in(by_name(server), tmp_path / "client", certificates / "itdesk-ca.pem", code=0)


def test_a_client_without_it_does_not(server: FacedServer, tmp_path: Path) -> None:
    said = sign_in(by_name(server), tmp_path / "client", None, code=1)
    assert "its certificate comes from an authority that this computer does not know" in said


def test_nor_one_with_the_authority_of_somebody_else(server: FacedServer, tmp_path: Path) -> None:
    made(tmp_path / "other")
    said = sign_in(by_name(server), tmp_path / "client", tmp_path / "other" / "itdesk-ca.pem", code=1)
    assert "its certificate" in said


def test_nor_by_a_name_that_the_certificate_does_not_have(
    server: FacedServer, certificates: Path, tmp_path: Path
) -> None:
    said = sign_in(server.url, tmp_path / "client", certificates / "itdesk-ca.pem", code=1)
    assert "its certificate is for another address" in said


def test_plain_http_is_not_answered_there(server: FacedServer, tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="ended with 1"):
        sign_in(f"http://127.0.0.1:{server.port}", tmp_path / "client", None, code=0)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_old_tls_is_not_spoken(server: FacedServer, version: ssl.TLSVersion) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")  # else it would be this end that refuses
    with pytest.warns(DeprecationWarning, match="deprecated"):
        context.minimum_version = context.maximum_version = version
    with (
        socket.create_connection(("127.0.0.1", server.port)) as plain,
        pytest.raises(ssl.SSLError, match=r"PROTOCOL_VERSION|EOF"),
    ):
        context.wrap_socket(plain)


def test_a_renewed_certificate_is_taken_at_a_hangup(store: Path, tmp_path: Path) -> None:
    made(tmp_path / "own", "127.0.0.1")
    copied = Path(shutil.copytree(store, tmp_path / "store"))
    with faced(copied, *options(tmp_path / "own")) as server:
        first = certificate_seen(server, tmp_path / "own")
        made(tmp_path / "own", "127.0.0.1")
        assert certificate_seen(server, tmp_path / "own") == first
        server.process.send_signal(signal.SIGHUP)
        ends = time.monotonic() + STOP_LIMIT_S
        while certificate_seen(server, tmp_path / "own") == first:
            assert time.monotonic() < ends
        second = certificate_seen(server, tmp_path / "own")

        (tmp_path / "own" / "server.key").write_text("spoilt")
        server.process.send_signal(signal.SIGHUP)
        while "The certificate in use stays." not in server.log.read_text():
            assert time.monotonic() < ends
        assert certificate_seen(server, tmp_path / "own") == second


def test_a_certificate_that_would_not_serve_is_one_sentence(certificates: Path, tmp_path: Path) -> None:
    made(tmp_path / "other")
    mixed = ["--tls-cert", str(certificates / "server.pem"), "--tls-key", str(tmp_path / "other/server.key")]
    assert "does not belong to the certificate" in sentence_of_refusal(tmp_path / "store", *mixed)
    assert "together" in sentence_of_refusal(tmp_path / "store", *mixed[:2])
    assert not (tmp_path / "store").exists()
