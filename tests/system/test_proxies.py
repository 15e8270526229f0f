"""The server behind real proxies, with the very configurations that docs/proxy shows."""

import json
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from itdesk.domain.limits import FILE_BYTES
from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.e2e.processes import PASSWORDS, Client, itdesk, lasting_port
from tests.e2e.server.faced_server import FacedServer, faced
from tests.e2e.server.server_process import Visitor, hint_from, report
from tests.e2e.server.test_uploads import CONTENT, attach, attached, offset_of, put
from tests.system.conftest import _running

pytestmark = [pytest.mark.system, pytest.mark.timeout(180)]
DOCS = Path(__file__).parents[2] / "docs" / "proxy"
LIMIT_S = 30
AT_ONCE_S = 3
"""A buffering proxy keeps an event until its buffer is full, or the stream ends."""
FROM_ELSEWHERE = "127.0.0.9"
"""An address of this computer that is not the declared proxy's."""
ADMINS_PATH = f"{os.environ['PATH']}:/usr/sbin"
NGINX = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    include {folder}/itdesk.conf;
}}
"""
CADDY = "{{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}}\n{shown}"


@dataclass(frozen=True)
class Proxied:
    """A server behind a proxy. `url` is the proxy's, which `ca_file` vouches for."""

    url: str
    ca_file: Path
    server: FacedServer

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def visitor(self, source: str = "127.0.0.1") -> Visitor:
        return Visitor(self.url, ca_file=self.ca_file, source=source)

    def sign_in(self, login: str) -> Visitor:
        return self.visitor().sign_in(login, PASSWORDS[login])


def shown(name: str, changes: dict[str, str]) -> str:
    """Return the configuration of the documentation, for this computer."""
    text = (DOCS / name).read_text("utf-8")
    for old, new in changes.items():
        assert old in text, f"{name} does not say {old}"
        text = text.replace(old, new)
    return text


def nginx(folder: Path, certificates: Path, port: int, server: int) -> list[str]:
    changes = {
        "listen 443": f"listen 127.0.0.1:{port}",
        "    listen [::]:443 ssl http2;\n": "",
        "help.example.com": "localhost",
        "/etc/itdesk": str(certificates),
        "127.0.0.1:8470": f"127.0.0.1:{server}",
    }
    (folder / "itdesk.conf").write_text(shown("nginx.conf", changes))
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder))
    return ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


def caddy(folder: Path, certificates: Path, port: int, server: int) -> list[str]:
    changes = {
        "\nhelp.example.com {": f"\nhttps://localhost:{port} {{",
        "/etc/itdesk": str(certificates),
        "127.0.0.1:8470": f"127.0.0.1:{server}",
    }
    (folder / "Caddyfile").write_text(CADDY.format(shown=shown("Caddyfile", changes)))
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


