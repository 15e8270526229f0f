"""Who is erased leaves nothing but ids, kinds and times: not in any table, file, index or answer."""

import hashlib
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from itdesk.domain.apply import replay
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Concerns
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    DiagnosticsAttached,
    DocumentWritten,
    FileAttached,
    ParticipantAdded,
    PersonWritten,
    Rated,
    StatusChanged,
    TitleChanged,
)
from itdesk.domain.documents import Device, View
from itdesk.domain.erasing import ERASED_NAME, GONE
from itdesk.domain.erasures import Erased
from itdesk.domain.ids import DeviceId, FileId, TicketId, ViewId, new_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.status import Status
from itdesk.domain.worklog import ChecklistItemAdded, TagsChanged, TimeSpent
from itdesk.server.privacy.erasure import TICKETS_AT_ONCE, Erasure, NobodyToErase
from itdesk.server.store.audit import audit_page
from itdesk.server.store.erased_list import ErasedList
from itdesk.server.store.erasing import event_held
from itdesk.server.store.files import Files
from itdesk.server.store.moment import held_events, open_moment
from itdesk.server.store.store import Store
from itdesk.server.store.tables import METADATA
from tests.contract.clock import NINE
from tests.contract.office import Office, Reader, change, refused_for

CANARY = "kanarek"
OTHER = "kept words of somebody else"


class Killed(Exception):
    """The process ends here."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "files"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def erasure(store: Store, office: Office, folder: Path) -> Erasure:
    return Erasure(store, office.desk, folder, now=lambda: NINE)


def attach(office: Office, folder: Path, actor: Actor, ticket_id: TicketId) -> Path:
    content = f"{CANARY} {new_id()}".encode()
    file = FileAttached(
        file_id=FileId(new_id()),
        name=f"{CANARY}.png",
        bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    office.do(actor, ticket_id, file)
    files = Files(office.store, folder, now=lambda: NINE, on_commit=lambda _: None)
    reception = files.receive(file.file_id, actor.id, 0)
    reception.write(content)
    files.end(reception)
    files.progress(file.file_id, actor.id)
    return folder / file.file_id[-2:] / file.file_id


def a_life(office: Office, folder: Path) -> tuple[TicketId, TicketId, list[Path]]:
    """Ewa's ticket, Jan's ticket in which she took part, and her files."""
    card = Person(id=office.ewa.id, login=CANARY, name=f"{CANARY} K", role=Role.EMPLOYEE, phone=CANARY)
    assert office.write(office.adam, PersonWritten(person=card, seen_version=1)).receipt
    own = office.open(
        office.ewa, CANARY, description=CANARY, place=CANARY, contact=CANARY, concerns=Concerns.THIS_COMPUTER
    )
    office.do(office.ewa, own, DiagnosticsAttached(facts=f'{{"host": "{CANARY}"}}'))
    office.do(office.tom, own, Assigned(to=office.tom.id))
    office.do(office.tom, own, TitleChanged(title=f"{CANARY} again"))
    office.do(office.tom, own, CommentAdded(body=f"Dear {CANARY}"))
    office.do(office.tom, own, CommentAdded(body=f"{CANARY} again", audience=Audience.STAFF))
    office.do(office.tom, own, TagsChanged(added=(CANARY,)))
    office.do(office.tom, own, ChecklistItemAdded(text=CANARY))
    office.do(office.tom, own, TimeSpent(minutes=5, note=CANARY))
    files = [attach(office, folder, office.ewa, own), attach(office, folder, office.tom, own)]
    office.do(office.tom, own, StatusChanged(to=Status.RESOLVED, note=CANARY))
    office.do(office.ewa, own, Rated(score=4, comment=CANARY))
    of_jan = office.open(office.jan, OTHER)
    office.do(office.jan, of_jan, ParticipantAdded(person_id=office.ewa.id))
    office.do(office.ewa, of_jan, CommentAdded(body=CANARY))
    office.do(office.jan, of_jan, CommentAdded(body=OTHER))
    files.append(attach(office, folder, office.ewa, of_jan))
    refused = office.ask(office.ewa, change(of_jan, CommentAdded(body=CANARY, audience=Audience.STAFF)))
    assert refused.refusal is not None
    computer = Device(id=DeviceId("pc"), name="PC-1", owner_id=office.ewa.id)
    assert office.write(office.lea, DocumentWritten(document=computer)).receipt
    return own, of_jan, files


def everything(store: Store) -> str:
    """Every value of every table, the search's too."""
    with store.reading() as connection:
        tables = [table.name for table in METADATA.sorted_tables]
        tables.append("search")
        found = [repr(row) for name in tables for row in connection.execute(text(f"SELECT * FROM {name}"))]
    return "\n".join(found)


