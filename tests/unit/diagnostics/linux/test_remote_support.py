"""Programs for remote support, by their files."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.anywhere.remote_support import (
    SupportTool,
    anydesk_number,
    rustdesk_number,
    teamviewer_number,
    tools_told,
)
from itdesk.diagnostics.linux import remote_support
from itdesk.diagnostics.linux.package_version import package_version
from tests.unit.diagnostics.linux.tree import write

RUSTDESK = "id = '123456789'\npassword = 'canary'\nsalt = 'canary'\n"
ANYDESK = "ad.anynet.alias=ann@ad\nad.anynet.id=987654321\nad.anynet.pkey=canary\n"
TEAMVIEWER = "[strng] BuildVersion = canary\n[int32] ClientID = 1122334455\n"


def test_programs_and_their_numbers(tmp_path: Path) -> None:
    write(tmp_path, {
        "usr/bin/rustdesk": "", "home/.config/rustdesk/RustDesk.toml": RUSTDESK,
        "usr/bin/anydesk": "", "etc/anydesk/system.conf": ANYDESK,
        "opt/teamviewer/config/global.conf": TEAMVIEWER,
        "etc/systemd/system/meshagent.service": "[Service]\nExecStart=/canary\n",
    })  # fmt: skip
    told = remote_support.read(tmp_path, tmp_path / "home", lambda package: f"1 of {package}")
    assert told["tools"] == [
        {"name": "RustDesk", "id": "123456789", "version": "1 of rustdesk"},
        {"name": "AnyDesk", "id": "987654321", "version": "1 of anydesk"},
        {"name": "TeamViewer", "id": "1122334455", "version": "1 of teamviewer"},
        {"name": "MeshCentral", "id": "", "version": "1 of meshcentral"},
    ]
    assert "canary" not in str(told)


def test_none(tmp_path: Path) -> None:
    assert remote_support.read(tmp_path, tmp_path, str) == {"tools": []}


def test_a_number_that_is_encrypted_is_none() -> None:
    assert rustdesk_number("enc_id = '00abcdefghi'\nkey_pair = [[1], [2]]\n") == ""


def test_each_program_once_with_its_number() -> None:
    tools = [SupportTool("AnyDesk"), SupportTool("AnyDesk", "1"), SupportTool("AnyDesk", "2")]
    assert tools_told(tools) == {"tools": [{"name": "AnyDesk", "id": "1", "version": ""}]}


@given(st.text())
def test_no_text_breaks_the_parsers(text: str) -> None:
    for number in (rustdesk_number(text), anydesk_number(text), teamviewer_number(text)):
        assert len(number) <= 16


@given(st.text())
def test_what_is_no_name_of_a_package_is_not_asked_for(name: str) -> None:
    assert package_version(f"-{name}") == package_version(f"{name}\n") == ""
