"""A real server and real clients."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.processes import Client, Server


@pytest.fixture(scope="session")
def staffed_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which everybody has an account; each test takes a copy."""
    folder = tmp_path_factory.mktemp("stores") / "staffed"
    folder.mkdir()
    Server(folder).add_people()
    return folder


@pytest.fixture
def server(tmp_path: Path, staffed_store: Path) -> Iterator[Server]:
    """A running server with a few people."""
    running = Server(Path(shutil.copytree(staffed_store, tmp_path / "store")))
    try:
        yield running.start()
    finally:
        running.stop()


@pytest.fixture
def computer(tmp_path: Path, server: Server) -> Callable[[str], Client]:
    """Return one person's computer, signed in."""
    return lambda login: Client(tmp_path / login, login).sign_in(server)
