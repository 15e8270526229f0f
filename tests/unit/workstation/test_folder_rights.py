"""A data folder that others could enter is closed, or refused where closing it would do harm."""

import os
import stat
import sys
from pathlib import Path

import pytest

from itdesk.entrypoints.writable_folder import FolderUnusable, writable_folder
from itdesk.workstation.folder_rights import FolderOpen, close_to_others

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there rights are inherited, not modes")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """A folder as a program before us may have left it: readable by all."""
    folder = tmp_path / "used"
    (folder / "logs").mkdir(parents=True)
    for name in ("device-id", "logs/desktop.log"):
        (folder / name).write_text("x")
        (folder / name).chmod(0o644)
    (folder / "logs").chmod(0o755)
    folder.chmod(0o755)
    return folder


def test_what_others_could_read_is_closed(used: Path) -> None:
    close_to_others(used)
    assert mode(used) == mode(used / "logs") == 0o700
    assert mode(used / "device-id") == mode(used / "logs/desktop.log") == 0o600


def test_an_empty_folder_is_closed_whoever_could_write(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    folder.chmod(0o777)
    close_to_others(folder)
    assert mode(folder) == 0o700


def test_what_a_link_leads_to_keeps_its_rights(used: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "shared.txt").write_text("x")
    (elsewhere / "shared.txt").chmod(0o644)
    elsewhere.chmod(0o755)
    (used / "link").symlink_to(elsewhere)
    (used / "file").symlink_to(elsewhere / "shared.txt")
    close_to_others(used)
    assert (mode(elsewhere), mode(elsewhere / "shared.txt")) == (0o755, 0o644)


def test_a_folder_of_other_things_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "letter.odt").write_text("x")
    folder.chmod(0o755)
    with pytest.raises(FolderUnusable, match="other things") as told:
        writable_folder(str(folder))
    assert str(told.value).startswith(f"The folder {folder} cannot be used: others can enter it")
    assert str(told.value).endswith("Choose another with --data-dir.")
    assert mode(folder) == 0o755


def test_a_folder_in_which_others_write_is_refused(used: Path) -> None:
    used.chmod(0o775)
    with pytest.raises(FolderOpen, match="chmod"):
        close_to_others(used)
    assert mode(used) == 0o775


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away")
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o700)
    os.chown(folder, 65534, 65534)
    with pytest.raises(FolderUnusable, match="belongs to another user"):
        writable_folder(str(folder))
