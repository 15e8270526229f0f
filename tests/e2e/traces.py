"""Looks for words in bytes, however they are wrapped: encodings, compression, JSON, base64, pictures' texts.

`words_in` unwraps as long as there is anything to unwrap: an HTTP message, its chunks, its compressed body, a
JSON text in it, base64 in that. Pixels of pictures, and all that it was not taught, it does not see.
"""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from urllib.parse import unquote_to_bytes

DEPTH = 8
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
HTTP = re.compile(
    rb"(?:[A-Z]{3,7} \S+ HTTP/1\.1|HTTP/1\.1 \d{3}[^\r\n]*)\r\n(?P<headers>(?:[^\r\n]+\r\n)*)\r\n"
)
CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})\r\n")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){8,}")
ESCAPE = re.compile(rb"\\+u([0-9a-fA-F]{4})")
PNG = b"\x89PNG\r\n\x1a\n"
PACKED_HEADS = (b"\x1f\x8b\x08", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
MOST_UNPACKED = 64 * 1024 * 1024


def words_in(content: bytes, words: Collection[str]) -> set[str]:
    """Return those of `words`, of ASCII letters, that are somewhere in `content`, whatever their case."""
    needles = {word: [word.lower().encode(encoding) for encoding in ENCODINGS] for word in words}
    found: set[str] = set()
    for view in views(content):
        lowered = view.lower()
        found |= {word for word, spellings in needles.items() if any(one in lowered for one in spellings)}
    return found


def views(content: bytes) -> Iterator[bytes]:
    """Return the bytes as they are, and all that can be unwrapped from them, each once."""
    waiting, seen = [(content, 0)], set()
    while waiting:
        view, depth = waiting.pop()
        if not view or view in seen:
            continue
        seen.add(view)
        yield view
        if depth < DEPTH:
            waiting += [(inner, depth + 1) for inner in _unwrapped(view)]


def http_bodies(stream: bytes) -> Iterator[bytes]:
    """Return the bodies of the messages in one direction of a connection, unpacked."""
    at = 0
    while message := HTTP.search(stream, at):
        lines = (line.partition(b":") for line in message["headers"].split(b"\r\n"))
        headers = {name.strip().lower(): value.strip() for name, _, value in lines}
        body, at = _body(stream, message.end(), headers)
        yield _unpacked(body) if headers.get(b"content-encoding") else body


def _body(stream: bytes, at: int, headers: dict[bytes, bytes]) -> tuple[bytes, int]:
    """Return a message's body, and where it ends."""
    if headers.get(b"transfer-encoding", b"").lower() == b"chunked":
        return _chunks(stream, at)
    length = int(headers.get(b"content-length", b"0"))
    return stream[at : at + length], at + length


def _chunks(stream: bytes, at: int) -> tuple[bytes, int]:
    body = bytearray()
    while size := CHUNK.match(stream, at):
        length = int(size[1], 16)
        body += stream[size.end() : size.end() + length]
        at = size.end() + length + 2
        if length == 0:
            break
    return bytes(body), at


def _unpacked(content: bytes) -> bytes:
    """Return what gzip, zlib or bare deflate has packed, as far as it is whole; nothing if it is neither."""
    for window in (47, -15):
        with suppress(zlib.error):
            return zlib.decompressobj(window).decompress(content, MOST_UNPACKED)
    return b""


def _unwrapped(view: bytes) -> Iterator[bytes]:
    yield from http_bodies(view)
    yield from _packed(view)
    yield from _of_pictures(view)
    yield from _of_json(view)
    yield from _of_base64(view)
    if ESCAPE.search(view):
        yield ESCAPE.sub(lambda escape: chr(int(escape[1], 16)).encode("utf-8", "replace"), view)
    if b"%" in view:
        yield unquote_to_bytes(view)
    for digits in HEX.finditer(view):
        yield bytes.fromhex(digits[0].decode())


def _packed(view: bytes) -> Iterator[bytes]:
    for head in PACKED_HEADS:
        at = view.find(head)
        while at >= 0:
            yield _unpacked(view[at:])
            at = view.find(head, at + 1)


def _of_pictures(view: bytes) -> Iterator[bytes]:
    """Return the chunks of PNG files, but for pixels; packed texts in them are unpacked as all else is."""
    at = view.find(PNG)
    while at >= 0:
        place = at + len(PNG)
        while (kind := view[place + 4 : place + 8]).isalpha():
            length = int.from_bytes(view[place : place + 4], "big")
            if kind != b"IDAT":
                yield view[place + 8 : place + 8 + length]
            place += length + 12
        at = view.find(PNG, at + 1)


def _of_json(view: bytes) -> Iterator[bytes]:
    if view[:1] in b'{["':
        with suppress(ValueError, RecursionError):
            yield "\n".join(_texts(json.loads(view))).encode("utf-8", "surrogatepass")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        if value[:1] in ("{", "["):
            with suppress(ValueError, RecursionError):
                yield from _texts(json.loads(value))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _of_base64(view: bytes) -> Iterator[bytes]:
    """Return what base64 hides, whichever alphabet, and wherever within a longer run it begins."""
    for run in BASE64.finditer(view):
        letters = run[0].rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        for begin in range(4):
            part = letters[begin:]
            part = part[: len(part) - 1] if len(part) % 4 == 1 else part
            with suppress(binascii.Error):
                yield base64.b64decode(part + b"=" * (-len(part) % 4))
