"""What is due, for programs of IT."""

from typing import Any

from itdesk.domain.changes import PrioritySet
from itdesk.domain.priority import Impact, Urgency
from tests.e2e.server.server_process import Visitor, change, report


def test_what_is_due_is_listed_for_staff_the_soonest_first(anna: Visitor, tomek: Visitor) -> None:
    later, sooner = report("It can wait"), report("Nobody can work")
    anna.sync(later, sooner)
    tomek.sync(change(PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH), sooner.ticket_id, seen=1))
    listed = tomek.ask("GET", "/v1/due?limit=500").json["tickets"]
    ids = [entry["ticket"]["id"] for entry in listed]
    assert ids.index(sooner.ticket_id) < ids.index(later.ticket_id)
    assert {entry["target"] for entry in listed} <= {"first_response", "next_response", "resolution"}
    first = tomek.ask("GET", "/v1/due?limit=1").json
    assert [
        first["tickets"][0],
        *tomek.ask("GET", f"/v1/due?limit=499&after={first['next']}").json["tickets"],
    ] == (listed)


def test_it_is_for_staff(anna: Visitor) -> None:
    refused = anna.ask("GET", "/v1/due")
    assert (refused.status, refused.code) == (403, "not_allowed")


def test_a_place_that_is_none_is_refused(tomek: Visitor) -> None:
    for text in ("1", "1.2.3", "x.1", "9" * 18 + ".1"):
        refused = tomek.ask("GET", f"/v1/due?after={text}")
        assert (refused.status, refused.code) == (422, "out_of_range")


def test_how_it_is_counted_is_told_interval_by_interval(anna: Visitor, tomek: Visitor) -> None:
    urgent = report("Nobody can work")
    (accepted,) = anna.sync(urgent).results
    assert accepted.receipt is not None
    number = accepted.receipt.number
    tomek.sync(change(PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH), urgent.ticket_id, seen=1))
    told = tomek.ask("GET", f"/v1/tickets/{number}/due").json["promised"]
    assert [one["target"] for one in told] == ["first_response", "resolution"]
    due_at = {entry["ticket"]["id"]: entry["due_at"] for entry in _listed(tomek)}[urgent.ticket_id]
    for one in told:
        assert one["due_at"] >= due_at
        assert one["used_s"] == one["lines"][-1]["total_s"] <= one["limit_s"]
        starts, ends = [line["start"] for line in one["lines"]], [line["end"] for line in one["lines"]]
        assert starts[1:] == ends[:-1]
    assert anna.ask("GET", f"/v1/tickets/{number}/due").status == 403
    assert tomek.ask("GET", "/v1/tickets/999999/due").status == 404


def _listed(visitor: Visitor) -> list[Any]:
    listed: list[Any] = visitor.ask("GET", "/v1/due?limit=500").json["tickets"]
    return listed
