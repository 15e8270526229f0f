"""Trying the company's rules on a ticket, before they count or to see why they did."""

from itdesk.domain.documents import Rule
from itdesk.domain.ids import TicketId
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.routing.evaluate import Outcome, Verdict, evaluate, try_rule
from itdesk.domain.routing.situation import Situation, situation_of
from itdesk.replica import contents
from itdesk.services.desk import Desk
from itdesk.services.ticket_page import ticket_page


def try_rule_on(desk: Desk, rule: Rule, ticket_id: TicketId) -> Verdict:
    """Return whether a rule holds for a ticket, and why or why not; it need not be saved.

    Raises Refused when this person sees no such ticket, and WorldFailed.
    """
    return try_rule(rule, _situation(desk, ticket_id))


def try_rules_on(desk: Desk, ticket_id: TicketId) -> Outcome:
    """Return what all rules come to for a ticket as it is now. Raises Refused and WorldFailed."""
    return evaluate(contents.documents(desk.replica, Rule), _situation(desk, ticket_id))


def _situation(desk: Desk, ticket_id: TicketId) -> Situation:
    page = ticket_page(desk, ticket_id)
    if page is None:
        raise refuse(Code.NOT_FOUND)
    requester = page.people.get(page.ticket.requester_id)
    return situation_of(page.ticket, site=requester.site if requester else "", facts=page.facts or "")
