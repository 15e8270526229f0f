"""What an admin writes is shown at once, survives being offline, and gives way to the server's word."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from itdesk.domain.changes import DocumentDeleted, DocumentWritten, PersonWritten, TicketOpened, subject_of
from itdesk.domain.documents import Article, Document, Queue
from itdesk.domain.ids import ArticleId, PersonId, QueueId, new_id
from itdesk.domain.listing import Delivery, Question
from itdesk.domain.people import Person, Role
from itdesk.domain.refusals import Code, Refused
from itdesk.replica import contents
from itdesk.services import reading
from itdesk.services.administration import (
    delete_document,
    delivery_of_document,
    refused_writings,
    write_document,
    write_person,
)
from itdesk.services.desk import Desk, close_desk
from itdesk.services.failures import WorldFailed
from itdesk.services.standing import dismiss, standing
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeClock, FakeConnection, FakeServer, Fault, change_by, desk_at

PRINTERS = Queue(id=QueueId("printers"), name={"en": "Printers", "pl": "Drukarki"})
RENAMED = replace(PRINTERS, name={"en": "Printing", "pl": "Druk"})
PAPER = Article(id=ArticleId("paper"), title={"en": "Paper"}, body={"en": "Take it out."})


@pytest.fixture
def adam(server: FakeServer) -> Person:
    return server.hire("adam", Role.ADMIN)


@pytest.fixture
def eva(server: FakeServer) -> Person:
    return server.hire("eva", Role.ADMIN)


@pytest.fixture
def desk(seat: Callable[[Person], Desk], adam: Person) -> Desk:
    return seat(adam)


@pytest.fixture
def connection(server: FakeServer, adam: Person) -> FakeConnection:
    return FakeConnection(server, adam.id)


def shown(desk: Desk) -> list[str]:
    return [queue.name["en"] for queue in reading.queues(desk)]


def written_by(server: FakeServer, person: Person, document: Document, seen: int = 0) -> None:
    wish = DocumentWritten(document=document, seen_version=seen)
    assert server.act(person.id, change_by(wish, subject_of(wish))).state == "accepted"


def test_it_is_shown_before_the_server_has_heard_of_it(desk: Desk, connection: FakeConnection) -> None:
    write_document(desk, PRINTERS)
    assert shown(desk) == ["Printers"]
    assert delivery_of_document(desk, "queue", "printers") is Delivery.WAITING
    exchange_now(desk, connection, wait_s=30)
    assert shown(desk) == ["Printers"]
    assert delivery_of_document(desk, "queue", "printers") is Delivery.SENT
    assert contents.held_document(desk.replica, "queue", "printers").standing.version == 1


def test_it_is_still_shown_after_a_restart(
    desk: Desk, adam: Person, clock: FakeClock, server: FakeServer
) -> None:
    write_document(desk, PRINTERS)
    root = desk.data.root
    close_desk(desk)
    again = desk_at(root, adam, clock)
    assert shown(again) == ["Printers"]
    exchange_now(again, FakeConnection(server, adam.id), wait_s=30)
    assert server.memory.documents["printers"] == PRINTERS
    close_desk(again)


def test_an_answer_that_was_lost_writes_once(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    write_document(desk, PRINTERS)
    connection.faults.append(Fault.TWICE)
    exchange_now(desk, connection, wait_s=30)
    assert server.memory.standings["printers"].version == 1
    assert shown(desk) == ["Printers"]


def test_several_edits_offline_arrive_in_order(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    exchange_now(desk, connection, wait_s=30)
    write_document(desk, PRINTERS)
    write_document(desk, RENAMED)
    assert shown(desk) == ["Printing"]
    exchange_now(desk, connection, wait_s=30)
    assert server.memory.documents["printers"] == RENAMED
    assert refused_writings(desk) == ()


def test_a_refusal_brings_back_what_the_server_has_and_keeps_the_text(
    desk: Desk, connection: FakeConnection, server: FakeServer, eva: Person
) -> None:
    written_by(server, eva, PRINTERS)
    exchange_now(desk, connection, wait_s=30)
    write_document(desk, RENAMED)
    hers = replace(PRINTERS, name={"en": "By Eva", "pl": "Ewy"})
    written_by(server, eva, hers, 1)
    assert shown(desk) == ["Printing"]
    exchange_now(desk, connection, wait_s=30)
    assert shown(desk) == ["By Eva"]
    (refused,) = refused_writings(desk)
    assert refused.refusal.code is Code.CONFLICT
    assert (refused.refusal.theirs, refused.refusal.yours) == ("By Eva / Ewy", "Printing / Druk")
    assert refused.yours == DocumentWritten(document=RENAMED, seen_version=1)
    assert refused.theirs == hers
    assert delivery_of_document(desk, "queue", "printers") is Delivery.REFUSED
    dismiss(desk, refused.change_id)
    assert refused_writings(desk) == ()
    write_document(desk, RENAMED)
    exchange_now(desk, connection, wait_s=30)
    assert server.memory.documents["printers"] == RENAMED


def test_a_refused_new_document_is_shown_no_more(
    desk: Desk, connection: FakeConnection, server: FakeServer, adam: Person
) -> None:
    write_document(desk, PRINTERS)
    server.set_role(adam.id, Role.LEAD)
    exchange_now(desk, connection, wait_s=30)
    assert shown(desk) == []
    (refused,) = refused_writings(desk)
    assert refused.refusal.code is Code.NOT_ALLOWED
    assert refused.theirs is None


def test_what_a_colleague_writes_meanwhile_waits_below_the_own(
    desk: Desk, connection: FakeConnection, server: FakeServer, eva: Person
) -> None:
    written_by(server, eva, PRINTERS)
    exchange_now(desk, connection, wait_s=30)
    write_document(desk, RENAMED)
    written_by(server, eva, replace(PRINTERS, restricted=True), 1)
    connection.poison = {desk.outbox.entries_of(subject_of(DocumentWritten(document=RENAMED)))[0].change.id}
    with pytest.raises(WorldFailed):
        exchange_now(desk, connection, wait_s=30)
    exchange_now(desk, connection, wait_s=30)
    assert shown(desk) == ["Printing"]
    held = contents.confirmed_document(desk.replica, "queue", "printers")
    assert held == replace(PRINTERS, restricted=True)


def test_a_deleted_document_vanishes_at_once_and_comes_back_with_a_refusal(
    desk: Desk, connection: FakeConnection, server: FakeServer, eva: Person
) -> None:
    written_by(server, eva, PRINTERS)
    exchange_now(desk, connection, wait_s=30)
    delete_document(desk, "queue", "printers")
    assert shown(desk) == []
    written_by(server, eva, RENAMED, 1)
    exchange_now(desk, connection, wait_s=30)
    assert shown(desk) == ["Printing"]
    (refused,) = refused_writings(desk)
    assert isinstance(refused.yours, DocumentDeleted)
    delete_document(desk, "queue", "printers")
    exchange_now(desk, connection, wait_s=30)
    assert shown(desk) == []
    assert "printers" not in server.memory.documents


def test_what_the_rules_forbid_is_not_saved(desk: Desk) -> None:
    wishes = {
        Code.WORDS_MISSING: replace(PRINTERS, name={"en": "Printers"}),
        Code.UNKNOWN_REFERENCE: replace(PRINTERS, members=frozenset({PersonId(new_id())})),
    }
    for code, document in wishes.items():
        with pytest.raises(Refused) as refused:
            write_document(desk, document)
        assert refused.value.refusal.code is code
    assert standing(desk).pending == 0


def test_an_employee_writes_nothing(seat: Callable[[Person], Desk], anna: Person) -> None:
    desk = seat(anna)
    deeds: list[Callable[[], object]] = [
        lambda: write_document(desk, PAPER),
        lambda: delete_document(desk, "article", "paper"),
        lambda: write_person(desk, replace(anna, role=Role.ADMIN)),
    ]
    for deed in deeds:
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.refusal.code is Code.NOT_ALLOWED
    assert standing(desk).pending == 0


def test_what_names_something_new_waits_for_it(desk: Desk, server: FakeServer) -> None:
    nora = Person(id=PersonId(new_id()), login="nora", name="Nora")
    write_person(desk, nora)
    saved = write_document(desk, replace(PRINTERS, members=frozenset({nora.id})))
    entry = desk.outbox.entry(saved.change_id)
    assert entry is not None
    assert len(entry.change.after) == 1


def test_somebody_new_is_shown_at_once(desk: Desk, connection: FakeConnection, server: FakeServer) -> None:
    exchange_now(desk, connection, wait_s=30)
    nora = Person(id=PersonId(new_id()), login="Nora", name="Nora", role=Role.TECHNICIAN)
    write_person(desk, nora)
    assert "Nora" in [person.name for person in reading.staff(desk)]
    exchange_now(desk, connection, wait_s=30)
    assert server.memory.people[nora.id].login == "nora"
    assert contents.held_person(desk.replica, nora.id).standing.version == 1


def test_a_refused_card_shows_the_servers_again(
    desk: Desk, connection: FakeConnection, server: FakeServer, anna: Person, adam: Person
) -> None:
    exchange_now(desk, connection, wait_s=30)
    write_person(desk, replace(anna, name="Anna L."))
    assert "Anna L." in [person.name for person in reading.people(desk)]
    server.set_role(adam.id, Role.LEAD)
    exchange_now(desk, connection, wait_s=30)
    assert "Anna L." not in [person.name for person in reading.people(desk)]
    (refused,) = refused_writings(desk)
    assert isinstance(refused.yours, PersonWritten)
    assert refused.theirs is not None


def test_writing_touches_no_ticket(desk: Desk, connection: FakeConnection, server: FakeServer) -> None:
    server.act(next(iter(server.memory.people)), change_by(TicketOpened(title="One"), new_id()))  # type: ignore[arg-type]
    exchange_now(desk, connection, wait_s=30)
    before = reading.tickets(desk, Question())
    write_document(desk, PRINTERS)
    assert reading.tickets(desk, Question()) == before
    exchange_now(desk, connection, wait_s=30)
    assert reading.tickets(desk, Question()) == before
