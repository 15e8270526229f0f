"""Files over real HTTP: cut, resumed, damaged, fetched, kept from others."""

import hashlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import Change, FileAttached
from itdesk.domain.ids import FileId, new_id
from itdesk.domain.limits import FILE_BYTES
from itdesk.protocol.messages import TicketEntry
from tests.e2e.server.conftest import PASSWORD, add_people
from tests.e2e.server.server_process import Answer, ServerProcess, Visitor, change, hint_from, report

OCTETS = {"Content-Type": "application/octet-stream"}
CONTENT = os.urandom(700_000)
PIECE = 200_000
"""Acknowledged by itself, as a desktop sends it."""


def attached(content: bytes = CONTENT, name: str = "zrzut ekranu.png", **details: object) -> FileAttached:
    return FileAttached(
        file_id=FileId(new_id()),
        name=name,
        bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        **details,  # type: ignore[arg-type]
    )


def attach(visitor: Visitor, file: FileAttached, opened: Change | None = None) -> str:
    """Return the address of a file that a new ticket of the visitor's names."""
    opened = opened or report()
    brought = replace(change(file, opened.ticket_id), after=(opened.id,))
    answer = visitor.sync(opened, brought)
    assert [result.state for result in answer.results] == ["accepted", "accepted"], answer.results
    return f"/v1/files/{file.file_id}"


def put(visitor: Visitor, address: str, content: bytes, offset: int = 0) -> Answer:
    return visitor.ask("PUT", address, content, OCTETS | {"Upload-Offset": str(offset)})


def offset_of(visitor: Visitor, address: str) -> int:
    answer = visitor.ask("HEAD", address)
    assert answer.status == 200
    return int(answer.headers["upload-offset"])


def test_a_file_goes_up_and_comes_down(anna: Visitor, tomek: Visitor, data_dir: Path) -> None:
    file = attached()
    address = attach(anna, file)
    answer = put(anna, address, CONTENT)
    assert (answer.status, answer.headers["upload-offset"]) == (204, str(len(CONTENT)))
    for reader in (anna, tomek):
        fetched = reader.ask("GET", address)
        assert fetched.body == CONTENT
        assert fetched.headers["content-type"] == "application/octet-stream"
        assert fetched.headers["content-disposition"] == "attachment; filename*=UTF-8''zrzut%20ekranu.png"
        assert fetched.headers["x-content-type-options"] == "nosniff"
        assert fetched.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert [path.name for path in (data_dir / "files").rglob("*") if path.name == file.file_id]


def test_an_upload_is_cut_and_resumed(server: ServerProcess, anna: Visitor) -> None:
    address = attach(anna, attached())
    with socket.create_connection(("127.0.0.1", server.port)) as raw:
        raw.sendall(_begun(address, anna))
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    ends = time.monotonic() + 20
    while (arrived := offset_of(anna, address)) < 1 and time.monotonic() < ends:
        time.sleep(0.02)
    assert 0 < arrived <= 300_000
    assert put(anna, address, CONTENT[arrived:], arrived).status == 204
    assert anna.ask("GET", address).body == CONTENT


def test_a_gap_is_answered_with_the_true_offset(anna: Visitor) -> None:
    address = attach(anna, attached())
    assert put(anna, address, CONTENT[:1000]).headers["upload-offset"] == "1000"
    for wrong in (0, 999, 1001):
        answer = put(anna, address, b"x", wrong)
        assert (answer.status, answer.code, answer.headers["upload-offset"]) == (409, "wrong_offset", "1000")


def test_damaged_bytes_are_dropped(anna: Visitor) -> None:
    address = attach(anna, attached())
    answer = put(anna, address, CONTENT[:-1] + bytes([CONTENT[-1] ^ 1]))
    assert (answer.status, answer.code) == (422, "checksum_mismatch")
    assert offset_of(anna, address) == 0
    assert put(anna, address, CONTENT).status == 204


def test_more_than_was_announced_is_refused(anna: Visitor) -> None:
    address = attach(anna, attached())
    assert put(anna, address, CONTENT + b"more").code == "too_large"
    assert put(anna, address, b"", FILE_BYTES + 1).code in ("too_large", "wrong_offset")


def test_a_technician_hears_at_once_when_it_is_whole(anna: Visitor, tomek: Visitor) -> None:
    opened = report()
    address = attach(anna, attached(), opened)
    before = read_on(tomek)
    with tomek.live() as stream:
        head = hint_from(stream)
        assert put(anna, address, CONTENT).status == 204
        assert hint_from(stream) > head
    (entry,) = tomek.sync(cursor=before).entries
    assert isinstance(entry, TicketEntry)
    assert (entry.ticket.id, entry.events) == (opened.ticket_id, [])
    assert [file.is_complete for file in entry.ticket.attachments] == [True]


def read_on(visitor: Visitor) -> str:
    """Return the cursor after everything that there is."""
    answer = visitor.sync()
    while answer.more:
        answer = visitor.sync(cursor=answer.cursor)
    return answer.cursor


