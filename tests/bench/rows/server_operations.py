"""What an administrator wants to know: how much one server process takes, and what listening costs.

A real process over HTTP on the loopback, 32 desktops without a pause beside it on the same cores.
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.row import Row
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.crowd import Desktop, add_crowd
from tests.e2e.server.server_process import ServerProcess

DESKTOPS = 32
SECONDS = 6.0
STREAMS_EACH = 20
LISTENERS = 500
LISTEN_S = 15.0


@dataclass(frozen=True)
class Rate:
    """How many a second, and how much of a core each of them took: that does not depend on who else works."""

    per_s: float
    cpu_ms: float


def measure() -> list[Row]:
    """Return the rows for both databases."""
    with _server("") as (server, tokens):
        on_sqlite = [*_rows("SQLite", server, tokens)]
    with postgresql_server() as url, _server(url.render_as_string(hide_password=False)) as (server, tokens):
        return [*on_sqlite, *_rows("PostgreSQL", server, tokens)]


@contextmanager
def _server(database: str) -> Iterator[tuple[ServerProcess, list[str]]]:
    with tempfile.TemporaryDirectory(prefix="itdesk-bench-") as folder:
        tokens = add_crowd(Path(folder), database, DESKTOPS + LISTENERS // STREAMS_EACH)
        server = ServerProcess(Path(folder), database)
        try:
            yield server, tokens
        finally:
            server.stop()


def _rows(name: str, server: ServerProcess, tokens: list[str]) -> Iterator[Row]:
    bytes_, cpu_ms = asyncio.run(_listening(server, tokens[DESKTOPS:]))
    reports, polls = asyncio.run(_rates(server, tokens[:DESKTOPS]))
    yield Row(f"reports a second over HTTP, {name}", reports.per_s, "/s", None)
    yield Row(f"empty polls a second over HTTP, {name}", polls.per_s, "/s", None)
    yield Row(f"a report, CPU of the server, {name}", reports.cpu_ms, "ms", None)
    yield Row(f"an empty poll, CPU of the server, {name}", polls.cpu_ms, "ms", None)
    yield Row(f"an idle live connection, memory, {name}", bytes_ / 1_000, "kB", None)
    yield Row(f"an idle live connection, CPU a minute, {name}", cpu_ms, "ms", None)


async def _rates(server: ServerProcess, tokens: list[str]) -> tuple[Rate, Rate]:
    process = psutil.Process(server.process.pid)
    desktops = [Desktop(server.port, token) for token in tokens]
    for desktop in desktops:
        await desktop.catch_up()

    async def report(desktop: Desktop) -> None:
        reply = await desktop.sync(desktop.report("The printer prints only stripes"))
        assert reply.json["results"][0]["state"] == "accepted"

    async def poll(desktop: Desktop) -> None:
        assert (await desktop.sync()).status == 200

    reports = await _rate(process, desktops, report)
    for desktop in desktops:
        await desktop.catch_up()
    polls = await _rate(process, desktops, poll)
    for desktop in desktops:
        desktop.close()
    return reports, polls


async def _rate(
    process: psutil.Process, desktops: list[Desktop], do: Callable[[Desktop], Awaitable[None]]
) -> Rate:
    begun, cpu_s = time.monotonic(), sum(process.cpu_times()[:2])

    async def work(desktop: Desktop) -> int:
        count = 0
        while time.monotonic() < begun + SECONDS:
            await do(desktop)
            count += 1
        return count

    count = sum(await asyncio.gather(*(work(desktop) for desktop in desktops)))
    used_s = sum(process.cpu_times()[:2]) - cpu_s
    return Rate(per_s=count / (time.monotonic() - begun), cpu_ms=used_s * 1_000 / count)


async def _listening(server: ServerProcess, tokens: list[str]) -> tuple[float, float]:
    """Return bytes a connection, and milliseconds of CPU a connection and minute, beyond the idle server."""
    process = psutil.Process(server.process.pid)
    idle_s = await _cpu_s(process)
    before = process.memory_info().rss
    desktops = [Desktop(server.port, token) for token in tokens for _ in range(STREAMS_EACH)]
    for desktop in desktops:
        await desktop.listen()
    bytes_ = process.memory_info().rss - before
    cpu_s = await _cpu_s(process)
    for desktop in desktops:
        desktop.close()
    return bytes_ / len(desktops), max(0.0, cpu_s - idle_s) * 1_000 / len(desktops) * 60 / LISTEN_S


async def _cpu_s(process: psutil.Process) -> float:
    begun = sum(process.cpu_times()[:2])
    await asyncio.sleep(LISTEN_S)
    return float(sum(process.cpu_times()[:2]) - begun)
