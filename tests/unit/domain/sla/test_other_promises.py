"""Which promise counts, and what remains when it becomes another one."""

from dataclasses import replace

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    CategoryChanged,
    Undone,
)
from itdesk.domain.documents.policy import Length, Policy, Targets, Unit
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import PolicyId
from itdesk.domain.priority import Priority
from itdesk.domain.sla.due import NOTHING_DUE, due_of
from itdesk.domain.sla.promises import Promises
from tests.unit.domain.histories import REQUESTER, TECHNICIAN
from tests.unit.domain.sla.told import (
    ALWAYS,
    ASK_HER,
    CALENDARS,
    CRITICAL,
    FIRST,
    HOUR,
    OFFICE,
    P3,
    P4,
    PLANNING,
    POLICY,
    QUESTION,
    SOLVED,
    USUAL,
    Told,
    policy,
    promises,
    warsaw,
)


def test_a_wrong_triage_counts_from_the_report() -> None:
    told = Told("2026-11-24 09:00", P3).then("2026-11-24 11:00", TECHNICIAN, CRITICAL)
    assert told.due(SOLVED) == "Tue 2026-11-24 13:00"


def test_what_has_become_more_urgent_counts_from_then_on() -> None:
    told = Told("2026-11-24 09:00", P3)
    told.then("2026-11-24 11:00", TECHNICIAN, replace(CRITICAL, from_now=True))
    clock = told.clock(SOLVED)
    assert told.due(SOLVED) == "Tue 2026-11-24 15:00"
    assert clock.elapsed(warsaw("2026-11-24 12:00")) == 3 * HOUR, "what was used up is not forgotten"
    assert clock.remaining(warsaw("2026-11-24 12:00")) == 3 * HOUR
    told.then("2026-11-24 12:00", TECHNICIAN, ASK_HER).then("2026-11-24 13:00", REQUESTER, QUESTION)
    assert told.due(SOLVED) == "Tue 2026-11-24 16:00", "and it stays so when the clock is stopped"


def test_a_priority_that_is_set_back_counts_from_the_report() -> None:
    told = Told("2026-11-24 09:00", P3)
    told.then("2026-11-24 11:00", TECHNICIAN, replace(CRITICAL, from_now=True))
    told.then("2026-11-24 11:30", TECHNICIAN, Undone(event_id=told.history[-1].id))
    assert told.due(SOLVED) == "Tue 2026-11-24 17:00"


def test_a_priority_that_is_promised_nothing_stops_being_due_and_what_was_used_up_is_kept() -> None:
    told = Told("2026-11-24 09:00", P3).then("2026-11-24 11:00", TECHNICIAN, PLANNING)
    assert due_of(told.clocks()) == NOTHING_DUE
    told.then("2026-11-24 15:00", TECHNICIAN, USUAL)
    assert told.due(SOLVED) == "Wed 2026-11-25 13:00", "two hours were used up; no more without a promise"


def test_what_is_critical_may_be_counted_around_the_clock() -> None:
    always = replace(
        policy(OFFICE).targets[0],
        calendar_id=ALWAYS.id,
        resolution=Length(6 * 60),
        priority=Priority.CRITICAL,
    )
    promised = promises(replace(POLICY, targets=(always, *POLICY.targets[1:])))
    told = Told("2026-11-27 16:00", P3).then("2026-11-27 20:00", TECHNICIAN, CRITICAL)
    assert told.due(SOLVED, promised) == "Sat 2026-11-28 01:00", "an hour by the office, five by the clock"


def test_a_policy_for_a_category_counts_before_the_one_for_all() -> None:
    network = Policy(
        id=PolicyId("network"),
        name={},
        calendar_id=OFFICE.id,
        targets=(Targets(priority=Priority.MODERATE, resolution=Length(120)),),
        categories=(Category.NETWORK_AND_ACCESS,),
    )
    both = Promises(CALENDARS, [POLICY, network])
    told = Told("2026-11-24 09:00", P3)
    assert told.due(SOLVED, both) == "Tue 2026-11-24 17:00"
    told.then("2026-11-24 09:50", TECHNICIAN, CategoryChanged(category=Category.NETWORK_AND_ACCESS))
    assert told.due(SOLVED, both) == "Tue 2026-11-24 11:00", "what was used up is kept"
    assert told.due(FIRST, both) is None


def test_nothing_is_promised_for_what_was_reported_before_the_policy() -> None:
    later = promises(replace(POLICY, since=warsaw("2026-11-24 10:00")))
    assert due_of(Told("2026-11-24 09:59", P3).clocks(later)) == NOTHING_DUE
    assert Told("2026-11-24 10:00", P3).due(SOLVED, later) is not None


def test_days_are_as_long_as_the_calendars_days() -> None:
    two_days = Targets(priority=Priority.LOW, resolution=Length(2, Unit.DAYS))
    short = replace(OFFICE, hours=hours_from("mon-thu 09:00-15:00; fri 09:00-12:00"))
    promised = promises(policy(OFFICE, two_days), (short,))
    assert Told("2026-11-26 09:00", P4).due(SOLVED, promised) == "Mon 2026-11-30 12:00"
