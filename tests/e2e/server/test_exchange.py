"""The exchange over real HTTP, and the live stream."""

import msgspec

from itdesk.domain.changes import CommentAdded
from itdesk.domain.people import Role
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import TicketEntry
from itdesk.protocol.version import CURRENT
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Visitor, change, hint_from, report, sync_body


def test_a_report_arrives_at_the_technician(anna: Visitor, tomek: Visitor) -> None:
    opened = report("Mój ekran jest czarny")
    result = anna.sync(opened).results[0]
    assert result.state == "accepted"
    assert result.receipt is not None
    answer = tomek.sync()
    tickets: dict[str, Ticket] = {}
    while True:
        tickets |= {
            entry.ticket.id: entry.ticket for entry in answer.entries if isinstance(entry, TicketEntry)
        }
        if not answer.more:
            break
        answer = tomek.sync(cursor=answer.cursor)
    assert tickets[opened.ticket_id].title == "Mój ekran jest czarny"
    assert tickets[opened.ticket_id].number == result.receipt.number


def test_a_hint_comes_when_somebody_reports(anna: Visitor, tomek: Visitor) -> None:
    with tomek.live() as stream:
        before = hint_from(stream)
        result = anna.sync(report()).results[0]
        assert result.receipt is not None
        head = before
        while head < result.receipt.position:
            head = hint_from(stream)


def test_the_stream_ends_when_its_token_does(stranger: Visitor) -> None:
    ewa = stranger.sign_in("ewa", PASSWORD)
    with ewa.live() as stream:
        hint_from(stream)
        assert ewa.ask("POST", "/v1/sign-out").status == 204
        assert b"head" not in stream.read()


def test_a_client_that_is_too_old_may_only_report(anna: Visitor) -> None:
    answer = anna.ask("POST", "/v1/sync", sync_body(protocol=0))
    assert (answer.status, answer.code) == (426, "too_old")
    opened = report()
    response = anna.sync(opened, change(CommentAdded(body="?"), opened.ticket_id), protocol=0)
    assert [result.state for result in response.results] == ["accepted", "again"]


def test_a_kind_from_the_future_is_refused_alone(anna: Visitor) -> None:
    opened = report()
    document = msgspec.json.decode(sync_body(opened, report()))
    document["changes"][1]["kind"] = "TelepathyRequested"
    answer = anna.ask("POST", "/v1/sync", document)
    assert [result["state"] for result in answer.json["results"]] == ["accepted", "refused"]


def test_nobody_gives_herself_a_role(anna: Visitor) -> None:
    sent = msgspec.json.decode(sync_body(report()))
    for name in ("actor_role", "actor_id"):
        change_with = sent["changes"][0] | {name: Role.ADMIN}
        for document in (sent | {name: Role.ADMIN}, sent | {"changes": [change_with]}):
            answer = anna.ask("POST", "/v1/sync", document)
            assert (answer.status, answer.code) == (422, "unknown_field")
            assert name in answer.json["detail"]


def test_what_no_such_change_sets_is_refused_alone(anna: Visitor) -> None:
    sent = msgspec.json.decode(sync_body(report(), report()))
    sent["changes"][0]["payload"] |= {"number": 7}
    answer = anna.ask("POST", "/v1/sync", sent).json
    states = {result["id"]: result["state"] for result in answer["results"]}
    assert states == {sent["changes"][0]["id"]: "refused", sent["changes"][1]["id"]: "accepted"}
    refusal = next(one["refusal"] for one in answer["results"] if one["state"] == "refused")
    assert (refusal["code"], "number" in refusal["yours"]) == ("bad_shape", True)


def test_a_newer_program_may_say_more(anna: Visitor) -> None:
    sent = msgspec.json.decode(sync_body(report(), protocol=CURRENT + 1)) | {"telepathy": True}
    sent["changes"][0]["payload"] |= {"mood": "calm"}
    assert [one["state"] for one in anna.ask("POST", "/v1/sync", sent).json["results"]] == ["accepted"]


def test_who_of_it_looks_at_what_is_told_among_it(anna: Visitor, tomek: Visitor, stranger: Visitor) -> None:
    opened = report()
    assert anna.sync(opened).results[0].state == "accepted"
    here = {"ticket_id": opened.ticket_id, "doing": "writing"}
    assert anna.ask("POST", "/v1/presence", here).status == 403
    assert stranger.ask("POST", "/v1/presence", here).status == 401
    assert tomek.ask("POST", "/v1/presence", here | {"ticket_id": "0" * 32}).status == 404
    assert tomek.ask("POST", "/v1/presence", here | {"doing": "sleeping"}).status == 422
    assert tomek.ask("POST", "/v1/presence", here).status == 204
    assert tomek.ask("POST", "/v1/presence", {}).status == 204
