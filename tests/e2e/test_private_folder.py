"""After a day of real use every folder and file is its owner's alone, whatever the umask."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.processes import Client, Server
from tests.e2e.test_tray import ended, has_heard, tray_of, wait_until

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there rights are inherited, not modes"),
    pytest.mark.timeout(300),
]

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


@pytest.fixture
def careless() -> Iterator[None]:
    """An account whose new files are everybody's."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """Return what others could read, write or enter, with its mode."""
    found = [folder, *folder.rglob("*")]
    modes = {path: path.lstat().st_mode for path in found if not path.is_symlink()}
    return [f"{path} {stat.S_IMODE(mode):o}" for path, mode in modes.items() if mode & 0o077]


def test_everything_that_is_written_is_its_owners_alone(
    careless: None, server: Server, tmp_path: Path
) -> None:
    joanna = Client(tmp_path / "data" / "joanna", "joanna").sign_in(server)
    picture = tmp_path / "ekran.png"
    picture.write_bytes(PICTURE)
    joanna.ask("report", "--title", "Drukarka", "--text", "Nic", "--attach", str(picture))
    assert joanna.run_bytes("doctor").returncode in (0, 1)
    with tray_of(joanna) as tray:
        wait_until(lambda: has_heard(joanna), "the tray")
        wait_until(lambda: any(joanna.folder.rglob("*-wal")), "its journals")
        wait_until(lambda: any((joanna.folder / "history").glob("*.jsonl")), "its history")
        assert open_to_others(tmp_path / "data") == []
        assert ended(tray) == (0, "")
    assert open_to_others(tmp_path / "data") == []
    names = {path.relative_to(joanna.folder).parts[0] for path in joanna.folder.rglob("*")}
    assert names >= {"accounts", "credentials", "device-id", "history", "logs", "windows.json"}
