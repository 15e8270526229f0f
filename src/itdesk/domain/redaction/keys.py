"""Recognises keys and tokens by their own form."""

import re
from collections.abc import Iterator

from itdesk.domain.redaction.mark import Span

KEY_BEGINS = re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
KEY_ENDS = re.compile(r"-----END [A-Z0-9 ]{0,60}-----")
JWT = re.compile(r"(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+(?:\.[A-Za-z0-9_-]++){1,4}+")
ISSUED = (
    "gh[pousr]_[A-Za-z0-9]{30,}+|github_pat_[A-Za-z0-9_]{22,}+|glpat-[A-Za-z0-9_-]{20,}+"
    "|xox[abeoprs]-[A-Za-z0-9-]{10,}+|[rs]k_(?:live|test)_[A-Za-z0-9]{16,}+"
    "|(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])|AIza[A-Za-z0-9_-]{35}"
)
TOKEN = re.compile(
    rf"(?<![A-Za-z0-9_-])(?:{ISSUED})"
    r"|(?i:\b(?:bearer|basic))[ ]{1,4}(?P<said>(?=[A-Za-z._~+/-]{0,200}[0-9=])[A-Za-z0-9._~+/-]{8,}+=*+)"
)


def private_keys(text: str) -> Iterator[Span]:
    """Return where private keys stand, first and last line included; one whose end is missing goes on."""
    begin = KEY_BEGINS.search(text)
    while begin:
        end = KEY_ENDS.search(text, begin.end())
        yield begin.start(), end.end() if end else len(text)
        begin = KEY_BEGINS.search(text, end.end()) if end else None


def web_tokens(text: str) -> Iterator[Span]:
    """Return where JSON web tokens stand, those too whose end was cut off."""
    for found in JWT.finditer(text):
        yield found.span()


def access_tokens(text: str) -> Iterator[Span]:
    """Return where access tokens stand that their issuers made easy to know, and those of HTTP headers."""
    for found in TOKEN.finditer(text):
        yield found.span("said") if found["said"] else found.span()
