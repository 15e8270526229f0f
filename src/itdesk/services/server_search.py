"""Asking the server what this computer's copy may not hold: a search, and a ticket to read."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from itdesk.connection.connection import Connection
from itdesk.connection.errors import NotItdesk
from itdesk.domain.ids import TicketId
from itdesk.domain.status import Status
from itdesk.protocol.messages import MAX_ANSWER_BYTES
from itdesk.protocol.parsing import BadMessage, parse
from itdesk.replica import contents
from itdesk.services.desk import Desk
from itdesk.services.failures import network_told_plainly

Answered = TypeVar("Answered")

LIMIT = 100
DEADLINE_S = 30.0


class ServerHit(Struct, frozen=True, kw_only=True):
    """A ticket that the server found. `requester` is a login, `number` reads `IT-1042`."""

    id: TicketId
    number: str
    title: str
    status: Status
    requester: str
    created_at: datetime


class _Page(Struct, frozen=True, kw_only=True):
    tickets: list[ServerHit]
    count: int | None = None


class _Entry(Struct, frozen=True, kw_only=True):
    actor: str
    at: datetime
    payload: msgspec.Raw


class _Details(Struct, frozen=True, kw_only=True):
    ticket: ServerHit
    description: str
    timeline: list[_Entry]


@dataclass(frozen=True, kw_only=True)
class ServerHits:
    """The newest 100 tickets, how many there are (1000: more than 999), and which of them are here, too."""

    hits: tuple[ServerHit, ...]
    count: int
    held: frozenset[TicketId]


@dataclass(frozen=True)
class Said:
    """Words on a ticket that is read on the server. `author` is a login."""

    author: str
    at: datetime
    words: str


@dataclass(frozen=True)
class ServerTicket:
    """A ticket as the server tells it, with what was said on it, oldest first."""

    ticket: ServerHit
    said: tuple[Said, ...]


class _Words(Struct):
    body: str = ""
    note: str = ""


def search_server(desk: Desk, connection: Connection, text: str) -> ServerHits:
    """Return what the server finds, in the query language. Raises WorldFailed."""
    asked = urlencode({"q": text, "limit": LIMIT, "count": "true"})
    with network_told_plainly():
        page = _asked(connection, f"/v1/search?{asked}", _Page)
    ids = [hit.id for hit in page.tickets]
    held = contents.shown_tickets(desk.replica, ids)
    return ServerHits(hits=tuple(page.tickets), count=page.count or len(ids), held=frozenset(held))


def read_on_server(connection: Connection, number: str) -> ServerTicket:
    """Return a ticket by its number. Raises WorldFailed."""
    with network_told_plainly():
        details = _asked(connection, f"/v1/tickets/{number}", _Details)
    first = Said(details.ticket.requester, details.ticket.created_at, details.description)
    said = (Said(one.actor, one.at, words) for one in details.timeline if (words := _words(one)))
    return ServerTicket(details.ticket, (first, *said))


def _words(entry: _Entry) -> str:
    """Return what somebody wrote; a payload of another shape says nothing."""
    try:
        words = msgspec.json.decode(entry.payload, type=_Words)
    except msgspec.MsgspecError:
        return ""
    return words.body or words.note


def _asked(connection: Connection, path: str, expected: type[Answered]) -> Answered:
    answer = connection.request("GET", path, deadline_s=DEADLINE_S, max_bytes=MAX_ANSWER_BYTES)
    try:
        return parse(answer.body, expected, limit=MAX_ANSWER_BYTES)
    except BadMessage as error:
        raise NotItdesk(connection.server, f"its answer cannot be read ({error})") from error
