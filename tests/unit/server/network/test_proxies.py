"""Whose word about the asker's address is taken, header by header."""

import pytest
from litestar.types import Scope

from itdesk.server.network.errors import BadAddress
from itdesk.server.network.proxies import proxies_of

PROXY, STRANGER, CLIENT = "10.0.0.5", "203.0.113.9", "198.51.100.7"
DECLARED = (PROXY, "10.1.0.0/16", "fd00::/64")


def settled(peer: str | None, *headers: tuple[str, str]) -> Scope:
    """Return a request from `peer` after the proxies have been heard."""
    scope: Scope = {  # type: ignore[assignment]
        "type": "http",
        "scheme": "http",
        "client": (peer, 4711) if peer else None,
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
    }
    proxies_of(DECLARED).settle(scope)
    return scope


def client_of(peer: str | None, *forwarded_for: str) -> str | None:
    client = settled(peer, *(("X-Forwarded-For", value) for value in forwarded_for))["client"]
    return client[0] if client else None


@pytest.mark.parametrize(
    ("forwarded_for", "client"),
    [
        ([CLIENT], CLIENT),
        ([f"1.1.1.1, {CLIENT}"], CLIENT),  # the left one was written by the client
        ([f"{CLIENT}, 10.1.2.3"], CLIENT),  # two proxies of ours in a row
        ([f"1.1.1.1, {CLIENT}", "10.1.2.3"], CLIENT),  # two headers are one list
        (["10.1.2.3, 10.1.2.4"], "10.1.2.3"),  # a proxy asks by itself
        ([f"{CLIENT}:51234"], CLIENT),
        (["[2001:db8::7]:51234"], "2001:db8::7"),
        (["2001:DB8::7"], "2001:db8::7"),
        ([f"::ffff:{CLIENT}"], CLIENT),
        (["1.1.1.1, fd00::1"], "1.1.1.1"),
        ([f"  {CLIENT}  "], CLIENT),
        (['"198.51.100.7"'], CLIENT),
    ],
)
def test_the_rightmost_address_that_is_no_proxy_is_who_asks(forwarded_for: list[str], client: str) -> None:
    assert client_of(PROXY, *forwarded_for) == client


@pytest.mark.parametrize(
    "garbage", ["", ",", "unknown", "_hidden", "1.2.3", "'; DROP", "a" * 99, "127.0.0.1.", "ó"]
)
def test_what_is_no_address_leaves_the_last_that_is_known(garbage: str) -> None:
    assert client_of(PROXY, garbage) == PROXY
    assert client_of(PROXY, f"1.1.1.1, {garbage}, 10.1.2.3") == "10.1.2.3"
    assert client_of(PROXY, f"{garbage}, {CLIENT}") == CLIENT


@pytest.mark.parametrize("peer", [STRANGER, "127.0.0.1", "::1", "10.0.0.6", "not-an-address", None])
def test_a_stranger_is_not_believed(peer: str | None) -> None:
    assert client_of(peer, CLIENT) == peer
    assert settled(peer, ("X-Forwarded-Proto", "https"))["scheme"] == "http"


def test_a_declared_proxy_is_known_in_its_other_writing_too() -> None:
    assert client_of("::ffff:10.0.0.5", CLIENT) == CLIENT


@pytest.mark.parametrize("name", ["Forwarded", "X-Real-IP", "True-Client-IP", "X-Forwarded-Host"])
def test_other_headers_are_nobodys_word(name: str) -> None:
    scope = settled(PROXY, (name, CLIENT), (name, f"for={CLIENT}"))
    assert scope["client"] == (PROXY, 4711)


@pytest.mark.parametrize(
    ("said", "scheme"),
    [
        ("https", "https"),
        (" HTTPS ", "https"),
        ("http", "http"),
        ("ftp", "http"),
        ("https, http", "http"),
        ("", "http"),
    ],
)
def test_the_scheme_is_one_word_or_none(said: str, scheme: str) -> None:
    assert settled(PROXY, ("X-Forwarded-Proto", said))["scheme"] == scheme


@pytest.mark.parametrize("text", ["", "proxy", "10.0.0.0/33", "10.0.0.5/24", "*", "0.0.0.0/0", "::/0"])
def test_what_is_declared_must_be_an_address_and_not_everybodys(text: str) -> None:
    with pytest.raises(BadAddress, match="“"):
        proxies_of([text])
