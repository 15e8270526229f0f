"""Colleagues whom an employee names by login: she has no list of them, and must not get one by guessing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from itdesk.domain.changes import ParticipantAdded, Payload
from itdesk.domain.ids import PersonId
from itdesk.domain.logins import fold_login
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code, Refused, refuse
from itdesk.server.backoff import WITH_NAMES
from itdesk.server.store.sign_in_attempts import Attempts


class NotNow(Exception):
    """A change cannot be judged yet; it is to be sent again."""


def login_in(payload: Payload) -> str:
    """Return the login by which the payload names somebody, folded; "" where it names nobody so."""
    if not isinstance(payload, ParticipantAdded) or payload.person_id is not None:
        return ""
    try:
        return fold_login(payload.login)
    except Refused:  # whoever judges the change says why
        return ""


@dataclass
class Naming:
    """Who is meant by the logins of one batch. Counts those that are nobody's, by who asked."""

    people: Mapping[str, PersonId]
    """By folded login; disabled accounts are nobody's."""
    attempts: Mapping[PersonId, Attempts]
    """Who named nobody before, how often, and until when she has to wait."""
    now: datetime
    misses: Counter[PersonId] = field(default_factory=Counter)

    def resolved(self, actor: Actor, payload: Payload) -> Payload:
        """Return the payload with the person in place of her login.

        Raises Refused for a login that is nobody's, and NotNow for who has tried too many: her change waits,
        and nothing is said of the name.
        """
        login = login_in(payload)
        if not login or not isinstance(payload, ParticipantAdded):
            return payload
        if self._must_wait(actor):
            raise NotNow
        if login not in self.people:
            self.misses[actor.id] += 1
            raise refuse(Code.UNKNOWN_LOGIN, yours=payload.login)
        return replace(payload, person_id=self.people[login], login="")

    def wait_of(self, person_id: PersonId) -> timedelta:
        """Return how long this person has to wait after her misses."""
        before = self.attempts.get(person_id)
        return WITH_NAMES.wait_after((before.failures if before else 0) + self.misses[person_id])

    def _must_wait(self, actor: Actor) -> bool:
        """IT knows everybody anyway."""
        if actor.role.is_staff:
            return False
        before = self.attempts.get(actor.id)
        waits = before is not None and before.until > self.now
        return waits or bool(self.misses[actor.id] and self.wait_of(actor.id))
