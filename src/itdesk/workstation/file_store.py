"""Keeps tokens in files, where that was asked for."""

import hashlib

from itdesk.workstation.credential_store import StoreName
from itdesk.workstation.paths import DataFolder, make_private
from itdesk.workstation.private_file import write_private


class FileStore:
    """Keeps each token in a file of its own that only its owner reads. All calls may raise OSError."""

    name = StoreName.FILE
    keeps_after_exit = True
    statement = ""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder.credentials

    def get(self, account: str) -> str | None:
        """Return the token, None when there is none."""
        try:
            return (self._folder / _file_name(account)).read_text("utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None

    def set(self, account: str, token: str) -> None:
        """Keep `token` for `account`."""
        write_private(make_private(self._folder) / _file_name(account), token.encode())

    def delete(self, account: str) -> None:
        """Forget the token, if there is one."""
        (self._folder / _file_name(account)).unlink(missing_ok=True)


def _file_name(account: str) -> str:
    return hashlib.sha256(account.encode("utf-8", "surrogatepass")).hexdigest()[:40]
