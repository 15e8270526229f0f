"""Whatever a server answers, the replica is not emptied, nothing that waits is lost, and nothing hangs.

Each answer travels over real HTTP.
"""

import gzip
import json
import time
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from itdesk.domain.changes import CommentAdded, TicketOpened
from itdesk.domain.ids import FileId, new_id
from itdesk.domain.listing import Question
from itdesk.domain.people import Person
from itdesk.services import reading
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.files import attachment
from itdesk.services.report import NewFile, Report, report_problem
from itdesk.services.standing import refused_changes, standing
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer
from tests.unit.connection.local_server import Exchange, LocalServer, Reply
from tests.unit.sync.evil_server import TOKEN, Twist, lying, problem, web_page

HELD = 30
Answer = dict[str, Any]


@pytest.fixture
def filled(desk: Desk, connection: FakeConnection, server: FakeServer) -> Desk:
    """A desk with many tickets here, and one report that is not sent yet."""
    server.page_size = 100
    for number in range(HELD):
        report_problem(desk, Report(title=f"Held {number}"))
    exchange_now(desk, connection, wait_s=60)
    report_problem(desk, Report(title="Waiting"))
    assert len(titles(desk)) == HELD + 1
    return desk


def titles(desk: Desk) -> list[str]:
    return [row.title for row in reading.tickets(desk, Question(), limit=1000)]


def told(desk: Desk, server: FakeServer, anna: Person, twist: Twist, *, wait_s: float = 20) -> str:
    """Exchange with a liar; return in which words it was told, nothing when all seemed well."""
    with lying(server, anna.id, twist) as connection:
        try:
            exchange_now(desk, connection, wait_s=wait_s)
        except WorldFailed as error:
            return str(error)
    return ""


def is_whole(desk: Desk) -> bool:
    """Tell whether all that was here is here, and what waited waits or is sent."""
    return len(titles(desk)) == HELD + 1 and "Waiting" in titles(desk)


def heals(desk: Desk, server: FakeServer, connection: FakeConnection) -> bool:
    """Tell whether an honest answer makes everything good again."""
    exchange_now(desk, connection, wait_s=60)
    return standing(desk).pending == 0 and server.count_titles("Waiting") == 1 and is_whole(desk)


def always(reply: Reply) -> Twist:
    return lambda _, __: reply


def bytes_of(body: bytes, **headers: str) -> Twist:
    return always(lambda it: it.answer(200, body, **({"Content_Type": "application/json"} | headers)))


def changed(**values: object) -> Twist:
    return lambda _, honest: honest | values


def entry_changed(change: Callable[[Answer], None]) -> Twist:
    """Answer with one ticket that is known here, changed."""

    def twist(exchange: Exchange, honest: Answer) -> Answer:
        answer = deepcopy(honest) | {"entries": [deepcopy(entry_of(honest))], "more": False}
        change(answer["entries"][0])
        return answer

    return twist


def entry_of(honest: Answer) -> Answer:
    """Return a ticket as the server words it, out of its answer to a first exchange."""
    found: Answer = next(one for one in honest["entries"] if one.get("type") == "ticket")
    return found


