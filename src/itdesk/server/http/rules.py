"""Trying rules on a ticket, and what is to be followed up: for programs that integrate with the help desk."""

from datetime import datetime
from typing import Any

import msgspec
from litestar import Request, Response, get, post
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from itdesk.domain.document_rules.check import check_document
from itdesk.domain.documents import Effects, Rule
from itdesk.domain.people import Actor
from itdesk.domain.policy import Scope
from itdesk.domain.routing.evaluate import Verdict, evaluate, try_rule
from itdesk.domain.routing.look import Condition
from itdesk.domain.routing.situation import Situation, situation_of
from itdesk.domain.ticket import FollowUpReason, Ticket, number_text
from itdesk.server.http.bodies import parse_body, read_json_body
from itdesk.server.http.doors import Doors, answer
from itdesk.server.http.openapi import described
from itdesk.server.http.policies import Callers, Referent
from itdesk.server.http.problems import Failed, not_found
from itdesk.server.http.tickets import number_in
from itdesk.server.store.moment import Moment, open_moment

MOST_FOLLOW_UPS = 500
TRIAL_BYTES = 256 * 1024
FOR_LEADS = "Only who leads in IT may ask this."


class RuleTrial(Struct, frozen=True, kw_only=True):
    """A rule to be tried on a ticket. Without one, all that are in force are asked, in their order."""

    ticket: str
    rule: Rule | None = None


class LookedAt(Struct, frozen=True, kw_only=True):
    """One condition: what was wanted, and what in the report met it."""

    condition: Condition
    holds: bool
    wanted: list[str]
    found: list[str]


class RuleVerdict(Struct, frozen=True, kw_only=True):
    """Whether one rule holds for the ticket, and why."""

    rule: str
    holds: bool
    looks: list[LookedAt]


class TrialAnswer(Struct, frozen=True, kw_only=True):
    """Every rule that was asked, and what they come to."""

    verdicts: list[RuleVerdict]
    effects: Effects


class OpenFollowUp(Struct, frozen=True, kw_only=True):
    """A ticket whose requester somebody has to talk with. People are logins."""

    number: str
    title: str
    requester: str
    owner: str | None
    reason: FollowUpReason
    since: datetime


class FollowUpPage(Struct, frozen=True, kw_only=True):
    """The longest open first; at most 500."""

    follow_ups: list[OpenFollowUp]


def rule_routes(doors: Doors) -> list[HTTPRouteHandler]:
    """Return the routes for those who lead."""

    @post(
        "/v1/rules/try",
        status_code=200,
        opt=described(
            "Try routing rules on a ticket",
            asks=RuleTrial,
            answers=TrialAnswer,
            problems=(403, 404, 413, 422),
            callers=Callers.LEADS,
            refers={"ticket": Referent.SEEN_TICKET, "rule": Referent.CLIENT},
        ),
    )
    async def try_rules(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await _lead(doors, request)
        asked = parse_body(await read_json_body(request, TRIAL_BYTES), RuleTrial)
        if asked.rule is not None:
            check_document(asked.rule)
        return answer(await doors.workers.run(_tried, doors, actor, asked))

    @get(
        "/v1/follow-ups",
        opt=described(
            "List what is to be followed up", answers=FollowUpPage, problems=(403,), callers=Callers.LEADS
        ),
    )
    async def list_follow_ups(request: Request[Any, Any, Any]) -> Response[bytes]:
        actor = await _lead(doors, request)
        return answer(await doors.workers.run(_follow_ups, doors, actor))

    return [try_rules, list_follow_ups]


async def _lead(doors: Doors, request: Request[Any, Any, Any]) -> Actor:
    actor = await doors.actor_of(request)
    if not actor.role.leads:
        raise Failed(403, "not_allowed", FOR_LEADS)
    return actor


def _tried(doors: Doors, actor: Actor, asked: RuleTrial) -> TrialAnswer:
    number = number_in(asked.ticket)
    with open_moment(doors.store) as moment:
        situation = _situation(moment, moment.queues().scope(actor.id, actor.role), number)
        rules = moment.all_of(Rule) if asked.rule is None else []
    if asked.rule is not None:
        verdict = try_rule(asked.rule, situation)
        effects = asked.rule.effects if verdict.holds else Effects()
        return TrialAnswer(verdicts=[_told(verdict)], effects=effects)
    outcome = evaluate(rules, situation)
    return TrialAnswer(verdicts=[_told(one) for one in outcome.verdicts], effects=outcome.effects)


def _situation(moment: Moment, scope: Scope, number: int) -> Situation:
    """Return what rules see of the ticket. Raises Failed (404) when the asker does not see it."""
    found = [held.ticket for held in moment.tickets_below(scope, number + 1, 1)]
    if not found or found[0].number != number:
        raise not_found()
    site = next((one.site for one in moment.people({found[0].requester_id})), "")
    return situation_of(found[0], site=site, facts=_facts(moment, found[0]))


def _facts(moment: Moment, ticket: Ticket) -> str:
    """Return the facts that came with the report, "" when none did."""
    told = [one for one in moment.events([ticket.id], 0) if one.kind == "DiagnosticsAttached"]
    return str(msgspec.json.decode(told[0].payload).get("facts", "")) if told else ""


def _told(verdict: Verdict) -> RuleVerdict:
    looks = [
        LookedAt(condition=one.condition, holds=one.holds, wanted=list(one.wanted), found=list(one.found))
        for one in verdict.looks
    ]
    return RuleVerdict(rule=verdict.rule.id, holds=verdict.holds, looks=looks)


def _follow_ups(doors: Doors, actor: Actor) -> FollowUpPage:
    with open_moment(doors.store) as moment:
        scope = moment.queues().scope(actor.id, actor.role)
        found = moment.followed_up(scope, MOST_FOLLOW_UPS)
        named = {id for ticket in found for id in (ticket.requester_id, _owner(ticket)) if id}
        logins = {person.id: person.login for person in moment.people(named)}
    return FollowUpPage(follow_ups=[one for ticket in found if (one := _follow_up(ticket, logins))])


def _owner(ticket: Ticket) -> str | None:
    return ticket.follow_up.owner_id if ticket.follow_up else None


def _follow_up(ticket: Ticket, logins: dict[Any, str]) -> OpenFollowUp | None:
    follow_up = ticket.follow_up
    if follow_up is None:
        return None
    return OpenFollowUp(
        number=number_text(ticket.number, ticket.id),
        title=ticket.title,
        requester=logins.get(ticket.requester_id, ""),
        owner=logins.get(follow_up.owner_id, "") if follow_up.owner_id else None,
        reason=follow_up.reason,
        since=follow_up.since,
    )
