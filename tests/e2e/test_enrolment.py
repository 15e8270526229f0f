"""A real client on which nobody has signed in: it reports, reads back, is shut out, is made hers."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.connection.errors import ExchangeFailed
from itdesk.domain.listing import Question
from itdesk.domain.people import Role
from itdesk.entrypoints.client import Client, open_client
from itdesk.services import reading
from itdesk.services.claimed import open_question
from itdesk.services.desk import close_desk
from itdesk.services.report import Report, report_problem
from itdesk.services.signing import sign_in
from itdesk.services.synchronising import exchange_now
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import ServerProcess
from tests.e2e.server.test_accounts_commands import command


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """A client in this process opens a log; it must not stay open for the tests that follow."""
    before = list(logging.getLogger().handlers)
    yield
    for handler in [one for one in logging.getLogger().handlers if one not in before]:
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "server"
    folder.mkdir()
    add_people(folder)
    return folder


@pytest.fixture
def server(store: Path) -> Iterator[ServerProcess]:
    process = ServerProcess(store)
    yield process
    assert process.stop() == 0


@pytest.fixture
def key(store: Path) -> str:
    return command(store, "enrolment-key", "new", "--site", "Warsaw").stdout.splitlines()[0]


def client_with(key: str, url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setenv("ITDESK_SERVER_URL", url)
    monkeypatch.setenv("ITDESK_ENROLMENT_KEY", key)
    monkeypatch.setenv("ITDESK_CREDENTIAL_STORE", "file")
    return open_client(str(folder))


def exchange(client: Client) -> tuple[str, ...]:
    """Exchange once; return the titles and numbers of the tickets that are seen then."""
    desk = client.desk()
    try:
        with client.connection_of(desk.account) as connection:
            exchange_now(desk, connection, wait_s=60)
        rows = reading.ticket_rows(desk, reading.ticket_ids(desk, Question()))
        return tuple(f"{row.reference} {row.title}" for row in rows)
    finally:
        close_desk(desk)


def report(client: Client, title: str) -> None:
    desk = client.desk()
    report_problem(desk, Report(title=title))
    close_desk(desk)


def test_from_the_first_report_to_her_own_ticket(
    server: ServerProcess, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "client"
    refused = client_with("ite_not_the_key", server.url, folder, monkeypatch)
    report(refused, "Written before it was let in")
    with pytest.raises(ExchangeFailed, match="not valid any more"):
        exchange(refused)
    client = client_with(key, server.url, folder, monkeypatch)
    assert client.account().role is Role.CLAIMED
    (seen,) = exchange(client)
    assert seen == "IT-1001 Written before it was let in"
    report(client, "Written at the last moment")

    with client.connection(server.url) as connection:
        sign_in(client.data, client.credentials, connection, "anna", PASSWORD)
    assert open_question(client.data) is not None
    assert exchange(client) == ()
    assert client.link() == 2
    hers = sorted(exchange(client))
    assert hers == ["IT-1001 Written before it was let in", "IT-1002 Written at the last moment"]
    assert open_question(client.data) is None
    assert not client.data.profile_file.exists()
    assert client.link() == 0


def test_who_is_shut_out_keeps_what_was_written(
    store: Path, server: ServerProcess, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_with(key, server.url, tmp_path / "client", monkeypatch)
    report(client, "Let in")
    assert exchange(client)
    account = client.account()
    assert command(store, "revoke-enrolment", account.person_id).returncode == 0
    report(client, "Written when it was shut out")
    with pytest.raises(Exception, match="Sign in first"):
        exchange(client)
    assert client.renew(account)
    with pytest.raises(ExchangeFailed, match="IT has ended reporting without a sign-in"):
        exchange(client)
    desk = client.desk()
    titles = {row.title for row in reading.ticket_rows(desk, reading.ticket_ids(desk, Question()))}
    close_desk(desk)
    assert titles == {"Let in", "Written when it was shut out"}
