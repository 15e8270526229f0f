"""What a new store promises is whole, and grows with the priority."""

from datetime import timedelta
from itertools import pairwise

from itdesk.domain.document_rules.check import named_by
from itdesk.domain.priority import Priority
from itdesk.domain.sla.promises import Promises
from itdesk.domain.sla.target import Target
from itdesk.server.starter_promises import starter_promises
from tests.unit.domain.sla.told import Told

CALENDARS, POLICIES = starter_promises()


def test_calendars_and_policy_have_names_in_both_languages() -> None:
    assert [calendar.id for calendar in CALENDARS] == ["office", "always"]
    assert [policy.id for policy in POLICIES] == ["standard"]
    names = [*(one.name for one in CALENDARS), *(one.name for one in POLICIES)]
    assert all(name.keys() == {"en", "pl"} for name in names)
    named = {one.id for policy in POLICIES for one in named_by(policy)}
    assert named <= {one.id for one in CALENDARS}


def test_every_priority_is_promised_something_and_the_urgent_ones_sooner() -> None:
    assert [targets.priority for targets in POLICIES[0].targets] == list(Priority)
    promises = Promises(CALENDARS, POLICIES)
    lengths = [promises._terms["standard", priority].lengths for priority in Priority]  # type: ignore[index]
    for target in Target:
        assert all(one[target] < other[target] for one, other in pairwise(lengths))
    assert all(one[Target.FIRST_RESPONSE] < one[Target.RESOLUTION] for one in lengths)
    assert lengths[3][Target.FIRST_RESPONSE] == timedelta(hours=8), "a day of the office"


def test_a_report_on_the_eve_of_a_long_weekend() -> None:
    """Corpus Christi 2026 is Thursday, 4 June."""
    told = Told("2026-06-03 15:00")
    assert told.due(Target.FIRST_RESPONSE, Promises(CALENDARS, POLICIES)) == "Fri 2026-06-05 15:00"
