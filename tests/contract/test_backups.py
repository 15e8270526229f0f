"""Backups of both databases: whole, of one moment, brought back into either, never half."""

import hashlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, text, update

from itdesk.domain.changes import CommentAdded, FileAttached
from itdesk.domain.ids import FileId, TicketId, new_id
from itdesk.protocol.messages import SyncRequest
from itdesk.server.jobs.backing_up import BACKUPS_KEPT, back_up
from itdesk.server.starter import seed_starters
from itdesk.server.store.backups import restoring
from itdesk.server.store.backups.checking import lost_files, opened_backup, wrong_in
from itdesk.server.store.backups.last import last_backup
from itdesk.server.store.backups.making import Backup, BackupFailed, backups_in, digest_path, make_backup
from itdesk.server.store.backups.restoring import NotRestored, restore
from itdesk.server.store.files import Files
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import METADATA, counter, people
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.conftest import BOTH
from tests.contract.databases import Databases, SqliteDatabases
from tests.contract.office import CLIENT, Office, Reader
from tests.contract.test_migrations import STEPS

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
CONTENT = os.urandom(5_000)
NOT_COMPARED = {"epoch", "search_version", "backed_up_at"}


class Place:
    """Where a store was restored to."""

    def __init__(self, url: str, files: Path) -> None:
        self.into: str | Path = url if "://" in url else Path(url)
        self.files = files
        self._opened: list[Store] = []

    def restore(self, backup: Path, *, replace: bool = False) -> restoring.Restored:
        return restore(backup, self.into, self.files, replace=replace)

    def open(self) -> Store:
        self._opened.append(open_store(self.into))
        return self._opened[-1]

    def close(self) -> None:
        for store in self._opened:
            store.close()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def kept_in(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """An empty database of either kind, whatever kind was backed up."""
    kind: Databases = request.getfixturevalue(request.param)
    url = kind.empty()
    target = Place(url, tmp_path / "restored" / "files")
    target.files.parent.mkdir()
    yield target
    target.close()
    kind.drop(url)


def _attach(office: Office, files: Path, ticket_id: TicketId) -> FileId:
    id = FileId(new_id())
    digest = hashlib.sha256(CONTENT).hexdigest()
    named = FileAttached(file_id=id, name="a.png", bytes=len(CONTENT), sha256=digest)
    office.do(office.ewa, ticket_id, named)
    receiver = Files(office.store, files, now=lambda: datetime.now(UTC), on_commit=lambda _: None)
    reception = receiver.receive(id, office.ewa.id, 0)
    reception.write(CONTENT)
    receiver.end(reception)
    receiver.progress(id, office.ewa.id)
    return id


def _rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return what every table holds, but for what is of a history and not of the desk."""
    with store.reading() as connection:
        return {table.name: _rows_of(connection, table.name) for table in METADATA.sorted_tables}


def _rows_of(connection: Connection, name: str) -> list[tuple[Any, ...]]:
    found = connection.execute(select(METADATA.tables[name])).all()
    return sorted((tuple(row) for row in found if row[0] not in NOT_COMPARED), key=repr)


def test_everything_comes_back_into_either_database(
    store: Store, office: Office, files: Path, kept_in: Path, place: Place
) -> None:
    seed_starters(store)
    ticket_id = office.open(office.ewa, "Drukarka w paski – żółć")
    office.do(office.tom, ticket_id, CommentAdded(body="I look at it"))
    file_id = _attach(office, files, ticket_id)
    made = make_backup(store, files, kept_in, NOW)
    assert (made.files, made.lost) == (1, 0)
    done = place.restore(made.path)
    assert (done.tickets, done.people, done.lost) == (1, 6, 0)
    assert (place.files / file_id[-2:] / file_id).read_bytes() == CONTENT
    restored = place.open()
    restored.check_schema()
    assert _rows(restored) == _rows(store)
    assert wrong_in(restored) == []


def test_who_reads_starts_over_and_offers_what_came_after_the_backup(
    store: Store, office: Office, files: Path, kept_in: Path, place: Place
) -> None:
    office.open(office.ewa, "Before")
    tom = office.reader(office.tom).read()
    made = make_backup(store, files, kept_in, NOW)
    later = office.open(office.ewa, "After")
    place.restore(made.path)
    restored = place.open()
    assert restored.identity.epoch != store.identity.epoch
    assert restored.identity.secret == store.identity.secret
    desk = TicketDesk(restored)
    desk.start()
    tom.moves_to(desk).read()
    assert tom.resets == 1
    assert later not in tom.tickets
    asked = SyncRequest(client=CLIENT, retained=[later])
    assert desk.exchange(office.ewa, asked).lacking == [later]
    number = office.open(office.ewa)
    assert number not in Reader(desk, office.tom).read().tickets
    desk.stop()


def test_what_was_restored_can_be_searched(
    store: Store, office: Office, files: Path, kept_in: Path, place: Place
) -> None:
    office.open(office.ewa, "The zeppelin does not print")
    place.restore(make_backup(store, files, kept_in, NOW).path)
    restored = place.open()
    restored.migrate()
    with restored.reading() as connection:
        words = "SELECT count(*) FROM search" if connection.dialect.name == "postgresql" else _SQLITE_COUNT
        assert connection.scalar(text(words)) == 1


_SQLITE_COUNT = "SELECT count(*) FROM search WHERE search MATCH 'zeppelin'"


def test_a_backup_beside_writers_is_of_one_moment(
    store: Store, office: Office, files: Path, kept_in: Path
) -> None:
    ended = threading.Event()

    def write() -> None:
        while not ended.is_set():
            office.open(office.ewa)

    writers = [threading.Thread(target=write) for _ in range(3)]
    for writer in writers:
        writer.start()
    try:
        made = [make_backup(store, files, kept_in, NOW + timedelta(days=n)) for n in range(3)]
    finally:
        ended.set()
        for writer in writers:
            writer.join()
    for one in made:
        with opened_backup(one.path) as backup:
            assert wrong_in(backup) == []


def test_a_store_that_holds_something_is_replaced_only_when_told_so(
    store: Store, office: Office, files: Path, kept_in: Path, place: Place
) -> None:
    office.open(office.ewa, "Old")
    made = make_backup(store, files, kept_in, NOW)
    place.restore(made.path)
    office.open(office.ewa, "New")
    newer = make_backup(store, files, kept_in, NOW + timedelta(days=1))
    with pytest.raises(NotRestored, match=r"add --replace.*Nothing was changed"):
        place.restore(newer.path)
    assert len(_rows(place.open())["tickets"]) == 1
    place.close()
    assert place.restore(newer.path, replace=True).tickets == 2
    assert len(_rows(place.open())["tickets"]) == 2


@pytest.fixture
def made(store: Store, office: Office, files: Path, kept_in: Path) -> Backup:
    """A backup with one ticket."""
    office.open(office.ewa, "Old")
    return make_backup(store, files, kept_in, NOW)


def test_what_was_taken_from_people_since_stays_taken(
    store: Store, office: Office, files: Path, kept_in: Path, place: Place
) -> None:
    made = make_backup(store, files, kept_in, NOW)
    first = place.restore(made.path)
    assert first.still_over is None  # nothing was there that could tell
    meanwhile = place.open()
    with meanwhile.writing() as connection:
        shut_out = update(people).where(people.c.id == office.ewa.id)
        connection.execute(shut_out.values(disabled_at=NOW))
    place.close()
    assert place.restore(made.path, replace=True).still_over == 1
    with place.open().reading() as connection:
        over = select(people.c.id).where(people.c.disabled_at.is_not(None))
        assert connection.scalars(over).all() == [office.ewa.id]


def test_a_restore_that_fails_leaves_what_was_there(
    made: Backup, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.restore(made.path)
    before = _rows(place.open())
    place.close()

    def cut(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "bring_to_disk", cut)
    monkeypatch.setattr(Store, "index_anew", cut)
    with pytest.raises(NotRestored, match=r"No space left.*Nothing was changed"):
        place.restore(made.path, replace=True)
    assert _rows(place.open()) == before
    assert not list(place.files.parent.glob("*.restoring*"))


def test_no_server_may_be_connected_to_the_database_that_is_restored(
    store: Store, office: Office, files: Path, kept_in: Path
) -> None:
    made = make_backup(store, files, kept_in, NOW)
    if store.engine.dialect.name != "postgresql":
        return  # there the folder's lock keeps others out: test_backup_commands
    address = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with pytest.raises(NotRestored, match="Stop every server first"):
        restore(made.path, address, files, replace=True)


@pytest.mark.parametrize("place_of_damage", [100, 5_000, -5])
def test_a_damaged_backup_is_not_restored(made: Backup, place: Place, place_of_damage: int) -> None:
    content = bytearray(made.path.read_bytes())
    content[place_of_damage] ^= 0xFF
    made.path.write_bytes(content)
    with pytest.raises(NotRestored, match=r"SHA-256.*Nothing was changed"):
        place.restore(made.path)


def test_what_is_no_backup_is_refused_in_words(tmp_path: Path, place: Place) -> None:
    letter, foreign = tmp_path / "letter.itdesk-backup", tmp_path / "foreign.itdesk-backup"
    letter.write_text("Dear colleagues, " * 500)
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE songs (name)")
    connection.close()
    for path in (letter, foreign, tmp_path / "nothing"):
        with pytest.raises(NotRestored):
            place.restore(path)


def test_a_backup_that_cannot_be_written_leaves_nothing(
    store: Store, files: Path, tmp_path: Path, kept_in: Path
) -> None:
    kept_in.write_text("a file where the folder should be")
    with pytest.raises(BackupFailed, match="No backup could be made"):
        make_backup(store, files, kept_in, NOW)
    assert last_backup(store) is None


def test_a_copy_that_is_not_whole_is_no_backup(
    store: Store, office: Office, files: Path, kept_in: Path
) -> None:
    make_backup(store, files, kept_in, NOW)
    with store.writing() as connection:
        connection.execute(update(counter).values(position=77))
    with pytest.raises(BackupFailed, match="position 77"):
        make_backup(store, files, kept_in, NOW + timedelta(days=1))
    assert last_backup(store) == NOW
    assert len(backups_in(kept_in)) == 1
    assert not list(kept_in.glob("*.part*"))


def test_the_store_remembers_its_last_good_backup(store: Store, files: Path, kept_in: Path) -> None:
    assert last_backup(store) is None
    made = make_backup(store, files, kept_in, NOW)
    assert last_backup(store) == NOW
    assert digest_path(made.path).read_text().endswith(f"  {made.path.name}\n")


def test_seven_nights_are_kept_and_files_as_long_as_one_of_them_knows_them(
    store: Store, office: Office, files: Path, kept_in: Path
) -> None:
    ticket_id = office.open(office.ewa)
    gone = _attach(office, files, ticket_id)
    stays = _attach(office, files, ticket_id)
    for night in range(BACKUPS_KEPT + 2):
        back_up(store, files, kept_in, NOW + timedelta(days=night))
        if night == 0:
            with store.writing() as connection:
                connection.execute(text("DELETE FROM files WHERE id = :id"), {"id": gone})
            (files / gone[-2:] / gone).unlink()
        expected = {stays} if night >= BACKUPS_KEPT else {gone, stays}
        assert {path.name for path in (kept_in / "files").glob("*/*")} == expected
    assert len(backups_in(kept_in)) == BACKUPS_KEPT
    assert len(list(kept_in.glob("*.sha256"))) == BACKUPS_KEPT
    assert backups_in(kept_in)[-1].name.startswith("itdesk-20261125T")


def test_attached_files_that_are_on_disk_no_more_are_named(
    store: Store, office: Office, files: Path, kept_in: Path
) -> None:
    id = _attach(office, files, office.open(office.ewa))
    assert lost_files(store, files) == []
    (files / id[-2:] / id).write_bytes(CONTENT[:-1])
    assert lost_files(store, files) == [id]
    made = make_backup(store, files, kept_in, NOW)
    assert (made.files, made.lost) == (0, 1)


def test_a_contradiction_in_the_store_is_found(store: Store, office: Office) -> None:
    office.open(office.ewa)
    assert wrong_in(store) == []
    with store.writing() as connection:
        connection.execute(text("DELETE FROM events"))
        connection.execute(update(counter).values(number=1))
    assert len(wrong_in(store)) == 2


def test_a_backup_of_an_older_program_is_brought_to_this_schema(
    sqlite: SqliteDatabases, files: Path, kept_in: Path, place: Place
) -> None:
    url = sqlite.empty()
    older = open_store(url)
    older.migrate(STEPS[-2])
    with older.writing() as connection:
        words = "INSERT INTO people (id, login, name, role, position) VALUES ('a', 'ewa', 'Ewa', 'admin', 0)"
        connection.execute(text(words))
    made = make_backup(older, files, kept_in, NOW)
    older.close()
    assert place.restore(made.path).people == 1
    restored = place.open()
    restored.check_schema()
    with restored.reading() as connection:
        assert connection.scalar(select(people.c.login)) == "ewa"
    sqlite.drop(url)
