"""Where things are kept."""

import os
import stat
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.workstation.device_id import read_device_id
from itdesk.workstation.paths import DataFolder, data_folder
from itdesk.workstation.private_file import create_private, write_private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_chosen_folder_wins_and_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_folder("here").root == tmp_path / "here"


def test_the_usual_folder_is_made_by_nobody_until_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = data_folder()
    assert folder.root.name == "itdesk"
    assert not folder.root.exists()


def test_folders_are_closed_to_others(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        folder = DataFolder(tmp_path / "new" / "data").create()
        account = folder.account_folder("https://h.example", "me")
    finally:
        os.umask(old)
    made = [folder.root.parent, folder.root, account.parent, account]
    assert [mode(path) for path in made] == [0o700] * 4


TEXTS = st.text(alphabet=st.characters(), max_size=30)


@given(st.tuples(TEXTS, TEXTS), st.tuples(TEXTS, TEXTS))
def test_each_server_and_person_has_one_folder_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, one: tuple[str, str], other: tuple[str, str]
) -> None:
    folder = DataFolder(tmp_path_factory.getbasetemp() / "accounts")
    first, second = folder.account_folder(*one), folder.account_folder(*other)
    assert (first == second) == (one == other)
    assert first.parent == second.parent == folder.root / "accounts"


def test_the_folder_of_an_account_can_be_told_by_eye(tmp_path: Path) -> None:
    path = DataFolder(tmp_path).account_folder("https://Help.example.com:8443", "me")
    assert path.name.startswith("help.example.com-8443-")


def test_the_device_keeps_its_id(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    device_id = read_device_id(folder)
    assert str(UUID(device_id)) == device_id == read_device_id(folder)
    assert mode(folder.device_file) == 0o600
    assert read_device_id(DataFolder(tmp_path / "other")) != device_id


@pytest.mark.parametrize("content", [b"", b"\xff", b"nonsense"])
def test_a_damaged_id_is_replaced_for_good(tmp_path: Path, content: bytes) -> None:
    folder = DataFolder(tmp_path)
    folder.device_file.write_bytes(content)
    assert read_device_id(folder) == read_device_id(folder)


def test_the_first_writer_of_a_file_wins(tmp_path: Path) -> None:
    assert create_private(tmp_path / "f", b"one")
    assert not create_private(tmp_path / "f", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["f"]
    assert (tmp_path / "f").read_bytes() == b"one"


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    with pytest.raises(OSError, match="f"):
        write_private(tmp_path / "f", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["f"]
