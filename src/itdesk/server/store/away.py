"""The database does not answer now: the world failed, not we."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StoreAway(Exception):
    """The database cannot be reached, is too busy or is full. Asking again later is safe."""


@contextmanager
def telling_away() -> Iterator[None]:
    """Raise StoreAway for a database that is away or busy; our own mistakes pass through."""
    try:
        yield
    except PoolTimeout as error:
        raise StoreAway("All connections to the ticket database are in use.") from error
    except DBAPIError as error:
        if error.connection_invalidated or isinstance(error, OperationalError | InterfaceError):
            raise StoreAway(f"The ticket database does not answer: {error.orig}") from error
        raise
