"""Who of IT has which ticket before her, as far as this node was told within the last half minute."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from itdesk.domain.ids import PersonId
from itdesk.domain.presence import Doing
from itdesk.protocol.messages import PresenceNews

PRESENT_S = 30.0


@dataclass(frozen=True)
class Present:
    """Where somebody is. `seers` may know of it; None: everybody in IT."""

    news: PresenceNews
    seers: frozenset[PersonId] | None = None

    @property
    def person_id(self) -> PersonId:
        """Who."""
        return PersonId(self.news.person_id)

    def is_seen_by(self, person_id: PersonId) -> bool:
        """Tell whether this colleague may know of it."""
        return self.seers is None or person_id in self.seers


class PresenceBoard:
    """One place for each person, the last that she told; kept in memory, on the event loop alone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._places: dict[PersonId, tuple[Present, float]] = {}

    def take(self, present: Present) -> None:
        """Note where somebody is, for half a minute."""
        if present.news.ticket_id is None:
            self._places.pop(present.person_id, None)
        else:
            self._places[present.person_id] = (present, self._clock() + PRESENT_S)

    def everybody(self) -> tuple[Present, ...]:
        """Return who is somewhere."""
        return tuple(present for present, _ in self._places.values())

    def expire(self) -> tuple[Present, ...]:
        """Forget whose half minute is over; return them as being nowhere."""
        now = self._clock()
        over = [id for id, (_, until) in self._places.items() if until <= now]
        for id in over:
            del self._places[id]
        return tuple(Present(nowhere(id)) for id in over)


def nowhere(person_id: PersonId) -> PresenceNews:
    """Return that somebody has nothing before her."""
    return PresenceNews(person_id=person_id, ticket_id=None, doing=Doing.READING)
