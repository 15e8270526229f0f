"""What must hold of a policy."""

from dataclasses import replace
from datetime import datetime

import pytest

from itdesk.domain.documents.policy import Length, Policy, Targets, Unit
from itdesk.domain.ids import CalendarId, PolicyId
from itdesk.domain.priority import Priority
from itdesk.domain.sla.policy_rules import BadPolicy, check_policy

CRITICAL = Targets(priority=Priority.CRITICAL, first_response=Length(30), resolution=Length(1, Unit.DAYS))
STANDARD = Policy(
    id=PolicyId("standard"), name={"en": "S"}, calendar_id=CalendarId("office"), targets=(CRITICAL,)
)


def test_a_policy_may_promise_nothing_at_all() -> None:
    assert check_policy(STANDARD) is STANDARD
    check_policy(replace(STANDARD, targets=()))


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        (replace(STANDARD, id=PolicyId("")), "id has"),
        (replace(STANDARD, name={}), "no name"),
        (replace(STANDARD, since=datetime(2026, 1, 1)), "no zone"),  # noqa: DTZ001
        (replace(STANDARD, warn_at=(0,)), "not at 0"),
        (replace(STANDARD, warn_at=(100,)), "not at 100"),
        (replace(STANDARD, warn_at=(80, 50)), "must rise"),
        (replace(STANDARD, warn_at=(50, 50)), "must rise"),
        (replace(STANDARD, warn_at=(1, 2, 3, 4, 5, 6)), "6 warnings"),
        (replace(STANDARD, targets=(CRITICAL, CRITICAL)), "P1 is there twice"),
        (replace(STANDARD, targets=(Targets(priority=Priority.LOW),)), "promises nothing for P4"),
        (
            replace(STANDARD, targets=(replace(CRITICAL, resolution=Length(0)),)),
            "resolution of P1 must be 1 to 525600 minutes, not 0",
        ),
        (
            replace(STANDARD, targets=(replace(CRITICAL, next_response=Length(1001, Unit.DAYS)),)),
            "next_response of P1 must be 1 to 1000 days, not 1001",
        ),
    ],
)
def test_what_cannot_be_is_told_in_one_sentence(policy: Policy, says: str) -> None:
    with pytest.raises(BadPolicy, match=says) as raised:
        check_policy(policy)
    assert str(raised.value).startswith(f"Policy “{policy.id}”: ")
