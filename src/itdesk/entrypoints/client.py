"""What a client process is built of: settings, credentials, the way to the server, the desk."""

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from itdesk.connection.address import parse_server_url
from itdesk.connection.connection import Connection
from itdesk.domain.people import Role
from itdesk.entrypoints.writable_folder import writable_folder
from itdesk.services.claimed import claimed_here
from itdesk.services.desk import Account, Desk, open_desk
from itdesk.services.enrolment import claim_login, enrolled_token, link, renew
from itdesk.services.failures import network_told_plainly
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
        """Return the way to the server as the one who is signed in.

        A login that is only claimed enrols here at first contact. Raises ExchangeFailed when it cannot.
        """
        token = token_of(self.credentials, account)
        if token is None and account.role is Role.CLAIMED and self.settings.enrolment_key:
            with self.connection(account.server_url) as unsigned:
                token = enrolled_token(
                    self.data, self.credentials, unsigned, account, self.settings.enrolment_key
                )
        return self.connection(account.server_url, token)

    def claim_login(self) -> None:
        """Where nobody is signed in and the company has given a key, report under this login. WorldFailed."""
        if self.settings.enrolment_key and self.settings.server_url:
            claim_login(self.data, self.settings.server_url)

    def renew(self, account: Account) -> bool:
        """The server takes the account's token no more: return whether another one may be bought."""
        return renew(self.credentials, account, self.settings.enrolment_key)

    def link(self) -> int:
        """Make what was reported before the sign-in hers; return how many tickets. Raises WorldFailed."""
        claimed = claimed_here(self.data)
        if claimed is None:
            return 0
        with (
            network_told_plainly(),
            self.connection_of(self.account()) as hers,
            self.connection_of(claimed.account) as before,
        ):
            return link(self.data, self.credentials, hers, before)

    def desk(self, wake: Callable[[], None] = lambda: None) -> Desk:
        """Return the desk of the one who is signed in. Raises NobodySignedIn."""
        self.claim_login()
        desk = open_desk(self.data, wake=wake)
        if desk is None:
            raise NobodySignedIn
        return desk

    def account(self) -> Account:
        """Return who is signed in. Raises NobodySignedIn."""
        self.claim_login()
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