def held(reader: Reader) -> str:
    """All that a client holds, as text."""
    events = [one for some in reader.events.values() for one in some.values()]
    said = [*reader.tickets.values(), *reader.people.values(), *reader.documents.values(), *events]
    return msgspec.json.encode(said).decode()


def test_nothing_of_her_is_left_anywhere(
    store: Store, office: Office, erasure: Erasure, folder: Path
) -> None:
    own, of_jan, files = a_life(office, folder)
    assert CANARY in everything(store)
    assert all(path.exists() for path in files)
    erasure.ask(office.ewa.id, by=office.adam.id)
    erasure.finish()
    assert CANARY not in everything(store)
    assert not any(path.exists() for path in files)
    assert OTHER in everything(store)
    for reader in (office.jan, office.tom, office.adam):
        assert CANARY.encode() not in office.reader(reader).read().answers
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM events WHERE kind = 'Rated'")).scalar() == 1
    state = erasure.state(office.ewa.id)
    assert state is not None
    assert (state.tickets, state.files, state.done_at) == (1, 3, NINE)
    assert own != of_jan


def test_her_ticket_stays_countable_and_is_over(office: Office, erasure: Erasure, folder: Path) -> None:
    own, of_jan, _ = a_life(office, folder)
    before = office.reader(office.tom).read()
    erasure.ask(office.ewa.id, by=office.adam.id)
    erasure.finish()
    after = before.read()
    ticket = after.tickets[own]
    assert (ticket.title, ticket.number) == (GONE, 1001)
    assert ticket.rating is not None
    assert (ticket.rating.score, ticket.rating.comment) == (4, "")
    assert ticket.erased_at == NINE
    assert ticket.time_spent[0].minutes == 5
    assert not ticket.attachments
    assert after.tickets[of_jan].title == OTHER
    assert after.tickets[of_jan].erased_at is None
    assert after.people[office.ewa.id].name == ERASED_NAME
    assert after.lacks_nothing()
    assert after.holds() == office.reader(office.tom).read().holds()


def test_whoever_held_it_gets_what_is_left_instead(office: Office, erasure: Erasure, folder: Path) -> None:
    a_life(office, folder)
    readers = [office.reader(one).read() for one in (office.jan, office.tom)]
    for reader in readers:
        assert CANARY in held(reader)
    erasure.ask(office.ewa.id, by=office.adam.id)
    erasure.finish()
    for reader in readers:
        reader.read()
        assert reader.resets == 0
        assert CANARY not in held(reader)
        assert reader.lacks_nothing()


def test_nobody_changes_what_was_erased_and_nothing_comes_back(
    office: Office, erasure: Erasure, folder: Path
) -> None:
    own, _, _ = a_life(office, folder)
    again = change(own, CommentAdded(body=CANARY))
    assert office.ask(office.tom, again).receipt
    erasure.ask(office.ewa.id, by=office.adam.id)
    erasure.finish()
    assert refused_for(office.ask(office.tom, change(own, CommentAdded(body=CANARY)))) == "not_allowed"
    assert office.ask(office.tom, again).receipt  # it was accepted: its answer stays the same
    with open_moment(office.store) as moment:
        assert moment.lacking(office.tom.id, [again.id]) == []


def test_open_tickets_are_cancelled(office: Office, erasure: Erasure) -> None:
    own = office.open(office.ewa, CANARY)
    erasure.ask(office.ewa.id, by=office.adam.id)
    erasure.finish()
    assert office.reader(office.tom).read().tickets[own].status is Status.CANCELLED


