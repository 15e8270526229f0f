"""One-time codes as text: 256 random bits behind the word for what they are good for."""

import secrets
from datetime import timedelta
from enum import StrEnum

from itdesk.server.accounts.tokens import digest_of

CODE_BYTES = 32
LONGEST = 100
GOOD_FOR = timedelta(hours=24)


class Purpose(StrEnum):
    """What a code is good for; each begins with this word, so that a window knows what to ask."""

    SET_UP = "set-up"
    INVITATION = "invitation"
    RESET = "reset"


def new_code(purpose: Purpose) -> str:
    """Return a fresh code. The store never keeps it."""
    return f"{purpose}-{secrets.token_urlsafe(CODE_BYTES)}"


def purpose_of(code: str) -> Purpose | None:
    """Return what a code says it is good for; None for what cannot be a code."""
    if len(code) > LONGEST or not code.isascii():
        return None
    return next((purpose for purpose in Purpose if code.startswith(f"{purpose}-")), None)


def code_digest(code: str, secret: bytes) -> str:
    """Return what the store keeps of a code, apart from all digests of tokens."""
    return digest_of(f"code {code}", secret)
