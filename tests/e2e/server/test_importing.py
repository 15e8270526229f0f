"""`itdesk server import-people`: beside a running server, and what it says."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from itdesk.server.accounts.importing import ONLY_WHEN_SAID
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import ServerProcess, Visitor
from tests.e2e.server.test_accounts_commands import command

COUNTS = "create 1, change 0, disable 0 and leave 0 as they are."


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with people, to be copied."""
    folder = tmp_path_factory.mktemp("staffed") / "store"
    add_people(folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path, staffed: Path) -> Path:
    return Path(shutil.copytree(staffed, tmp_path / "store"))


def test_people_come_while_the_server_runs(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes("login;name;department\nnora;Nora Łoś;Kadry\nanna;Anna Lis;Kadry\n".encode("cp1250"))
    said = ("import-people", str(file), "--encoding", "cp1250")
    server = ServerProcess(folder)
    try:
        adam = Visitor(server.url).sign_in("adam", PASSWORD)
        tried = command(folder, *said)
        assert tried.returncode == 0, tried
        assert tried.stdout == (
            "Read as cp1250, divided by “;”. "
            "This would create 1, change 1, disable 0 and leave 0 as they are. "
            "Nothing was written: add --apply to do it.\n"
        )
        assert "nora" not in {one["login"] for one in _people(adam)}
        done = command(folder, *said, "--apply")
        assert "Done: create 1, change 1, disable 0 and leave 0 as they are." in done.stdout
        people = {one["login"]: one for one in _people(adam)}
        assert people["nora"]["name"] == "Nora Łoś"
        again = command(folder, *said, "--apply")
        assert "create 0, change 0, disable 0 and leave 2" in again.stdout
        adam.close()
    finally:
        assert server.stop() == 0


def _people(visitor: Visitor) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.ask("GET", "/v1/people?limit=500").json["people"]
    return found


def test_every_fault_is_a_line_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("login;name;role\nnora;Nora;\nx;;boss\neva;Eva;admin\n")
    done = command(folder, "import-people", str(file), "--apply")
    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"{file}, line 3, column “name”: The name is empty.",
        f"{file}, line 3, column “role”: “boss” is no role; known are employee, technician, lead, admin.",
        f"{file}, line 4, column “role”: {ONLY_WHEN_SAID}",
        f"Nothing was written: 3 faults. Without them it would {COUNTS}",
    ]
    file.write_text("login;name;role\neva;Eva;admin\n")
    assert command(folder, "import-people", str(file), "--allow-admins", "--apply").returncode == 0


@pytest.mark.parametrize(
    ("content", "code", "sentence"),
    [
        (None, 1, "cannot be read: No such file or directory."),
        (b"", 3, "The file begins with no header."),
        (b"\x00\x01\x02", 3, "Column 1 of the header is"),
        (b"login;nmae\n", 3, "Did you mean “name”?"),
        (b'login;name\na;"b\n', 3, "line 2: a quotation mark that is opened here is never closed."),
        (b"login;name\na\x00b;c\n", 3, "line 2, column “login”: The login contains a NUL character"),
    ],
)
def test_what_cannot_be_read_is_said(
    folder: Path, tmp_path: Path, content: bytes | None, code: int, sentence: str
) -> None:
    file = tmp_path / "people.csv"
    if content is not None:
        file.write_bytes(content)
    done = command(folder, "import-people", str(file), "--apply")
    assert done.returncode == code, done
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
