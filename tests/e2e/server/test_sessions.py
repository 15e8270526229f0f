"""Where people are signed in, asked of a real server; what is ended there ends at once, its streams too."""

from collections.abc import Iterator

import pytest

from tests.e2e.server.conftest import PASSWORD
from tests.e2e.server.server_process import Visitor, hint_from


@pytest.fixture
def adam(stranger: Visitor) -> Iterator[Visitor]:
    visitor = stranger.sign_in("adam", PASSWORD)
    yield visitor
    visitor.close()


def _sessions_of(visitor: Visitor) -> str:
    """Return the address of somebody's sign-ins, the id taken from a card that she reads herself."""
    (person,) = visitor.ask("GET", "/v1/people").json["people"]
    return f"/v1/people/{person['id']}/sessions"


def _current(visitor: Visitor, address: str) -> str:
    listed = visitor.ask("GET", address).json["sessions"]
    (id,) = [one["id"] for one in listed if one["is_current"]]
    return str(id)


def test_ending_ones_own_ends_it_at_once_and_its_stream(stranger: Visitor, anna: Visitor) -> None:
    elsewhere = stranger.sign_in("anna", PASSWORD)
    address = _sessions_of(anna)
    with elsewhere.live() as stream:
        hint_from(stream)
        ended = anna.ask("DELETE", f"{address}/{_current(elsewhere, address)}")
        assert ended.status == 204
        stream.read()  # to its end
    assert elsewhere.ask("GET", address).code == "sign_in_needed"
    assert anna.ask("GET", address).status == 200


def test_an_admin_lists_and_ends_anybodys(stranger: Visitor, adam: Visitor) -> None:
    ewa = stranger.sign_in("ewa", PASSWORD)
    address = _sessions_of(ewa)
    id = _current(ewa, address)
    seen = {one["id"]: one for one in adam.ask("GET", address).json["sessions"]}
    assert (seen[id]["device"], seen[id]["is_current"]) == ("test", False)
    assert adam.ask("DELETE", f"{address}/{id}").status == 204
    assert ewa.ask("GET", address).status == 401
    assert adam.ask("DELETE", f"{address}/{id}").code == "not_found"


def test_nobody_else_learns_of_them(stranger: Visitor, anna: Visitor, tomek: Visitor, lea: Visitor) -> None:
    ewa = stranger.sign_in("ewa", PASSWORD)
    address = _sessions_of(ewa)
    id = _current(ewa, address)
    for other in (anna, tomek, lea):
        assert other.ask("GET", address).code == "not_found"
        assert other.ask("DELETE", f"{address}/{id}").code == "not_found"
    assert ewa.ask("GET", address).status == 200


def test_no_token_or_digest_is_told(anna: Visitor) -> None:
    address = _sessions_of(anna)
    for one in anna.ask("GET", address).json["sessions"]:
        assert set(one) == {"id", "device", "created_at", "last_used_at", "is_current"}
        assert len(one["id"]) == 32
