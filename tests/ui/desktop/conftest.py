"""The running desktop under the guard: real processes beside it, fixtures shared with the end-to-end tests."""

from tests.e2e.conftest import computer, server, staffed_store

__all__ = ["computer", "server", "staffed_store"]
