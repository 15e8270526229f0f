"""A report that was just sent can be withdrawn for a while; until then nobody gets it."""

from datetime import timedelta

import pytest

from itdesk.domain.listing import Question
from itdesk.domain.refusals import Code, Refused
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.services.drafts import draft, save_draft
from itdesk.services.report import NewFile, Report, Saved, report_problem, send_now, withdraw
from itdesk.services.standing import standing
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeClock, FakeConnection, FakeServer, Fault

HOLD_S = 10
REPORT = Report(title="Printer", facts="{}", files=(NewFile("a.png", b"1"),))


def exchange(desk: Desk, connection: FakeConnection) -> None:
    exchange_now(desk, connection, wait_s=10)


@pytest.fixture
def saved(desk: Desk) -> Saved:
    """A report with facts and a file that is held."""
    save_draft(desk, "report", "Printer")
    return report_problem(desk, REPORT, in_place_of_draft="report", hold_s=HOLD_S)


def test_it_goes_out_whole_when_its_time_has_come(
    desk: Desk, saved: Saved, connection: FakeConnection, server: FakeServer, clock: FakeClock
) -> None:
    exchange(desk, connection)
    assert server.memory.histories == {}
    assert standing(desk).pending == 3
    clock.move(HOLD_S + 1)
    exchange(desk, connection)
    assert len(server.memory.histories[saved.ticket_id]) == 3
    assert standing(desk).pending == 0


def test_withdrawn_it_is_gone_and_a_draft_again(
    desk: Desk, saved: Saved, connection: FakeConnection, server: FakeServer, clock: FakeClock
) -> None:
    assert draft(desk, "report") == ""
    withdraw(desk, saved, draft_key="report", draft="Printer, all of it")
    assert draft(desk, "report") == "Printer, all of it"
    assert reading.tickets(desk, Question()) == ()
    assert reading.ticket_page(desk, saved.ticket_id) is None
    clock.move(HOLD_S + 1)
    exchange(desk, connection)
    assert server.memory.histories == {}


def test_what_has_gone_out_is_not_withdrawn_and_no_draft_appears(
    desk: Desk, saved: Saved, connection: FakeConnection, clock: FakeClock
) -> None:
    clock.move(HOLD_S + 1)
    exchange(desk, connection)
    with pytest.raises(Refused) as refused:
        withdraw(desk, saved, draft_key="report", draft="Printer")
    assert refused.value.refusal.code is Code.CANNOT_BE_UNDONE
    assert draft(desk, "report") == ""


def test_what_may_have_gone_out_is_not_withdrawn(
    desk: Desk, saved: Saved, connection: FakeConnection, clock: FakeClock
) -> None:
    clock.move(HOLD_S + 1)
    connection.faults.append(Fault.LOST_ANSWER)
    with pytest.raises(Exception, match=r"."):
        exchange(desk, connection)
    with pytest.raises(Refused):
        withdraw(desk, saved, draft_key="report", draft="Printer")


def test_it_can_be_sent_before_its_time(
    desk: Desk, saved: Saved, connection: FakeConnection, server: FakeServer
) -> None:
    send_now(desk, saved)
    exchange(desk, connection)
    assert len(server.memory.histories[saved.ticket_id]) == 3


def test_a_clock_that_was_set_back_holds_nothing_back(
    desk: Desk, saved: Saved, connection: FakeConnection, server: FakeServer, clock: FakeClock
) -> None:
    clock.move(-timedelta(days=1).total_seconds())
    exchange(desk, connection)
    assert len(server.memory.histories[saved.ticket_id]) == 3


def test_without_a_hold_it_goes_out_at_once(
    desk: Desk, connection: FakeConnection, server: FakeServer
) -> None:
    saved = report_problem(desk, REPORT)
    exchange(desk, connection)
    assert len(server.memory.histories[saved.ticket_id]) == 3
