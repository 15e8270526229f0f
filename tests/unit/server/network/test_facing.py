"""Where a server may be bound, and which names it answers to."""

import ssl

import pytest

from itdesk.server.network.errors import BadAddress, Unprotected
from itdesk.server.network.facing import Facing, base_url_of, host_name, hosts_of
from itdesk.server.network.proxies import proxies_of

OPEN = ["0.0.0.0", "::", "192.0.2.1", "2001:db8::1", "fe80::1%2", "::ffff:192.0.2.1", "169.254.0.1"]
OWN = ["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"]


@pytest.mark.parametrize("address", OPEN)
def test_an_open_address_needs_tls_or_a_proxy_or_to_be_insisted_on(address: str) -> None:
    with pytest.raises(Unprotected, match="--insecure-http"):
        Facing().check_bound(address)
    Facing(tls=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)).check_bound(address)
    Facing(proxies=proxies_of(["10.0.0.5"])).check_bound(address)
    Facing(insecure_http=True).check_bound(address)


@pytest.mark.parametrize("address", OWN)
def test_this_computer_alone_needs_nothing(address: str) -> None:
    Facing().check_bound(address)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("https://help.example.com", "https://help.example.com"),
        (" https://Help.Example.com:8443/ ", "https://help.example.com:8443"),
        ("http://[::1]:8470", "http://[::1]:8470"),
    ],
)
def test_a_base_address_is_told_in_one_way(given: str, told: str) -> None:
    assert base_url_of(given) == told


@pytest.mark.parametrize(
    "text",
    [
        "help.example.com",
        "https://",
        "ftp://help.example.com",
        "https://help.example.com/desk",
        "https://help.example.com?x",
        "https://help.example.com#x",
        "https://ewa@help.example.com",
        "https://help.example.com:99999",
        "https://help.exam ple.com",
        "https://help\r\n.example.com",
        "https://evil\\.example.com",
        "https://[::1",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_base_address_is_one_sentence(text: str) -> None:
    with pytest.raises(BadAddress, match="looks like https://"):
        base_url_of(text)


def test_the_base_address_is_one_of_the_names() -> None:
    assert hosts_of((), "") == frozenset()
    assert hosts_of(("Help.", "[::1]"), "https://help.example.com:8443") == {
        "help",
        "::1",
        "help.example.com",
    }


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("Help.Example.com:8470", "help.example.com"),
        ("help.example.com.", "help.example.com"),
        ("[::1]:8470", "::1"),
        ("::1", "::1"),
        ("127.0.0.1:80", "127.0.0.1"),
        ("", ""),
    ],
)
def test_a_host_is_compared_without_its_port(host: str, name: str) -> None:
    assert host_name(host) == name
