"""Rows of docs/bad-input.md that only a running server can show, on both databases."""

import json
import socket
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from itdesk.domain.changes import Change, CommentAdded
from itdesk.domain.ids import ChangeId, TicketId, new_id
from itdesk.domain.limits import FILE_BYTES
from itdesk.domain.relations import TicketsMerged
from itdesk.protocol.messages import SyncResponse
from tests.contract.postgresql_server import postgresql_server
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import Answer, ServerProcess, Visitor, change, report, sync_body
from tests.e2e.server.test_uploads import attach, attached, put

HEAD = "POST /v1/sync HTTP/1.1\r\nHost: x\r\n"
PAGES = {
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "XML": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "packed": b"PK\x03\x04" + bytes(64),
    "both a picture and a script": b"GIF89a/*" + bytes(16) + b"*/=1;alert(1)",
}


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    folder = tmp_path_factory.mktemp("rows")
    if request.param == "sqlite":
        yield from _served(folder, "")
        return
    with postgresql_server() as address:
        yield from _served(folder, address.render_as_string(hide_password=False))


def _served(folder: Path, database: str) -> Iterator[ServerProcess]:
    add_people(folder, database or None)
    process = ServerProcess(folder, database)
    yield process
    assert process.stop() == 0


@pytest.fixture(scope="module")
def anna(server: ServerProcess) -> Iterator[Visitor]:
    visitor = Visitor(server.url).sign_in("anna", PASSWORD)
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def lea(server: ServerProcess) -> Iterator[Visitor]:
    visitor = Visitor(server.url).sign_in("lea", PASSWORD)
    yield visitor
    visitor.close()


def states(answer: SyncResponse) -> list[str]:
    """Return how each change was judged: its state, or the code of its refusal."""
    return [one.refusal.code if one.refusal else one.state for one in answer.results]


