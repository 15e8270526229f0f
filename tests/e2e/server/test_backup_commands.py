"""Backup, restore and check by command, on both databases, with a server that is then at work again."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.domain.changes import FileAttached
from itdesk.domain.ids import FileId, new_id
from itdesk.domain.people import Role
from itdesk.entrypoints.server import add_user
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import ServerProcess, Visitor, change, report

CONTENT = os.urandom(20_000)
ITDESK = (sys.executable, "-m", "itdesk", "server")


def command(*words: str, folder: Path, database: str = "", code: int = 0) -> str:
    """Run a command on a store; return the sentence it ends with."""
    place = ["--data-dir", str(folder), *(["--database", database] if database else [])]
    done = subprocess.run([*ITDESK, *words, *place], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == code, done
    assert (done.stdout + done.stderr).count("\n") == 1, done
    return done.stdout + done.stderr


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a PostgreSQL database, or nothing."""
    if request.param == "sqlite":
        yield ""
        return
    with postgresql_server() as url:
        yield url.render_as_string(hide_password=False)


def _backup_in(folder: Path) -> Path:
    return next(folder.glob("*.itdesk-backup"))


def _attached(anna: Visitor) -> str:
    """Report something with a file; return the file's id."""
    opened = report("With a picture")
    id = new_id()
    digest = hashlib.sha256(CONTENT).hexdigest()
    file = FileAttached(file_id=FileId(id), name="a.png", bytes=len(CONTENT), sha256=digest)
    anna.sync(opened, change(file, opened.ticket_id, seen=1))
    sent = anna.ask("PUT", f"/v1/files/{id}", CONTENT, {"Upload-Offset": "0"})
    assert sent.status < 300, sent
    return id


def test_a_restore_drill(tmp_path: Path, database: str) -> None:
    """Everything that the page for administrators says to do after a disk has died."""
    folder, elsewhere, fresh = tmp_path / "store", tmp_path / "elsewhere", tmp_path / "fresh"
    add_user(
        login="anna", name="Anna", role=Role.EMPLOYEE, password=PASSWORD, data_dir=folder, database=database
    )
    server = ServerProcess(folder, database)
    anna = Visitor(server.url).sign_in("anna", PASSWORD)
    file_id = _attached(anna)
    assert "1 attached files" in command("backup", "--out", str(elsewhere), folder=folder, database=database)
    assert anna.ask("GET", "/readyz").json["last_backup"]
    anna.sync(report("After the backup"))
    assert command("check", folder=folder, database=database) == "The store is whole.\n"
    backup = _backup_in(elsewhere)
    busy = 3 if database else 1
    said = command("restore", str(backup), "--replace", folder=folder, database=database, code=busy)
    assert "Another server uses the folder" in said or "Stop every server first" in said
    anna.close()
    assert server.stop() == 0

    assert "add --replace" in command("restore", str(backup), folder=folder, database=database, code=3)
    said = command("restore", str(backup), "--replace", folder=fresh, database=database)
    assert said.startswith("Restored: 1 tickets, 1 people. ")
    assert ("0 people, sign-ins and keys" if database else "shut out since the backup") in said
    again = ServerProcess(fresh, database)
    anna = Visitor(again.url, anna.token)
    assert [one["title"] for one in anna.ask("GET", "/v1/tickets").json["tickets"]] == ["With a picture"]
    assert anna.ask("GET", f"/v1/files/{file_id}").body == CONTENT
    anna.close()
    assert again.stop() == 0
    assert command("check", str(backup), folder=fresh).endswith(" is whole.\n")


def test_a_store_of_its_own_backs_itself_up_at_its_first_start_unless_told_not_to(tmp_path: Path) -> None:
    for words, expected in ((("--no-backups",), 0), ((), 1)):
        process = subprocess.Popen(
            [*ITDESK, "run", "--data-dir", str(tmp_path), "--port", "0", *words],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        url = process.stdout.readline().removeprefix("listening on ").strip()
        visitor = Visitor(url)
        while expected and visitor.ask("GET", "/readyz").json["last_backup"] is None:
            pass
        visitor.close()
        process.terminate()
        process.communicate(timeout=20)
        assert len(list((tmp_path / "backups").glob("*.itdesk-backup"))) == expected


def test_a_full_disk_is_one_sentence_and_leaves_nothing_half_made(tmp_path: Path) -> None:
    add_user(
        login="anna", name="Anna", role=Role.EMPLOYEE, password=PASSWORD, data_dir=tmp_path, database=None
    )
    words = [*ITDESK, "backup", "--data-dir", str(tmp_path)]
    limited = ["sh", "-c", 'ulimit -f 100; exec "$@"', "sh", *words]
    done = subprocess.run(limited, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("No backup could be made in")
    assert done.stderr.count("\n") == 1
    assert not list((tmp_path / "backups").iterdir())
    assert command("check", folder=tmp_path) == "The store is whole.\n"


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    assert "There is no store in" in command("check", folder=tmp_path, code=1)
    assert "There is no backup" in command("check", str(tmp_path / "none"), folder=tmp_path, code=3)
    assert "There is no backup" in command("restore", str(tmp_path / "none"), folder=tmp_path, code=3)
