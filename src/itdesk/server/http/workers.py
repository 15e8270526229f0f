"""Threads for work that waits: the event loop itself never touches database, disk or password hash."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from itdesk.server.http.busy import BUSY, retry_after
from itdesk.server.http.problems import Failed

P = ParamSpec("P")
Value = TypeVar("Value")


class Workers:
    """A bounded pool: so many calls at once, so many waiting; who comes then is asked to come later."""

    def __init__(self, name: str, *, threads: int, waiting: int) -> None:
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)
        self._most = threads + waiting
        self.taken = 0
        self.refused = 0

    async def run(self, call: Callable[P, Value], *args: P.args, **kwargs: P.kwargs) -> Value:
        """Return what `call` returns, made in a thread. Raises Failed (503) when too many wait already."""
        if self.taken >= self._most:
            self.refused += 1
            raise Failed(503, "busy", BUSY, {"Retry-After": retry_after()})
        self.taken += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, partial(call, *args, **kwargs))
        finally:
            self.taken -= 1

    def close(self) -> None:
        """Wait for the calls under way, then end the threads."""
        self._pool.shutdown(wait=True, cancel_futures=True)
