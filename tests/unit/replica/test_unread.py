"""What is asked after every exchange is answered by an index, however many tickets there are."""

import pytest

from itdesk.replica.hurrying import MINE
from itdesk.replica.unread import ASSIGNED, CALLING, REPORTED
from itdesk.services.desk import Desk


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (REPORTED, "tickets_unread"),
        (ASSIGNED, "tickets_assigned"),
        (CALLING, "events_calling"),
        (MINE, "tickets_assigned"),
    ],
)
def test_an_index_leads_to_what_is_asked(desk: Desk, question: str, index: str) -> None:
    with desk.replica.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", {"me": "me"}).all()
    first, *others = [step.detail for step in plan if step.detail.startswith(("SCAN", "SEARCH"))]
    assert f"USING INDEX {index}" in first
    assert all(step.startswith("SEARCH") for step in others)
