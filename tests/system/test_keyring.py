"""Sign-ins are kept by a real keyring: gnome-keyring, behind the Secret Service on a session bus."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.system.conftest import Environment

pytestmark = pytest.mark.system

ACCOUNT = "https://desk.example.com anna.żółw"
TOKEN = "tök-en ✓"
PROGRAM = """
import json, sys
from pathlib import Path
from itdesk.workstation.credentials import open_credential_store
from itdesk.workstation.paths import DataFolder

what, folder, account, *token = sys.argv[1:]
store = open_credential_store("keyring", DataFolder(Path(folder)))
answer = getattr(store, what)(account, *token)
print(json.dumps([answer, store.name, store.keeps_after_exit, store.statement]))
"""
LOCK = """
import secretstorage
from contextlib import closing

with closing(secretstorage.dbus_init()) as connection:
    secretstorage.get_default_collection(connection).lock()
"""


def _ask(environment: Environment, what: str, *arguments: str) -> tuple[str | None, str, bool, str]:
    """Ask the store of a process of its own: (answer, name, keeps_after_exit, statement)."""
    command = [sys.executable, "-c", PROGRAM, what, environment["HOME"], *arguments]
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    answer, name, keeps, statement = json.loads(outcome.stdout)
    return answer, name, keeps, statement


def _files_with(text: str, folder: str) -> list[Path]:
    wanted = text.encode()
    return [path for path in Path(folder).rglob("*") if path.is_file() and wanted in path.read_bytes()]


def test_a_token_outlives_the_process_that_kept_it(keyring_session: Environment) -> None:
    assert _ask(keyring_session, "set", ACCOUNT, TOKEN) == (None, "keyring", True, "")
    assert _ask(keyring_session, "get", ACCOUNT) == (TOKEN, "keyring", True, "")
    assert _files_with(TOKEN, keyring_session["HOME"]) == []


def test_a_token_of_another_account_is_not_answered(keyring_session: Environment) -> None:
    _ask(keyring_session, "set", ACCOUNT, TOKEN)
    assert _ask(keyring_session, "get", "https://desk.example.com jan")[0] is None


def test_a_deleted_token_is_gone(keyring_session: Environment) -> None:
    _ask(keyring_session, "set", ACCOUNT, TOKEN)
    _ask(keyring_session, "delete", ACCOUNT)
    assert _ask(keyring_session, "get", ACCOUNT) == (None, "keyring", True, "")


def test_deleting_what_is_not_there_is_no_error(keyring_session: Environment) -> None:
    assert _ask(keyring_session, "delete", ACCOUNT) == (None, "keyring", True, "")


def test_a_locked_keyring_is_said_and_does_not_block(keyring_session: Environment) -> None:
    _ask(keyring_session, "set", ACCOUNT, TOKEN)
    subprocess.run([sys.executable, "-c", LOCK], env=keyring_session, check=True, timeout=30)
    answer, name, keeps, statement = _ask(keyring_session, "get", ACCOUNT)
    assert (answer, name, keeps) == (None, "memory", False)
    assert statement


def test_a_session_without_a_keyring_is_said(session_bus: Environment) -> None:
    quiet = session_bus | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    _, name, keeps, statement = _ask(quiet, "set", ACCOUNT, TOKEN)
    assert (name, keeps) == ("memory", False)
    assert statement
    assert _files_with(TOKEN, session_bus["HOME"]) == []
