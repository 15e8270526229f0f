"""The views of a list: what is overdue and due soon, how far is counted, and that an index answers each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from itdesk.domain.listing import COUNTED_AT_MOST, Order, Question, View
from itdesk.domain.people import Person
from itdesk.replica import listing
from itdesk.replica.listing import ORDERS, VIEWS
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeClock, FakeConnection, FakeServer
from tests.unit.domain.sla.told import ALWAYS, POLICY

Seat = Callable[[Person], Desk]


@pytest.fixture
def his(seat: Seat, server: FakeServer, anna: Person, tomek: Person) -> Desk:
    """A technician's desk with one ticket, of which a first response is promised."""
    server.publish(ALWAYS)
    server.publish(replace(POLICY, calendar_id=ALWAYS.id))
    hers, his = seat(anna), seat(tomek)
    report_problem(hers, Report(title="No link"))
    exchange_now(hers, FakeConnection(server, anna.id), wait_s=30)
    exchange_now(his, FakeConnection(server, tomek.id), wait_s=30)
    return his


def listed(desk: Desk, view: View) -> int:
    return len(reading.ticket_ids(desk, Question(view=view, order=Order.DUE_FIRST)))


def test_what_is_due_soon_becomes_overdue_as_time_passes(his: Desk, clock: FakeClock) -> None:
    [row] = reading.tickets(his, Question())
    assert row.due_at is not None
    found = []
    for left in (timedelta(hours=5), timedelta(hours=4), timedelta(minutes=1), timedelta(0)):
        clock.at = row.due_at - left
        counts = reading.counts(his)
        assert (counts.due_soon, counts.overdue) == (listed(his, View.DUE_SOON), listed(his, View.OVERDUE))
        found.append((counts.due_soon, counts.overdue))
    assert found == [(0, 0), (1, 0), (1, 0), (0, 1)]


def test_nobody_counts_further_than_is_read(his: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "COUNTED_AT_MOST", 0)
    assert reading.counts(his).unassigned == 0
    assert COUNTED_AT_MOST == 1000


INDEXED = (Order.DUE_FIRST, Order.URGENT_FIRST, Order.CHANGED_LAST_FIRST, Order.NEWEST_FIRST)


@pytest.mark.parametrize(
    ("view", "order"),
    [
        *((View.ALL, order) for order in (Order.NEWEST_FIRST, Order.CHANGED_LAST_FIRST, Order.URGENT_FIRST)),
        *((View.OPEN, order) for order in INDEXED),
    ],
)
def test_an_index_answers_a_view_in_its_order(his: Desk, view: View, order: Order) -> None:
    plan = plan_of(his, view, order)
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    assert all("USING" in step for step in plan), plan


@pytest.mark.parametrize("view", [View.OVERDUE, View.DUE_SOON])
def test_an_index_finds_what_is_due(his: Desk, view: View) -> None:
    assert plan_of(his, view, Order.DUE_FIRST)[0].startswith("SEARCH tickets USING INDEX tickets_open_by_due")


def plan_of(desk: Desk, view: View, order: Order) -> list[str]:
    """Return how SQLite means to answer a view."""
    sql = f"EXPLAIN QUERY PLAN SELECT id FROM tickets WHERE {VIEWS[view]} ORDER BY {ORDERS[order]}"
    values = {"me": desk.replica.me.id, "queue_id": None, "now": 0, "soon": 0}
    with desk.replica.reading() as connection:
        return [row.detail for row in connection.exec_driver_sql(sql, values)]
