"""Who is erased while everybody is offline leaves every computer, and does not come back with a backup."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.domain.ids import TicketId
from itdesk.domain.people import Person, Role
from itdesk.entrypoints.server import ServerThread
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.privacy.erasure import Erasure
from itdesk.server.store.store import Store, open_store
from itdesk.server.tickets.desk import TicketDesk
from itdesk.services import conversation, drafts, reading
from itdesk.services.desk import Desk, close_desk, desk_of
from itdesk.services.failures import WorldFailed
from itdesk.services.report import Report, report_problem
from itdesk.services.signing import sign_in
from itdesk.services.synchronising import exchange_now
from itdesk.workstation.credentials import open_credential_store
from itdesk.workstation.paths import DataFolder
from tests.e2e.test_signing_out import files_with

WORDS, ANSWER, LATER, DRAFT = "Kanarek-Joanny", "Kanarek-odpowiedz", "Kanarek-potem", "Kanarek-szkic"
PASSWORD = "drukarka-312"
NAMES = {"joanna": "Joanna Kanarek", "marek": "Marek Zieliński"}
CANARIES = (WORDS, ANSWER, LATER, DRAFT, NAMES["joanna"])
ROLES = {"joanna": Role.EMPLOYEE, "marek": Role.TECHNICIAN}


@dataclass
class Central:
    """A server in this process that can be stopped, copied, restored and started again."""

    folder: Path
    people: dict[str, Person] = field(default_factory=dict)
    store: Store | None = None
    thread: ServerThread | None = None

    def start(self) -> str:
        self.folder.mkdir(exist_ok=True)
        self.store = open_store(self.folder / "itdesk.db")
        self.store.migrate()
        accounts = Accounts(self.store, now=lambda: datetime.now(UTC), passwords=Passwords())
        for login in NAMES.keys() - self.people.keys():
            self.people[login] = accounts.add_user(
                login, name=NAMES[login], role=ROLES[login], password=PASSWORD
            )
        self.thread = ServerThread(self.store, files=self.folder / "files")
        return self.thread.start()

    def stop(self) -> None:
        if self.thread is not None and self.store is not None:
            self.thread.stop()
            self.store.close()
        self.thread = self.store = None

    def erase(self, login: str) -> None:
        assert self.store is not None
        desk = TicketDesk(self.store)
        desk.start()
        erasure = Erasure(self.store, desk, self.folder / "files")
        erasure.ask(self.people[login].id, by="server")
        erasure.finish()
        desk.stop()


@dataclass(frozen=True)
class Computer:
    """One person's desktop, online only while it exchanges."""

    folder: Path
    desk: Desk
    token: str

    def sync(self, url: str) -> None:
        with Connection(parse_server_url(url), proxy="direct").with_token(self.token) as connection:
            exchange_now(self.desk, connection, wait_s=60)

    def title(self, id: TicketId) -> str:
        page = reading.ticket_page(self.desk, id)
        assert page is not None
        return page.ticket.title


@pytest.fixture
def central(tmp_path: Path) -> Iterator[Central]:
    server = Central(tmp_path / "server")
    yield server
    server.stop()


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Callable[[str, str], Computer]]:
    opened: list[Computer] = []

    def signed_in(login: str, url: str) -> Computer:
        data = DataFolder(tmp_path / login).create()
        credentials = open_credential_store("memory", data)
        connection = Connection(parse_server_url(url), proxy="direct")
        account = sign_in(data, credentials, connection, login, PASSWORD)
        token = credentials.get(account.key)
        assert token is not None
        opened.append(Computer(tmp_path / login, desk_of(data, account), token))
        return opened[-1]

    yield signed_in
    for one in opened:
        close_desk(one.desk)


def left(folder: Path) -> dict[str, set[str]]:
    """Where each canary still stands among the raw bytes of the files below `folder`."""
    return {words: found for words in CANARIES if (found := files_with(folder, words))}


def restored(central: Central, backup: Path) -> str:
    """Put the database back as it was and start; the list of the erased is no part of it."""
    central.stop()
    for suffix in ("", "-wal", "-shm"):
        (central.folder / f"itdesk.db{suffix}").unlink(missing_ok=True)
    shutil.copy(backup, central.folder / "itdesk.db")
    return central.start()


def test_every_computer_lets_go_of_somebody_who_was_erased(
    central: Central, computer: Callable[[str, str], Computer], tmp_path: Path
) -> None:
    url = central.start()
    joanna, marek = computer("joanna", url), computer("marek", url)
    id = report_problem(joanna.desk, Report(title=f"{WORDS} drukarka", description=WORDS)).ticket_id
    joanna.sync(url)
    marek.sync(url)
    conversation.reply(marek.desk, id, ANSWER, internal=False)
    marek.sync(url)
    joanna.sync(url)
    central.stop()
    backup = tmp_path / "backup.db"
    shutil.copy(central.folder / "itdesk.db", backup)
    url = central.start()
    conversation.reply(marek.desk, id, LATER, internal=True)  # which the backup does not know
    marek.sync(url)
    drafts.save_draft(marek.desk, f"reply:{id}", DRAFT)
    report_problem(joanna.desk, Report(title=f"{WORDS} niewyslane"))
    assert all(files_with(marek.folder, words) for words in CANARIES)
    assert files_with(joanna.folder, WORDS)

    central.erase("joanna")
    marek.sync(url)
    with pytest.raises(WorldFailed, match="erased"):
        joanna.sync(url)
    assert marek.title(id) == "—"
    for one in (joanna, marek):
        assert left(one.folder) == {}
    central.stop()
    assert left(central.folder) == {}

    url = restored(central, backup)
    marek.sync(url)
    marek.sync(url)
    assert marek.title(id) == "—"
    with pytest.raises(WorldFailed, match="erased"):
        joanna.sync(url)
    for folder in (joanna.folder, marek.folder):
        assert left(folder) == {}
