"""What a report never carries: words planted all over a computer do not leave it, nor are they kept.

First the search itself is put to the test: whatever is told on purpose is found, however it is wrapped.
"""

import base64
import gzip
import json
import shutil
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itdesk.diagnostics.declarations import declarations
from tests.e2e.canaries import Canaries, escaped_in_json, picture_that_tells
from tests.e2e.traces import words_in
from tests.e2e.watched_computer import Evidence, files_of, watched

pytestmark = pytest.mark.timeout(300)  # the first of these tests waits for all the reports
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="furnishes a home folder as Linux has it")
NOT_BY_COMMANDS = {"displays"}
"""Only the desktop measures it."""
WORD = Canaries().at("somewhere")
Wrap = Callable[[bytes], bytes]


def chunked(body: bytes) -> bytes:
    """Return an HTTP answer in chunks of seven bytes."""
    pieces = (body[at : at + 7] for at in range(0, len(body), 7))
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"


def packed(pack: Wrap, name: str) -> Wrap:
    """Return what makes a compressed HTTP answer, behind another one."""

    def wrap(body: bytes) -> bytes:
        content = pack(body)
        head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {name}\r\nContent-Length: {len(content)}\r\n\r\n"
        return b"HTTP/1.1 204 No Content\r\n\r\n" + head.encode() + content

    return wrap


def bare_deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def in_picture(kind: str) -> Wrap:
    return lambda word: picture_that_tells(
        dict.fromkeys(("tEXt", "zTXt", "iTXt", "eXIf"), "-") | {kind: word.decode()}
    )


WRAPPINGS: dict[str, Wrap] = {
    "plain": lambda word: b"xx" + word + b"yy",
    "capitals": lambda word: word.upper(),
    "utf-16-le": lambda word: word.decode().encode("utf-16-le"),
    "utf-16-be": lambda word: b"\0" + word.decode().encode("utf-16-be"),
    "chunks": chunked,
    "gzip": packed(gzip.compress, "gzip"),
    "deflate": packed(zlib.compress, "deflate"),
    "bare deflate": packed(bare_deflate, "deflate"),
    "gzip in chunks": lambda word: chunked(gzip.compress(word)),
    "json": lambda word: escaped_in_json(word.decode()).encode(),
    "json in json": lambda word: json.dumps({"a": [escaped_in_json(word.decode())]}).encode(),
    "base64": lambda word: b"data:;base64," + base64.b64encode(b"x" + word),
    "base64 of the web": lambda word: base64.urlsafe_b64encode(b"\xff\xfe" + word).rstrip(b"="),
    "base64 in a run": lambda word: b"abc" + base64.b64encode(b"xy" + word),
    "percents": lambda word: b"".join(b"%%%02X" % letter for letter in word),
    "hexadecimal": lambda word: word.hex().encode(),
    "tEXt": in_picture("tEXt"),
    "zTXt": in_picture("zTXt"),
    "iTXt": in_picture("iTXt"),
    "eXIf": in_picture("eXIf"),
    "all at once": lambda word: packed(gzip.compress, "gzip")(
        json.dumps({"file": base64.b64encode(in_picture("zTXt")(word)).decode()}).encode()
    ),
}


@pytest.mark.parametrize("wrap", WRAPPINGS.values(), ids=list(WRAPPINGS))
def test_a_word_is_found_however_it_is_wrapped(wrap: Wrap) -> None:
    assert words_in(b"before " + wrap(WORD.encode()), [WORD, "kanarekbcd"]) == {WORD}
    assert words_in(wrap(b"kanarekbcdfgh"), [WORD]) == set()


@pytest.fixture(scope="module")
def evidence(staffed_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evidence]:
    """What was seen of a computer that reported everything."""
    folder = tmp_path_factory.mktemp("watched")
    store = Path(shutil.copytree(staffed_store, folder / "store"))
    with watched(folder, store) as seen:
        yield seen


def places_in(contents: list[bytes], canaries: Canaries) -> list[str]:
    """Return whose words are in there."""
    words = canaries.by_place.values()
    return canaries.places({word for content in contents for word in words_in(content, words)})


@ON_LINUX
def test_what_was_told_is_seen_on_its_way_and_where_it_is_kept(evidence: Evidence) -> None:
    told = sorted(evidence.told.by_place)
    assert len(told) == 13
    assert places_in(evidence.streams, evidence.told) == told
    assert {"the title", "the description"} <= set(places_in(files_of(evidence.data_folder), evidence.told))
    assert {"the title", "the description"} <= set(places_in(files_of(evidence.store), evidence.told))


@ON_LINUX
def test_all_that_can_be_asked_was_asked(evidence: Evidence) -> None:
    assert set(evidence.facts()) >= set(declarations()) - NOT_BY_COMMANDS
    assert evidence.has_seen_witness(), "the program with words in its arguments was looked at"


@ON_LINUX
def test_nothing_of_what_was_only_there_has_left_the_computer(evidence: Evidence) -> None:
    assert len(evidence.planted.by_place) > 25
    assert places_in(evidence.streams, evidence.planted) == []
    assert places_in(files_of(evidence.store), evidence.planted) == []


@ON_LINUX
def test_nothing_of_it_is_kept_by_the_program_either(evidence: Evidence) -> None:
    names = {path.name for path in evidence.data_folder.rglob("*")}
    assert {"history", "outbox.db", "replica.db", "logs"} <= names
    assert places_in(files_of(evidence.data_folder), evidence.planted) == []
