"""One server process for all tests that only ask it, with six people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.e2e.server.server_process import ServerProcess, Visitor

PEOPLE = {
    "anna": Role.EMPLOYEE,
    "piotr": Role.EMPLOYEE,
    "ewa": Role.EMPLOYEE,
    "tomek": Role.TECHNICIAN,
    "lea": Role.LEAD,
    "adam": Role.ADMIN,
}
PASSWORD = "correct horse battery staple"


def add_people(folder: Path, database: str | None = None) -> None:
    for login, role in PEOPLE.items():
        code = add_user(
            login=login, name=login.title(), role=role, password=PASSWORD, data_dir=folder, database=database
        )
        assert code == 0


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("server")
    add_people(folder)
    return folder


@pytest.fixture(scope="session")
def server(data_dir: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(data_dir)
    yield process
    assert process.stop() == 0


@pytest.fixture
def stranger(server: ServerProcess) -> Iterator[Visitor]:
    visitor = Visitor(server.url)
    yield visitor
    visitor.close()


@pytest.fixture
def anna(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("anna", PASSWORD)
    yield visitor
    visitor.close()


@pytest.fixture
def piotr(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("piotr", PASSWORD)
    yield visitor
    visitor.close()


@pytest.fixture
def tomek(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("tomek", PASSWORD)
    yield visitor
    visitor.close()


@pytest.fixture
def lea(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("lea", PASSWORD)
    yield visitor
    visitor.close()
