"""Who of IT has which ticket before her: told to the server, heard from its live stream, kept nowhere."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from itdesk.connection.connection import Connection
from itdesk.connection.errors import ExchangeFailed
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.presence import Doing, Presence
from itdesk.protocol.messages import PresenceNews, PresenceReport
from itdesk.protocol.parsing import BadMessage, encode, parse
from itdesk.replica import contents
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed

logger = logging.getLogger(__name__)

DEADLINE_S = 5.0
NEWS_BYTES = 4096
MOST = 10_000
"""A server that names more people than a company has is not believed."""


@dataclass(frozen=True)
class Companion:
    """A colleague who has a ticket before her, too."""

    name: str
    doing: Doing


def tell_presence(connection: Connection, ticket_id: TicketId | None, doing: Doing) -> None:
    """Tell the server what is before me. Raises WorldFailed."""
    body = encode(PresenceReport(ticket_id=ticket_id, doing=doing))
    try:
        connection.request(
            "POST", "/v1/presence", body=body, deadline_s=DEADLINE_S, expect=None, max_bytes=NEWS_BYTES
        )
    except ExchangeFailed as error:
        raise WorldFailed(error.sentence) from error


def companions(desk: Desk, presences: Iterable[Presence]) -> dict[TicketId, tuple[Companion, ...]]:
    """Return who else is at which ticket, who writes first, by name. Raises WorldFailed."""
    elsewhere = [one for one in presences if one.person_id != desk.account.person_id]
    names = _names(desk) if elsewhere else {}
    found: dict[TicketId, list[Companion]] = {}
    for one in elsewhere:
        if one.ticket_id is not None and one.person_id in names:
            found.setdefault(one.ticket_id, []).append(Companion(names[one.person_id], one.doing))
    return {id: tuple(sorted(people, key=_busiest_first)) for id, people in found.items()}


def _names(desk: Desk) -> Mapping[PersonId, str]:
    return {person.id: person.name or person.login for person in contents.people(desk.replica)}


def _busiest_first(companion: Companion) -> tuple[bool, str]:
    return companion.doing is not Doing.WRITING, companion.name.casefold()


class Companions:
    """Everybody's place, from what the live stream says of one after the other. For one thread."""

    def __init__(self) -> None:
        self._places: dict[PersonId, Presence] = {}

    def hear(self, data: str) -> tuple[Presence, ...]:
        """Take one piece of news; return everybody who is somewhere. What cannot be read changes nothing."""
        try:
            news = parse(data.encode(), PresenceNews, limit=NEWS_BYTES)
        except BadMessage as error:
            logger.warning("the server said where somebody is, in a way that cannot be read: %s", error)
            return self._everybody()
        self._take(_presence(news))
        return self._everybody()

    def forget(self) -> tuple[Presence, ...]:
        """Nobody is known to be anywhere: the stream is over."""
        self._places.clear()
        return ()

    def _take(self, presence: Presence) -> None:
        if presence.ticket_id is None:
            self._places.pop(presence.person_id, None)
        elif len(self._places) < MOST:
            self._places[presence.person_id] = presence

    def _everybody(self) -> tuple[Presence, ...]:
        return tuple(self._places.values())


def _presence(news: PresenceNews) -> Presence:
    ticket_id = None if news.ticket_id is None else TicketId(news.ticket_id)
    return Presence(person_id=PersonId(news.person_id), ticket_id=ticket_id, doing=news.doing)
