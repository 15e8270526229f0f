"""Which promise counts for a ticket: policies and calendars, ready to be reckoned with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from itdesk.domain.documents import Calendar
from itdesk.domain.documents.policy import Length, Policy, Targets, Unit
from itdesk.domain.ids import CalendarId
from itdesk.domain.opening_hours import OpenTime
from itdesk.domain.priority import Priority
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason
from itdesk.domain.ticket import Ticket


@dataclass(frozen=True, kw_only=True, eq=False)
class Terms:
    """What is promised for one priority under one policy; the same promise is the same object."""

    policy: Policy
    priority: Priority
    calendar_id: CalendarId
    time: OpenTime
    lengths: Mapping[Target, timedelta]
    """How long each may take, within the opening hours; what is not promised is left out."""

    def pauses(self, reason: PendingReason | None) -> bool:
        """Tell whether waiting for this stops the clocks."""
        return reason in self.policy.pauses


class Promises:
    """All that is promised. A policy whose calendar is missing or tells no hours promises nothing."""

    def __init__(self, calendars: Iterable[Calendar] = (), policies: Iterable[Policy] = ()) -> None:
        self._times = {one.id: OpenTime(one) for one in calendars}
        self._policies = sorted(policies, key=lambda policy: (not policy.categories, policy.id))
        self._terms = {
            (policy.id, targets.priority): terms
            for policy in self._policies
            for targets in policy.targets
            if (terms := self._made(policy, targets)) is not None
        }

    def __bool__(self) -> bool:
        return bool(self._terms)

    def terms(self, ticket: Ticket) -> Terms | None:
        """Return what is promised for a ticket as it is now; `None`: nothing."""
        policy = next((one for one in self._policies if _is_for(one, ticket)), None)
        return None if policy is None else self._terms.get((policy.id, ticket.priority))

    def _made(self, policy: Policy, targets: Targets) -> Terms | None:
        calendar_id = targets.calendar_id or policy.calendar_id
        time = self._times.get(calendar_id)
        if time is None or not time.is_told:
            return None
        promised = ((target, targets.length(target)) for target in Target)
        lengths = {target: _duration(length, time) for target, length in promised if length is not None}
        return Terms(
            policy=policy,
            priority=targets.priority,
            calendar_id=calendar_id,
            time=time,
            lengths=lengths,
        )


def _is_for(policy: Policy, ticket: Ticket) -> bool:
    is_late_enough = policy.since is None or ticket.created_at >= policy.since
    return is_late_enough and (not policy.categories or ticket.category in policy.categories)


def _duration(length: Length, time: OpenTime) -> timedelta:
    unit = time.day_length if length.unit is Unit.DAYS else timedelta(minutes=1)
    return length.count * unit
