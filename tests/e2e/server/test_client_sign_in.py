"""The client's own calls against a real server: signing in by a code, and seeing where one is signed in."""

from pathlib import Path

import pytest

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.services.code_use import CodeUse
from itdesk.services.codes import use_code
from itdesk.services.desk import Account
from itdesk.services.failures import WorldFailed
from itdesk.services.sessions import end_session, sessions
from itdesk.services.signing import current_account, token_of
from itdesk.workstation.credential_store import CredentialStore, MemoryStore
from itdesk.workstation.paths import DataFolder
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import ServerProcess
from tests.e2e.server.test_accounts_commands import command

NEW_PASSWORD = "another battery staple"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "client")


@pytest.fixture
def credentials() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def connection(server: ServerProcess) -> Connection:
    return Connection(parse_server_url(server.url))


def _reset_code(folder: Path, login: str) -> str:
    return command(folder, "reset-password", login).stdout.splitlines()[0]


def _as_her(connection: Connection, credentials: CredentialStore, account: Account) -> Connection:
    return connection.with_token(token_of(credentials, account))


def test_who_has_a_code_is_signed_in_with_a_password_of_her_own(
    data_dir: Path, data: DataFolder, credentials: MemoryStore, connection: Connection
) -> None:
    use = CodeUse(code=_reset_code(data_dir, "ewa"), password=NEW_PASSWORD)
    account = use_code(data, credentials, connection, use)
    assert (account.login, current_account(data)) == ("ewa", account)
    listed = sessions(_as_her(connection, credentials, account), account)
    assert [one.is_current for one in listed] == [True], "all older ones ended"
    with pytest.raises(WorldFailed, match="not valid"):
        use_code(data, credentials, connection, use)
    use_code(data, credentials, connection, CodeUse(code=_reset_code(data_dir, "ewa"), password=PASSWORD))


def test_the_first_admin_signs_in_by_the_set_up_code(
    tmp_path: Path, data: DataFolder, credentials: MemoryStore
) -> None:
    server = ServerProcess(tmp_path / "server")
    assert server.process.stdout is not None
    code = server.process.stdout.readline().rpartition(" ")[2].strip()
    use = CodeUse(code=code, password=PASSWORD, login="adam", name="Adam")
    with Connection(parse_server_url(server.url)) as connection:
        account = use_code(data, credentials, connection, use)
    assert (account.login, account.name, account.role) == ("adam", "Adam", "admin")
    assert server.stop() == 0


def test_one_ended_elsewhere_is_listed_no_more(
    data_dir: Path, data: DataFolder, credentials: MemoryStore, connection: Connection
) -> None:
    use = CodeUse(code=_reset_code(data_dir, "piotr"), password=PASSWORD)
    account = use_code(data, credentials, connection, use)
    hers = _as_her(connection, credentials, account)
    body = b'{"login": "piotr", "password": "%s", "device": "lost"}' % PASSWORD.encode()
    connection.request("POST", "/v1/sign-in", body=body)
    (lost,) = [one for one in sessions(hers, account) if one.device == "lost"]
    assert not lost.is_current
    end_session(hers, account, lost.id)
    assert [one.is_current for one in sessions(hers, account)] == [True]
    with pytest.raises(WorldFailed):
        end_session(hers, account, lost.id)
