"""What nobody needs is thrown away after its time; what anybody needs never is, not even while it comes."""

import hashlib
import os
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, func, insert, select

from itdesk.domain.changes import CommentAdded, FileAttached, TicketOpened
from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId, FileId, TicketId, new_id
from itdesk.domain.people import Actor
from itdesk.server.accounts.tokens import IDLE_END
from itdesk.server.jobs.tidying import (
    KEEP_ENDED_TOKENS,
    KEEP_ORPHANS,
    KEEP_REFUSALS,
    delete_files,
    forget_rows,
)
from itdesk.server.store import sign_in_attempts, tokens
from itdesk.server.store.files import Files
from itdesk.server.store.store import Store
from itdesk.server.store.tables import changes
from itdesk.server.store.tables import files as file_rows
from itdesk.server.store.tables import sign_in_attempts as attempts
from tests.contract.clock import NINE
from tests.contract.office import Office, change, refused_for

CONTENT = os.urandom(2_000)
SECOND = timedelta(seconds=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def files(store: Store, folder: Path) -> Files:
    return Files(store, folder, now=lambda: datetime.now(UTC), on_commit=lambda _: None)


def _left_behind(folder: Path, id: str, written_at: datetime) -> Path:
    path = folder / id[-2:] / id
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"left behind")
    os.utime(path, (written_at.timestamp(), written_at.timestamp()))
    return path


def _attach(office: Office, ticket_id: TicketId, id: str) -> None:
    digest = hashlib.sha256(CONTENT).hexdigest()
    file = FileAttached(file_id=FileId(id), name="a.png", bytes=len(CONTENT), sha256=digest)
    office.do(office.ewa, ticket_id, file)


def _send(files: Files, owner: Actor, id: str) -> None:
    reception = files.receive(id, owner.id, 0)
    try:
        reception.write(CONTENT)
    finally:
        files.end(reception)
    files.progress(id, owner.id)


def test_bytes_that_belong_to_nothing_are_deleted_when_they_are_old(store: Store, folder: Path) -> None:
    old, young = (_left_behind(folder, new_id(), NINE - KEEP_ORPHANS + after) for after in (-SECOND, SECOND))
    assert delete_files(store, folder, NINE) == 1
    assert (old.exists(), young.exists()) == (False, True)


def test_what_belongs_to_a_ticket_or_an_article_stays_however_old(
    office: Office, store: Store, files: Files, folder: Path
) -> None:
    ticket_id = office.open(office.ewa)
    whole, partial, pictured = new_id(), new_id(), new_id()
    for id in (whole, partial):
        _attach(office, ticket_id, id)
    _send(files, office.ewa, whole)
    body = {"en": f"See ![the plug](file:{pictured})"}
    office.documents.put(Article(id=ArticleId(new_id()), title={"en": "Plug"}, body=body))
    kept = [_left_behind(folder, id, NINE - 9 * KEEP_ORPHANS) for id in (whole, partial, pictured)]
    assert delete_files(store, folder, NINE) == 0
    assert all(path.exists() for path in kept)


