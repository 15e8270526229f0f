"""Reads name and end of X.509 certificates (RFC 5280). Nothing is verified."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime

BEGIN, END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
MOST = 1000
SEQUENCE, SET, IDENTIFIER = 0x30, 0x31, 0x06
VERSION = 0xA0
UTC_TIME, GENERAL_TIME = 0x17, 0x18
BMP_TEXT = 0x1E
COMMON_NAME, ORGANISATION = bytes([0x55, 0x04, 0x03]), bytes([0x55, 0x04, 0x0A])
CENTURY_TURN = 50
TIME = re.compile(rb"(?P<year>\d\d|\d{4})(?P<rest>\d{10})Z")


@dataclass(frozen=True)
class Certificate:
    """Whose it is, and until when it holds (aware, UTC)."""

    name: str
    ends_at: datetime


class NoCertificate(Exception):
    """These bytes are none."""


def parse_pem(printed: str) -> list[Certificate]:
    """Return the certificates in a text of PEM blocks; blocks that are none are skipped."""
    found = []
    for block in printed.split(BEGIN)[1 : MOST + 1]:
        try:
            found.append(parse_der(base64.b64decode(block.partition(END)[0])))
        except (NoCertificate, binascii.Error, ValueError):
            continue
    return found


def parse_der(content: bytes) -> Certificate:
    """Return name and end of one certificate. Raises NoCertificate."""
    (_, whole), *_ = _elements(content, SEQUENCE)
    (_, body), *_ = _elements(whole, SEQUENCE)
    fields = _elements(body)
    if fields and fields[0][0] == VERSION:
        fields = fields[1:]
    if len(fields) < 5:
        raise NoCertificate
    # serial number, algorithm, issuer, validity, subject
    validity = _elements(fields[3][1])
    if len(validity) != 2:
        raise NoCertificate
    return Certificate(_name(fields[4][1]), _time(*validity[1]))


def _elements(content: bytes, first: int | None = None) -> list[tuple[int, bytes]]:
    """Return tags and contents of elements that stand side by side. Raises NoCertificate."""
    found = []
    place = 0
    while place < len(content):
        tag = content[place]
        begin, length = _length(content, place + 1)
        if begin + length > len(content):
            raise NoCertificate
        found.append((tag, content[begin : begin + length]))
        place = begin + length
    if first is not None and (not found or found[0][0] != first):
        raise NoCertificate
    return found


def _length(content: bytes, place: int) -> tuple[int, int]:
    """Return where an element's content begins and how long it is."""
    if place >= len(content):
        raise NoCertificate
    length = content[place]
    if length < 0x80:
        return place + 1, length
    size = length & 0x7F
    if not 1 <= size <= 4 or place + 1 + size > len(content):
        raise NoCertificate
    return place + 1 + size, int.from_bytes(content[place + 1 : place + 1 + size], "big")


def _name(subject: bytes) -> str:
    """Return the common name, else the organisation, "" without both."""
    names: dict[bytes, str] = {}
    for tag, parts in _elements(subject):
        for _, pair in _elements(parts) if tag == SET else ():
            fields = _elements(pair)
            if len(fields) == 2 and fields[0][0] == IDENTIFIER:
                names.setdefault(fields[0][1], _text(*fields[1]))
    return names.get(COMMON_NAME) or names.get(ORGANISATION, "")


def _text(tag: int, content: bytes) -> str:
    return content.decode("utf-16-be" if tag == BMP_TEXT else "utf-8", "replace")


def _time(tag: int, content: bytes) -> datetime:
    found = TIME.fullmatch(content)
    if found is None or tag not in {UTC_TIME, GENERAL_TIME}:
        raise NoCertificate
    year = found["year"].decode()
    if len(year) == 2:
        year = f"{'19' if int(year) >= CENTURY_TURN else '20'}{year}"
    try:
        return datetime.strptime(f"{year}{found['rest'].decode()}", "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise NoCertificate from error
