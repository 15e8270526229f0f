"""What is a response, and what waits for one. Office hours are 9 to 17 by Warsaw's wall."""

import pytest

from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    FixConfirmed,
    StatusChanged,
)
from itdesk.domain.documents.policy import Length, Targets
from itdesk.domain.people import SYSTEM_ACTOR
from itdesk.domain.priority import Priority
from itdesk.domain.sla.due import due_of
from tests.unit.domain.histories import COLLEAGUE, LEAD, REQUESTER, TECHNICIAN
from tests.unit.domain.sla.told import (
    ASK_HER,
    FIRST,
    FOR_VENDOR,
    HOUR,
    NEXT,
    NOTE,
    OFFICE,
    P3,
    QUESTION,
    REPLY,
    SOLVE,
    Told,
    policy,
    promises,
    taken,
    warsaw,
)


def test_only_public_words_of_a_technician_are_a_response() -> None:
    told = Told("2026-11-24 09:00", P3)
    told.then("2026-11-24 09:10", SYSTEM_ACTOR, CommentAdded(body="We have received your report."))
    told.then("2026-11-24 09:20", TECHNICIAN, NOTE)
    told.then("2026-11-24 09:25", TECHNICIAN, Assigned(to=TECHNICIAN.id))
    told.then("2026-11-24 09:30", REQUESTER, QUESTION)
    told.then("2026-11-24 09:40", TECHNICIAN, FOR_VENDOR)
    assert told.clock(FIRST).ended_at is None
    assert told.ticket is not None
    assert told.ticket.first_response_at is None
    told.then("2026-11-24 09:50", TECHNICIAN, REPLY)
    assert told.clock(FIRST).ended_at == warsaw("2026-11-24 09:50") == told.ticket.first_response_at


@pytest.mark.parametrize("said", [ASK_HER, SOLVE])
def test_what_she_reads_with_a_change_of_status_is_a_response_too(said: StatusChanged) -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 09:30", TECHNICIAN, said)
    assert told.clock(FIRST).ended_at == warsaw("2026-11-24 09:30")


def test_a_technician_does_not_answer_herself() -> None:
    told = Told("2026-11-24 09:00", P3, by=TECHNICIAN).then("2026-11-24 09:30", TECHNICIAN, REPLY)
    assert told.clock(FIRST).ended_at is None
    told.then("2026-11-24 09:40", LEAD, REPLY)
    assert told.clock(FIRST).ended_at is not None


def test_the_first_response_is_not_overtaken_by_a_shorter_next_response() -> None:
    short = Targets(priority=Priority.MODERATE, first_response=Length(240), next_response=Length(15))
    promised = promises(policy(OFFICE, short))
    told = Told("2026-11-24 09:00", P3).then("2026-11-24 09:30", REQUESTER, QUESTION)
    due = due_of(told.clocks(promised))
    assert (due.target, due.at) == (FIRST, warsaw("2026-11-24 13:00"))
    told.then("2026-11-24 10:00", TECHNICIAN, REPLY)
    assert due_of(told.clocks(promised)).target is None, "what she asked before is answered with it"


def test_the_next_response_counts_from_her_first_unanswered_words() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 09:10", TECHNICIAN, REPLY)
    told.then("2026-11-24 10:00", REQUESTER, QUESTION).then("2026-11-24 12:00", REQUESTER, QUESTION)
    assert told.due(NEXT) == "Tue 2026-11-24 14:00", "asking twice does not put the answer off"
    told.then("2026-11-24 13:00", TECHNICIAN, NOTE)
    assert told.clock(NEXT).ended_at is None
    told.then("2026-11-24 13:30", TECHNICIAN, REPLY).then("2026-11-24 15:00", REQUESTER, QUESTION)
    assert told.due(NEXT) == "Wed 2026-11-25 11:00"
    assert [clock.target for clock in told.clocks()].count(NEXT) == 2


def test_a_participant_asks_as_well_and_another_technician_answers() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 09:10", TECHNICIAN, REPLY)
    told.then("2026-11-24 10:00", COLLEAGUE, QUESTION).then("2026-11-24 10:30", LEAD, REPLY)
    assert told.clock(NEXT).elapsed(warsaw("2026-11-25 12:00")) == HOUR / 2


def test_what_does_not_work_waits_for_an_answer() -> None:
    told = taken("2026-11-24 09:00").then("2026-11-24 10:00", TECHNICIAN, SOLVE)
    told.then("2026-11-24 11:00", REQUESTER, FixConfirmed(works=False))
    assert told.due(NEXT) == "Tue 2026-11-24 15:00"
