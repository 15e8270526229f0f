"""From a ticket's history to its clocks: piece by piece or at once, they are the same."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from itdesk.domain.answers import is_answer, is_question
from itdesk.domain.apply import apply
from itdesk.domain.changes import PrioritySet, SlaBreached, SlaWarned
from itdesk.domain.events import Event
from itdesk.domain.sla.clock import Clock, Phase, Stretch
from itdesk.domain.sla.promises import Promises, Terms
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket


def clocks_of(history: Iterable[Event], promises: Promises) -> tuple[Clock, ...]:
    """Return the clocks of a ticket with this history. Raises BrokenHistory."""
    clockwork = Clockwork(promises)
    for event in history:
        clockwork.take(event)
    return clockwork.clocks()


class Clockwork:
    """The clocks of one ticket while its history goes by. Times are the server's, from the events."""

    def __init__(self, promises: Promises) -> None:
        self._promises = promises
        self._ticket: Ticket | None = None
        self._running: dict[Target, Clock] = {}
        self._ended: list[Clock] = []

    def take(self, event: Event) -> None:
        """Take the next event. Raises BrokenHistory."""
        before, after = self._ticket, apply(self._ticket, event)
        self._ticket = after
        if before is None:
            self._begin(Target.FIRST_RESPONSE, event)
            self._begin(Target.RESOLUTION, event)
            return
        match event.payload:
            case SlaWarned(target=target, percent=percent):
                self._note(target, warned=percent)
            case SlaBreached(target=target, due_at=due_at):
                self._note(target, broken_at=due_at)
            case _:
                self._answer(before, event)
                self._turn(before, after, event)
                self._ask(before, event)

    def clocks(self) -> tuple[Clock, ...]:
        """Return the clocks so far: those that have ended, then the others."""
        return (*self._ended, *self._running.values())

    def _begin(self, target: Target, event: Event) -> None:
        self._running[target] = Clock(
            target=target, begun_by=event.id, stretches=(self._stretch(target, event.at),)
        )

    def _stretch(self, target: Target, at: datetime, used: timedelta | None = None) -> Stretch:
        """Return what holds from now on. `used` is what the clock has counted where a promise begins anew."""
        assert self._ticket is not None
        terms = self._promises.terms(self._ticket)
        phase, reason = _phase(self._ticket, terms)
        length = terms.lengths.get(target) if terms else None
        limit = length if length is None or used is None else used + length
        return Stretch(start=at, phase=phase, reason=reason, terms=terms, limit=limit)

    def _answer(self, before: Ticket, event: Event) -> None:
        if not is_answer(before, event):
            return
        for target in (Target.FIRST_RESPONSE, Target.NEXT_RESPONSE):
            clock = self._running.pop(target, None)
            if clock is not None:
                self._ended.append(replace(_stopped(clock, event.at), ended_at=event.at))

    def _ask(self, before: Ticket, event: Event) -> None:
        """Begin to wait for an answer to her first unanswered words; the first response comes before."""
        is_waiting = Target.FIRST_RESPONSE in self._running or Target.NEXT_RESPONSE in self._running
        if not is_waiting and is_question(before, event):
            self._begin(Target.NEXT_RESPONSE, event)

    def _turn(self, before: Ticket, after: Ticket, event: Event) -> None:
        """Go on under what holds now, if that is something else; what was counted stays counted."""
        kept = before.standing, before.priority, before.category
        if kept == (after.standing, after.priority, after.category):
            return
        from_now = isinstance(event.payload, PrioritySet) and event.payload.from_now
        for target, clock in self._running.items():
            self._running[target] = self._turned(clock, event.at, from_now=from_now)

    def _turned(self, clock: Clock, at: datetime, *, from_now: bool) -> Clock:
        last = clock.now
        following = self._stretch(clock.target, at, clock.elapsed(at) if from_now else None)
        if following.terms is last.terms:  # the same promise: also where it had begun anew before
            following = replace(following, limit=last.limit)
        if (following.phase, following.reason, following.terms) == (last.phase, last.reason, last.terms):
            return clock
        stopped = _stopped(clock, at)
        return replace(stopped, stretches=(*stopped.stretches, following))

    def _note(self, target: Target, *, warned: int = 0, broken_at: datetime | None = None) -> None:
        clock = self._running.get(target)
        if clock is not None:
            self._running[target] = replace(
                clock, warned=max(clock.warned, warned), broken_at=clock.broken_at or broken_at
            )


def _phase(ticket: Ticket, terms: Terms | None) -> tuple[Phase, PendingReason | None]:
    if not ticket.status.is_open:
        return Phase.SOLVED, None
    reason = ticket.standing.reason if ticket.status is Status.PENDING else None
    pauses = reason is not None and terms is not None and terms.pauses(reason)
    return (Phase.PAUSED if pauses else Phase.RUNNING), reason


def _stopped(clock: Clock, at: datetime) -> Clock:
    return replace(clock, stretches=(*clock.stretches[:-1], replace(clock.now, end=at)))
