"""What the OpenAPI document says holds on PostgreSQL."""

from collections.abc import Iterator

import pytest
from schemathesis.generation import GenerationMode

from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import add_people
from tests.e2e.server.described_api import MODES, Asker, Part
from tests.e2e.server.server_process import ServerProcess

pytestmark = [pytest.mark.postgres, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asker]:
    folder = tmp_path_factory.mktemp("described")
    with postgresql_server() as address:
        url = address.render_as_string(hide_password=False)
        add_people(folder, url)
        server = ServerProcess(folder, url)
        yield Asker(server.url)
        assert server.stop() == 0


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("mode", MODES)
def test_every_operation_keeps_its_word(asker: Asker, mode: GenerationMode, part: Part) -> None:
    asker.check(mode, part)
