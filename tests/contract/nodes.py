"""Several servers on one store, and many works at the same moment."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk

PATIENCE_S = 60
Done = TypeVar("Done")


@contextmanager
def running_nodes(store: Store, count: int) -> Iterator[list[TicketDesk]]:
    """Several desks on one store, as several server processes would be."""
    desks = [TicketDesk(store) for _ in range(count)]
    for desk in desks:
        desk.start()
    yield desks
    for desk in desks:
        desk.stop()


def at_once(works: Sequence[Callable[[], Done]]) -> list[Done]:
    """Do all of it at the same moment, each in a thread of its own; raise what any of it raised."""
    ready = threading.Barrier(len(works))

    def work(one: Callable[[], Done]) -> Done:
        ready.wait(PATIENCE_S)
        return one()

    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result(PATIENCE_S) for done in [pool.submit(work, one) for one in works]]
