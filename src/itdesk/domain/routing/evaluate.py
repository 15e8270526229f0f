"""What the rules come to for one report, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from itdesk.domain.documents.rule import Effects, Rule
from itdesk.domain.limits import TAGS
from itdesk.domain.routing.conditions import look
from itdesk.domain.routing.look import Look
from itdesk.domain.routing.situation import Situation
from itdesk.domain.worklog import tag_named


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One rule that was asked: it holds when each of its conditions does; one without conditions always."""

    rule: Rule
    looks: tuple[Look, ...]

    @property
    def holds(self) -> bool:
        """Whether the rule counts for this report."""
        return all(one.holds for one in self.looks)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What is to be done, and every rule that was asked, in order, up to one that stopped."""

    effects: Effects
    verdicts: tuple[Verdict, ...]


def try_rule(rule: Rule, at: Situation) -> Verdict:
    """Return whether a rule holds for a report, and why or why not. It need not be switched on."""
    return Verdict(rule=rule, looks=look(rule.conditions, at))


def evaluate(rules: Iterable[Rule], at: Situation) -> Outcome:
    """Ask the rules that are on, in their order, and return what they come to."""
    effects, verdicts = Effects(), list[Verdict]()
    for rule in sorted((rule for rule in rules if rule.is_on), key=attrgetter("order", "id")):
        verdict = try_rule(rule, at)
        verdicts.append(verdict)
        if verdict.holds:
            effects = _together(effects, rule.effects)
            if rule.stops:
                break
    return Outcome(effects=effects, verdicts=tuple(verdicts))


def _together(earlier: Effects, later: Effects) -> Effects:
    """Return both: what the earlier ones said stands, tags and skills add up, each once.

    Of tags there are as many as a ticket has room for.
    """
    return replace(
        earlier,
        queue_id=earlier.queue_id or later.queue_id,
        impact=earlier.impact or later.impact,
        urgency=earlier.urgency or later.urgency,
        override=earlier.override or later.override,
        tags=tuple(dict.fromkeys(map(tag_named, earlier.tags + later.tags)))[:TAGS],
        skills=tuple(dict.fromkeys(earlier.skills + later.skills)),
    )
