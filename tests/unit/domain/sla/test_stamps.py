"""Warnings and breaches: what is told, when, and by whom. Each once."""

from datetime import timedelta

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    SlaBreached,
    SlaWarned,
)
from itdesk.domain.people import SYSTEM_ACTOR, Actor
from itdesk.domain.priority import Priority
from itdesk.domain.refusals import Refused
from itdesk.domain.sla.due import due_of, stamps
from tests.unit.domain.histories import LEAD, REQUESTER, TECHNICIAN
from tests.unit.domain.sla.told import (
    CRITICAL,
    FIRST,
    OFFICE,
    P3,
    REPLY,
    SOLVED,
    Told,
    taken,
    warsaw,
)


def test_warnings_at_50_and_80_percent_then_the_breach_each_once() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 09:10", TECHNICIAN, REPLY)
    for at, percent in [("2026-11-24 13:00", 50), ("2026-11-24 15:24", 80), ("2026-11-24 17:00", 100)]:
        assert due_of(told.clocks()).turns_at == warsaw(at)
        early = warsaw(at) - timedelta(microseconds=1)
        assert not list(stamps(told.clocks(), early))
        (said,) = stamps(told.clocks(), warsaw(at))
        told.then(at, SYSTEM_ACTOR, said)
        assert not list(stamps(told.clocks(), warsaw(at))), "once"
        assert (said.target, said.due_at) == (SOLVED, warsaw("2026-11-24 17:00"))
        assert isinstance(said, SlaBreached) or said.percent == percent
    assert due_of(told.clocks()).turns_at is None
    assert due_of(told.clocks()).at == warsaw("2026-11-24 17:00"), "it is overdue since"
    assert {said.audience for said in told.history[-3:]} == {Audience.STAFF}
    assert told.ticket is not None
    assert told.ticket.updated_at == warsaw("2026-11-24 09:10"), "nobody did anything to it meanwhile"


def test_of_several_that_were_missed_the_last_is_told() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 09:10", TECHNICIAN, REPLY)
    assert [type(one) for one in stamps(told.clocks(), warsaw("2026-11-26 09:00"))] == [SlaBreached]
    (warning,) = stamps(told.clocks(), warsaw("2026-11-24 16:00"))
    assert isinstance(warning, SlaWarned)
    assert (warning.percent, warning.priority, warning.calendar_id) == (80, Priority.MODERATE, OFFICE.id)


def test_a_warning_says_what_its_receiver_needs_to_know() -> None:
    told = Told("2026-11-24 09:00", P3).then("2026-11-24 09:05", TECHNICIAN, CRITICAL)
    said = list(stamps(told.clocks(), warsaw("2026-11-24 11:00")))
    assert [(one.target, one.priority) for one in said] == [
        (FIRST, Priority.CRITICAL),
        (SOLVED, Priority.CRITICAL),
    ]


@pytest.mark.parametrize("actor", [REQUESTER, TECHNICIAN, LEAD])
def test_only_the_server_says_so(actor: Actor) -> None:
    told = Told("2026-11-24 09:00", P3)
    for payload in stamps(told.clocks(), warsaw("2026-12-24 09:00")):
        with pytest.raises(Refused):
            told.then("2026-11-24 10:00", actor, payload)


def test_what_is_due_says_since_when_it_is_counted_and_when_it_turns_scarce() -> None:
    told = taken("2026-11-24 09:00")
    due = due_of(told.clocks())
    assert (due.target, due.begun_at) == (FIRST, warsaw("2026-11-24 09:00"))
    assert (due.scarce_at, due.at) == (warsaw("2026-11-24 09:48"), warsaw("2026-11-24 10:00"))
    told.then("2026-11-24 09:10", TECHNICIAN, REPLY)
    due = due_of(told.clocks())
    assert (due.target, due.scarce_at) == (SOLVED, warsaw("2026-11-24 15:24"))