@contextmanager
def answering(command: list[str], folder: Path, port: int) -> Iterator[None]:
    """Run a proxy until the end of the block, from the moment at which its port is open."""
    program = shutil.which(command[0], path=ADMINS_PATH)
    assert program, f"{command[0]} is not installed"
    environment = {"PATH": ADMINS_PATH, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (
        (folder / "proxy.log").open("w") as log,
        _running([program, *command[1:]], env=environment, stdout=log, stderr=subprocess.STDOUT) as process,
    ):
        ends = time.monotonic() + LIMIT_S
        while not _is_open(port):
            assert process.poll() is None, (folder / "proxy.log").read_text()
            assert time.monotonic() < ends
            time.sleep(0.05)
        yield


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def proxied(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    configured: Callable[[Path, Path, int, int], list[str]] = request.param
    folder, certificates = tmp_path_factory.mktemp("proxy"), tmp_path_factory.mktemp("certificates")
    store = tmp_path_factory.mktemp("behind") / "store"
    for login, role in (("joanna", Role.EMPLOYEE), ("marek", Role.TECHNICIAN)):
        password = PASSWORDS[login]
        add_user(login=login, name=login, role=role, password=password, data_dir=store, database=None)
    itdesk("server", "certificate", "--name", "localhost", "--out", str(certificates))
    port = lasting_port()
    url = f"https://localhost:{port}"
    with (
        faced(store, "--trusted-proxy", "127.0.0.1", "--base-url", url) as server,
        answering(configured(folder, certificates, port, server.port), folder, port),
    ):
        yield Proxied(url, certificates / "itdesk-ca.pem", server)


def test_a_client_signs_in_and_its_report_arrives(proxied: Proxied, tmp_path: Path) -> None:
    joanna = Client(tmp_path / "joanna", "joanna")
    joanna.folder.mkdir()
    (joanna.folder / "settings.toml").write_text(f'ca_file = "{proxied.ca_file}"\n')
    arguments = ["sign-in", "--server", proxied.url, "--login", "joanna", "--password-stdin"]
    joanna.run(*arguments, given=PASSWORDS["joanna"])
    sent = joanna.report("The proxy lets me through")
    marek = proxied.sign_in("marek")
    titles = [ticket["title"] for ticket in marek.ask("GET", "/v1/tickets").json["tickets"]]
    marek.close()
    assert "The proxy lets me through" in titles, sent


def test_an_upload_that_was_cut_goes_on(proxied: Proxied) -> None:
    joanna = proxied.sign_in("joanna")
    address = attach(joanna, attached())
    head = (
        f"PUT {address} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {joanna.token}\r\n"
        "Upload-Offset: 0\r\nContent-Type: application/octet-stream\r\n"
        f"Content-Length: {len(CONTENT)}\r\n\r\n"
    )
    context = ssl.create_default_context(cafile=proxied.ca_file)
    with (
        socket.create_connection(("127.0.0.1", proxied.port)) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as raw,
    ):
        raw.sendall(head.encode() + CONTENT[:300_000])
        raw.shutdown(socket.SHUT_WR)  # closing could throw away at the proxy what it has not read
        ends = time.monotonic() + LIMIT_S
        while not (arrived := offset_of(joanna, address)):
            assert time.monotonic() < ends, "the proxy kept the piece to itself"
            time.sleep(0.05)
    assert arrived <= 300_000
    assert put(joanna, address, CONTENT[arrived:], arrived).status == 204
    assert joanna.ask("GET", address).body == CONTENT
    joanna.close()


def test_the_largest_file_passes(proxied: Proxied) -> None:
    joanna = proxied.sign_in("joanna")
    largest = bytes(FILE_BYTES)
    assert put(joanna, attach(joanna, attached(largest)), largest).status == 204
    joanna.close()


def test_a_live_event_arrives_at_once(proxied: Proxied) -> None:
    marek, joanna = proxied.sign_in("marek"), proxied.sign_in("joanna")
    with marek.live() as stream:
        before = hint_from(stream)
        joanna.sync(report())
        begun = time.monotonic()
        assert hint_from(stream) > before
        assert time.monotonic() - begun < AT_ONCE_S
    marek.close()
    joanna.close()


def test_an_invented_address_does_not_let_anybody_guess_on(proxied: Proxied) -> None:
    stranger = proxied.visitor(FROM_ELSEWHERE)
    statuses = set()
    for number in range(60):
        invented = {"X-Forwarded-For": f"198.51.100.{number}", "X-Real-IP": f"198.51.100.{number}"}
        body = {"login": f"nobody{number}", "password": "a guess"}
        statuses.add(stranger.ask("POST", "/v1/sign-in", body, invented).status)
    assert statuses == {401, 429}
    stranger.close()


def test_the_server_tells_its_own_address_and_answers_no_other(proxied: Proxied) -> None:
    stranger = proxied.visitor()
    document = json.loads(stranger.ask("GET", "/v1/openapi.json").body)
    assert document["servers"] == [{"url": proxied.url}]
    direct = proxied.server.visitor().ask("GET", "/v1/openapi.json", headers={"Host": "evil.example.net"})
    assert direct.code == "host_not_allowed"
    stranger.close()
