"""What must hold of a policy: `domain.sla.policy_rules` says it."""

from collections.abc import Iterator

from itdesk.domain.document_rules.pieces import Reference, check_named
from itdesk.domain.documents.policy import Policy
from itdesk.domain.refusals import Code, refuse
from itdesk.domain.sla.policy_rules import BadPolicy, check_policy


def check_promises(policy: Policy) -> None:
    """Raise Refused for the first thing that is wrong."""
    check_named(policy.name, "name")
    try:
        check_policy(policy)
    except BadPolicy as error:
        raise refuse(Code.BAD_DOCUMENT, yours=str(error)) from None


def named_by_policy(policy: Policy) -> Iterator[Reference]:
    """Yield what must exist."""
    others = (targets.calendar_id for targets in policy.targets)
    for id in (policy.calendar_id, *others):
        if id is not None:
            yield Reference("calendar", id)
