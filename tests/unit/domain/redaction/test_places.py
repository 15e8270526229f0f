"""Addresses, networks, home folders."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from itdesk.domain.redaction import Finding, Rules, Secret, find
from tests.unit.domain.redaction.surroundings import (
    RULES,
    Surroundings,
    around,
    is_found,
    nothing_is_found,
)

LETTERS = "abcdeghijklmnoprstuwxyz"
names = st.text(LETTERS + "łóż", min_size=2, max_size=12)
labels = st.lists(st.text(LETTERS + "09", min_size=2, max_size=9), min_size=1, max_size=2).map("-".join)
locals_ = st.lists(names, min_size=1, max_size=3).flatmap(
    lambda parts: st.sampled_from([".", "_", "+", "-", "'"]).map(lambda joint: joint.join(parts))
)
addresses = st.builds(
    "{}@{}.{}".format,
    locals_,
    st.lists(labels, min_size=1, max_size=3).map(".".join),
    st.sampled_from(["pl", "com"]),
)
octets = st.lists(st.integers(0, 255), min_size=6, max_size=6).filter(lambda values: len(set(values)) > 2)


@given(addresses, around)
def test_the_address_of_somebody_else_is_found(address: str, within: Surroundings) -> None:
    assert is_found(Secret.EMAIL, address, within)
    assert is_found(Secret.EMAIL, address.upper(), within)
    assert is_found(Secret.EMAIL, address, within, lead="mailto:")
    assert is_found(Secret.EMAIL, address, within, lead="<", tail=">")


@given(addresses, around)
def test_her_own_address_may_be_seen(address: str, within: Surroundings) -> None:
    rules = Rules(own_addresses=frozenset({address.upper()}))
    text = within.before + address + within.after
    assert find(text, rules) == ()
    assert [it.secret for it in find(f"x{address}, {address}", rules)] == [Secret.EMAIL]


@pytest.mark.parametrize(
    "text",
    [
        *("@ the office", "joanna@", "joanna@localhost", "root@10.0.0.1", "a@b.c", "a@@b.pl", "@handle.pl"),
        *("getty@tty1.service", "user@1000.slice", "systemd-fsck@dev-sda1.service", "icon@2x.png"),
        "joanna.wisniewska@example.com",
    ],
)
def test_what_only_looks_like_an_address(text: str) -> None:
    assert nothing_is_found(text)


@given(octets, st.sampled_from([":", "-"]), st.booleans(), around)
def test_an_adapter_s_address_is_found(
    values: list[int], joint: str, is_upper: bool, within: Surroundings
) -> None:
    mac = joint.join(f"{value:02x}" for value in values)
    mac = mac.upper() if is_upper else mac
    assert is_found(Secret.MAC, mac, within)
    assert is_found(Secret.MAC, mac, within, lead="MAC:")
    assert is_found(Secret.MAC, mac, within, lead="BSSID: ")
    plain = "".join(f"{value:02x}" for value in values)
    assert is_found(Secret.MAC, ".".join((plain[:4], plain[4:8], plain[8:])), within)


@given(octets, st.integers(0, 255))
def test_more_or_fewer_octets_are_none(values: list[int], more: int) -> None:
    seven = ":".join(f"{value:02x}" for value in [*values, more])
    assert nothing_is_found(f"{seven}, {seven[:14]}, x{seven[:17]}")


@pytest.mark.parametrize(
    "text",
    [
        *("00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "FF-FF-FF-FF-FF-FF", "12:30:45", "2024-01-02-03-04-05"),
        *("fe80::1:2:3:4", "2001:db8:0:1:2:3:4:5", "01:23:45:67:89:ab:cd:ef:01:23:45:67:89:ab:cd:ef"),
    ],
)
def test_what_only_looks_like_an_adapter_s_address(text: str) -> None:
    assert nothing_is_found(text)


@given(st.text(LETTERS + LETTERS.upper() + "0123_-", min_size=1, max_size=28), around)
def test_the_name_of_a_network_is_found(name: str, within: Surroundings) -> None:
    assume(name.lower() not in {"off", "any", "none", "hidden", "--"})
    for lead in ("SSID: ", "ESSID=", "ssid : ", "SSID                   : ", "SSID name: "):
        assert is_found(Secret.SSID, name, Surroundings(within.before, ""), lead=lead)
        assert is_found(Secret.SSID, f"{name} 5G", Surroundings(within.before, "\nkanał 6"), lead=lead)
    for lead, tail in (('ESSID:"', '"'), ("SSID='", "'"), ("associate with SSID '", "'")):
        assert is_found(Secret.SSID, f"{name}, {name}", within, lead=lead, tail=tail)


@pytest.mark.parametrize(
    "text",
    ["ESSID:off/any", "SSID is hidden", "SSID:", "no SSID", "wlan0  ESSID: off", "SSID name", "MySSIDs: 5"],
)
def test_no_network_is_none(text: str) -> None:
    assert nothing_is_found(text)


secrets = st.text(LETTERS + LETTERS.upper() + "0189!$*_~%", min_size=1, max_size=20)
schemes = st.sampled_from(["https", "ftp", "smb", "postgresql+psycopg", "RTSP"])


@given(schemes, names, secrets, around)
def test_name_and_password_of_an_address_are_found(
    scheme: str, name: str, password: str, within: Surroundings
) -> None:
    for value in (f"{name}:{password}", name, f"{name}:a@{password}"):
        assert is_found(
            Secret.URL_CREDENTIALS, value, within, lead=f"{scheme}://", tail="@nas.example.com:8080/a?b=c"
        )


@given(
    st.sampled_from(
        ["token", "access_token", "api_key", "X-Amz-Signature", "sig", "password", "code", "hasło", "sid"]
    ),
    secrets,
    around,
)
def test_the_value_of_a_secret_parameter_is_found(name: str, value: str, within: Surroundings) -> None:
    within = Surroundings(within.before, within.after if within.after[0] in ' \n"' else "\n")
    lead = f"https://example.com/a/b?page=2&{name}="
    assert is_found(Secret.URL_CREDENTIALS, value, within, lead=lead, tail="&lang=pl#top")
    assert is_found(Secret.URL_CREDENTIALS, value, within, lead=f"https://example.com#{name}=")


@pytest.mark.parametrize(
    "text",
    [
        "https://help.example.com:8443/tickets/IT-12?page=2&sort=key#top",
        "https://example.com/@user/a@b",
        "http://[fe80::1]:80/",
        "ustawienia://",
        "https://example.com/monkey?keyboard=pl",
    ],
)
def test_an_address_without_secrets_may_be_seen(text: str) -> None:
    assert nothing_is_found(text)


@given(names, around)
def test_the_name_in_a_home_folder_is_found(name: str, within: Surroundings) -> None:
    assume(name not in {"public", "shared", "default", "guest"})
    for lead in (
        "/home/",
        "/Users/",
        "file:///home/",
        "/var/home/",
        "C:\\Users\\",
        "c:/Users/",
        "C:\\\\Users\\\\",
    ):
        assert is_found(Secret.HOME, name, within, lead=lead)
        joint = "\\" if "\\" in lead else "/"
        assert is_found(
            Secret.HOME, f"{name}.{name}", within, lead=lead, tail=f"{joint}Dokumenty{joint}a.txt"
        )
    assert is_found(Secret.HOME, f"{name} {name}", within, lead="C:\\Users\\", tail="\\Desktop")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "/home",
            "/home/",
            "C:\\Users\\Public\\a.txt",
            "/Users/Shared",
            "C:\\Windows\\System32",
            "~/.bashrc",
        ),
        *("https://example.com/home/news", "www.example.com/Users/list", "D:\\Dane\\Users.xlsx"),
    ],
)
def test_other_paths_may_be_seen(text: str) -> None:
    assert nothing_is_found(text)


def test_a_value_that_two_kinds_fit_is_the_more_special_one() -> None:
    text = "https://jan:tajne@example.com/ SSID: aa:bb:cc:dd:ee:ff"
    kinds = [(it.secret, text[it.start : it.end]) for it in find(text, RULES)]
    assert kinds == [(Secret.URL_CREDENTIALS, "jan:tajne"), (Secret.MAC, "aa:bb:cc:dd:ee:ff")]
    assert find("/home/jan@example.com/x", RULES) == (Finding(6, 21, Secret.HOME),)
