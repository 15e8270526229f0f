"""What `itdesk server` does to accounts while the server runs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import ServerProcess, Visitor

NEW_PASSWORD = "another battery staple"


def command(folder: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run `itdesk server …` over the folder."""
    program = "from itdesk.entrypoints.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, "server", *words, "--data-dir", str(folder)],
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add_people(tmp_path)
    return tmp_path


def test_a_new_password_and_a_disabled_account_take_effect_at_once(folder: Path) -> None:
    server = ServerProcess(folder)
    anna, piotr = (Visitor(server.url).sign_in(login, PASSWORD) for login in ("anna", "piotr"))
    changed = command(folder, "set-password", "anna", "--password-stdin", given=f"{NEW_PASSWORD}\n")
    assert (changed.returncode, changed.stderr) == (0, "")
    assert anna.ask("GET", "/v1/tickets").status == 401
    assert Visitor(server.url).sign_in("anna", NEW_PASSWORD).ask("GET", "/v1/tickets").status == 200

    disabled = command(folder, "disable", "piotr")
    assert (disabled.returncode, disabled.stdout) == (0, "piotr cannot sign in any more.\n")
    assert piotr.ask("GET", "/v1/tickets").status == 401
    again = piotr.ask("POST", "/v1/sign-in", {"login": "piotr", "password": PASSWORD})
    assert (again.status, again.code) == (401, "wrong_password")
    assert server.stop() == 0


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        (("disable", "nobody"), "", "no account with the login “nobody”"),
        (("set-password", "nobody", "--password-stdin"), NEW_PASSWORD, "no account"),
        (("set-password", "anna", "--password-stdin"), "short", "too short"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    folder: Path, words: tuple[str, ...], given: str, said: str
) -> None:
    done = command(folder, *words, given=given)
    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
