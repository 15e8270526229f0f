"""Each reader's copy is what she may see now: nothing is skipped, nothing leaks, nothing stays."""

import base64
import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    StatusChanged,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.documents import Article, Device, Queue
from itdesk.domain.ids import ArticleId, DeviceId, FileId, TicketId, new_id
from itdesk.domain.people import Actor, Role
from itdesk.domain.status import Status
from itdesk.protocol.messages import LeftEntry
from itdesk.server.store.counter import publish
from itdesk.server.store.documents import DocumentConflict
from itdesk.server.store.store import Store
from itdesk.server.store.tables import people
from itdesk.server.tickets import pages
from tests.contract.office import Office, Reader


def _comments(office: Office, ticket_id: TicketId, *words: str, note: bool = False) -> None:
    audience = Audience.STAFF if note else Audience.PARTICIPANTS
    for body in words:
        office.do(office.tom, ticket_id, CommentAdded(body=body, audience=audience))


def test_following_the_feed_ends_where_a_new_snapshot_ends(office: Office) -> None:
    readers = [office.reader(actor) for actor in (office.ewa, office.jan, office.tom)]
    first = office.open(office.ewa)
    for reader in readers:
        reader.read()
    second = office.open(office.jan)
    _comments(office, first, "hello", "again")
    _comments(office, second, "note", note=True)
    office.do(office.tom, first, Assigned(to=office.tom.id))
    office.do(office.ewa, first, ParticipantAdded(person_id=office.jan.id))
    office.do(office.tom, second, StatusChanged(to=Status.RESOLVED, note="done"))
    for reader in readers:
        reader.read()
        assert reader.resets == 0
        assert reader.lacks_nothing()
        assert reader.holds() == office.reader(reader.actor).read().holds()


def test_an_internal_note_is_no_news_to_an_employee(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    reader = office.reader(office.ewa).read()
    before = reader.holds()
    _comments(office, ticket_id, "she broke it herself", note=True)
    answer = reader.page()
    assert answer.entries == []
    assert reader.holds() == before == office.reader(office.ewa).read().holds()


def test_no_word_of_it_reaches_an_employee(office: Office) -> None:
    """Canaries in everything that is for staff, looked for in the very bytes that employees are sent."""
    canary = "kanarek"
    words = {"en": canary}
    office.documents.put(Article(id=ArticleId(new_id()), title=words, body=words, staff_only=True))
    office.documents.put(Device(id=DeviceId(new_id()), name=canary, owner_id=office.ewa.id))
    queue = office.queue(canary, office.tom)
    office.hire(f"{canary}-stranger", Role.EMPLOYEE)
    ewa, jan = office.reader(office.ewa), office.reader(office.jan)
    ticket_id = office.open(office.ewa)
    ewa.read()
    _comments(office, ticket_id, canary, note=True)
    office.do(office.tom, ticket_id, MovedToQueue(to=queue))
    office.do(office.tom, ticket_id, _file(canary, Audience.STAFF))
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    office.do(office.tom, ticket_id, CommentAdded(body="public"))
    for reader in (ewa, jan, office.reader(office.ewa), office.reader(office.jan)):
        reader.read().read(want=[ticket_id])
        assert canary.encode() not in reader.answers
        assert queue.encode() not in reader.answers
        assert b"public" in reader.answers


def _file(name: str, audience: Audience) -> FileAttached:
    return FileAttached(file_id=FileId(new_id()), name=name, bytes=1, sha256="0" * 64, audience=audience)


def test_facts_and_screens_are_not_for_those_who_read_along(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.ewa, ticket_id, DiagnosticsAttached(facts='{"host":"kanarek"}'))
    office.do(office.ewa, ticket_id, _file("kanarek.png", Audience.REQUESTER))
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    assert b"kanarek" not in office.reader(office.jan).read().answers
    ewa = office.reader(office.ewa).read()
    assert b"kanarek.png" in ewa.answers
    assert ewa.lacks_nothing()


def test_an_employee_gets_the_cards_of_her_tickets_people_and_no_telephone(
    office: Office, store: Store
) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, Assigned(to=office.ola.id))
    office.do(office.tom, ticket_id, Assigned(to=office.tom.id))
    reader = office.reader(office.ewa).read()
    assert set(reader.people) == {office.ewa.id, office.tom.id, office.ola.id}
    everybody = {office.ewa, office.jan, office.tom, office.ola, office.lea, office.adam}
    assert set(office.reader(office.tom).read().people) == {person.id for person in everybody}


def test_a_new_persons_card_is_news_to_staff(office: Office, store: Store) -> None:
    tom, ewa = office.reader(office.tom).read(), office.reader(office.ewa).read()
    nora = office.hire("nora", Role.EMPLOYEE)
    with store.writing() as connection:
        publish(connection, "person", nora.id, Audience.STAFF)
    assert nora.id in tom.read().people
    assert nora.id not in ewa.read().people


