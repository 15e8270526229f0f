"""Recognises what follows a telling word: “password: …”, “hasło to …”, “API_KEY=…”."""

import re
from collections.abc import Iterator

from itdesk.domain.redaction.mark import MARK_CHARACTER, Span

# Long words tell wherever they stand in a name (DB_PASSWORD, passwordHash), short ones only by themselves or
# as one part of it (api_key, accessKeyId): a keyboard is no key.
PART_BEGINS = r"(?:(?<![^\W_])|(?<=[a-z0-9])(?=[A-Z]))"
PART_ENDS = r"(?:(?=[A-Z][a-z])|(?![^\W\d_]))"
PASSWORD = (
    r"(?i:password|passwd|passphrase|has[łl](?:o|a|em)(?![^\W\d_]))"
    rf"|{PART_BEGINS}(?i:pin|puk|pwd|pass|bank){PART_ENDS}"
)
TOKEN = (
    rf"(?i:secret(?!ar)|token|credential|api[_-]?key)|{PART_BEGINS}(?i:key){PART_ENDS}"
    r"|(?<![A-Za-z0-9])(?:AWS|AZURE)_"
)
BLANKS = r"[ \t\u00a0]{0,16}+"
SEPARATOR = rf"{BLANKS}(?:=>|:=|={{1,3}}|:){BLANKS}"
VALUE = (
    r"""(?:"(?P<double>[^"\n]++)"|'(?P<single>[^'\n]++)'|„(?P<polish>[^„”"\n]++)[”"]"""
    r"""|`(?P<tick>[^`\n]++)`|(?P<bare>\S++))"""
)
QUOTED = ("double", "single", "polish", "tick")
IN_URL = r"://[^\s\"'<>]*+"  # has its own rules
NAMED = re.compile(
    rf"{IN_URL}|(?:(?P<password>{PASSWORD})|(?P<token>{TOKEN}))\w{{0,40}}+[\"'\]]?{SEPARATOR}{VALUE}"
)
OPTION = re.compile(
    rf"(?<!\S)--[\w-]{{0,30}}?(?:(?P<password>{PASSWORD})|(?P<token>{TOKEN}))[\w-]{{0,20}}+ (?!-){VALUE}"
)
SAID = re.compile(
    rf"{IN_URL}|(?P<password>{PASSWORD})"
    rf"(?:(?: [\w-]{{1,30}}+){{1,4}}+{SEPARATOR}|(?: (?:to|brzmi|jest|is|was))? ){VALUE}"
)
SENTENCE_ENDS = ".,;:)]}>\"'”»"
EMPTY = {"", "none", "null", "nil", "true", "false", "brak", "undefined"}
COVERED = frozenset(MARK_CHARACTER + "*•●…-_ ")
NO_PASSWORD = re.compile(r"[0-9]+-[^\W\d]+|[0-9]{1,4}(?:[.:/-][0-9]{1,4})+")
"""“6-digit”, a date or a time."""


def passwords(text: str) -> Iterator[Span]:
    """Return where passwords stand that a word announces."""
    yield from _named("password", text)
    for found in SAID.finditer(text):
        if found["password"] and (span := _value(found)) and _looks_secret(text[slice(*span)]):
            yield span


def tokens(text: str) -> Iterator[Span]:
    """Return where tokens and keys stand that a word announces."""
    yield from _named("token", text)


def is_secret_name(name: str) -> bool:
    """Tell whether the value of a parameter with this name should not be seen."""
    return re.search(f"{PASSWORD}|{TOKEN}", name) is not None


def _named(kind: str, text: str) -> Iterator[Span]:
    for pattern in (NAMED, OPTION):
        for found in pattern.finditer(text):
            if found[kind] and (span := _value(found)):
                yield span


def _value(found: re.Match[str]) -> Span | None:
    """Return where the value stands: without quotation marks, or without what ends a sentence."""
    for name in QUOTED:
        if found[name] is not None:
            return found.span(name) if _says_something(found[name]) else None
    bare = found["bare"]
    value = bare.lstrip("\"'„`(").rstrip(SENTENCE_ENDS)
    start = found.start("bare") + bare.find(value)
    return (start, start + len(value)) if _says_something(value) else None


def _says_something(value: str) -> bool:
    return value.strip().casefold() not in EMPTY and not COVERED.issuperset(value)


def _looks_secret(value: str) -> bool:
    """Tell a password from the next word of a sentence: it has digits, and is no date or count."""
    return len(value) >= 4 and re.search(r"\d", value) is not None and not NO_PASSWORD.fullmatch(value)
