"""Opaque tokens: 256 random bits for the client, a keyed hash for the store."""

import secrets
from hashlib import blake2b

TOKEN_BYTES = 32
LONGEST = 100
PURPOSE = b"itdesk-token"
"""Keeps these hashes apart from everything else that is made with the store's secret."""

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


def looks_like_token(text: str) -> bool:
    """Tell whether it is worth asking the store about `text`."""
    return text.startswith(MARK) and len(text) <= LONGEST and text.isascii()
