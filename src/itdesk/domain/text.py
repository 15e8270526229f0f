"""What text may be stored. Both databases and every screen can hold what passes here."""

from itdesk.domain.refusals import Code, refuse

SURROGATES = range(0xD800, 0xE000)


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
    if any(ord(character) in SURROGATES for character in text):
        raise refuse(Code.TEXT_INVALID_UNICODE, field=field)
    return text
