"""What every report from a Mac carries: its membership, how far its network goes, what was in front."""

from pathlib import Path

import pytest

from itdesk.diagnostics.macos import foreground, host, network
from itdesk.diagnostics.macos.bundle import Bundle, parse_info, read_bundle
from tests.unit.diagnostics.macos import recorded_tools as tools


def test_a_mac_in_an_active_directory() -> None:
    assert host.parse_domain(tools.IN_A_DOMAIN) == "corp.example.com"
    assert host.parse_domain("") == ""


def test_a_mac_that_microsoft_signs_in() -> None:
    assert host.parse_single_sign_on(tools.SINGLE_SIGN_ON) == "entra"
    assert host.parse_single_sign_on('  "extensionIdentifier" : "com.microsoft.x",') == "entra"
    assert host.parse_single_sign_on(tools.NO_SINGLE_SIGN_ON) == ""
    assert host.parse_single_sign_on('extensionIdentifier = "com.okta.x"') == ""


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        (tools.REACHED, ""),
        (tools.REACHED.replace("192.168.8.105", "169.254.7.8"), "limited"),
        (tools.REACHED.replace("0x00000002 (Reachable)", "0x00000000 (Not Reachable)"), "none"),
        (tools.REACHED.replace("(Reachable)", "(Reachable,Transient Connection)"), ""),
        (tools.REACHED.replace("(Reachable)", "(Reachable,Connection Required)"), "none"),
        ("", ""),
    ],
)
def test_how_far_the_network_goes_a_route_alone_is_not_full(printed: str, level: str) -> None:
    assert network.parse_level(printed) == level


def test_the_folder_of_the_program_in_front() -> None:
    assert foreground.parse_folder('"LSBundlePath"="/Applications/Mail.app"\n') == Path(
        "/Applications/Mail.app"
    )
    assert foreground.parse_folder('"LSBundlePath"=[ NULL ]\n') is None
    assert foreground.parse_folder('"LSBundlePath"="relative"\n') is None


def test_what_a_program_says_of_itself(tmp_path: Path) -> None:
    assert parse_info(tools.INFO) == Bundle("Mail", "16.0")
    assert parse_info(tools.plist("<dict><key>CFBundleVersion</key><string>7</string></dict>")).version == "7"
    assert parse_info(tools.plist("<array/>")) == Bundle()
    assert read_bundle(tmp_path) == Bundle()
