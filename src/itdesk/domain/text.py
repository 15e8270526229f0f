"""What text may be stored. Both databases and every screen can hold what passes here."""

from itdesk.domain.refusals import Code, refuse


def check_text(text: str, field: str, limit: int, *, required: bool = False) -> str:
    """Return `text` unchanged.

    Raises Refused when it is empty though required, longer than `limit` characters, or holds a NUL
    or a lone surrogate (PostgreSQL stores neither).
    """
    if required and not text.strip():
        raise refuse(Code.TEXT_EMPTY, field=field)
    if len(text) > limit:
        raise refuse(Code.TEXT_TOO_LONG, field=field, limit=str(limit))
    if "\0" in text:
        raise refuse(Code.TEXT_HAS_NUL, field=field)
    if _has_half_a_pair(text):
        raise refuse(Code.TEXT_INVALID_UNICODE, field=field)
    return text


def _has_half_a_pair(text: str) -> bool:
    """Tell whether a lone surrogate is in the text: the only thing that UTF-8 cannot say."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
