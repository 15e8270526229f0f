"""Searching by the API: the language, the pages, and the same rights as everywhere."""

from urllib.parse import quote

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded
from tests.e2e.server.server_process import Visitor, change, report


@pytest.fixture
def word(anna: Visitor, tomek: Visitor) -> str:
    """A word in four titles of Anna's; the first of these tickets has a note of IT's with “canary”."""
    reports = [report(f"Łopata {n} leży") for n in range(4)]
    anna.sync(*reports)
    note = CommentAdded(body="canary toner", audience=Audience.STAFF)
    assert tomek.sync(change(note, reports[0].ticket_id, seen=1)).results[0].state == "accepted"
    return "lopata"


def titles(visitor: Visitor, query: str, more: str = "") -> list[str]:
    answer = visitor.ask("GET", f"/v1/search?q={quote(query)}{more}")
    assert answer.status == 200, answer.body
    return [ticket["title"] for ticket in answer.json["tickets"]]


def test_words_phrases_and_fields_are_found(anna: Visitor, tomek: Visitor, word: str) -> None:
    assert titles(anna, f"{word} 2") == ["Łopata 2 leży"]
    assert titles(anna, '"łopata 3" is:open -status:closed requester:me') == ["Łopata 3 leży"]
    assert titles(tomek, "canar* lopata") == ["Łopata 0 leży"]


def test_notes_are_for_staff_also_when_they_are_excluded(anna: Visitor, piotr: Visitor, word: str) -> None:
    answer = anna.ask("GET", f"/v1/search?q={word}+canary&count=true").json
    assert answer == {"tickets": [], "count": 0, "next": None}
    assert len(titles(anna, f"{word} -canary")) >= 4
    assert titles(piotr, word) == []


@pytest.mark.parametrize("order", ["newest", "relevance"])
def test_pages_follow_each_other(anna: Visitor, word: str, order: str) -> None:
    first = anna.ask("GET", f"/v1/search?q={word}&order={order}&limit=2&count=true").json
    assert first["count"] >= 4
    more = f"limit=2&count=true&after={first['next']}"
    second = anna.ask("GET", f"/v1/search?q={word}&order={order}&{more}").json
    assert second["count"] is None
    listed = [ticket["title"] for ticket in first["tickets"] + second["tickets"]]
    assert listed == [f"Łopata {n} leży" for n in (3, 2, 1, 0)]


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        ("", "query_required", "q"),
        ("q=", "query_required", "q"),
        ("q=staus:open", "query_unknown_field", "Characters 1 to 10: There is no field “staus”"),
        ("q=a+status:opne", "query_unknown_value", "Characters 10 to 13"),
        ("q=%22", "query_quote_not_closed", "quotation mark"),
        ("q=" + "a" * 501, "query_too_long", "500"),
        ("q=a&order=best", "out_of_range", "newest, relevance"),
        ("q=a&limit=0", "out_of_range", "1 to 500"),
        ("q=a&count=1", "out_of_range", "true or false"),
        ("q=a&after=x", "out_of_range", "next"),
    ],
)
def test_a_bad_search_is_told_what_is_wrong(anna: Visitor, asked: str, code: str, said: str) -> None:
    answer = anna.ask("GET", f"/v1/search?{asked}")
    assert (answer.status, answer.code) == (422, code)
    assert said in answer.json["detail"]


def test_an_unknown_parameter_is_named(anna: Visitor) -> None:
    assert anna.ask("GET", "/v1/search?query=a").code == "unknown_parameter"


def test_nobody_searches_without_a_token(anna: Visitor) -> None:
    assert Visitor(anna.url).ask("GET", "/v1/search?q=a").status == 401