def test_who_is_invited_gets_the_whole_history_and_who_is_removed_is_told_to_forget(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    _comments(office, ticket_id, "one", "two")
    jan = office.reader(office.jan).read()
    assert not jan.tickets
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    jan.read()
    assert len(jan.events[ticket_id]) == 4
    assert jan.lacks_nothing()
    office.do(office.tom, ticket_id, ParticipantRemoved(person_id=office.jan.id))
    answer = jan.page()
    assert answer.entries == [LeftEntry(ticket_id=ticket_id)]
    assert not jan.tickets


def test_who_is_removed_while_disabled_forgets_when_she_comes_back(office: Office, store: Store) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    jan = office.reader(office.jan).read()
    _disable(store, office.jan.id, datetime.now(UTC))
    office.do(office.tom, ticket_id, ParticipantRemoved(person_id=office.jan.id))
    _disable(store, office.jan.id, None)
    assert not jan.read().tickets


def _disable(store: Store, person_id: str, at: datetime | None) -> None:
    with store.writing() as connection:
        connection.execute(update(people).where(people.c.id == person_id).values(disabled_at=at))


def test_removed_and_invited_again_between_two_readings(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    jan = office.reader(office.jan).read()
    office.do(office.tom, ticket_id, ParticipantRemoved(person_id=office.jan.id))
    office.do(office.tom, ticket_id, CommentAdded(body="while you were away"))
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    jan.read()
    assert jan.lacks_nothing()
    assert jan.holds() == office.reader(office.jan).read().holds()


def test_a_ticket_that_moves_into_a_restricted_queue_leaves_the_others(office: Office) -> None:
    secret = office.queue("Personnel", office.tom, restricted=True)
    ticket_id = office.open(office.ewa)
    readers = {
        actor.id: office.reader(actor).read() for actor in (office.tom, office.ola, office.adam, office.ewa)
    }
    office.do(office.ola, ticket_id, MovedToQueue(to=secret))
    assert readers[office.ola.id].page().entries == [LeftEntry(ticket_id=ticket_id)]
    for actor in (office.tom, office.adam, office.ewa):
        assert ticket_id in readers[actor.id].read().tickets
    office.do(office.tom, ticket_id, CommentAdded(body="between us"))
    assert readers[office.ola.id].page().entries == []
    office.do(office.tom, ticket_id, MovedToQueue(to=None))
    ola = readers[office.ola.id].read()
    assert ola.lacks_nothing()
    assert ola.holds() == office.reader(office.ola).read().holds()


def test_a_change_of_scope_starts_over(office: Office) -> None:
    secret = office.queue("Personnel", office.tom, restricted=True)
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, MovedToQueue(to=secret))
    ola, tom, ewa = (office.reader(actor).read() for actor in (office.ola, office.tom, office.ewa))
    members = frozenset({office.ola.id})
    office.documents.put(
        Queue(id=secret, name={"en": "Personnel", "pl": "Kadry"}, restricted=True, members=members)
    )
    for reader in (ola, tom, ewa):
        reader.read()
    assert (ola.resets, tom.resets, ewa.resets) == (1, 1, 1), "Ewa knows Tom by the team that he has left"
    assert ticket_id in ola.tickets
    assert ticket_id not in tom.tickets


def test_pages_are_complete_and_newest_first(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ROWS_ON_A_PAGE", 7)
    monkeypatch.setattr(pages, "PEOPLE_ON_A_PAGE", 2)
    opened = [office.open(office.ewa, f"Ticket {n}") for n in range(20)]
    reader = office.reader(office.tom)
    first = reader.page()
    assert first.snapshot
    assert first.more
    assert list(reader.tickets) == opened[:-8:-1]
    reader.read()
    assert list(reader.tickets) == opened[::-1]
    assert len(reader.people) == 6
    _comments(office, opened[3], "a", "b")
    for ticket_id in opened:
        office.do(office.tom, ticket_id, TitleChanged(title="New"))
    answers = [reader.page() for _ in range(4)]
    assert [answer.more for answer in answers] == [True, True, True, False]
    assert reader.holds() == office.reader(office.tom).read().holds()


def test_a_page_is_cut_before_it_grows_too_heavy(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGE_CHARS", 10_000)
    for n in range(6):
        office.open(office.ewa, f"Ticket {n}", description="x" * 4_000)
    reader = office.reader(office.tom)
    assert [len(reader.page().entries) for _ in range(3)] == [2, 2, 2]
    following = office.reader(office.jan).read()
    for ticket_id in list(reader.tickets):
        office.do(office.tom, TicketId(ticket_id), ParticipantAdded(person_id=office.jan.id))
    assert len(following.page().entries) <= 2
    assert len(following.read().tickets) == 6
    office.open(office.ewa, "Heavier than a page", description="x" * 15_000)
    assert len(reader.read().tickets) == 7


def test_the_snapshot_holds_while_tickets_change(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between any two pages anything may happen: titles, new tickets, sight lost and won."""
    monkeypatch.setattr(pages, "ROWS_ON_A_PAGE", 3)
    opened = [office.open(office.ewa) for _ in range(10)]
    for ticket_id in opened[:8]:
        office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    reader = office.reader(office.jan)
    steps: list[tuple[Actor, TicketId, Payload]] = [
        (office.tom, opened[7], TitleChanged(title="Changed after it was sent")),
        (office.tom, opened[0], ParticipantRemoved(person_id=office.jan.id)),
        (office.tom, opened[6], ParticipantRemoved(person_id=office.jan.id)),
        (office.ewa, opened[9], ParticipantAdded(person_id=office.jan.id)),
        (office.jan, TicketId(new_id()), TicketOpened(title="New")),
    ]
    for actor, ticket_id, payload in steps:
        reader.page()
        office.do(actor, ticket_id, payload)
    reader.read()
    assert reader.resets == 0
    assert reader.lacks_nothing()
    assert reader.holds() == office.reader(office.jan).read().holds()


def test_a_wanted_ticket_comes_whole_and_an_invisible_one_is_gone(office: Office) -> None:
    mine, theirs = office.open(office.ewa), office.open(office.jan)
    _comments(office, mine, "one", "two")
    reader = office.reader(office.ewa).read()
    reader.events[mine].clear()
    reader.read(want=[mine])
    assert reader.lacks_nothing()
    unknown = new_id()
    assert reader.page(want=[theirs, unknown]).entries == [
        LeftEntry(ticket_id=id) for id in sorted([theirs, unknown])
    ]


def test_documents_are_followed(office: Office) -> None:
    tom, ewa = office.reader(office.tom).read(), office.reader(office.ewa).read()
    article = Article(id=ArticleId(new_id()), title={"en": "Printers"}, body={"en": "…"})
    device = Device(id=DeviceId(new_id()), name="ws-1")
    assert office.documents.put_all([article, device]) == [1, 1]
    assert (len(ewa.read().documents), len(tom.read().documents)) == (1, 2)
    hidden = Article(id=article.id, title={"en": "Printers"}, body={"en": "kanarek"}, staff_only=True)
    assert office.documents.put(hidden, seen=1) == 2
    with pytest.raises(DocumentConflict):
        office.documents.put(article, seen=1)
    assert (len(ewa.read().documents), len(tom.read().documents)) == (0, 2)
    assert b"kanarek" not in ewa.answers
    office.documents.delete("device", device.id)
    assert len(tom.read().documents) == 1
    for reader in (tom, ewa):
        assert reader.holds() == office.reader(reader.actor).read().holds()


def test_nothing_new_is_nothing(office: Office) -> None:
    office.open(office.ewa)
    reader = office.reader(office.tom).read()
    cursor = reader.cursor
    answer = reader.page()
    assert (answer.entries, answer.more, answer.reset, answer.snapshot) == ([], False, False, False)
    assert answer.cursor == cursor


@pytest.mark.parametrize("forge", ["other_person", "flipped", "garbage", "not_text", "empty"])
def test_a_cursor_that_is_not_ours_or_not_hers_starts_over(office: Office, forge: str) -> None:
    office.open(office.ewa)
    tom, ewa = office.reader(office.tom).read(), office.reader(office.ewa).read()
    assert tom.cursor is not None
    sealed = base64.urlsafe_b64decode(tom.cursor)
    forged = {
        "other_person": tom.cursor,
        "flipped": base64.urlsafe_b64encode(sealed[:-3] + bytes([sealed[-3] ^ 1]) + sealed[-2:]).decode(),
        "garbage": "AAAA",
        "not_text": "łącze \0 …",
        "empty": "",
    }
    ewa.cursor = forged[forge]
    ewa.read()
    assert ewa.resets == 1
    assert ewa.holds() == office.reader(office.ewa).read().holds()


def test_a_reader_at_work_while_others_write(office: Office) -> None:
    """One reader follows all the time; what she holds at the end is everything."""
    done = threading.Event()

    def write(actor_number: int) -> None:
        for n in range(15):
            office.open(office.ewa, f"{actor_number}-{n}")

    def read(reader: Reader) -> None:
        while not done.is_set():
            reader.read()

    reader = office.reader(office.tom)
    following = threading.Thread(target=read, args=(reader,))
    writers = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in (following, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    following.join()
    reader.read()
    assert reader.resets == 0
    assert len(reader.tickets) == 60
    assert reader.holds() == office.reader(office.tom).read().holds()
