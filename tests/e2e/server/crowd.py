"""Many desktops at once, on one event loop: each a person with a connection and a cursor of her own."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from itdesk.domain.ids import new_id
from itdesk.domain.people import Role
from itdesk.server.accounts.tokens import digest_of, new_token
from itdesk.server.store.store import open_store
from itdesk.server.store.tables import people, tokens
from tests.e2e.server.server_process import report, sync_body


def add_crowd(folder: Path, database: str, count: int) -> list[str]:
    """Add so many employees, signed in already; return their tokens."""
    store = open_store(database or folder / "itdesk.db")
    store.migrate()
    now, given = datetime.now(UTC), [new_token() for _ in range(count)]
    ids = [new_id() for _ in given]
    with store.writing() as connection:
        connection.execute(
            insert(people),
            [
                {"id": id, "login": f"u{n}", "name": f"U {n}", "role": Role.EMPLOYEE, "position": 0}
                for n, id in enumerate(ids)
            ],
        )
        connection.execute(
            insert(tokens),
            [
                {
                    "digest": digest_of(token, store.secret),
                    "person_id": id,
                    "device": "test",
                    "created_at": now,
                    "last_used_at": now,
                }
                for id, token in zip(ids, given, strict=True)
            ],
        )
    store.close()
    return given


@dataclass
class Reply:
    """What came back, and after how long."""

    status: int
    headers: dict[str, str]
    body: bytes
    took_s: float

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Desktop:
    """One person's desktop. Its connection is opened when it is needed."""

    port: int
    token: str
    cursor: str | None = None
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = field(default=None, repr=False)

    async def catch_up(self) -> None:
        """Read what is there."""
        while True:
            reply = await self.sync()
            assert reply.status == 200, reply
            if not reply.json.get("more"):
                return

    async def sync(self, body: bytes | None = None) -> Reply:
        """Bring changes, or ask what is new; the cursor moves on."""
        reply = await self._post(body or sync_body(cursor=self.cursor))
        if reply.status == 200:
            self.cursor = reply.json["cursor"]
        return reply

    def report(self, title: str) -> bytes:
        """Return an exchange that brings a new report: to be sent as often as needed."""
        return sync_body(report(title), cursor=self.cursor)

    async def listen(self) -> asyncio.StreamReader:
        """Open a live stream; return it at its first hint."""
        reader, writer = await self._connected()
        writer.write(self._head("GET", "/v1/live") + b"\r\n")
        await reader.readuntil(b"data: ")
        return reader

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def _post(self, body: bytes) -> Reply:
        reader, writer = await self._connected()
        begun = time.monotonic()
        length = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        writer.write(self._head("POST", "/v1/sync") + length + body)
        status, headers = _parsed(await reader.readuntil(b"\r\n\r\n"))
        content = await (
            reader.readexactly(int(headers["content-length"]))
            if "content-length" in headers
            else _chunks(reader)
        )
        return Reply(status, headers, content, time.monotonic() - begun)

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port, limit=2**24)
        return self._streams

    def _head(self, method: str, path: str) -> bytes:
        return (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {self.token}\r\n".encode()
        )


def _parsed(head: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = head.decode("latin-1").strip().split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return int(first.split(" ", 2)[1]), {name.lower(): value.strip() for name, _, value in pairs}


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    content = b""
    while size := int(await reader.readline(), 16):
        content += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return content
