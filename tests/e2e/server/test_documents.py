"""Documents and people over plain requests: versions, rights, pages, and nothing that breaks the server."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from itdesk.domain.documents import DOCUMENT_KINDS
from itdesk.domain.ids import new_id
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Answer, Visitor

NEW = {"If-None-Match": "*"}
BOTH = {"en": "Printers", "pl": "Drukarki"}


@pytest.fixture
def adam(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("adam", PASSWORD)
    yield visitor
    visitor.close()


@pytest.fixture
def lea(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("lea", PASSWORD)
    yield visitor
    visitor.close()


def queue(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "name": BOTH} | more


def put(who: Visitor, id: str, body: Any, headers: dict[str, str]) -> Answer:
    return who.ask("PUT", f"/v1/documents/queue/{id}", body, headers)


def test_a_document_is_written_read_changed_and_deleted(adam: Visitor, tomek: Visitor) -> None:
    made = put(adam, "lifecycle", queue("lifecycle"), NEW)
    assert (made.status, made.headers["etag"], made.json["name"]) == (200, '"1"', BOTH)
    read = tomek.ask("GET", "/v1/documents/queue/lifecycle")
    assert (read.status, read.headers["etag"], read.json) == (200, '"1"', made.json)
    changed = put(adam, "lifecycle", queue("lifecycle", restricted=True), {"If-Match": '"1"'})
    assert (changed.status, changed.headers["etag"]) == (200, '"2"')
    gone = adam.ask("DELETE", "/v1/documents/queue/lifecycle", headers={"If-Match": '"2"'})
    assert (gone.status, gone.body) == (204, b"")
    assert tomek.ask("GET", "/v1/documents/queue/lifecycle").code == "not_found"


def test_a_stale_version_is_answered_with_both_sides(adam: Visitor) -> None:
    put(adam, "stale", queue("stale"), NEW)
    put(adam, "stale", queue("stale", restricted=True), {"If-Match": '"1"'})
    late = put(adam, "stale", queue("stale", name={"en": "Late", "pl": "Późno"}), {"If-Match": '"1"'})
    assert (late.status, late.code) == (412, "conflict")
    assert late.json["version"] == 2
    assert late.json["theirs"]["restricted"] is True
    assert late.json["yours"]["name"]["en"] == "Late"
    again = put(adam, "stale", queue("stale"), NEW)
    assert (again.status, again.json["version"]) == (412, 2)
    ahead = put(adam, "stale", queue("stale"), {"If-Match": '"7"'})
    assert ahead.status == 412
    gone = adam.ask("DELETE", "/v1/documents/queue/stale", headers={"If-Match": '"1"'})
    assert (gone.status, gone.json["version"]) == (412, 2)


def test_a_request_that_is_sent_again_is_done_once(adam: Visitor) -> None:
    own = NEW | {"Change-Id": new_id()}
    first, second = (put(adam, "again", queue("again"), own) for _ in range(2))
    assert (first.status, second.status, second.headers["etag"]) == (200, 200, '"1"')
    other = put(adam, "again", queue("again", restricted=True), own)
    assert (other.status, other.code) == (422, "other_content")


def test_who_may_not_write_is_told(anna: Visitor, tomek: Visitor, lea: Visitor) -> None:
    for who in (anna, tomek, lea):
        answer = put(who, "mine", queue("mine"), NEW)
        assert (answer.status, answer.code) == (403, "not_allowed")
    article = {"id": "by-lea", "title": {"en": "T"}, "body": {"en": "B"}}
    assert lea.ask("PUT", "/v1/documents/article/by-lea", article, NEW).status == 200
    assert anna.ask("GET", "/v1/documents/article/by-lea").status == 200
    secret = article | {"staff_only": True}
    assert lea.ask("PUT", "/v1/documents/article/by-lea", secret, {"If-Match": '"1"'}).status == 200
    assert anna.ask("GET", "/v1/documents/article/by-lea").code == "not_found"


def test_employees_see_nothing_of_what_is_for_it(adam: Visitor, anna: Visitor) -> None:
    put(adam, "kanarek", queue("kanarek"), NEW)
    for kind in DOCUMENT_KINDS:
        listed = anna.ask("GET", f"/v1/documents/{kind}?limit=500")
        assert listed.status == 200
        assert b"kanarek" not in listed.body
    assert anna.ask("GET", "/v1/documents/queue/kanarek").code == "not_found"


def test_fields_of_it_are_not_named_to_employees(adam: Visitor, anna: Visitor) -> None:
    words = dict.fromkeys(("name", "done", "not_done", "expected_time"), BOTH)
    secret = {"code": "kanarek", "kind": "text", "name": BOTH, "audience": "staff"}
    page = {"id": "other", "fields": [secret], **words}
    assert adam.ask("PUT", "/v1/documents/category/other", page, NEW).status == 200
    for path in ("/v1/documents/category/other", "/v1/documents/category"):
        assert b"kanarek" in adam.ask("GET", path).body
        told = anna.ask("GET", path)
        assert (told.status, b"kanarek" in told.body) == (200, False)


def test_an_own_view_is_nobody_elses(adam: Visitor, tomek: Visitor) -> None:
    me = tomek.ask("POST", "/v1/sync", {"client": {"id": new_id(), "version": "x"}}).json["me"]
    view = {"id": "toms", "name": {"pl": "kanarek"}, "search": "printer", "owner_id": me}
    assert tomek.ask("PUT", "/v1/documents/view/toms", view, NEW).status == 200
    assert adam.ask("GET", "/v1/documents/view/toms").code == "not_found"
    assert b"kanarek" not in adam.ask("GET", "/v1/documents/view").body
    shared = view | {"owner_id": None}
    taken = adam.ask("PUT", "/v1/documents/view/toms", shared, {"If-Match": '"1"'})
    missing = adam.ask("PUT", "/v1/documents/view/nobodys", shared | {"id": "nobodys"}, {"If-Match": '"1"'})
    assert (taken.status, taken.code) == (missing.status, missing.code) == (412, "conflict")
    assert b"kanarek" in taken.body  # what she sent herself comes back as hers
    assert "printer" not in str(taken.json.get("theirs"))


def test_a_list_goes_on_where_it_ended(adam: Visitor) -> None:
    for name in ("page-1", "page-2", "page-3"):
        put(adam, name, queue(name), NEW)
    found, after = [], "page-0"
    while after:
        page = adam.ask("GET", f"/v1/documents/queue?limit=1&after={after}").json
        found += [one["body"]["id"] for one in page["documents"]]
        after = page["next"]
    assert [id for id in found if id.startswith("page-")] == ["page-1", "page-2", "page-3"]
    assert found == sorted(found)


def test_people_are_written_and_shut_out(adam: Visitor, tomek: Visitor, anna: Visitor) -> None:
    id = new_id()
    nora = {"id": id, "login": "Nora", "name": "Nora Lis", "department": "HR"}
    made = adam.ask("PUT", f"/v1/people/{id}", nora, NEW)
    assert (made.status, made.headers["etag"], made.json["login"]) == (200, '"1"', "nora")
    assert tomek.ask("GET", f"/v1/people/{id}").json["department"] == "HR"
    assert anna.ask("GET", f"/v1/people/{id}").code == "not_found"
    assert tomek.ask("PUT", f"/v1/people/{id}", nora, {"If-Match": '"1"'}).code == "not_allowed"
    out = adam.ask("PUT", f"/v1/people/{id}", nora | {"is_disabled": True}, {"If-Match": '"1"'})
    assert (out.status, out.json["is_disabled"], out.headers["etag"]) == (200, True, '"2"')
    late = adam.ask("PUT", f"/v1/people/{id}", nora, {"If-Match": '"1"'})
    assert (late.status, late.json["version"], late.json["theirs"]["is_disabled"]) == (412, 2, True)
    twin = {"id": new_id(), "login": "NORA", "name": "Another"}
    assert adam.ask("PUT", f"/v1/people/{twin['id']}", twin, NEW).code == "login_taken"
    assert adam.ask("DELETE", f"/v1/people/{id}").code == "method_not_allowed"
    assert [one["login"] for one in anna.ask("GET", "/v1/people").json["people"]] == ["anna"]
    assert "nora" in [one["login"] for one in tomek.ask("GET", "/v1/people?limit=500").json["people"]]
    assert b"argon2" not in tomek.ask("GET", "/v1/people?limit=500").body


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({}, 428, "precondition_required"),
        ({"If-Match": "*"}, 400, "precondition_invalid"),
        ({"If-Match": "3"}, 400, "precondition_invalid"),
        ({"If-Match": 'W/"3"'}, 400, "precondition_invalid"),
        ({"If-Match": f'"{"9" * 400}"'}, 400, "precondition_invalid"),
        ({"If-None-Match": '"3"'}, 428, "precondition_required"),
        (NEW | {"Change-Id": "../x"}, 400, "change_id_invalid"),
        (NEW | {"Content-Type": "text/plain"}, 415, "media_type_not_supported"),
    ],
)
def test_what_was_seen_must_be_said(adam: Visitor, headers: dict[str, str], status: int, code: str) -> None:
    answer = put(adam, "unseen", queue("unseen"), headers)
    assert (answer.status, answer.code) == (status, code)
    assert adam.ask("GET", "/v1/documents/queue/unseen").status == 404


BODIES = {
    "nothing": (b"", 400, "body_required"),
    "not JSON": (b"id=x", 400, "json_invalid"),
    "broken UTF-8": (b'{"id": "\xff"}', 400, "encoding_not_utf8"),
    "nested deeply": (b'{"id":' + b"[" * 10_000 + b"]" * 10_000 + b"}", 400, "json_too_deep"),
    "a key twice": (b'{"id":"hostile","id":"hostile","name":{}}', 400, "duplicate_key"),
    "a list": (b"[]", 422, "bad_shape"),
    "another id": (json.dumps(queue("other")).encode(), 422, "bad_shape"),
    "a number for a name": (b'{"id":"hostile","name":7}', 422, "bad_shape"),
    "a language missing": (b'{"id":"hostile","name":{"en":"x"}}', 422, "words_missing"),
    "a NUL": (b'{"id":"hostile","name":{"en":"a\\u0000","pl":"b"}}', 422, "text_has_nul"),
    "half a Unicode pair": (b'{"id":"hostile","name":{"en":"\\ud800","pl":"b"}}', 400, "json_invalid"),
    "a stranger": (
        json.dumps(queue("hostile", members=["0" * 32])).encode(),
        422,
        "unknown_reference",
    ),
    "too many members": (
        json.dumps(queue("hostile", members=[f"{n:032x}" for n in range(1_001)])).encode(),
        422,
        "too_many",
    ),
    "too long": (json.dumps(queue("hostile", name=BOTH | {"pl": "x" * 201})).encode(), 422, "text_too_long"),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_hostile_document_is_answered_and_not_written(adam: Visitor, case: str) -> None:
    body, status, code = BODIES[case]
    answer = put(adam, "hostile", body, NEW)
    assert (answer.status, answer.code) == (status, code), answer
    assert adam.ask("GET", "/v1/documents/queue/hostile").status == 404


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/v1/documents", 404, "not_found"),
        ("GET", "/v1/documents/hologram", 404, "not_found"),
        ("GET", "/v1/documents/queue/..%2f..%2fetc", 404, "not_found"),
        ("GET", "/v1/documents/queue/%00", 404, "not_found"),
        ("GET", "/v1/documents/queue/" + "x" * 5_000, 404, "not_found"),
        ("GET", "/v1/documents/queue?after=%00", 422, "bad_shape"),
        ("GET", "/v1/documents/queue?limit=0", 422, "out_of_range"),
        ("GET", "/v1/documents/queue?below=3", 400, "unknown_parameter"),
        ("GET", "/v1/people/..%2fx", 404, "not_found"),
        ("GET", "/v1/people?after='", 422, "bad_shape"),
        ("POST", "/v1/documents/queue", 405, "method_not_allowed"),
    ],
)
def test_hostile_addresses_are_answered(
    adam: Visitor, method: str, path: str, status: int, code: str
) -> None:
    answer = adam.ask(method, path)
    assert (answer.status, answer.code) == (status, code), answer


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_every_kind_answers_a_stranger_alike(stranger: Visitor, kind: str) -> None:
    for method, path in (("GET", ""), ("GET", "/x"), ("PUT", "/x"), ("DELETE", "/x")):
        body = {"id": "x"} if method == "PUT" else None
        answer = stranger.ask(method, f"/v1/documents/{kind}{path}", body, {"If-Match": '"1"'})
        assert (answer.status, answer.code) == (401, "sign_in_needed")


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
@pytest.mark.parametrize(
    "body", [b"{}", b"[]", b"0", b'{"id":"x"}', b'{"id":{}}', b'{"id":"x","name":{"en":[]}}']
)
def test_every_kind_refuses_what_is_no_document(adam: Visitor, kind: str, body: bytes) -> None:
    answer = adam.ask("PUT", f"/v1/documents/{kind}/x", body, NEW)
    assert answer.status in (403, 422), answer
    assert answer.code