@pytest.mark.parametrize(
    "head",
    [
        f"{HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        f"{HEAD}Content-Length: 5\r\nContent-Length: 7\r\n\r\n12345",
        f"{HEAD}Content-Length: -1\r\n\r\n",
        f"{HEAD}X-Name: a\rb\r\n\r\n",
        f"{HEAD}X-Long: {'x' * 70_000}\r\n\r\n",
    ],
    ids=[
        "length and chunks",
        "two lengths",
        "a negative length",
        "a line end in a header",
        "70 kB of header",
    ],
)
def test_a_lying_or_endless_head_ends_the_connection(server: ServerProcess, head: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        raw.sendall(head.encode())
        said = b""
        while piece := raw.recv(4096):
            said += piece
    assert int(said.split()[1]) in (400, 431)
    assert b"Traceback" not in said


@pytest.mark.parametrize(
    "made_at",
    ["10000-01-01T00:00:00Z", "0000-00-00T00:00:00Z", "2026-02-30T00:00:00Z", "2026-02-03T00:00:00", "soon"],
)
def test_a_day_that_is_none_is_named(anna: Visitor, made_at: str) -> None:
    answer = exchanged(anna, report(), made_at=made_at)
    assert (answer.status, answer.code) == (422, "bad_shape")
    assert "made_at" in answer.json["detail"]


def exchanged(visitor: Visitor, wish: Change, **fields: object) -> Answer:
    body = json.loads(sync_body(wish))
    body["changes"][0] |= fields
    return visitor.ask("POST", "/v1/sync", body)


def test_a_change_id_that_is_none_is_named(anna: Visitor) -> None:
    answer = exchanged(anna, report(), id="../x")
    assert (answer.status, answer.code) == (422, "bad_shape")
    assert "id" in answer.json["detail"]


def test_an_id_used_again_for_something_else_is_refused(anna: Visitor) -> None:
    first = report("The first")
    assert states(anna.sync(first)) == ["accepted"]
    again = replace(report("Another"), id=first.id)
    assert states(anna.sync(again)) == ["other_content"]


def test_too_many_changes_are_refused_together_and_a_bad_one_alone(anna: Visitor) -> None:
    many = anna.ask("POST", "/v1/sync", sync_body(*(report(f"{n}") for n in range(101))))
    assert (many.status, many.code) == (422, "bad_shape")
    assert "100" in many.json["detail"]
    assert states(anna.sync(report(), report("  "), report())) == ["accepted", "text_empty", "accepted"]


def test_a_comment_on_what_is_not_there_waits_for_nothing(anna: Visitor) -> None:
    assert states(anna.sync(change(CommentAdded(body="Hello?")))) == ["not_found"]
    later = report()
    too_early = change(CommentAdded(body="Hello?"), later.ticket_id)
    assert states(anna.sync(too_early, later)) == ["not_found", "accepted"]
    orphan = replace(report(), after=(ChangeId(new_id()),))
    assert states(anna.sync(orphan)) != ["accepted"]


def test_a_ticket_is_never_tied_to_itself(anna: Visitor, lea: Visitor) -> None:
    first, second = report(), report()
    assert states(anna.sync(first, second)) == ["accepted", "accepted"]
    assert states(lea.sync(_merge(first.ticket_id, first.ticket_id))) == ["cycle"]
    assert states(lea.sync(_merge(first.ticket_id, second.ticket_id))) == ["accepted"]
    assert states(lea.sync(_merge(second.ticket_id, first.ticket_id))) != ["accepted"]


def _merge(ticket_id: TicketId, into: TicketId) -> Change:
    return change(TicketsMerged(into=into), ticket_id, seen=99)


@pytest.mark.parametrize(
    ("claimed", "code"), [(0, "file_empty"), (FILE_BYTES + 1, "file_too_large")], ids=["none", "too many"]
)
def test_a_file_of_no_or_too_many_bytes_is_refused_with_the_limit(
    anna: Visitor, claimed: int, code: str
) -> None:
    opened = report()
    file = replace(attached(b"abc"), bytes=claimed)
    answer = anna.sync(opened, replace(change(file, opened.ticket_id), after=(opened.id,)))
    assert states(answer) == ["accepted", code]
    refusal = answer.results[1].refusal
    assert refusal is not None
    assert "zrzut ekranu.png" in str(refusal)


@pytest.mark.parametrize("content", PAGES.values(), ids=PAGES)
def test_whatever_a_file_is_it_stays_a_download(anna: Visitor, content: bytes) -> None:
    address = attach(anna, attached(content, "page.svg"))
    assert put(anna, address, content).status == 204
    fetched = anna.ask("GET", address)
    assert fetched.body == content
    assert fetched.headers["content-type"] in ("application/octet-stream", "application/zip", "image/gif")
    assert fetched.headers["content-disposition"].startswith("attachment;")
    assert fetched.headers["x-content-type-options"] == "nosniff"
    assert fetched.headers["content-security-policy"] == "sandbox; default-src 'none'"


SIGNS = [
    "AND",
    "a*b(",
    "NEAR(",
    "x OR",
    "^",
    "*",
    "-foo",
    "'",
    "foo &",
    "|",
    "!",
    "<->",
    "(((",
    "[a-z]+",
    "%",
]


@pytest.mark.parametrize(
    "query", [*SIGNS, "_", "\\", "(a+)+$", "col:x", "a AND", "\N{FULLWIDTH LEFT PARENTHESIS}"]
)
def test_signs_of_other_languages_are_words_or_told(anna: Visitor, query: str) -> None:
    answer = anna.ask("GET", f"/v1/search?q={quote(query)}")
    assert answer.status in (200, 422)
    if answer.status == 422:
        assert answer.code.startswith("query_")


@pytest.mark.parametrize(
    ("query", "code", "limit"),
    [('"open', "query_quote_not_closed", "quot"), ("a" * 10_000, "query_too_long", "500")],
)
def test_what_cannot_be_searched_is_told_with_its_limit(
    anna: Visitor, query: str, code: str, limit: str
) -> None:
    answer = anna.ask("GET", f"/v1/search?q={quote(query)}")
    assert (answer.status, answer.code) == (422, code)
    assert limit in answer.json["detail"]


def test_too_many_words_are_told_with_the_limit(anna: Visitor) -> None:
    answer = anna.ask("GET", f"/v1/search?q={quote(' '.join(f'w{n}' for n in range(90)))}")
    assert (answer.status, answer.code) == (422, "query_too_many_terms")
    assert "24" in answer.json["detail"]


@pytest.mark.parametrize("sign", ["%", "_", "\\", ".*"])
def test_no_sign_stands_for_other_letters(anna: Visitor, sign: str) -> None:
    anna.sync(report("Zzyzx printer"))
    assert found(anna, f"zz{sign}zx") == []


@pytest.mark.parametrize(
    ("title", "query"),
    [
        ("Straße gesperrt", "strasse"),
        ("Łącze ZAŻÓŁĆ", "lacze zazolc"),
        ("e\u0301cole ferme\u0301e", "ecole fermée"),
        ("ＡＢＣ１２３ full width", "abc123"),
        ("Нет сети", "нет"),
        ("网络 断开", "网络"),
    ],
)
def test_writing_of_the_world_is_found(anna: Visitor, title: str, query: str) -> None:
    assert states(anna.sync(report(title))) == ["accepted"]
    assert title in found(anna, query)


def found(visitor: Visitor, query: str) -> Sequence[str]:
    answer = visitor.ask("GET", f"/v1/search?q={quote(query)}")
    assert answer.status == 200, answer.body
    return [ticket["title"] for ticket in answer.json["tickets"]]
