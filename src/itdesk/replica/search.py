"""The words under which a ticket is found, and questions in words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from itdesk.domain.people import Person
from itdesk.domain.ticket import Ticket, number_text
from itdesk.domain.tokeniser import tokens

NUMBER = re.compile(r"(?:it ?)?(\d{1,15})")


def words_of(ticket: Ticket, texts: Iterable[str], people: Iterable[Person]) -> str:
    """Return everything under which the ticket is found, as the index keeps it."""
    parts = [ticket.title, ticket.description, ticket.standing.note, *texts]
    parts += [attachment.name for attachment in ticket.attachments]
    parts += [f"{person.name} {person.login}" for person in people]
    if ticket.number is not None:
        parts.append(number_text(ticket.number, ticket.id))
    return " ".join(
        dict.fromkeys(token for part in parts for run in part.split() for token in _words_in(run))
    )


def match_of(words: str) -> str | None:
    """Return the index's question for tickets with all of these words, the last one perhaps unfinished.

    `None` when there is no word in it.
    """
    found = [plain(token) for token in tokens(words)]
    if not found:
        return None
    return " AND ".join(f'"{token}"' for token in found) + "*"


def number_in(words: str) -> int | None:
    """Return the ticket number if these words are one: `1042`, `IT-1042`, `it 1042`."""
    found = NUMBER.fullmatch(" ".join(tokens(words)))
    return int(found.group(1)) if found else None


@lru_cache(maxsize=4096)
def _words_in(run: str) -> tuple[str, ...]:
    """Return the index's words in a run of text without blanks: the same few thousand make up most text."""
    return tuple(plain(token) for token in tokens(run))


def plain(token: str) -> str:
    """Return the token in ASCII alone: SQLite's tokenisers cut at letters that they do not know."""
    if token.isascii():
        return token
    return "".join(letter if letter.isascii() else f"u{ord(letter):06x}" for letter in token)
