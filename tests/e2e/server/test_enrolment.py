"""Reporting before anybody has signed in, against a real server: every other route is shut."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from itdesk.domain.changes import CommentAdded
from itdesk.domain.documents import FOR_EVERYONE
from itdesk.domain.ids import new_id
from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Answer, Visitor, change, hint_from, report, sync_body
from tests.e2e.server.test_accounts_commands import command

OPEN = {
    ("POST", "/v1/sync"),
    ("GET", "/v1/live"),
    ("POST", "/v1/sign-out"),
    ("PUT", "/v1/files/{id}"),
    ("HEAD", "/v1/files/{id}"),
    ("GET", "/v1/files/{id}"),
    ("GET", "/v1/tickets"),
    ("GET", "/v1/tickets/{number}"),
    *(("GET", f"/v1/documents/{kind}") for kind in FOR_EVERYONE),
    *(("GET", f"/v1/documents/{kind}/{{id}}") for kind in FOR_EVERYONE),
}


@pytest.fixture
def adam(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("adam", PASSWORD)
    yield visitor
    visitor.close()


@pytest.fixture
def key(data_dir: Path, stranger: Visitor) -> str:
    made = command(data_dir, "enrolment-key", "new", "--site", "Warsaw", "--days", "30")
    assert made.returncode == 0, made.stderr
    return made.stdout.splitlines()[0]


@pytest.fixture
def profile() -> str:
    return new_id() + new_id()


@pytest.fixture
def claimed(stranger: Visitor, key: str, profile: str) -> Iterator[Visitor]:
    visitor = Visitor(stranger.url, enrol(stranger, key, profile).json["token"])
    yield visitor
    visitor.close()


def enrol(stranger: Visitor, key: str, profile: str) -> Answer:
    asked = {"key": key, "profile": profile, "os_login": "ANNA", "device": "PC-0420"}
    return stranger.ask("POST", "/v1/enrol", asked)


def test_it_reports_and_reads_back_what_it_reported(claimed: Visitor, anna: Visitor, tomek: Visitor) -> None:
    foreign = report("Anna's canary")
    anna.sync(foreign)
    own = report("No network")
    (result,) = claimed.sync(own).results
    assert result.receipt is not None
    tomek.sync(change(CommentAdded(body="Is the cable in?"), own.ticket_id))
    (ticket,) = claimed.ask("GET", "/v1/tickets").json["tickets"]
    assert (ticket["title"], ticket["requester_unverified"]) == ("No network", True)
    told = claimed.ask("GET", f"/v1/tickets/{ticket['number']}").json["timeline"]
    assert told[-1]["payload"]["body"] == "Is the cable in?"
    seen = tomek.ask("GET", f"/v1/tickets/{ticket['number']}").json["ticket"]
    assert (seen["requester"].startswith("anna@pc-0420#"), seen["requester_unverified"]) == (True, True)
    number = anna.ask("GET", "/v1/tickets").json["tickets"][0]["number"]
    assert claimed.ask("GET", f"/v1/tickets/{number}").code == "not_found"
    assert b"canary" not in claimed.ask("POST", "/v1/sync", sync_body()).body


def test_every_other_route_is_shut(claimed: Visitor, stranger: Visitor) -> None:
    document = stranger.ask("GET", "/v1/openapi.json").json
    asked = 0
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if not operation["security"]:
                continue
            is_open = (method.upper(), path) in OPEN
            assert operation.get("x-without-sign-in", False) is is_open, (method, path)
            if is_open:
                continue
            answer = claimed.ask(method.upper(), _filled(path), _asked(operation), _headers(method))
            assert (answer.status, answer.code) == (403, "not_allowed"), (method, path, answer)
            asked += 1
    assert asked > 40


def _filled(path: str) -> str:
    return path.replace("{number}", "IT-1").replace("{id}", new_id()).replace("{session}", new_id())


def _asked(operation: dict[str, object]) -> bytes | None:
    return b"{}" if "requestBody" in operation else None


def _headers(method: str) -> dict[str, str]:
    return {"If-Match": '"1"', "Upload-Offset": "0"} if method in ("put", "delete") else {}


def test_internal_articles_are_not_for_it(claimed: Visitor, adam: Visitor) -> None:
    for id, staff_only in (("seen-by-all", False), ("for-it-alone", True)):
        article = {
            "id": id,
            "title": {"en": id, "pl": id},
            "body": {"en": id, "pl": id},
            "staff_only": staff_only,
        }
        put = adam.ask("PUT", f"/v1/documents/article/{id}", article, {"If-None-Match": "*"})
        assert put.status == 200, put
    assert claimed.ask("GET", "/v1/documents/article/seen-by-all").status == 200
    assert claimed.ask("GET", "/v1/documents/article/for-it-alone").code == "not_found"
    assert b"for-it-alone" not in claimed.ask("POST", "/v1/sync", sync_body()).body


def test_revoking_a_device_ends_it_at_the_next_request_and_its_stream(
    claimed: Visitor, adam: Visitor, stranger: Visitor, key: str, profile: str
) -> None:
    me = claimed.sync(report()).me
    listed = {one["id"]: one for one in _every(adam)}
    assert (listed[me]["device"], listed[me]["site"], listed[me]["revoked_at"]) == ("PC-0420", "Warsaw", None)
    with claimed.live() as stream:
        hint_from(stream)
        assert adam.ask("DELETE", f"/v1/enrolments/{me}").status == 204
        stream.read()  # to its end
    assert claimed.ask("GET", "/v1/tickets").code == "sign_in_needed"
    assert enrol(stranger, key, profile).code == "enrolment_over"
    assert adam.ask("DELETE", f"/v1/enrolments/{new_id()}").code == "unknown_enrolment"


def _every(adam: Visitor) -> list[dict[str, object]]:
    found: list[dict[str, object]] = adam.ask("GET", "/v1/enrolments?limit=500").json["enrolments"]
    return found


def test_admins_alone_see_and_end_devices(lea: Visitor, anna: Visitor, claimed: Visitor) -> None:
    for other in (lea, anna, claimed):
        assert other.ask("GET", "/v1/enrolments").code == "not_allowed"
        assert other.ask("DELETE", f"/v1/enrolments/{new_id()}").code == "not_allowed"


def test_the_tickets_are_hers_when_she_has_signed_in_and_said_so(
    claimed: Visitor, piotr: Visitor, anna: Visitor
) -> None:
    own = report("Reported without a sign-in")
    claimed.sync(own)
    told = piotr.ask("POST", "/v1/enrolments/link", {"token": claimed.token})
    assert (told.status, told.json) == (200, {"tickets": 1})
    assert claimed.ask("GET", "/v1/tickets").status == 401
    ticket = piotr.ask("GET", "/v1/tickets").json["tickets"][0]
    assert (ticket["title"], ticket["requester"], ticket["requester_unverified"]) == (
        "Reported without a sign-in",
        "piotr",
        False,
    )
    again = piotr.ask("POST", "/v1/enrolments/link", {"token": claimed.token})
    assert (again.status, again.json) == (200, {"tickets": 0})
    foreign = anna.ask("POST", "/v1/enrolments/link", {"token": claimed.token})
    assert foreign.code == "unknown_enrolment"
    for wrong in (anna.token, "itd_nobody", ""):
        assert piotr.ask("POST", "/v1/enrolments/link", {"token": wrong}).code == "unknown_enrolment"


@pytest.mark.parametrize("wrong", [{"profile": "short"}, {"profile": "A" * 64}, {"os_login": ""}])
def test_what_is_no_first_contact_is_refused(
    stranger: Visitor, key: str, profile: str, wrong: dict[str, object]
) -> None:
    asked = {"key": key, "profile": profile, "os_login": "anna", "device": "pc"} | wrong
    assert stranger.ask("POST", "/v1/enrol", asked).code == "bad_shape"


def test_keys_are_made_listed_and_revoked_by_command(data_dir: Path, stranger: Visitor, key: str) -> None:
    assert enrol(stranger, "ite_unknown", "a" * 64).code == "enrolment_refused"
    listed = json.loads(command(data_dir, "enrolment-key", "list", "--json").stdout)
    assert listed[-1]["site"] == "Warsaw"
    assert key not in json.dumps(listed)
    for one in listed:
        revoked = command(data_dir, "enrolment-key", "revoke", one["id"])
        assert revoked.returncode == 0
    assert command(data_dir, "enrolment-key", "revoke", "nothing").returncode == 3
    assert enrol(stranger, key, "a" * 64).code == "enrolment_refused"


def test_devices_are_listed_and_revoked_by_command(data_dir: Path, claimed: Visitor) -> None:
    me = claimed.sync(report()).me
    assert f"{me}  anna@pc-0420#{me[:8]}  Warsaw  last seen" in command(data_dir, "enrolments").stdout
    ended = command(data_dir, "revoke-enrolment", me)
    assert ended.stdout == f"anna@pc-0420#{me[:8]} can report no more without a sign-in.\n"
    assert claimed.ask("GET", "/v1/tickets").status == 401
    assert command(data_dir, "revoke-enrolment", new_id()).returncode == 3