@pytest.mark.parametrize("pieces", range(1, 9))
def test_killed_after_any_piece_it_goes_on_there(
    store: Store, office: Office, folder: Path, pieces: int
) -> None:
    for _ in range(TICKETS_AT_ONCE + 1):
        office.open(office.ewa, CANARY)
    first = Erasure(store, office.desk, folder, now=lambda: NINE)
    first.ask(office.ewa.id, by=office.adam.id)
    for _ in range(pieces):
        first.work(NINE)
    Erasure(store, office.desk, folder, now=lambda: NINE).finish()
    assert CANARY not in everything(store)
    state = first.state(office.ewa.id)
    assert state is not None
    assert state.tickets == TICKETS_AT_ONCE + 1


def test_killed_before_a_commit_the_same_is_done_once_more(
    store: Store, office: Office, erasure: Erasure, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, files = a_life(office, folder)
    erasure.ask(office.ewa.id, by=office.adam.id)

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("itdesk.server.store.erasing._publish", die)
        with pytest.raises(Killed):
            erasure.finish()
    assert CANARY in everything(store)
    erasure.finish()
    assert CANARY not in everything(store)
    assert not any(path.exists() for path in files)


def test_a_database_from_before_is_told_again(
    store: Store, office: Office, erasure: Erasure, folder: Path
) -> None:
    a_life(office, folder)
    ErasedList(folder.parent).add(office.ewa.id, NINE)  # as it stood when the backup was restored
    assert CANARY in everything(store)
    assert erasure.catch_up() == 1
    assert CANARY not in everything(store)
    assert erasure.catch_up() == 0
    with store.reading() as connection:
        (noted,) = [
            one for one in audit_page(connection, below=None, limit=50) if one.action == "person-erased"
        ]
    assert (noted.actor_id, noted.object_id) == ("server", office.ewa.id)


def test_a_torn_line_of_the_list_harms_no_other(tmp_path: Path, office: Office) -> None:
    listed = ErasedList(tmp_path)
    listed.add(office.ewa.id, NINE)
    with listed.path.open("a") as target:
        target.write('{"person_id": "')
    listed.add(office.jan.id, NINE)
    listed.add(office.jan.id, NINE)
    assert listed.ids() == [office.ewa.id, office.jan.id]


def test_it_is_counted_without_changing_anything(
    store: Store, office: Office, erasure: Erasure, folder: Path
) -> None:
    a_life(office, folder)
    before = everything(store)
    found = erasure.preview(office.ewa.id).counted
    assert (found.tickets, found.files) == (1, 3)
    assert everything(store) == before
    with pytest.raises(NobodyToErase):
        erasure.ask(TicketId(new_id()), by=office.adam.id)  # type: ignore[arg-type]


def test_a_technicians_views_and_words_go_and_tickets_of_others_keep_their_names(
    office: Office, store: Store, erasure: Erasure
) -> None:
    of_jan = office.open(office.jan, OTHER)
    office.do(office.tom, of_jan, Assigned(to=office.tom.id))
    office.do(office.tom, of_jan, CommentAdded(body=CANARY))
    office.do(office.tom, of_jan, TitleChanged(title="The printer"))
    view = View(id=ViewId("mine"), name={"pl": CANARY}, search="priority:P1", owner_id=office.tom.id)
    assert office.write(office.tom, DocumentWritten(document=view)).receipt
    erasure.ask(office.tom.id, by=office.adam.id)
    erasure.finish()
    assert CANARY not in everything(store)
    assert office.reader(office.jan).read().tickets[of_jan].title == "The printer"


def test_what_is_kept_is_what_the_history_adds_up_to(
    store: Store, office: Office, erasure: Erasure, folder: Path
) -> None:
    own, of_jan, _ = a_life(office, folder)
    erasure.ask(office.ewa.id, by=office.adam.id)
    erasure.finish()
    for id in (own, of_jan):
        with store.reading() as connection:
            history = [event_held(held) for held in held_events(connection, [id])]
        assert isinstance(history[-1].payload, Erased)
        ticket = office.reader(office.adam).read().tickets[id]
        assert replace(ticket, number=None) == replay(history)
