"""The pictures and files of an unfinished report, beside the outbox that holds its words.

Files, not rows: what was blacked out since must not stay in a database's free pages and its log.
"""

from collections.abc import Collection
from pathlib import Path
from uuid import uuid4

from itdesk.replica.failures import told_plainly
from itdesk.workstation.paths import make_private
from itdesk.workstation.private_file import write_private

FOLDER = "draft"


def new_name() -> str:
    """Return a name that no file has yet."""
    return uuid4().hex


class DraftFiles:
    """Bytes by name, each in a file that only its owner reads. All calls may raise WorldFailed."""

    def __init__(self, account_folder: Path) -> None:
        self.folder = account_folder / FOLDER

    def has(self, name: str) -> bool:
        """Tell whether something is kept under this name."""
        return self._file(name).is_file()

    def put(self, name: str, content: bytes) -> None:
        """Keep bytes, for certain."""
        with told_plainly(self.folder):
            make_private(self.folder)
            write_private(self._file(name), content)

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name, `None` where nothing is any more."""
        with told_plainly(self.folder):
            return self._file(name).read_bytes() if self.has(name) else None

    def keep_only(self, names: Collection[str]) -> None:
        """Remove everything else; without any name the folder goes too."""
        with told_plainly(self.folder):
            if not self.folder.is_dir():
                return
            for file in list(self.folder.iterdir()):
                if file.name not in names:
                    file.unlink(missing_ok=True)
            if not names:
                self.folder.rmdir()

    def _file(self, name: str) -> Path:
        return self.folder / Path(name).name
