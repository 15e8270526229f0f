"""`itdesk doctor` on a real computer: with the server up, down, strange, and with damaged files."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.processes import Client, Server
from tests.unit.connection.local_server import Exchange, LocalServer
from tests.unit.connection.test_trace import healthy, tls

Computer = Callable[[str], Client]


def examined(client: Client, code: int) -> dict[str, dict[str, Any]]:
    """Return the steps by name."""
    document = client.ask("doctor", code=code)
    assert document["well"] is (code == 0)
    for step in document["steps"]:
        assert step["found"]
        assert step["verdict"] == "ok" or step["fix"], f"no fix for {step}"
    return {step["step"]: step for step in document["steps"]}


def codes(steps: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {name: step["code"] for name, step in steps.items()}


def file_of(client: Client, name: str) -> Path:
    return next(client.folder.glob(f"accounts/*/{name}"))


def test_all_is_well(computer: Computer) -> None:
    joanna = computer("joanna")
    found = codes(examined(joanna, 0))
    assert found == {
        "settings": "settings.fine",
        "account": "account.signed_in",
        "store": "store.sound",
        "outbox": "outbox.sound",
        "keyring": "keyring.file",
        "dns": "way.literal",
        "tcp": "way.tcp",
        "proxy": "way.no_proxy",
        "tls": "way.no_tls",
        "server": "way.server",
        "clock": "clock.right",
        "disk": "disk.enough",
        "log": "log.written",
    }
    said = joanna.run("doctor").stdout
    assert "ok    store" in said
    assert "Traceback" not in said


def test_the_server_is_down_and_much_waits(computer: Computer, server: Server) -> None:
    joanna = computer("joanna")
    server.stop()
    joanna.report("Drukarka", "--wait", "0")
    with closing(sqlite3.connect(file_of(joanna, "outbox.db"))) as outbox, outbox:
        outbox.execute("UPDATE changes SET made_at = made_at - 7200000000")
    found = examined(joanna, 1)
    assert found["tcp"]["code"] == "way.refused"
    assert found["clock"]["code"] == "clock.unknown"
    assert found["outbox"]["code"] == "outbox.waits"
    assert "1" in found["outbox"]["found"]
    assert "server" not in found, "what lies behind a wall is not told"


def test_damaged_files_are_told_and_not_touched(computer: Computer) -> None:
    joanna = computer("joanna")
    for name in ("replica.db", "outbox.db"):
        path = file_of(joanna, name)
        path.write_bytes(b"not a database at all" * 1000)
    found = examined(joanna, 1)
    assert found["store"]["code"] == "store.damaged"
    assert found["outbox"]["code"] == "outbox.damaged"
    assert str(file_of(joanna, "outbox.db")) in found["outbox"]["found"]
    assert file_of(joanna, "outbox.db").read_bytes().startswith(b"not a database")


def test_nobody_is_signed_in_and_a_setting_is_wrong(tmp_path: Path) -> None:
    client = Client(tmp_path / "fresh", "joanna")
    client.folder.mkdir(mode=0o700)
    (client.folder / "settings.toml").write_text('theme = "pink"\n', "utf-8")
    found = codes(examined(client, 0))
    assert found["account"] == "account.nobody"
    assert found["settings"] == "settings.ignored"
    assert found["server"] == "way.no_address"
    assert "clock" not in found


def at(tmp_path: Path, server_url: str) -> Client:
    """Return a computer on which nobody is signed in, with the address of a server."""
    client = Client(tmp_path / "fresh", "joanna")
    client.folder.mkdir(mode=0o700)
    (client.folder / "settings.toml").write_text(f'server_url = "{server_url}"\n', "utf-8")
    return client


def test_a_wrong_clock_is_told(tmp_path: Path) -> None:
    with LocalServer(healthy) as server:
        found = examined(at(tmp_path, server.url), 1)
    assert found["server"]["code"] == "way.server"
    assert found["clock"]["code"] in ("clock.ahead", "clock.behind")


def test_a_certificate_that_is_not_trusted_is_told(tmp_path: Path) -> None:
    with LocalServer(healthy, tls("server.pem")) as server:
        found = examined(at(tmp_path, f"https://localhost:{server.port}"), 1)
    assert found["tls"]["code"] == "way.untrusted"
    assert "localhost" in found["tls"]["found"]


@pytest.mark.parametrize("status", [302, 503])
def test_something_else_answers(tmp_path: Path, status: int) -> None:
    def reply(exchange: Exchange) -> None:
        exchange.answer(status, b"<html>", Content_Type="text/html", Location="http://portal.example")

    with LocalServer(reply) as server:
        found = examined(at(tmp_path, server.url), 1)
    assert found["server"]["code"] == {302: "way.answer", 503: "way.problem"}[status]


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    assert codes(examined(at(tmp_path, "ftp://help"), 1))["server"] == "way.bad_address"
