"""What a client process is built of: settings, credentials, the way to the server, the desk."""

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.entrypoints.writable_folder import writable_folder
from itdesk.services.desk import Account, Desk, open_desk
from itdesk.services.signing import current_account, token_of
from itdesk.settings import Settings
from itdesk.workstation.credentials import CredentialStore, open_credential_store
from itdesk.workstation.log import hide_secrets, start_log
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.settings_files import read_settings


class NobodySignedIn(Exception):
    """Something was asked for that needs a person, and nobody has signed in on this computer."""

    def __init__(self) -> None:
        super().__init__(
            "Nobody is signed in here. Sign in first: "
            "itdesk sign-in --server URL --login LOGIN --password-stdin"
        )


@dataclass(frozen=True)
class Client:
    """One data folder with everything that a program needs to work in it."""

    data: DataFolder
    settings: Settings
    credentials: CredentialStore

    def connection(self, server_url: str, token: str | None = None) -> Connection:
        """Return the way to a server. Raises BadAddress."""
        return Connection(
            parse_server_url(server_url, allow_plain_http=self.settings.allow_plain_http),
            proxy=self.settings.proxy,
            ca_file=Path(self.settings.ca_file) if self.settings.ca_file else None,
            token=token,
        )

    def connection_of(self, account: Account) -> Connection:
        """Return the way to the server as the one who is signed in."""
        return self.connection(account.server_url, token_of(self.credentials, account))

    def desk(self, wake: Callable[[], None] = lambda: None) -> Desk:
        """Return the desk of the one who is signed in. Raises NobodySignedIn."""
        desk = open_desk(self.data, wake=wake)
        if desk is None:
            raise NobodySignedIn
        return desk

    def account(self) -> Account:
        """Return who is signed in. Raises NobodySignedIn."""
        account = current_account(self.data)
        if account is None:
            raise NobodySignedIn
        return account


def open_client(data_dir: str | None = None) -> Client:
    """Return the client that works in `data_dir`, or where the environment or the platform says.

    Raises FolderUnusable.
    """
    folder = writable_folder(data_dir)
    settings = read_settings(folder, environment=os.environ)
    _start_log(folder, settings)
    return Client(folder, settings, open_credential_store(settings.credential_store, folder))


def _start_log(folder: DataFolder, settings: Settings) -> None:
    """Keep standard error for sentences: what a command notes beside its work goes to a file.

    Only what went wrong, like a damaged file set aside, is said as well.
    """
    aloud = logging.StreamHandler()
    aloud.setLevel(logging.ERROR)
    aloud.setFormatter(_Sentence())
    logging.getLogger().addHandler(aloud)
    with suppress(OSError):
        start_log(folder, "command-line", settings.log_level)


class _Sentence(logging.Formatter):
    """The message alone: its traceback is for the file."""

    def format(self, record: logging.LogRecord) -> str:
        return hide_secrets(record.getMessage())
