"""Rules are tried on a ticket and follow-ups listed, for those who lead and for nobody else."""

from typing import Any

import pytest

from itdesk.domain.changes import DiagnosticsAttached, FollowUpClosed, FollowUpTaken, Rated, StatusChanged
from itdesk.domain.ids import PersonId
from itdesk.domain.status import Status
from tests.e2e.server.server_process import Visitor, change, report

FACTS = '{"facts": {"host": {"name": "KRK-LT-0042"}}}'


def rule(conditions: dict[str, Any], **effects: Any) -> dict[str, Any]:
    names = {"en": "Tried", "pl": "Próba"}
    return {"id": "tried", "name": names, "conditions": conditions, "effects": effects or {"tags": ["t"]}}


@pytest.fixture
def number(anna: Visitor) -> str:
    opened = report("Drukarka nie drukuje")
    facts = change(DiagnosticsAttached(facts=FACTS), opened.ticket_id)
    receipt = anna.sync(opened, facts).results[0].receipt
    assert receipt is not None
    return f"IT-{receipt.number}"


def test_a_rule_is_tried_on_a_ticket_and_says_why(lea: Visitor, number: str) -> None:
    tried = rule({"words": ["drukar"], "devices": ["krk"], "categories": ["network_and_access"]}, tags=["p"])
    answer = lea.ask("POST", "/v1/rules/try", {"ticket": number, "rule": tried})
    (verdict,) = answer.json["verdicts"]
    assert (verdict["rule"], verdict["holds"]) == ("tried", False)
    assert {look["condition"]: look["found"] for look in verdict["looks"]} == {
        "words": ["Drukarka"],
        "device": ["KRK"],
        "category": [],
    }
    assert answer.json["effects"]["tags"] == []
    del tried["conditions"]["categories"]
    assert lea.ask("POST", "/v1/rules/try", {"ticket": number, "rule": tried}).json["effects"]["tags"] == [
        "p"
    ]
    in_force = lea.ask("POST", "/v1/rules/try", {"ticket": number})
    assert in_force.json["verdicts"] == []
    history = lea.ask("GET", f"/v1/tickets/{number}").json["timeline"]
    assert [entry["kind"] for entry in history] == ["TicketOpened", "DiagnosticsAttached"], (
        "nothing was changed"
    )


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 422, "bad_shape"),
        ({"ticket": "IT-999999999"}, 404, "not_found"),
        ({"ticket": "x" * 5000}, 404, "not_found"),
        ({"ticket": "IT-1001", "rule": {"id": 7}}, 422, "bad_shape"),
        ({"ticket": "IT-1001", "rule": rule({"words": ["w"] * 2000})}, 422, "too_many"),
        ({"ticket": "IT-1001", "rule": rule({"words": ["a\0"]})}, 422, "text_has_nul"),
        ({"ticket": "IT-1001", "rule": rule({"words": ["w" * 300_000]})}, 413, "too_large"),
    ],
)
def test_bad_input_is_told(lea: Visitor, body: object, status: int, code: str) -> None:
    answer = lea.ask("POST", "/v1/rules/try", body)
    assert (answer.status, answer.code) == (status, code)


def test_others_may_not_ask(stranger: Visitor, anna: Visitor, tomek: Visitor, number: str) -> None:
    for visitor, status in ((stranger, 401), (anna, 403), (tomek, 403)):
        assert visitor.ask("POST", "/v1/rules/try", {"ticket": number}).status == status
        assert visitor.ask("GET", "/v1/follow-ups").status == status


def test_what_is_to_be_followed_up_is_listed_until_it_is_closed(
    anna: Visitor, tomek: Visitor, lea: Visitor
) -> None:
    opened = report("The third time")
    anna.sync(opened)
    id = opened.ticket_id
    tomek.sync(change(StatusChanged(to=Status.RESOLVED, note="Done"), id, seen=9))
    anna.sync(change(Rated(score=1), id, seen=9))
    me = PersonId(lea.sync().me)

    def listed() -> list[dict[str, Any]]:
        follow_ups = lea.ask("GET", "/v1/follow-ups").json["follow_ups"]
        return [one for one in follow_ups if one["title"] == "The third time"]

    assert [(one["requester"], one["owner"], one["reason"]) for one in listed()] == [("anna", None, "rating")]
    lea.sync(change(FollowUpTaken(owner_id=me), id, seen=9))
    assert [one["owner"] for one in listed()] == ["lea"]
    lea.sync(change(FollowUpClosed(outcome="We talked. A new printer comes."), id, seen=9))
    assert listed() == []
    assert b"follow_up" not in anna.ask("GET", "/v1/tickets").body
