"""An admin works without the server, while a colleague changes the same things on it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.domain.documents import Article, Queue
from itdesk.domain.ids import ArticleId, PersonId, QueueId, new_id
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code
from itdesk.replica import contents
from itdesk.services import reading
from itdesk.services.administration import (
    delete_document,
    refused_writings,
    write_document,
    write_person,
)
from itdesk.services.desk import Desk, close_desk, open_desk
from itdesk.services.failures import WorldFailed
from itdesk.services.signing import sign_in, token_of
from itdesk.services.synchronising import exchange_now
from itdesk.workstation.credential_store import MemoryStore
from itdesk.workstation.paths import DataFolder
from tests.e2e.processes import PASSWORDS, Server, itdesk

PRINTERS = Queue(id=QueueId("printers"), name={"en": "Printers", "pl": "Drukarki"})
PAPER = Article(id=ArticleId("paper"), title={"en": "Paper"}, body={"en": "Take it out."})


class Computer:
    """A signed-in person's computer, in this process; the server is another one."""

    def __init__(self, folder: Path, server: Server, login: str, password: str) -> None:
        data, credentials = DataFolder(folder).create(), MemoryStore()
        with Connection(parse_server_url(server.url)) as stranger:
            account = sign_in(data, credentials, stranger, login, password)
        desk = open_desk(data)
        assert desk is not None
        self.desk: Desk = desk
        self._connection = Connection(parse_server_url(server.url), token=token_of(credentials, account))

    def sync(self) -> None:
        """Exchange with the server now."""
        exchange_now(self.desk, self._connection, wait_s=30)

    def queues(self) -> list[str]:
        """Return the English names of the queues, as they are shown."""
        return [queue.name["en"] for queue in reading.queues(self.desk)]

    def close(self) -> None:
        self._connection.close()
        close_desk(self.desk)


@pytest.fixture
def seated(tmp_path: Path, server: Server) -> Iterator[Callable[[str], Computer]]:
    """Seat somebody at a computer; two admins are hired first."""
    for login in ("adam", "eva"):
        role = ("--name", login.title(), "--role", "admin", "--password-stdin")
        itdesk("server", "add-user", login, *role, "--data-dir", str(server.folder), given="admins-1234")
    with ExitStack() as stack:

        def seat(login: str) -> Computer:
            password = PASSWORDS.get(login, "admins-1234")
            computer = Computer(tmp_path / login, server, login, password)
            stack.callback(computer.close)
            computer.sync()
            return computer

        yield seat


def test_what_an_admin_wrote_offline_arrives_and_reaches_everybody(
    server: Server, seated: Callable[[str], Computer]
) -> None:
    adam, marek, joanna = seated("adam"), seated("marek"), seated("joanna")
    server.stop()
    nora = Person(id=PersonId(new_id()), login="nora", name="Nora Lis")
    write_person(adam.desk, nora)
    write_document(adam.desk, replace(PRINTERS, members=frozenset({nora.id})))
    write_document(adam.desk, PAPER)
    write_document(adam.desk, replace(PAPER, title={"en": "Paper jam"}))
    assert adam.queues() == ["Printers"]
    with pytest.raises(WorldFailed):
        adam.sync()

    server.start()
    for computer in (adam, marek, joanna):
        computer.sync()
    assert refused_writings(adam.desk) == ()
    assert adam.queues() == marek.queues() == ["Printers"]
    assert joanna.queues() == []
    article = reading.article(joanna.desk, PAPER.id)
    assert article is not None
    assert article.title == {"en": "Paper jam"}
    assert "Nora Lis" in [person.name for person in reading.people(marek.desk)]
    assert "Nora Lis" not in [person.name for person in reading.people(joanna.desk)]


def test_the_colleague_who_was_first_wins_and_the_others_text_is_kept(
    server: Server, seated: Callable[[str], Computer]
) -> None:
    adam, eva, marek = seated("adam"), seated("eva"), seated("marek")
    write_document(eva.desk, PRINTERS)
    write_document(eva.desk, PAPER)
    for computer in (eva, adam):
        computer.sync()

    mine, hers = {"en": "By Adam", "pl": "Adama"}, {"en": "By Eva", "pl": "Ewy"}
    write_document(adam.desk, replace(PRINTERS, name=mine))  # without an exchange: he is on a train
    delete_document(adam.desk, "article", "paper")
    write_document(eva.desk, replace(PRINTERS, name=hers))
    eva.sync()
    assert (adam.queues(), eva.queues()) == (["By Adam"], ["By Eva"])

    adam.sync()
    marek.sync()
    assert adam.queues() == eva.queues() == marek.queues() == ["By Eva"]
    assert reading.article(marek.desk, PAPER.id) is None, "what nobody else touched was deleted"
    (refused,) = refused_writings(adam.desk)
    assert refused.refusal.code is Code.CONFLICT
    assert (refused.refusal.theirs, refused.refusal.yours) == ("By Eva / Ewy", "By Adam / Adama")
    assert refused.theirs == replace(PRINTERS, name=hers)

    write_document(adam.desk, replace(PRINTERS, name=mine))  # now that he has seen hers
    adam.sync()
    eva.sync()
    assert eva.queues() == ["By Adam"]
    assert contents.held_document(eva.desk.replica, "queue", "printers").standing.version == 3


def test_a_server_that_is_killed_in_between_writes_once(
    server: Server, seated: Callable[[str], Computer]
) -> None:
    adam = seated("adam")
    write_document(adam.desk, PRINTERS)
    adam.sync()
    write_document(adam.desk, replace(PRINTERS, restricted=True))
    server.kill()
    with pytest.raises(WorldFailed):
        adam.sync()
    server.start()
    adam.sync()
    adam.sync()
    assert contents.held_document(adam.desk.replica, "queue", "printers").standing.version == 2
