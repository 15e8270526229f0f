"""Whether what a job asked for was judged at all."""

from collections.abc import Sequence

from itdesk.protocol.messages import Result
from itdesk.server.store.store import StoreUnavailable


def check_judged(results: Sequence[Result]) -> None:
    """Raise StoreUnavailable when something could not be judged now: the next run asks for the same."""
    waiting = sum(result.state == "again" for result in results)
    if waiting:
        raise StoreUnavailable(f"{waiting} changes by the system could not be judged now.")
