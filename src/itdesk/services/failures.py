"""What the world did, in one sentence for a person."""

from collections.abc import Iterator
from contextlib import contextmanager

from itdesk.connection.errors import ExchangeFailed
from itdesk.replica.failures import WorldFailed

__all__ = ["WorldFailed", "network_told_plainly"]


@contextmanager
def network_told_plainly() -> Iterator[None]:
    """Within the block, what happens between this computer and the server becomes WorldFailed."""
    try:
        yield
    except ExchangeFailed as error:
        raise WorldFailed(error.sentence) from error
