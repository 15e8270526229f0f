"""Tickets as plain JSON: the same rights as everywhere."""

from urllib.parse import unquote

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded
from tests.e2e.server.server_process import Visitor, change, report


@pytest.fixture
def number(anna: Visitor, tomek: Visitor) -> str:
    """The number of a ticket of Anna's with one public and one internal comment."""
    opened = report("The door does not open")
    receipt = anna.sync(opened).results[0].receipt
    assert receipt is not None
    comments = [
        change(CommentAdded(body="We are on our way."), opened.ticket_id, seen=1),
        change(CommentAdded(body="CANARY", audience=Audience.STAFF), opened.ticket_id, seen=1),
    ]
    assert {result.state for result in tomek.sync(*comments).results} == {"accepted"}
    return f"IT-{receipt.number}"


def test_the_requester_reads_her_ticket_without_notes(anna: Visitor, number: str) -> None:
    answer = anna.ask("GET", f"/v1/tickets/{number}")
    assert answer.json["ticket"]["requester"] == "anna"
    assert answer.json["ticket"]["title"] == "The door does not open"
    assert b"We are on our way." in answer.body
    assert b"CANARY" not in answer.body


def test_staff_read_the_notes(tomek: Visitor, number: str) -> None:
    answer = tomek.ask("GET", f"/v1/tickets/{number.removeprefix('IT-')}")
    bodies = [entry["payload"].get("body") for entry in answer.json["timeline"]]
    assert bodies == [None, "We are on our way.", "CANARY"]


def test_for_others_it_does_not_exist(piotr: Visitor, number: str) -> None:
    invisible, missing = (piotr.ask("GET", f"/v1/tickets/{which}") for which in (number, "IT-999999999"))
    assert (invisible.status, invisible.code) == (404, "not_found")
    assert invisible.body == missing.body
    listed = piotr.ask("GET", "/v1/tickets?limit=500").json["tickets"]
    assert number not in {ticket["number"] for ticket in listed}


def test_pages_follow_each_other(anna: Visitor) -> None:
    for n in range(3):
        anna.sync(report(f"Page {n}"))
    first = anna.ask("GET", "/v1/tickets?limit=2").json
    second = anna.ask("GET", f"/v1/tickets?limit=2&below={first['next']}").json
    titles = [ticket["title"] for ticket in first["tickets"] + second["tickets"]]
    assert titles[:3] == ["Page 2", "Page 1", "Page 0"]


@pytest.mark.parametrize("limit", ["-1", "0", "501", "1000000000", "abc", "", "١"])
def test_a_bad_limit_is_named(anna: Visitor, limit: str) -> None:
    answer = anna.ask("GET", f"/v1/tickets?limit={limit}")
    assert (answer.status, answer.code) == (422, "out_of_range")
    assert "1 to 500" in answer.json["detail"]


@pytest.mark.parametrize("query", ["limt=5", "limit=5&status=open", "status=", "Limit=5", "%C5%82=1"])
def test_an_unknown_parameter_is_named_with_the_known_ones(anna: Visitor, query: str) -> None:
    answer = anna.ask("GET", f"/v1/tickets?{query}")
    assert (answer.status, answer.code) == (400, "unknown_parameter")
    name = unquote(query.rpartition("&")[2].partition("=")[0])
    assert answer.json["detail"] == f"There is no parameter “{name}” here; known are limit, below."


def test_a_very_long_unknown_parameter_is_shortened(anna: Visitor) -> None:
    assert len(anna.ask("GET", f"/v1/tickets?{'x' * 5_000}=1").body) < 500


def test_the_priority_is_said_as_on_the_command_line(anna: Visitor, number: str) -> None:
    ticket = anna.ask("GET", f"/v1/tickets/{number}").json["ticket"]
    assert ticket["priority"] == "P4"
    assert ticket in anna.ask("GET", "/v1/tickets").json["tickets"]


@pytest.mark.parametrize("number", ["abc", "-1", "IT-", "9" * 400, "١", "%00", "..%2f.."])
def test_a_malformed_number_is_not_found(anna: Visitor, number: str) -> None:
    assert anna.ask("GET", f"/v1/tickets/{number}").code == "not_found"
