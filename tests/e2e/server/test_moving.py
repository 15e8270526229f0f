"""`itdesk server migrate-to`: a company outgrows SQLite. Its desktops notice nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import ServerProcess, Visitor, launch, report

pytestmark = pytest.mark.postgres
LIMIT_S = 60


def move(folder: Path, url: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "itdesk", "server", "migrate-to", url, "--data-dir", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_S, check=False)


def test_everything_goes_on_in_the_other_database(tmp_path: Path) -> None:
    add_people(tmp_path)
    before = ServerProcess(tmp_path)
    anna = Visitor(before.url).sign_in("anna", PASSWORD)
    first = anna.sync(report())
    with postgresql_server() as address:
        url = address.render_as_string(hide_password=False)
        busy = move(tmp_path, url)
        assert (busy.returncode, "Another server uses the folder" in busy.stderr) == (1, True)
        assert before.stop() == 0
        moved = move(tmp_path, url)
        assert (moved.returncode, moved.stderr) == (0, "")
        assert "rows were read back and are the same" in moved.stdout
        after = ServerProcess(tmp_path, url)
        same = Visitor(after.url, anna.token)
        went_on = same.sync(report(), cursor=first.cursor)
        assert not went_on.reset
        assert went_on.results[0].state == "accepted"
        assert went_on.results[0].receipt is not None
        assert first.results[0].receipt is not None
        assert went_on.results[0].receipt.number == first.results[0].receipt.number + 1
        assert after.stop() == 0
        again = move(tmp_path, url)
    assert (again.returncode, "were moved to another database" in again.stderr) == (1, True)
    refused = launch(tmp_path)
    said = refused.communicate(timeout=LIMIT_S)[1]
    assert (refused.returncode, said.count("\n")) == (1, 1)
    assert "--database" in said


@pytest.mark.parametrize("url", ["mysql://h/d", "itdesk.db"])
def test_another_kind_of_database_is_one_sentence(tmp_path: Path, url: str) -> None:
    told = move(tmp_path, url)
    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
    assert "postgresql://" in told.stderr


def test_an_empty_folder_is_one_sentence(tmp_path: Path) -> None:
    told = move(tmp_path, "postgresql://h/d")
    assert (told.returncode, told.stderr.count("\n")) == (1, 1)
    assert "There is no store" in told.stderr
    assert not (tmp_path / "itdesk.db").exists()
