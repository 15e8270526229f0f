"""A real server and real clients."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.processes import Client, Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A running server with a few people."""
    folder = tmp_path / "store"
    folder.mkdir()
    running = Server(folder).start().add_people()
    yield running
    running.stop()


@pytest.fixture
def computer(tmp_path: Path, server: Server) -> Callable[[str], Client]:
    """Return one person's computer, signed in."""
    return lambda login: Client(tmp_path / login, login).sign_in(server)
