"""Programs for remote support: where each keeps its number on Windows."""

from pathlib import Path

from itdesk.diagnostics.windows import remote_support
from itdesk.diagnostics.windows.software import KEY
from tests.unit.diagnostics.fake_registry import FakeRegistry

NOTHING = FakeRegistry({})


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(content, "utf-8")


def test_all_four(tmp_path: Path) -> None:
    everybody, own = tmp_path / "ProgramData", tmp_path / "Roaming"
    write(everybody / "AnyDesk" / "system.conf", "ad.anynet.alias=\nad.anynet.id=1234567890\n")
    write(own / "RustDesk" / "config" / "RustDesk.toml", "id = '987654321'\npassword = 'canary'\n")
    machine = FakeRegistry(
        {
            remote_support.MESH_KEY: {"NodeId": "node0123"},
            rf"{KEY}\TeamViewer": {"DisplayName": "TeamViewer", "DisplayVersion": "15.50.5"},
            rf"{KEY}\Other": {"DisplayName": "Not TeamViewer", "DisplayVersion": "1"},
        }
    )
    as_32_bit = FakeRegistry({remote_support.TEAMVIEWER_KEY: {"ClientID": 1_122_334_455}})
    told = remote_support.read([machine, as_32_bit], [everybody, own])
    assert told["tools"] == [
        {"name": "AnyDesk", "id": "1234567890", "version": ""},
        {"name": "RustDesk", "id": "987654321", "version": ""},
        {"name": "TeamViewer", "id": "1122334455", "version": "15.50.5"},
        {"name": "MeshCentral", "id": "node0123", "version": ""},
    ]
    assert "canary" not in str(told)


def test_a_company_edition_of_anydesk_and_an_old_teamviewer(tmp_path: Path) -> None:
    write(tmp_path / "AnyDesk" / "ad_corp" / "system.conf", "ad.anynet.id=555666777\n")
    old = FakeRegistry({rf"{remote_support.TEAMVIEWER_KEY}\Version9": {"ClientID": 44}})
    told = remote_support.read([old], [tmp_path])
    assert told["tools"] == [
        {"name": "AnyDesk", "id": "555666777", "version": ""},
        {"name": "TeamViewer", "id": "44", "version": ""},
    ]


def test_installed_without_a_number_is_told_nothing_installed_is_not(tmp_path: Path) -> None:
    listed = FakeRegistry({rf"{KEY}\{{1}}": {"DisplayName": "RustDesk", "DisplayVersion": "1.2.3"}})
    assert remote_support.read([listed], [tmp_path]) == {
        "tools": [{"name": "RustDesk", "id": "", "version": "1.2.3"}]
    }
    assert remote_support.read([NOTHING], [tmp_path]) == {"tools": []}
    assert remote_support.folders({"APPDATA": "a", "PATH": "b"}) == [Path("a")]
