"""What text may be stored. Both databases and every screen can hold what passes here."""

import unicodedata

from itdesk.domain.refusals import Code, refuse


def check_text(text: str, field: str, limit: int, *, required: bool = False) -> str:
    """Return `text` unchanged.

    Raises Refused when nothing of it would be seen though it is required, when it is longer than `limit`
    characters, or holds a NUL or a lone surrogate (PostgreSQL stores neither).
    """
    if required and is_blank(text):
        raise refuse(Code.TEXT_EMPTY, field=field)
    if len(text) > limit:
        raise refuse(Code.TEXT_TOO_LONG, field=field, limit=str(limit))
    if "\0" in text:
        raise refuse(Code.TEXT_HAS_NUL, field=field)
    if _has_half_a_pair(text):
        raise refuse(Code.TEXT_INVALID_UNICODE, field=field)
    return text


def is_blank(text: str) -> bool:
    """Tell whether nothing of the text would be seen."""
    return not any(map(_is_seen, text))


def _is_seen(character: str) -> bool:
    """Tell whether a character leaves a mark: neither a blank, nor one that steers others."""
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf")


def _has_half_a_pair(text: str) -> bool:
    """Tell whether a lone surrogate is in the text: the only thing that UTF-8 cannot say."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
