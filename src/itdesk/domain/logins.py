"""Logins: one account however its name is typed."""

import unicodedata

from itdesk.domain.limits import NAME_CHARS
from itdesk.domain.refusals import Refused
from itdesk.domain.text import check_text


def fold_login(login: str) -> str:
    """Return the login as it is stored and compared: without capitals, width forms or outer spaces.

    Raises Refused when it is empty, too long, or holds what no database can store.
    """
    check_text(login, "login", NAME_CHARS, required=True)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", login).strip().casefold())
    return check_text(folded, "login", NAME_CHARS, required=True)


def possible_login(text: str) -> str:
    """Return the one word that somebody may sign in by, as it was typed; "" for anything else."""
    words = text.split()
    if len(words) != 1:
        return ""
    try:
        fold_login(words[0])
    except Refused:
        return ""
    return words[0]
