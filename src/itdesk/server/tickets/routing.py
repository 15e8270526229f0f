"""Sends a report where it belongs as soon as it is accepted, by the company's rules (domain.routing)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from itdesk.domain.changes import Change, DiagnosticsAttached, Routed, RuleHeld, TicketOpened
from itdesk.domain.documents import Effects, Rule
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.priority import Ranking
from itdesk.domain.routing.evaluate import Outcome, evaluate
from itdesk.domain.routing.situation import situation_of
from itdesk.server.store.judged import Accepted
from itdesk.server.store.ledger import Ledger
from itdesk.server.tickets.consequences import Wish


class Routing:
    """The rules at the time of one batch. What travels behind a report counts: the facts of its computer."""

    def __init__(self, ledger: Ledger, changes: Sequence[Change], _now: datetime) -> None:
        self.people: frozenset[PersonId] = frozenset()
        self._ledger = ledger
        brings_report = any(isinstance(change.payload, TicketOpened) for change in changes)
        self._rules = ledger.documents(Rule) if brings_report else []
        self._queues = ledger.queues() if self._rules else None
        self._asks_for_site = any(rule.conditions.sites for rule in self._rules)
        self._facts: dict[TicketId, str] = {
            change.ticket_id: change.payload.facts
            for change in changes
            if self._rules and isinstance(change.payload, DiagnosticsAttached)
        }

    def follow(self, done: Accepted) -> Iterable[Wish]:
        """Return what the rules say of a report that somebody has to work on; nothing when none holds."""
        ticket = done.after
        if not self._rules or done.before is not None or not ticket.status.is_open:
            return
        site = self._ledger.site_of(ticket.requester_id) if self._asks_for_site else ""
        situation = situation_of(ticket, site=site, facts=self._facts.get(ticket.id, ""))
        outcome = evaluate(self._rules, situation)
        if any(verdict.holds for verdict in outcome.verdicts):
            yield Wish(ticket.id, self._routed(outcome, ticket.ranking))

    def _routed(self, outcome: Outcome, ranking: Ranking) -> Routed:
        """A queue that was deleted meanwhile is no place to go: the rest counts all the same."""
        effects = outcome.effects
        is_there = self._queues is not None and effects.queue_id in self._queues
        return Routed(
            because=tuple(
                RuleHeld(rule_id=verdict.rule.id, name=verdict.rule.name, looks=verdict.looks)
                for verdict in outcome.verdicts
                if verdict.holds
            ),
            queue_id=effects.queue_id if is_there else None,
            ranking=ranking_after(effects, ranking),
            tags=effects.tags,
            skills=effects.skills,
        )


def ranking_after(effects: Effects, before: Ranking) -> Ranking | None:
    """Return the ranking that the effects set; `None` when they set none of it."""
    if (effects.impact, effects.urgency, effects.override) == (None, None, None):
        return None
    return Ranking(effects.impact or before.impact, effects.urgency or before.urgency, effects.override)
