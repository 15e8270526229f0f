"""What the OpenAPI document says holds on SQLite."""

from collections.abc import Iterator

import pytest
from schemathesis.generation import GenerationMode

from tests.e2e.server.conftest import add_people
from tests.e2e.server.described_api import MODES, Asker, Part
from tests.e2e.server.server_process import ServerProcess

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("described")
    add_people(folder)
    server = ServerProcess(folder)
    yield Asker(server.url)
    assert server.stop() == 0


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("mode", MODES)
def test_every_operation_keeps_its_word(asker: Asker, mode: GenerationMode, part: Part) -> None:
    asker.check(mode, part)
