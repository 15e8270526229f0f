"""What counts as the address of a server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.connection.address import BadAddress, ServerAddress, parse_server_url


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://help.example.com", "https://help.example.com"),
        ("  HTTPS://Help.Example.com:443/ ", "https://help.example.com"),
        ("https://help.example.com.:8443", "https://help.example.com:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:80", "http://localhost"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://żółw.example", "https://xn--w-uga1v8h.example"),
    ],
)
def test_good_addresses(text: str, origin: str) -> None:
    assert parse_server_url(text).origin == origin


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "empty"),
        ("help.example.com", "begin with https://"),
        ("localhost:8000", "begin with https://"),
        ("ftp://help.example.com", "begin with https://"),
        ("https:help.example.com", "begin with https://"),
        ("file:///etc/passwd", "begin with https://"),
        ("https://", "does not name a server"),
        ("https://..", "does not name a server"),
        ("https://a\\b", "does not name a server"),
        ("https://me:secret@help.example.com", "before @"),
        ("https://help.example.com/itdesk", "goes on"),
        ("https://help.example.com?x=1", "goes on"),
        ("https://help.example.com#", "goes on"),
        ("https://help.example.com:0", "port"),
        ("https://help.example.com:", "port"),
        ("https://help.example.com:99999", "port"),
        ("https://help.example.com:http", "port"),
        ("https://help example.com", "space"),
        ("https://help.example.com\n.evil", "space"),
        ("https://help\u200b.example.com", "invisible"),
        ("https://[::1", "not the address"),
        ("http://help.example.com", "unprotected"),
        ("http://127.0.0.1.example.com", "unprotected"),
    ],
)
def test_bad_addresses_are_told_why(text: str, part: str) -> None:
    with pytest.raises(BadAddress, match=part):
        parse_server_url(text)


def test_the_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(BadAddress) as failure:
        parse_server_url("https://me:hunter2@help.example.com")
    assert "hunter2" not in str(failure.value)


def test_plain_http_where_it_is_allowed() -> None:
    address = parse_server_url("http://help.example.com", allow_plain_http=True)
    assert address == ServerAddress("http", "help.example.com", 80)
    assert not address.is_loopback


@given(st.text(max_size=60) | st.text(max_size=40).map("https://{}".format))
def test_any_text_is_an_address_or_told_why_not(text: str) -> None:
    try:
        address = parse_server_url(text)
    except BadAddress:
        return
    assert parse_server_url(address.origin) == address
