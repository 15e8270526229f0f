"""Five times as many reports at once as the server takes: it says so, stays up, and loses none."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import func, select

from itdesk.connection.connection import DEADLINE_S
from itdesk.server import limits
from itdesk.server.store.store import open_store
from itdesk.server.store.tables import tickets
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.crowd import Desktop, add_crowd
from tests.e2e.server.server_process import ServerProcess

TAKEN_AT_ONCE = limits.THREADS + limits.WAITING
CROWD = 5 * TAKEN_AT_ONCE
ALONE = 60
MOST_MEMORY_MB = 260


@dataclass
class Seen:
    """What came back, and after how long."""

    statuses: set[int] = field(default_factory=set)
    admitted_s: list[float] = field(default_factory=list)
    waits: set[int] = field(default_factory=set)
    sent_away: int = 0

    async def bring(self, desktop: Desktop, title: str) -> None:
        """Bring one report until it is accepted."""
        body = desktop.report(title)
        while True:
            reply = await desktop.sync(body)
            self.statuses.add(reply.status)
            if reply.status == 200 and reply.json["results"][0]["state"] == "accepted":
                self.admitted_s.append(reply.took_s)
                return
            self.sent_away += 1
            wait_s = int(reply.headers["retry-after"])
            self.waits.add(wait_s)
            await asyncio.sleep(wait_s)


async def _run(port: int, tokens: list[str], alone: Seen, together: Seen) -> None:
    first = Desktop(port, tokens[0])
    await first.catch_up()
    for n in range(ALONE):
        await alone.bring(first, f"Alone {n}")
    fresh = Desktop(port, tokens[1])
    await fresh.catch_up()
    crowd = [first, *(Desktop(port, token) for token in tokens[1:])]
    for desktop in crowd:  # they have read all that was there: each answer is short
        desktop.cursor = fresh.cursor
    async with asyncio.TaskGroup() as group:
        for n, desktop in enumerate(crowd):
            group.create_task(together.bring(desktop, f"Report {n}"))
    for desktop in (fresh, *crowd):
        desktop.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the database that the server keeps; empty for SQLite in its folder."""
    if request.param == "sqlite":
        yield ""
        return
    with postgresql_server() as address:
        yield address.render_as_string(hide_password=False)


@pytest.mark.timeout(300)
def test_it_sends_away_what_it_cannot_take_and_loses_nothing(tmp_path: Path, database: str) -> None:
    tokens = add_crowd(tmp_path, database, CROWD)
    server = ServerProcess(tmp_path, database)
    alone, together = Seen(), Seen()
    asyncio.run(_run(server.port, tokens, alone, together))
    memory_mb = _peak_mb(server)
    assert server.stop() == 0
    store = open_store(database or tmp_path / "itdesk.db")
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tickets)) == CROWD + ALONE
    store.close()
    assert alone.statuses == {200}
    assert together.statuses == {200, 503}
    assert len(together.waits) > 1
    assert together.waits <= set(range(limits.RETRY_AFTER_S[0], limits.RETRY_AFTER_S[1] + 1))
    # sending away comes before collapse: nobody who was let in waits until her desktop gives up
    assert max(together.admitted_s) < DEADLINE_S
    assert memory_mb <= MOST_MEMORY_MB


def _peak_mb(server: ServerProcess) -> float:
    """The most that the process has had, where the system tells it."""
    status = Path(f"/proc/{server.process.pid}/status")
    if not status.exists():
        return server.memory_mb()
    peak_kb = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak_kb) / 1_000