def test_what_is_not_ours_is_left_alone(store: Store, folder: Path) -> None:
    assert delete_files(store, folder, NINE) == 0, "a folder that is not there yet"
    elsewhere = folder / "00" / ("f" * 32)
    named = folder / "xx" / "readme.txt"
    for path in (elsewhere, named, folder / "lost.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
        os.utime(path, (0, 0))
    assert delete_files(store, folder, NINE) == 0


@pytest.mark.parametrize("seed", range(4))
def test_no_byte_of_a_file_that_is_just_coming_is_deleted(
    office: Office, store: Store, files: Files, folder: Path, seed: int
) -> None:
    """Bytes were left behind under ids that are announced and sent again, while all is swept."""
    dice, far = random.Random(seed), datetime.now(UTC) + 9 * KEEP_ORPHANS
    ticket_id = office.open(office.ewa)
    ids = [new_id() for _ in range(30)]
    for id in ids:
        _left_behind(folder, id, NINE)
    coming, left = ids[:20], ids[20:]
    swept = 0

    def come(id: str) -> None:
        _attach(office, ticket_id, id)
        _send(files, office.ewa, id)

    def sweep(_: int) -> int:
        return delete_files(store, folder, far)

    with ThreadPoolExecutor(8) as pool:
        works = [pool.submit(come, id) for id in coming]
        sweeps = [pool.submit(sweep, n) for n in range(12)]
        dice.shuffle(works)
        for work in works:
            work.result(60)
        swept = sum(work.result(60) for work in sweeps)
    swept += sweep(0)
    for id in coming:
        assert b"".join(files.chunks(files.readable(id, office.ewa))) == CONTENT
    assert not [id for id in left if (folder / id[-2:] / id).exists()]
    assert swept >= len(left)


def test_an_announcement_that_is_just_written_is_waited_for(
    office: Office, store: Store, folder: Path
) -> None:
    """Whoever sweeps has seen no row yet, and must not delete before it is known whether one comes."""
    ticket_id, id, waits = office.open(office.ewa), new_id(), threading.Event()
    path = _left_behind(folder, id, NINE - 9 * KEEP_ORPHANS)
    row: dict[str, object] = {
        "id": id,
        "owner_id": office.ewa.id,
        "ticket_id": ticket_id,
        "change_id": new_id(),
        "name": "a",
    }
    row |= {"bytes": 1, "sha256": "0" * 64, "audience": "participants"}

    def note(*heard: object) -> None:
        if str(heard[2]).startswith(("LOCK TABLE", "BEGIN IMMEDIATE")):
            waits.set()

    with ThreadPoolExecutor(1) as pool:
        with store.writing() as connection:
            connection.execute(insert(file_rows).values(row))
            event.listen(store.engine, "before_cursor_execute", note)
            swept = pool.submit(delete_files, store, folder, NINE)
            swept.add_done_callback(lambda _: waits.set())
            assert waits.wait(60)
        assert swept.result(60) == 0
    event.remove(store.engine, "before_cursor_execute", note)
    assert path.exists()


def test_refusals_are_forgotten_and_what_was_accepted_never(office: Office, store: Store) -> None:
    ticket_id = office.open(office.ewa)
    accepted, refused = change(ticket_id, CommentAdded(body="Yes")), change(ticket_id, CommentAdded(body=" "))
    assert office.ask(office.ewa, accepted).state == "accepted"
    assert refused_for(office.ask(office.ewa, refused)) == "text_empty"
    now = datetime.now(UTC)
    assert forget_rows(store, now + KEEP_REFUSALS - timedelta(minutes=5)) == 0
    assert forget_rows(store, now + 9 * KEEP_REFUSALS) == 1
    with store.reading() as connection:
        assert set(connection.scalars(select(changes.c.state))) == {"accepted"}
    resent = office.ask(office.ewa, accepted)
    assert resent.state == "accepted"
    assert refused_for(office.ask(office.ewa, refused)) == "text_empty", "judged anew"
    assert len(office.reader(office.tom).read().events[ticket_id]) == 2


def test_tokens_that_ended_long_ago_are_forgotten_and_others_never(office: Office, store: Store) -> None:
    with store.writing() as connection:
        for digest in ("ended", "valid"):
            tokens.insert_token(connection, digest, office.ewa.id, "pc", NINE - timedelta(days=3000))
            tokens.note_use(connection, digest, NINE)
        tokens.revoke(connection, "ended", NINE)
    assert forget_rows(store, NINE + KEEP_ENDED_TOKENS) == 0
    assert forget_rows(store, NINE + KEEP_ENDED_TOKENS + SECOND) == 1
    with store.reading() as connection:
        assert tokens.valid_among(connection, ["ended", "valid"], NINE - SECOND) == {"valid"}


def test_tokens_that_were_not_used_for_long_are_forgotten(office: Office, store: Store) -> None:
    with store.writing() as connection:
        tokens.insert_token(connection, "unused", office.ewa.id, "pc", NINE)
    over = NINE + IDLE_END + KEEP_ENDED_TOKENS
    assert forget_rows(store, over) == 0
    assert forget_rows(store, over + SECOND) == 1


def test_wrong_passwords_are_forgotten_without_anybody_signing_in(store: Store) -> None:
    with store.writing() as connection:
        sign_in_attempts.count_attempt(connection, "key", NINE)
    forget_rows(store, NINE + timedelta(days=1))
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(attempts)) == 0


def test_a_change_that_leans_on_a_forgotten_refusal_waits(office: Office, store: Store) -> None:
    """Its author is asked to send both again: then both are judged, in order."""
    report = change(TicketId(new_id()), TicketOpened(title=" "))
    comment = change(TicketId(report.ticket_id), CommentAdded(body="more"), after=[report.id])
    office.ask(office.ewa, report)
    forget_rows(store, datetime.now(UTC) + 2 * KEEP_REFUSALS)
    assert office.ask(office.ewa, comment).state == "again"
    results = office.desk.submit(office.ewa, [report, comment])
    assert [refused_for(result) for result in results] == ["text_empty", "depends_on_refused"]