TRUNCATED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{"
BOMB = gzip.compress(b" " * 80_000_000, 1)
UNREADABLE: dict[str, Twist] = {
    "a web page": always(web_page(200)),
    "another type": bytes_of(b"{}", Content_Type="text/plain"),
    "no type": always(lambda it: it.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")),
    "nothing": bytes_of(b""),
    "no JSON": bytes_of(b"<html>"),
    "half of it": bytes_of(b'{"cursor": "a", "entries": ['),
    "no message": bytes_of(b"[]"),
    "too deep": bytes_of(b"[" * 100_000),
    "not UTF-8": bytes_of(b'{"cursor": "\xff"}'),
    "a bomb": bytes_of(BOMB, Content_Encoding="gzip"),
    "no gzip": bytes_of(b"{}", Content_Encoding="gzip"),
    "cut off": always(lambda it: it.send(TRUNCATED)),
    "not HTTP": always(lambda it: it.send(b"SSH-2.0-OpenSSH_9.2\r\n")),
    "closed": always(lambda _: None),
    "sent on": always(lambda it: it.answer(302, b"", Location="http://127.0.0.1:1/v1/sync")),
    "sent on for good": always(lambda it: it.answer(308, b"", Location="/v1/sync")),
    "no content": always(lambda it: it.answer(204, b"")),
    "for somebody else": changed(me="0" * 32),
    "for nobody": changed(me=""),
    "a number for a cursor": changed(cursor=7),
    "an endless cursor": changed(cursor="x" * 2_001),
    "an unknown kind of entry": changed(entries=[{"type": "planted", "id": "x"}]),
    "everything anew for nobody": changed(reset=True, entries=[], people=[], more=False),
    "more of nothing": lambda exchange, honest: honest | {"entries": [], "more": True, **_same(exchange)},
    "a lost ticket without an id": changed(entries=[{"type": "left", "ticket_id": "../../etc"}]),
}


def _same(exchange: Exchange) -> Answer:
    return {"cursor": json.loads(exchange.body).get("cursor", "")}


@pytest.mark.parametrize("twist", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_answer_is_told_and_takes_nothing(
    filled: Desk, server: FakeServer, anna: Person, connection: FakeConnection, twist: Twist
) -> None:
    assert told(filled, server, anna, twist).count("\n") == 0
    assert not standing(filled).online
    assert is_whole(filled)
    assert heals(filled, server, connection)


ODD: dict[str, Callable[[Answer], None]] = {
    "a path for an id": lambda entry: entry["ticket"].update(id="../../../etc/passwd"),
    "events of another ticket": lambda entry: entry["ticket"].update(id=new_id()),
    "a negative position": lambda entry: entry.update(position=-1),
    "a position beyond all": lambda entry: entry.update(position=2**64),
    "a negative count": lambda entry: entry.update(visible_events=-5),
    "words for a version": lambda entry: entry["ticket"].update(version="newest"),
    "a path for a file": lambda entry: entry["ticket"].update(
        attachments=[
            {"id": "../sign-out", "name": "../../x", "bytes": 1, "sha256": "0" * 64, "audience": "staff"}
        ]
    ),
}


@pytest.mark.parametrize("change", ODD.values(), ids=ODD)
def test_an_odd_ticket_is_not_taken(
    seat: Callable[[Person], Desk],
    desk: Desk,
    anna: Person,
    connection: FakeConnection,
    change: Callable[[Answer], None],
) -> None:
    """It is the first thing that another computer of hers hears."""
    report_problem(desk, Report(title="Printer"))
    exchange_now(desk, connection, wait_s=30)
    other = seat(anna)
    assert "not as an itdesk server" in told(other, connection.fake, anna, entry_changed(change))
    assert titles(other) == []
    exchange_now(other, connection, wait_s=30)
    assert titles(other) == ["Printer"]


def all_gone(honest: Answer, server: FakeServer, **values: object) -> Answer:
    left = [{"type": "left", "ticket_id": id} for id in server.memory.histories]
    return honest | {"entries": left, "more": False, **values}


def test_most_tickets_do_not_vanish_on_one_word(
    filled: Desk, server: FakeServer, anna: Person, connection: FakeConnection
) -> None:
    said = told(filled, server, anna, lambda _, honest: all_gone(honest, server))
    assert f"{HELD} of {HELD} tickets are gone" in said
    assert is_whole(filled)
    assert heals(filled, server, connection)


def test_nor_page_by_page(filled: Desk, server: FakeServer, anna: Person) -> None:
    pages = iter(range(0, HELD, 10))

    def twist(exchange: Exchange, honest: Answer) -> Answer:
        at = next(pages, 0)
        some = all_gone(honest, server)["entries"][at : at + 10]
        return honest | {"entries": some, "more": True, "cursor": honest["cursor"] + " " * (at + 1)}

    assert "are gone at once" in told(filled, server, anna, twist)
    assert len(titles(filled)) > HELD - 20


def test_nor_by_a_snapshot_of_nothing(
    filled: Desk, server: FakeServer, anna: Person, connection: FakeConnection
) -> None:
    nothing = changed(reset=True, entries=[], more=False)
    assert f"{HELD} of {HELD} tickets are gone" in told(filled, server, anna, nothing)
    assert is_whole(filled)
    assert heals(filled, server, connection)


def test_what_the_server_says_twice_is_believed_and_what_waits_stays(
    filled: Desk, server: FakeServer, anna: Person
) -> None:
    """Whoever lost sight of most tickets must not keep them: the second time everything is told anew."""
    empty = deepcopy(server.memory.histories)
    server.memory.histories.clear()
    left = [{"type": "left", "ticket_id": id} for id in empty]
    gone = changed(entries=left, results=[], more=False)
    assert "are gone at once" in told(filled, server, anna, gone)
    assert told(filled, server, anna, changed(results=[])) == ""
    assert "Waiting" in titles(filled)
    assert not any(title.startswith("Held") for title in titles(filled))


def test_an_old_answer_that_is_played_again_turns_nothing_back(
    desk: Desk, server: FakeServer, anna: Person, connection: FakeConnection
) -> None:
    kept: list[Answer] = []

    def keep(exchange: Exchange, honest: Answer) -> None:
        kept.append(honest)

    saved = report_problem(desk, Report(title="Printer"))
    told(desk, server, anna, keep)
    old = next(one for one in kept if any(entry["type"] == "ticket" for entry in one["entries"]))
    reply(desk, saved.ticket_id, "It smokes.")
    exchange_now(desk, connection, wait_s=30)
    told(desk, server, anna, lambda *_: deepcopy(old) | {"more": False, "snapshot": False})
    page = reading.ticket_page(desk, saved.ticket_id)
    assert page is not None
    kinds = [type(moment.event.payload) for moment in page.moments]
    assert kinds == [TicketOpened, CommentAdded]


def test_endless_pages_end(
    filled: Desk, server: FakeServer, anna: Person, connection: FakeConnection
) -> None:
    asked: list[int] = []

    def twist(exchange: Exchange, honest: Answer) -> Answer:
        asked.append(1)
        return honest | {"entries": [], "more": True, "cursor": honest["cursor"].strip() + " " * len(asked)}

    before = time.monotonic()
    told(filled, server, anna, twist, wait_s=1)
    assert time.monotonic() - before < 30
    assert len(asked) > 1
    assert is_whole(filled)


def test_answers_about_what_nobody_sent_are_passed_over(
    filled: Desk, server: FakeServer, anna: Person, connection: FakeConnection
) -> None:
    foreign = [{"id": new_id(), "state": "refused", "refusal": {"code": "forbidden"}}] * 3
    told(filled, server, anna, changed(results=foreign))
    assert refused_changes(filled) == ()
    assert standing(filled).pending == 1
    assert heals(filled, server, connection)


def test_a_file_of_other_bytes_is_not_kept(
    desk: Desk, seat: Callable[[Person], Desk], server: FakeServer, anna: Person, connection: FakeConnection
) -> None:
    report_problem(desk, Report(title="Screen", files=(NewFile("a.png", b"true bytes", True),)))
    exchange_now(desk, connection, wait_s=30)
    other = seat(anna)
    exchange_now(other, connection, wait_s=30)
    [file] = server.memory.files.values()
    [file_id] = server.memory.files
    true, file.content = file.content, bytearray(b"other byte")
    for content in (b"other byte", b"true bytes and more", b""):
        file.content = bytearray(content)
        with (
            lying(server, anna.id, lambda *_: None) as wire,
            pytest.raises(WorldFailed, match="other bytes"),
        ):
            attachment(other, wire, FileId(file_id))
    file.content = true
    assert attachment(other, connection, FileId(file_id)) == b"true bytes"


def test_the_token_follows_no_redirect_to_another_host(
    filled: Desk, server: FakeServer, anna: Person
) -> None:
    def nobody(exchange: Exchange) -> None:
        raise AssertionError("somebody followed")

    with LocalServer(nobody) as thief:
        elsewhere = f"http://localhost:{thief.port}/v1/sync"
        said = told(filled, server, anna, always(lambda it: it.answer(307, b"", Location=elsewhere)))
        assert thief.requests == []
    assert "sends on to" in said
    assert TOKEN not in said


REFUSING = (400, 401, 403, 404, 405, 408, 409, 410, 412, 413, 415, 421, 422, 425, 426, 429, 431)
FAILING = (500, 501, 502, 503, 504)


@pytest.mark.parametrize("status", REFUSING + FAILING)
@pytest.mark.parametrize("kind", [problem, web_page], ids=["problem", "web page"])
def test_no_status_is_evidence_of_anything_but_itself(
    desk: Desk,
    anna: Person,
    connection: FakeConnection,
    status: int,
    kind: Callable[[int], Reply],
) -> None:
    report_problem(desk, Report(title="Held"))
    exchange_now(desk, connection, wait_s=30)
    report_problem(desk, Report(title="Waiting"))
    assert told(desk, connection.fake, anna, always(kind(status))) != ""
    assert sorted(titles(desk)) == ["Held", "Waiting"]
    assert standing(desk).pending == 1
    assert standing(desk).sign_in_needed == (status == 401 and kind is problem)
    exchange_now(desk, connection, wait_s=30)
    assert connection.fake.count_titles("Waiting") == 1
