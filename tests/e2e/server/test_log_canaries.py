"""What people write, and what lets them in, is in no line of the server, not even when all goes wrong."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from itdesk.domain.changes import CommentAdded, FileAttached, TicketOpened, TitleChanged
from itdesk.domain.ids import FileId, new_id
from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.canaries import Canaries
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Visitor, change, sync_body
from tests.e2e.server.test_generated import Operation, operations

pytestmark = pytest.mark.postgres
FORGED = "\r\n2026-01-01 00:00:00 ERROR forged: line"


class Writer:
    """Somebody who puts a canary wherever a request has room for words."""

    def __init__(self, canaries: Canaries) -> None:
        self._canaries = canaries
        self._count = 0

    def word(self, where: str) -> str:
        self._count += 1
        return self._canaries.at(f"{where} {self._count}")

    def filled(self, document: dict[str, Any], schema: dict[str, Any], depth: int = 0) -> object:
        """Return something of this schema, with a canary in each text."""
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            return self.filled(document, document["components"]["schemas"][name], depth + 1)
        for word in ("anyOf", "oneOf"):
            if word in schema:
                return self.filled(document, schema[word][0], depth + 1)
        match schema.get("type"):
            case "object":
                named = schema.get("properties", {})
                return {key: self.filled(document, one, depth + 1) for key, one in named.items() if depth < 6}
            case "array":
                return [self.filled(document, schema.get("items", {}), depth + 1)] if depth < 6 else []
            case "integer" | "number":
                return 1
            case "boolean":
                return True
        return schema["enum"][0] if "enum" in schema else self.word("a text of a body")

    def headers(self) -> dict[str, str]:
        return {
            "User-Agent": self.word("User-Agent"),
            "Cookie": f"session={self.word('a cookie')}",
            "Referer": f"http://example.com/?q={self.word('Referer')}",
            "X-Api-Key": self.word("a foreign header"),
            "If-Match": f'"{self.word("If-Match")}"',
        }


class LoggingServer:
    """The server with all that it says going into a file."""

    def __init__(self, folder: Path, database: str, log_format: str) -> None:
        self.log = folder / "log"
        words = ["--data-dir", str(folder), "--database", database, "--port", "0"]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "itdesk", "server", "run", *words),
                    *("--log-format", log_format, "--log-level", "debug"),
                ],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().removeprefix("listening on ").strip()

    def stop(self) -> str:
        self.process.terminate()
        self.process.communicate(timeout=60)
        return self.log.read_text()


def _ask_everything(visitor: Visitor, writer: Writer, document: dict[str, Any]) -> None:
    for operation in operations(document):
        told = document["paths"][operation.path][operation.method.lower()]
        schema = told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
        for body in _bodies(writer, document, schema) if operation.takes_json else [None]:
            _ask(visitor, writer, operation, body)


def _bodies(writer: Writer, document: dict[str, Any], schema: dict[str, Any]) -> Iterator[bytes]:
    yield json.dumps(writer.filled(document, schema)).encode()
    yield json.dumps({writer.word("a key"): writer.word("a value") + FORGED}).encode()
    yield f'{{"broken": "{writer.word("a broken body")}'.encode()


def _ask(visitor: Visitor, writer: Writer, operation: Operation, body: bytes | None) -> None:
    segment = f"{writer.word('a part of an address')}%0d%0aforged"
    address = operation.path.replace("{id}", segment).replace("{number}", segment)
    visitor.ask(operation.method, f"{address}?q={writer.word('a query')}%0d%0aforged", body, writer.headers())


def _write_much(visitor: Visitor, writer: Writer) -> None:
    """Change tickets as people do: these words are accepted, and kept."""
    opened = change(TicketOpened(title=writer.word("a title"), description=writer.word("a description")))
    file = FileAttached(file_id=FileId(new_id()), name=writer.word("a file's name"), bytes=9, sha256="0" * 64)
    for payload in (
        CommentAdded(body=writer.word("a comment")),
        TitleChanged(title=writer.word("another title")),
        file,
    ):
        body = sync_body(opened, change(payload, opened.ticket_id, seen=1))
        visitor.ask("POST", "/v1/sync", body)
    content = writer.word("a file's content").encode()
    visitor.ask("PUT", f"/v1/files/{file.file_id}", content, {"Upload-Offset": "0"})
    visitor.ask("GET", f"/v1/search?q={writer.word('what is looked for')}")
    wrong = {"login": writer.word("a login"), "password": writer.word("a wrong password"), "device": "x"}
    visitor.ask("POST", "/v1/sign-in", wrong)
    Visitor(visitor.url, writer.word("a token")).ask("GET", "/v1/tickets")


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_no_canary_is_in_the_log(tmp_path: Path, log_format: str) -> None:
    canaries = Canaries()
    writer = Writer(canaries)
    with postgresql_server() as address:
        url = address.set(password=writer.word("the database's password"))
        database = url.render_as_string(hide_password=False)
        for login, role in (("anna", Role.EMPLOYEE), ("adam", Role.ADMIN)):
            add_user(
                login=login,
                name=writer.word("a name"),
                role=role,
                password=PASSWORD,
                data_dir=tmp_path,
                database=database,
            )
        server = LoggingServer(tmp_path, database, log_format)
        visitors = [Visitor(server.url).sign_in(login, PASSWORD) for login in ("anna", "adam")]
        document = visitors[1].ask("GET", "/v1/openapi.json").json
        for visitor in visitors:
            _write_much(visitor, writer)
        _ask_everything(visitors[1], writer, document)
        engine = create_engine(url.set(drivername="postgresql+psycopg"))
        for broken in ("events RENAME COLUMN payload", "documents RENAME COLUMN body"):
            with engine.begin() as connection:
                connection.execute(text(f"ALTER TABLE {broken} TO gone"))
            for visitor in visitors:
                _write_much(visitor, writer)
        engine.dispose()
        _ask_everything(visitors[1], writer, document)
    for visitor in visitors:  # and now the database is away
        _write_much(visitor, writer)
    for visitor in visitors:
        visitor.close()
    log = server.stop()
    found = {place for place, word in canaries.by_place.items() if word in log}
    assert not found
    assert not [visitor.token for visitor in visitors if str(visitor.token) in log]
    assert PASSWORD not in log
    assert "forged: line" not in log
    assert not [line for line in log.splitlines() if line.startswith(("forged", "2026-01-01"))]
    _check_it_says_something(log, log_format)


def _check_it_says_something(log: str, log_format: str) -> None:
    """A log that says nothing has no canaries either."""
    assert log.count("/v1/sync") > 5
    assert "UndefinedColumn" in log
    assert "OperationalError" in log or "cannot be used" in log
    if log_format == "json":
        lines = [json.loads(line) for line in log.splitlines()]
        requests = [line for line in lines if "route" in line]
        assert {"time", "level", "event", "request_id", "route", "status", "duration_ms", "actor"} <= set(
            requests[0]
        )
        assert {line["status"] for line in requests} >= {200, 401, 503}
        assert any(line["actor"] for line in requests if line["route"] == "/v1/sync")