def test_a_file_is_not_there_before_it_is_whole(anna: Visitor) -> None:
    address = attach(anna, attached())
    put(anna, address, CONTENT[:5])
    assert anna.ask("GET", address).code == "file_incomplete"


def _vanish(path: Path) -> None:
    path.unlink()


def _shrink(path: Path) -> None:
    path.write_bytes(CONTENT[:1000])


@pytest.mark.parametrize("damage", [_vanish, _shrink])
def test_a_file_whose_bytes_were_lost_is_a_problem(
    anna: Visitor, piotr: Visitor, data_dir: Path, damage: Callable[[Path], None]
) -> None:
    file = attached()
    address = attach(anna, file)
    assert put(anna, address, CONTENT).status == 204
    (kept,) = (data_dir / "files").rglob(file.file_id)
    damage(kept)
    answer = anna.ask("GET", address)
    assert (answer.status, answer.code) == (500, "file_lost")
    assert answer.json["detail"].count(".") == 1
    assert piotr.ask("GET", address).code == "not_found"


@pytest.mark.parametrize("offset", ["", "-1", "x", "9" * 30, "١"])
def test_a_bad_offset_is_named(anna: Visitor, offset: str) -> None:
    headers = OCTETS | {"Upload-Offset": offset.encode("utf-8").decode("latin-1")}
    assert anna.ask("PUT", f"/v1/files/{new_id()}", b"x", headers).code == "offset_required"


def test_a_file_belongs_to_its_owner_and_its_readers(anna: Visitor, piotr: Visitor, tomek: Visitor) -> None:
    address = attach(anna, attached())
    assert put(piotr, address, CONTENT).code == "not_found"
    assert put(tomek, address, CONTENT).code == "not_found"
    assert piotr.ask("HEAD", address).status == 404
    assert put(anna, address, CONTENT).status == 204
    stolen, missing = piotr.ask("GET", address), piotr.ask("GET", f"/v1/files/{new_id()}")
    assert (stolen.status, stolen.body) == (404, missing.body)


def test_the_audience_of_the_event_decides(anna: Visitor, tomek: Visitor) -> None:
    opened = report()
    anna.sync(opened)
    internal = attached(audience=Audience.STAFF)
    assert tomek.sync(change(internal, opened.ticket_id, seen=1)).results[0].state == "accepted"
    address = f"/v1/files/{internal.file_id}"
    assert put(tomek, address, CONTENT).status == 204
    assert tomek.ask("GET", address).body == CONTENT
    assert anna.ask("GET", address).code == "not_found"


HOSTILE_NAMES = ["../../x", "C:\\x", "a\r\nSet-Cookie: x=y", 'a".exe', "photo\u202egnp.exe", "ż" * 100, "CON"]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_name_stays_a_name(anna: Visitor, name: str) -> None:
    content = b"harmless"
    address = attach(anna, attached(content, name))
    assert put(anna, address, content).status == 204
    headers = anna.ask("GET", address).headers
    assert headers["content-disposition"].isascii()
    assert "set-cookie" not in headers
    quoted = headers["content-disposition"].partition("''")[2]
    assert not set(quoted) & set('"\\/\r\n; ')


def test_no_decoder_of_pictures_is_in_the_server() -> None:
    """A picture that unpacks to gigabytes hurts nobody who never unpacks it."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import itdesk.entrypoints.server, sys; print(*sorted(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(told.stdout.split())
    assert "itdesk.server.http.files" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in ("PIL", "PySide6", "cv2", "imageio")}


def test_an_upload_goes_on_after_the_server_was_killed_in_its_middle(tmp_path: Path) -> None:
    add_people(tmp_path)
    first = ServerProcess(tmp_path)
    anna = Visitor(first.url).sign_in("anna", PASSWORD)
    address = attach(anna, attached())
    assert put(anna, address, CONTENT[:PIECE]).status == 204
    with socket.create_connection(("127.0.0.1", first.port)) as raw:
        raw.sendall(_begun(address, anna, PIECE))
        wait_for_bytes(tmp_path / "files", PIECE)
        first.kill()
    second = ServerProcess(tmp_path)
    back = Visitor(second.url, anna.token)
    assert offset_of(back, address) == PIECE
    assert back.ask("GET", address).code == "file_incomplete"
    assert put(back, address, CONTENT[PIECE:], PIECE).status == 204
    assert back.ask("GET", address).body == CONTENT
    assert second.stop() == 0
    for visitor in (anna, back):
        visitor.close()


def wait_for_bytes(folder: Path, more_than: int) -> None:
    """Wait until a file there is longer."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        if any(path.is_file() and path.stat().st_size > more_than for path in folder.rglob("*")):
            return
        time.sleep(0.01)
    raise AssertionError("nothing more came to disk")


def _begun(address: str, visitor: Visitor, offset: int = 0) -> bytes:
    """Return the head of an upload and not all of what it announces."""
    head = f"PUT {address} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {visitor.token}\r\n"
    lengths = f"Upload-Offset: {offset}\r\nContent-Length: {len(CONTENT) - offset}\r\n\r\n"
    return (head + lengths).encode() + CONTENT[offset : offset + 300_000]
