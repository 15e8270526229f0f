"""The running desktop under the guard, with the real processes of the end-to-end tests beside it."""

from tests.e2e.conftest import computer, server, staffed_store

__all__ = ["computer", "server", "staffed_store"]
