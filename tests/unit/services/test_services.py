"""What a person can do, beside the exchange."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Self

import pytest

from itdesk.domain import limits
from itdesk.domain.documents import Article
from itdesk.domain.ids import ArticleId, TicketId, new_id
from itdesk.domain.listing import Question
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code, Refused
from itdesk.services import reading
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk, close_desk, open_desk
from itdesk.services.drafts import draft, drop_draft, save_draft
from itdesk.services.failures import WorldFailed
from itdesk.services.files import attachment
from itdesk.services.report import NewFile, Report, file_from_path, report_problem
from itdesk.services.signing import current_account, sign_in, sign_out, token_of
from itdesk.services.standing import refused_changes, standing, text_of
from itdesk.services.synchronising import SyncThread, exchange_now
from itdesk.workstation.credential_store import MemoryStore
from itdesk.workstation.file_store import FileStore
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.sync_lock import SyncLock
from tests.fakes import FakeConnection, FakeServer, Fault

Seat = Callable[[Person], Desk]


def titles(desk: Desk) -> list[str]:
    return [row.title for row in reading.tickets(desk, Question())]


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (Report(title="  "), Code.TEXT_EMPTY),
        (Report(title="x" * 201), Code.TEXT_TOO_LONG),
        (Report(title="a\0b"), Code.TEXT_HAS_NUL),
        (Report(title="a\ud800b"), Code.TEXT_INVALID_UNICODE),
        (Report(title="a", facts="x" * (limits.FACTS_BYTES + 1)), Code.FACTS_TOO_LARGE),
        (Report(title="a", files=(NewFile("f", b""),)), Code.FILE_EMPTY),
        (Report(title="a", files=(NewFile("f", bytes(limits.FILE_BYTES + 1)),)), Code.FILE_TOO_LARGE),
        (Report(title="a", files=(NewFile("f", b"1"),) * 11), Code.TOO_MANY_FILES),
    ],
)
def test_what_cannot_be_sent_is_not_saved(desk: Desk, report: Report, code: Code) -> None:
    with pytest.raises(Refused) as refused:
        report_problem(desk, report)
    assert refused.value.refusal.code is code
    assert standing(desk).pending == 0


def test_a_file_that_is_none_is_said(tmp_path: Path) -> None:
    others = [tmp_path, Path(os.devnull), tmp_path / "broken", tmp_path / "pipe"]
    if os.name == "posix":
        others[2].symlink_to(tmp_path / "nowhere")
        os.mkfifo(others[3])
    for other in others:
        with pytest.raises(WorldFailed, match="only files"):
            file_from_path(other)
    with pytest.raises(WorldFailed):
        file_from_path(tmp_path / "missing")


def test_drafts_stay_until_the_report_is_saved(desk: Desk) -> None:
    save_draft(desk, "report", "half a sen")
    save_draft(desk, "report", "half a sentence")
    before = reading.revision(desk)
    assert draft(desk, "report") == "half a sentence"
    save_draft(desk, "report", "a sentence")
    assert reading.revision(desk) == before
    report_problem(desk, Report(title="Printer"), in_place_of_draft="report")
    assert draft(desk, "report") == ""
    assert reading.revision(desk) > before
    save_draft(desk, "reply:1", "x")
    drop_draft(desk, "reply:1")
    assert draft(desk, "reply:1") == ""


def test_somebody_elses_ticket_is_not_there(desk: Desk) -> None:
    assert reading.ticket_page(desk, TicketId(new_id())) is None
    with pytest.raises(Refused) as refused:
        reply(desk, TicketId(new_id()), "Hello")
    assert refused.value.refusal.code is Code.NOT_FOUND


def test_articles_are_found_by_unfinished_words(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    server.publish(
        Article(id=ArticleId("1" * 32), title={"en": "Mail", "pl": "Poczta"}, body={"pl": "Drukarka też"})
    )
    server.publish(Article(id=ArticleId("2" * 32), title={"pl": "Drukarka"}, body={"pl": "Włącz"}))
    server.publish(Article(id=ArticleId("3" * 32), title={"pl": "Tajne"}, body={"pl": "x"}, staff_only=True))
    exchange_now(desk, connection, wait_s=30)
    assert [one.id for one in reading.articles(desk, "druk")] == ["2" * 32, "1" * 32]
    assert [one.id for one in reading.articles(desk)] == ["1" * 32, "2" * 32]
    found = reading.article(desk, ArticleId("2" * 32))
    assert found is not None
    assert found.body == {"pl": "Włącz"}


def test_signing_in_and_out(
    tmp_path: Path, server: FakeServer, anna: Person, connection: FakeConnection
) -> None:
    data, credentials = DataFolder(tmp_path / "data"), MemoryStore()
    assert open_desk(data) is None
    with pytest.raises(WorldFailed, match="Wrong login"):
        sign_in(data, credentials, connection, "anna", "wrong")
    assert current_account(data) is None
    account = sign_in(data, credentials, connection, "anna", "right")
    assert current_account(data) == account
    assert token_of(credentials, account) == "canary-token-of-anna"
    desk = open_desk(data)
    assert desk is not None
    report_problem(desk, Report(title="Printer"))
    close_desk(desk)
    assert sign_out(data, credentials, None).kept_unsent == 1
    assert token_of(credentials, account) is None
    assert open_desk(data) is None
    assert not list(tmp_path.rglob("replica.db"))
    sign_in(data, credentials, connection, "anna", "right")
    desk = open_desk(data)
    assert desk is not None
    assert titles(desk) == ["Printer"]
    exchange_now(desk, connection, wait_s=30)
    assert server.count_titles("Printer") == 1
    close_desk(desk)
    assert sign_out(data, credentials, connection).kept_unsent == 0
    assert not list(tmp_path.rglob("outbox.db"))


def test_signing_out_counts_files_on_their_way(tmp_path: Path, connection: FakeConnection) -> None:
    data, credentials = DataFolder(tmp_path / "data"), MemoryStore()
    sign_in(data, credentials, connection, "anna", "right")
    desk = open_desk(data)
    assert desk is not None
    report_problem(desk, Report(title="Film", files=(NewFile("film.mp4", b"f" * 1000),)))
    connection.faults.extend([Fault.NONE, Fault.AWAY])
    with pytest.raises(WorldFailed):
        exchange_now(desk, connection, wait_s=30)
    assert standing(desk).pending == 0
    close_desk(desk)
    assert sign_out(data, credentials, None).kept_unsent == 1
    assert list(tmp_path.rglob("outbox.db"))


def test_who_was_signed_out_elsewhere_saves_nothing_into_the_void(
    tmp_path: Path, connection: FakeConnection
) -> None:
    """A window that is still open must not say “saved” about a file that is gone."""
    data, credentials = DataFolder(tmp_path / "data"), MemoryStore()
    sign_in(data, credentials, connection, "anna", "right")
    window = open_desk(data)
    assert window is not None
    assert titles(window) == []  # from now on it holds the files open
    sign_out(data, credentials, None)
    with pytest.raises(WorldFailed, match="signed out"):
        report_problem(window, Report(title="Printer"))
    sign_in(data, credentials, connection, "anna", "right")
    with pytest.raises(WorldFailed, match="signed out"):
        report_problem(window, Report(title="Printer"))
    close_desk(window)
    window = open_desk(data)
    assert window is not None
    report_problem(window, Report(title="Printer"))
    sign_out(data, credentials, None)
    with pytest.raises(WorldFailed, match="signed out"):
        report_problem(window, Report(title="In her name"))
    sign_in(data, credentials, connection, "anna", "right")
    report_problem(window, Report(title="Scanner"))
    assert titles(window) == ["Scanner", "Printer"]
    close_desk(window)


def test_a_sign_out_that_the_disk_stops_may_be_done_again(tmp_path: Path, connection: FakeConnection) -> None:
    data, credentials = DataFolder(tmp_path / "data"), MemoryStore()
    account = sign_in(data, credentials, connection, "anna", "right")
    desk = open_desk(data)
    assert desk is not None
    close_desk(desk)
    outbox = desk.outbox.path.rename(tmp_path / "outbox.db")
    desk.outbox.path.mkdir()
    desk.replica.path.with_name("replica-damaged-20260101T000000.db").write_text("once a replica")
    with pytest.raises(WorldFailed):
        sign_out(data, credentials, None)
    assert token_of(credentials, account) is None
    assert not list(tmp_path.rglob("replica*"))
    desk.outbox.path.rmdir()
    outbox.rename(desk.outbox.path)
    assert sign_out(data, credentials, None).kept_unsent == 0
    assert current_account(data) is None


def test_no_token_lies_in_replica_or_outbox(tmp_path: Path, connection: FakeConnection) -> None:
    data = DataFolder(tmp_path / "data")
    sign_in(data, FileStore(data), connection, "anna", "right")
    desk = open_desk(data)
    assert desk is not None
    report_problem(desk, Report(title="Printer", facts="{}"))
    exchange_now(desk, connection, wait_s=30)
    holding = [
        path.parent.name
        for path in data.root.rglob("*")
        if path.is_file() and b"canary-token" in path.read_bytes()
    ]
    close_desk(desk)
    assert holding == ["credentials"]


def test_files_of_others_are_fetched_once(
    desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person
) -> None:
    console, wire = seat(tomek), FakeConnection(server, tomek.id)
    report_problem(desk, Report(title="Printer", files=(NewFile("a.png", b"12345"),)))
    exchange_now(desk, connection, wait_s=30)
    exchange_now(console, wire, wait_s=30)
    [id] = reading.ticket_ids(console, Question())
    page = reading.ticket_page(console, id)
    assert page is not None
    [file] = page.ticket.attachments
    assert not page.files[file.id].is_here
    wire.faults.append(Fault.AWAY)
    with pytest.raises(WorldFailed):
        attachment(console, wire, file.id)
    assert attachment(console, wire, file.id) == b"12345"
    wire.faults.append(Fault.AWAY)
    assert attachment(console, wire, file.id) == b"12345"
    assert attachment(desk, connection, file.id) == b"12345"
    server.memory.files[file.id].content[:] = b"54321"
    page = reading.ticket_page(console, id)
    assert page is not None
    assert page.files[file.id].is_here


class QuietConnection(FakeConnection):
    """A connection whose live stream says nothing until it is closed."""

    def stream(self, path: str, **_: object) -> object:  # type: ignore[override]
        return QuietStream()


class QuietStream:
    """Ends when it is closed."""

    def __init__(self) -> None:
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> "QuietStream":
        return self

    def __next__(self) -> str:
        self._closed.wait()
        raise StopIteration

    def close(self) -> None:
        self._closed.set()


def test_the_thread_sends_at_once_and_tells(desk: Desk, server: FakeServer, anna: Person, seat: Seat) -> None:
    heard = threading.Semaphore(0)
    wire = QuietConnection(server, anna.id)
    thread = SyncThread(desk, lambda: wire, heard=heard.release, random=Random(1))
    thread.start()

    def until(fact: Callable[[], bool]) -> None:
        while not fact():
            assert heard.acquire(timeout=20), "nothing was heard"

    until(lambda: standing(desk).online)
    report_problem(desk, Report(title="Printer"))
    thread.wake()
    until(lambda: standing(desk).pending == 0)
    assert server.count_titles("Printer") == 1
    saved = report_problem(desk, Report(title="Written without a word to the thread"))
    until(lambda: standing(desk).pending == 0)
    assert server.ticket(saved.ticket_id).number == 1002
    wire.faults.append(Fault.SIGNED_OUT)
    thread.wake()
    until(lambda: standing(desk).sign_in_needed)
    thread.wake()
    until(lambda: standing(desk).online)
    assert thread.stop(10)


def test_waiting_for_another_process_ends_in_time(desk: Desk, connection: FakeConnection) -> None:

    report_problem(desk, Report(title="Printer"))
    with SyncLock(desk.data.sync_lock).held() as is_ours:
        assert is_ours
        done = exchange_now(desk, connection, wait_s=0.2)
    assert (done.sent, done.pending) == (0, 1)


def test_a_report_names_a_colleague_by_login_who_then_reads_along(
    desk: Desk, server: FakeServer, connection: FakeConnection
) -> None:
    jan = server.hire("jan")
    saved = report_problem(desk, Report(title="Printer", reader_login=" JAN "))
    exchange_now(desk, connection, wait_s=20)
    assert server.ticket(saved.ticket_id).participants == {jan.id}


def test_a_report_stands_where_nobody_signs_in_as_its_reader(
    desk: Desk, server: FakeServer, connection: FakeConnection
) -> None:
    saved = report_problem(desk, Report(title="Printer", reader_login="nobody"))
    exchange_now(desk, connection, wait_s=20)
    assert server.ticket(saved.ticket_id).title == "Printer"
    (refused,) = refused_changes(desk)
    assert refused.refusal.code is Code.UNKNOWN_LOGIN
    assert text_of(refused.change) == "nobody"


def test_who_reports_for_somebody_else_sends_files_that_both_see(
    desk: Desk, server: FakeServer, connection: FakeConnection
) -> None:
    jan = server.hire("jan")
    report = Report(title="Printer", requester_id=jan.id, files=(NewFile("list.pdf", b"%PDF"),))
    saved = report_problem(desk, report)
    exchange_now(desk, connection, wait_s=20)
    assert refused_changes(desk) == ()
    for person_id in (jan.id, desk.account.person_id):
        assert [one.name for one in server.visible_to(person_id)[saved.ticket_id].attachments] == ["list.pdf"]
