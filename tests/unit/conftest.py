"""A fake server with an employee and a technician, each at a desk of her own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itdesk.domain.people import Person, Role
from itdesk.services.desk import Desk, close_desk
from tests.fakes import FakeClock, FakeConnection, FakeServer, desk_at


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def server(clock: FakeClock) -> FakeServer:
    return FakeServer(clock)


@pytest.fixture
def anna(server: FakeServer) -> Person:
    return server.hire("anna")


@pytest.fixture
def tomek(server: FakeServer) -> Person:
    return server.hire("tomek", Role.TECHNICIAN)


@pytest.fixture
def seat(tmp_path: Path, clock: FakeClock) -> Iterator[Callable[[Person], Desk]]:
    """Seat a person at a desk; each call is another computer."""
    desks: list[Desk] = []

    def take_seat(person: Person) -> Desk:
        desks.append(desk_at(tmp_path / f"computer-{len(desks)}", person, clock))
        return desks[-1]

    yield take_seat
    for desk in desks:
        close_desk(desk)


@pytest.fixture
def desk(seat: Callable[[Person], Desk], anna: Person) -> Desk:
    return seat(anna)


@pytest.fixture
def connection(server: FakeServer, anna: Person) -> FakeConnection:
    return FakeConnection(server, anna.id)
