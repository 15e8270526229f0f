"""Opaque tokens: 256 random bits for the client, a keyed hash for the store."""

import secrets
from datetime import datetime, timedelta
from hashlib import blake2b

TOKEN_BYTES = 32
LONGEST = 100
PURPOSE = b"itdesk-token"
"""Keeps these hashes apart from everything else that is made with the store's secret."""

SESSION_PURPOSE = b"itdesk-session"
"""Keeps a sign-in's public id apart from everything else that is hashed."""

IDLE_END = timedelta(days=60)
"""A token that was not used for so long stands for nobody any more."""

MARK = "itd_"
"""Begins every token, so that scanners for leaked secrets can know one."""


def new_token() -> str:
    """Return a fresh token. The store never keeps it."""
    return MARK + secrets.token_urlsafe(TOKEN_BYTES)


def digest_of(token: str, secret: bytes) -> str:
    """Return what the store keeps of a token: 64 hexadecimal digits, useless without `secret`.

    Fast on purpose: a token is random, so there is nothing to guess, and it is looked up at every request.
    """
    return blake2b(token.encode("utf-8", "replace"), key=secret, person=PURPOSE, digest_size=32).hexdigest()


def session_id_of(digest: str) -> str:
    """Return the public id of the sign-in whose token has this digest: 32 hexadecimal digits.

    It names the sign-in in lists and addresses, and tells nothing of the digest or the token.
    """
    return blake2b(digest.encode(), person=SESSION_PURPOSE, digest_size=16).hexdigest()


def idle_since(now: datetime) -> datetime:
    """Return the moment since which a token must have been used to be valid now."""
    return now - IDLE_END


def looks_like_token(text: str) -> bool:
    """Tell whether it is worth asking the store about `text`."""
    return text.startswith(MARK) and len(text) <= LONGEST and text.isascii()
