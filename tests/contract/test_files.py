"""Attached files on both databases: offsets, ownership, checksums, takeovers, what a crash leaves."""

import hashlib
import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, FileAttached, ParticipantAdded
from itdesk.domain.ids import FileId, TicketId, new_id
from itdesk.domain.limits import FILES_PER_TICKET
from itdesk.domain.people import Actor
from itdesk.domain.relations import TicketsMerged
from itdesk.protocol.messages import TicketEntry
from itdesk.server.store.files import (
    ChecksumMismatch,
    FileLost,
    Files,
    NotWhole,
    TooManyBytes,
    UnknownFile,
    WrongOffset,
)
from itdesk.server.store.news import News
from itdesk.server.store.store import Store
from itdesk.server.store.tables import events as event_rows
from itdesk.server.store.tables import files as rows
from tests.contract.office import Office, change, refused_for

CONTENT = os.urandom(10_000)
CONCERNED = {Audience.PARTICIPANTS: {"ewa", "jan"}, Audience.REQUESTER: {"ewa"}, Audience.STAFF: set[str]()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def told() -> list[News]:
    return []


@pytest.fixture
def files(store: Store, folder: Path, told: list[News]) -> Files:
    return Files(store, folder, now=lambda: datetime.now(UTC), on_commit=told.append)


@pytest.fixture
def ticket(office: Office) -> TicketId:
    return office.open(office.ewa)


@pytest.fixture
def file_id(office: Office, ticket: TicketId) -> FileId:
    return attach(office, office.ewa, ticket)


def attach(
    office: Office, actor: Actor, ticket: TicketId, audience: Audience = Audience.PARTICIPANTS
) -> FileId:
    file = FileAttached(
        file_id=FileId(new_id()),
        name="zrzut.png",
        bytes=len(CONTENT),
        sha256=hashlib.sha256(CONTENT).hexdigest(),
        audience=audience,
    )
    office.do(actor, ticket, file)
    return file.file_id


def send(files: Files, owner: Actor, id: FileId, content: bytes = CONTENT, offset: int = 0) -> None:
    reception = files.receive(id, owner.id, offset)
    try:
        reception.write(content)
    finally:
        files.end(reception)
    files.progress(id, owner.id)


def fetched(files: Files, reader: Actor, id: FileId) -> bytes:
    return b"".join(files.chunks(files.readable(id, reader)))


def test_bytes_come_back_as_they_went(files: Files, office: Office, file_id: FileId) -> None:
    send(files, office.ewa, file_id)
    assert fetched(files, office.ewa, file_id) == fetched(files, office.tom, file_id) == CONTENT


def test_a_whole_file_whose_bytes_are_gone_is_lost(
    files: Files, office: Office, folder: Path, file_id: FileId
) -> None:
    send(files, office.ewa, file_id)
    (kept,) = folder.rglob(file_id)
    kept.write_bytes(CONTENT[:-1])
    with pytest.raises(FileLost):
        files.readable(file_id, office.ewa)
    kept.unlink()
    with pytest.raises(FileLost):
        files.readable(file_id, office.ewa)
    with pytest.raises(UnknownFile):
        files.readable(file_id, office.jan)


def test_an_upload_goes_on_where_it_stopped(files: Files, office: Office, file_id: FileId) -> None:
    send(files, office.ewa, file_id, CONTENT[:4_000])
    with pytest.raises(NotWhole):
        files.readable(file_id, office.ewa)
    for wrong in (0, 3_999, 4_001, 10_000):
        with pytest.raises(WrongOffset) as refused:
            files.receive(file_id, office.ewa.id, wrong)
        assert refused.value.offset == 4_000
    send(files, office.ewa, file_id, CONTENT[4_000:], 4_000)
    assert fetched(files, office.ewa, file_id) == CONTENT


def test_damaged_bytes_are_dropped_and_sent_anew(files: Files, office: Office, file_id: FileId) -> None:
    with pytest.raises(ChecksumMismatch):
        send(files, office.ewa, file_id, CONTENT[::-1])
    assert files.progress(file_id, office.ewa.id).received == 0
    send(files, office.ewa, file_id)
    assert fetched(files, office.ewa, file_id) == CONTENT


def test_more_than_announced_is_not_taken(files: Files, office: Office, file_id: FileId) -> None:
    with pytest.raises(TooManyBytes):
        send(files, office.ewa, file_id, CONTENT + b"x")
    assert files.progress(file_id, office.ewa.id).received == 0


def test_a_newer_upload_takes_over(files: Files, office: Office, file_id: FileId) -> None:
    older = files.receive(file_id, office.ewa.id, 0)
    older.write(CONTENT[:6_000])
    with pytest.raises(WrongOffset) as refused:
        files.receive(file_id, office.ewa.id, 0)
    assert refused.value.offset == 6_000
    newer = files.receive(file_id, office.ewa.id, 6_000)
    with pytest.raises(WrongOffset):
        older.write(b"late")
    newer.write(CONTENT[6_000:])
    files.end(older)
    files.end(newer)
    assert files.progress(file_id, office.ewa.id).is_complete


def test_only_the_owner_sends_and_asks(files: Files, office: Office, file_id: FileId) -> None:
    for other in (office.jan, office.tom, office.adam):
        with pytest.raises(UnknownFile):
            files.receive(file_id, other.id, 0)
        with pytest.raises(UnknownFile):
            files.progress(file_id, other.id)


@pytest.mark.parametrize("id", ["", "../../etc/passwd", "x" * 32, "0" * 32, "\0"])
def test_what_is_no_file_is_unknown(files: Files, office: Office, id: str) -> None:
    with pytest.raises(UnknownFile):
        files.readable(id, office.tom)
    with pytest.raises(UnknownFile):
        files.receive(id, office.ewa.id, 0)


@pytest.mark.parametrize(
    ("audience", "readers"),
    [
        (Audience.PARTICIPANTS, {"ewa", "jan", "tom"}),
        (Audience.REQUESTER, {"ewa", "tom"}),
        (Audience.STAFF, {"tom"}),
    ],
)
def test_the_event_decides_who_reads(
    files: Files, office: Office, ticket: TicketId, audience: Audience, readers: set[str]
) -> None:
    office.do(office.ewa, ticket, ParticipantAdded(person_id=office.jan.id))
    id = attach(office, office.tom, ticket, audience)
    send(files, office.tom, id)
    stranger = office.hire("stranger", office.ewa.role)
    people = {"ewa": office.ewa, "jan": office.jan, "tom": office.tom, "stranger": stranger}
    assert {name for name, person in people.items() if _reads(files, person, id)} == readers


def _reads(files: Files, reader: Actor, id: FileId) -> bool:
    try:
        return fetched(files, reader, id) == CONTENT
    except UnknownFile:
        return False


def test_a_restricted_queue_hides_its_files(
    files: Files, office: Office, ticket: TicketId, file_id: FileId
) -> None:
    from itdesk.domain.changes import MovedToQueue

    send(files, office.ewa, file_id)
    office.do(office.lea, ticket, MovedToQueue(to=office.queue("People", office.ola, restricted=True)))
    assert _reads(files, office.ola, file_id)
    assert _reads(files, office.ewa, file_id)
    assert not _reads(files, office.tom, file_id)


def test_bytes_that_were_never_acknowledged_are_cut_away(
    files: Files, office: Office, file_id: FileId, folder: Path
) -> None:
    send(files, office.ewa, file_id, CONTENT[:4_000])
    with next(folder.rglob(file_id)).open("ab") as left_by_a_crash:
        left_by_a_crash.write(b"never acknowledged")
    assert files.progress(file_id, office.ewa.id).received == 4_000
    send(files, office.ewa, file_id, CONTENT[4_000:], 4_000)
    assert fetched(files, office.ewa, file_id) == CONTENT


def test_bytes_that_the_disk_lost_are_asked_for_again(
    files: Files, office: Office, file_id: FileId, folder: Path
) -> None:
    send(files, office.ewa, file_id, CONTENT[:4_000])
    next(folder.rglob(file_id)).unlink()
    assert files.progress(file_id, office.ewa.id).received == 0
    send(files, office.ewa, file_id)
    assert fetched(files, office.ewa, file_id) == CONTENT


def test_a_whole_file_whose_end_a_crash_swallowed_is_finished(
    files: Files, office: Office, file_id: FileId, store: Store
) -> None:
    reception = files.receive(file_id, office.ewa.id, 0)
    reception.write(CONTENT)
    files.end(reception)
    with store.reading() as connection:
        assert connection.scalar(select(rows.c.complete_at)) is None
    assert files.progress(file_id, office.ewa.id).is_complete


def test_readers_hear_when_a_file_has_wholly_arrived(
    files: Files, office: Office, ticket: TicketId, file_id: FileId, told: list[News]
) -> None:
    tom = office.reader(office.tom).read()
    before = tom.tickets[ticket]
    assert [file.is_complete for file in before.attachments] == [False]
    send(files, office.ewa, file_id, CONTENT[:4_000])
    assert tom.page().entries == []
    send(files, office.ewa, file_id, CONTENT[4_000:], 4_000)
    head = office.desk.head()
    assert told == [News(first=head, head=head, people=frozenset({office.ewa.id}))]
    (entry,) = tom.page().entries
    assert isinstance(entry, TicketEntry)
    assert entry.events == []
    after = tom.tickets[ticket]
    assert [file.is_complete for file in after.attachments] == [True]
    assert (after.version, after.updated_at) == (before.version, before.updated_at)
    assert tom.lacks_nothing()
    assert tom.holds() == office.reader(office.tom).read().holds()


def test_it_is_told_once_and_later_changes_keep_it(
    files: Files, office: Office, ticket: TicketId, file_id: FileId, told: list[News]
) -> None:
    waiting = files.progress(file_id, office.ewa.id)
    send(files, office.ewa, file_id)
    files.finish(waiting)  # as by a second question at the same moment
    assert len(told) == 1
    office.do(office.tom, ticket, CommentAdded(body="I see it"))
    ewa = office.reader(office.ewa).read()
    assert [file.is_complete for file in ewa.tickets[ticket].attachments] == [True]


@pytest.mark.parametrize(("audience", "concerned"), CONCERNED.items())
def test_who_may_not_see_the_file_hears_nothing_of_it(
    files: Files, office: Office, told: list[News], audience: Audience, concerned: set[str]
) -> None:
    ticket = office.open(office.ewa)
    office.do(office.ewa, ticket, ParticipantAdded(person_id=office.jan.id))
    id = attach(office, office.tom, ticket, audience)
    readers = {"ewa": office.reader(office.ewa).read(), "jan": office.reader(office.jan).read()}
    send(files, office.tom, id)
    assert {name for name, reader in readers.items() if reader.page().entries} == concerned
    assert told[0].people == {readers[name].actor.id for name in concerned}


def test_a_file_of_a_repeated_reply_is_read_by_both_sides_and_nobody_else(
    office: Office, files: Files, ticket: TicketId, told: list[News]
) -> None:
    his = office.open(office.jan)
    before = attach(office, office.ewa, ticket)
    office.do(office.lea, ticket, TicketsMerged(into=his, across_requesters=True))
    shared = attach(office, office.ewa, ticket)
    private = attach(office, office.ewa, ticket, Audience.REQUESTER)
    jan = office.reader(office.jan).read()
    assert [(file.id, file.is_complete) for file in jan.tickets[his].attachments] == [(shared, False)]
    for id in (before, shared, private):
        send(files, office.ewa, id)
    assert told[1].people == {office.ewa.id, office.jan.id}
    assert [file.is_complete for file in jan.read().tickets[his].attachments] == [True]
    assert b"".join(files.chunks(files.readable(shared, office.jan))) == CONTENT
    stranger = office.hire("ula", office.jan.role)
    for reader, id in ((office.jan, before), (office.jan, private), (stranger, shared)):
        with pytest.raises(UnknownFile):
            files.readable(id, reader)


@pytest.mark.parametrize("name", ["virus.exe", "picture.png", "page.html"])
def test_what_a_file_is_its_own_bytes_say(office: Office, files: Files, ticket: TicketId, name: str) -> None:
    """The name and the sender's word count for nothing; a picture that is a page as well stays a picture."""
    page = b"GIF89a/*<script>alert(1)</script>*/=1;"
    payload = FileAttached(
        file_id=FileId(new_id()), name=name, bytes=len(page), sha256=hashlib.sha256(page).hexdigest()
    )
    office.do(office.ewa, ticket, payload)
    reception = files.receive(payload.file_id, office.ewa.id, 0)
    reception.write(page)
    files.end(reception)
    files.progress(payload.file_id, office.ewa.id)
    assert files.media_type(files.readable(payload.file_id, office.ewa)) == "image/gif"


def test_a_ticket_takes_fifty_files_and_says_so(office: Office, ticket: TicketId) -> None:
    for _ in range(FILES_PER_TICKET):
        attach(office, office.ewa, ticket)
    result = office.ask(office.ewa, change(ticket, some_file(1)))
    assert refused_for(result) == "files_full"
    assert result.refusal is not None
    assert str(FILES_PER_TICKET) in result.refusal.limit
    attach(office, office.ewa, office.open(office.ewa))


def test_one_person_sends_so_much_a_day_whatever_the_ticket(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itdesk.domain.limits.FILE_BYTES_A_DAY", 10_000)
    tickets = [office.open(office.ewa) for _ in range(3)]
    at_once = [change(id, some_file(4_000)) for id in tickets]
    results = office.desk.submit(office.ewa, at_once)
    assert [one.state for one in results] == ["accepted", "accepted", "refused"]
    assert refused_for(results[2]) == "files_today"
    assert refused_for(office.ask(office.ewa, change(tickets[0], some_file(2_001)))) == "files_today"
    assert office.ask(office.ewa, change(tickets[0], some_file(2_000))).state == "accepted"
    assert office.ask(office.tom, change(tickets[0], some_file(10_000))).state == "accepted"


def test_what_was_sent_a_day_ago_counts_no_more(
    office: Office, store: Store, ticket: TicketId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("itdesk.domain.limits.FILE_BYTES_A_DAY", 10_000)
    assert office.ask(office.ewa, change(ticket, some_file(10_000))).state == "accepted"
    with store.writing() as connection:
        connection.execute(update(event_rows).values(at=datetime.now(UTC) - timedelta(days=1, seconds=1)))
    assert office.ask(office.ewa, change(ticket, some_file(10_000))).state == "accepted"


def test_whatever_is_cut_wherever_the_file_arrives_whole(
    office: Office, files: Files, ticket: TicketId
) -> None:
    """Cuts at random bytes, lost answers, sent again from the wrong place, a second sender in between."""
    chance = random.Random(20_261_127)
    for _ in range(12):
        file_id = attach(office, office.ewa, ticket)
        while (offset := files.progress(file_id, office.ewa.id).received) < len(CONTENT):
            wrong = chance.randrange(len(CONTENT))
            if wrong != offset:
                with pytest.raises(WrongOffset) as told:
                    files.receive(file_id, office.ewa.id, wrong)
                assert told.value.offset == offset
            reception = files.receive(file_id, office.ewa.id, offset)
            reception.write(CONTENT[offset : offset + chance.randrange(1, 6_000)])
            if chance.random() < 0.3:  # the cut is only noticed when the next one comes
                later = files.receive(file_id, office.ewa.id, reception.received)
                with pytest.raises(WrongOffset):
                    reception.write(b"late")
                reception = later
            files.end(reception)
        file = files.readable(file_id, office.ewa)
        assert b"".join(files.chunks(file)) == CONTENT


def some_file(size: int) -> FileAttached:
    return FileAttached(file_id=FileId(new_id()), name="a.bin", bytes=size, sha256="a" * 64)
