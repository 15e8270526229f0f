"""VPN connections: the phone book as [MS-RRASM] 2.2.2 documents it, and adapters of other programs."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.base import NotAvailable
from itdesk.diagnostics.windows import ras, vpn
from itdesk.diagnostics.windows.phonebook import Entry, parse_phonebook

# The start of an entry that Windows 11 wrote for an IKEv2 connection, and one for a modem.
BOOK = "\r\n".join(
    [
        *("[Praca – IKEv2]", "Encoding=1", "PBVersion=8", "Type=2", "AutoLogon=0", "UseRasCredentials=1"),
        *("LowDateTime=-1109293792", "Guid=327EEAAC641DCE4A94093C7D90CD6341", "VpnStrategy=7"),
        *("ExcludedProtocols=0", "PreferredPort=VPN2-0", "PreferredDevice=WAN Miniport (IKEv2)", ""),
        *(
            "NETCOMPONENTS=",
            "ms_msclient=1",
            "",
            "MEDIA=rastapi",
            "Port=VPN2-0",
            "Device=WAN Miniport (IKEv2)",
        ),
        *("", "DEVICE=vpn", "PhoneNumber=vpn.canary.example", "AreaCode=", ""),
        *("[Modem]", "Encoding=1", "Type=1", "VpnStrategy=0", ""),
        *("[Always On]", "Type=2", "VPNStrategy=14", ""),
    ]
)


def dialled() -> dict[str, bool]:
    return {"Praca – IKEv2": True, "Always On": False}


def test_the_phone_book() -> None:
    assert parse_phonebook(BOOK) == [Entry("Praca – IKEv2", "IKEv2"), Entry("Always On", "automatic")]


def test_connections_of_all_kinds(tmp_path: Path) -> None:
    book = tmp_path / "rasphone.pbk"
    book.write_bytes(BOOK.encode())
    adapters = {
        "Ethernet": True,
        "OpenVPN TAP-Windows6": False,
        "WireGuard Office": True,
        "Praca – IKEv2": True,
    }
    told = vpn.read([book, tmp_path / "missing"], dialled, lambda: adapters)
    assert told["connections"] == [
        {"name": "Praca – IKEv2", "type": "IKEv2", "state": "connected"},
        {"name": "Always On", "type": "automatic", "state": "connecting"},
        {"name": "OpenVPN TAP-Windows6", "type": "vpn", "state": "disconnected"},
        {"name": "WireGuard Office", "type": "wireguard", "state": "connected"},
    ]
    assert "canary" not in str(told)


def test_a_computer_that_cannot_dial_still_has_its_book(tmp_path: Path) -> None:
    def fail() -> dict[str, bool]:
        raise NotAvailable("This Windows has no VPN connections of its own.")

    (tmp_path / "book").write_bytes(b"[A]\nType=2\n")
    told = vpn.read([tmp_path / "book"], fail, dict)
    assert told == {"connections": [{"name": "A", "type": "", "state": "disconnected"}]}


@given(st.text() | st.integers(0, len(BOOK)).map(lambda end: BOOK[:end]))
def test_any_text_is_a_phone_book(content: str) -> None:
    assert all("\n" not in entry.name for entry in parse_phonebook(content))


def test_where_the_books_lie() -> None:
    assert vpn.phonebooks({"APPDATA": "a"}) == [Path("a") / vpn.BOOK]


@pytest.mark.skipif(sys.platform != "win32", reason="asks the real rasapi32")
def test_the_real_list_of_connections() -> None:
    assert all(isinstance(is_up, bool) for is_up in ras.read_connections().values())
