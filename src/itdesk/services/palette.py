"""What a few words name: tickets, people, computers, articles. From this computer alone."""

from dataclasses import dataclass
from itertools import islice

from itdesk.domain.documents import Article, Device
from itdesk.domain.listing import Order, Question, TicketRow, View
from itdesk.domain.people import Person
from itdesk.domain.query.faults import BadQuery
from itdesk.domain.query.parsing import parse
from itdesk.domain.tokeniser import tokens
from itdesk.services import reading
from itdesk.services.desk import Desk

OF_A_KIND = 5
"""So many of each kind are told at most."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found for `words`, the best of each kind first."""

    words: str
    tickets: tuple[TicketRow, ...] = ()
    people: tuple[Person, ...] = ()
    devices: tuple[Device, ...] = ()
    articles: tuple[Article, ...] = ()


def find(desk: Desk, words: str) -> Found:
    """Return what the words name, the last of them perhaps unfinished; without words what changed last.

    Raises WorldFailed.
    """
    if not tokens(words):
        return Found(words=words, tickets=reading.tickets(desk, _recent(), OF_A_KIND))
    people = (one for one in reading.people(desk) if is_named(words, one.name, one.login, one.phone))
    devices = (one for one in reading.devices(desk) if is_named(words, one.name, one.model, one.serial))
    return Found(
        words=words,
        tickets=_tickets(desk, words),
        people=tuple(islice(people, OF_A_KIND)),
        devices=tuple(islice(devices, OF_A_KIND)),
        articles=reading.articles(desk, words)[:OF_A_KIND],
    )


def is_named(words: str, *texts: str) -> bool:
    """Tell whether every word begins a word of these texts."""
    there = [word for text in texts for word in tokens(text)]
    return all(any(word.startswith(wanted) for word in there) for wanted in tokens(words))


def _recent() -> Question:
    return Question(view=View.RECENT, order=Order.CHANGED_LAST_FIRST)


def _tickets(desk: Desk, words: str) -> tuple[TicketRow, ...]:
    """Words that are no question, such as a field without a value, find no ticket."""
    try:
        query = parse(words, today=desk.now().astimezone().date(), unfinished=True)
    except BadQuery:
        return ()
    question = Question(view=View.ALL, query=query, order=Order.CHANGED_LAST_FIRST)
    return reading.tickets(desk, question, OF_A_KIND)
