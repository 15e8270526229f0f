"""Which proxy is chosen."""

import pytest

from itdesk.connection.address import parse_server_url
from itdesk.connection.errors import Cause, Unreachable
from itdesk.connection.proxy import Proxy, choose_proxy

SERVER = parse_server_url("https://help.example.com")


@pytest.fixture(autouse=True)
def _no_proxy_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_environment_decides_when_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose_proxy(SERVER, "") is None
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert choose_proxy(SERVER, "") == Proxy("http://proxy.example:3128", "")
    monkeypatch.setenv("no_proxy", "example.com")
    assert choose_proxy(SERVER, "") is None


def test_the_setting_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://other.example:3128")
    assert choose_proxy(SERVER, "direct") is None
    assert choose_proxy(SERVER, "proxy.example") == Proxy("http://proxy.example:8080", "")
    assert choose_proxy(SERVER, "http://[::1]:1") == Proxy("http://[::1]:1", "")


def test_this_computer_is_never_reached_by_a_proxy() -> None:
    assert choose_proxy(parse_server_url("http://127.0.0.1:80"), "http://proxy.example") is None


def test_credentials_are_kept_apart_and_not_shown() -> None:
    proxy = choose_proxy(SERVER, "http://me:a%3Ab@proxy.example:1")
    assert proxy == Proxy("http://proxy.example:1", "me:a:b")
    assert "a:b" not in repr(proxy)


@pytest.mark.parametrize("setting", ["socks5://p", "http://", "http://p:99999", "http://[::1"])
def test_an_unusable_proxy_is_told(setting: str) -> None:
    with pytest.raises(Unreachable, match="proxy") as failure:
        choose_proxy(SERVER, setting)
    assert failure.value.cause is Cause.PROXY
