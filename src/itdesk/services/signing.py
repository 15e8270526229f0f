"""Signing in and out."""

import logging
import platform
from dataclasses import dataclass

from msgspec import Struct

from itdesk.connection.connection import Connection
from itdesk.connection.errors import ExchangeFailed, NotItdesk
from itdesk.domain.people import Role
from itdesk.protocol.messages import SignInRequest, SignInResponse
from itdesk.protocol.parsing import BadMessage, encode, parse
from itdesk.replica.failures import told_plainly
from itdesk.replica.outbox import Outbox
from itdesk.replica.replica import remove_replica
from itdesk.services.claimed import Claimed, keep_claimed
from itdesk.services.desk import Account, current_account, forget_account, write_account
from itdesk.services.draft_files import DraftFiles
from itdesk.services.failures import WorldFailed, network_told_plainly
from itdesk.workstation.credentials import CredentialStore
from itdesk.workstation.paths import DataFolder

__all__ = ["Account", "SignedOut", "current_account", "sign_in", "sign_out", "token_of"]

logger = logging.getLogger(__name__)

LOGIN_CHARS = 200
PASSWORD_CHARS = 1_000


@dataclass(frozen=True)
class SignedOut:
    """`kept_unsent` changes and files wait on this computer until the same person signs in again."""

    kept_unsent: int


def sign_in(
    data: DataFolder, credentials: CredentialStore, connection: Connection, login: str, password: str
) -> Account:
    """Exchange login and password for a token, keep it, and note who is signed in here.

    Whoever was signed in before is signed out: nothing of her stays but what was not sent. A login that was
    only claimed stays until she says whether it was she. Raises WorldFailed with the server's sentence (a
    wrong password as well), or the disk's.
    """
    with network_told_plainly():
        answer = _ask(connection, login, password)
    return take_in(data, credentials, connection, answer)


def take_in(
    data: DataFolder, credentials: CredentialStore, connection: Connection, answer: SignInResponse
) -> Account:
    """Keep the token that the server gave, and note who is signed in here; the one before is forgotten.

    Raises WorldFailed with the disk's sentence.
    """
    account = Account(
        server_url=connection.server,
        person_id=answer.person.id,
        login=answer.person.login,
        name=answer.person.name,
        role=answer.person.role,
    )
    previous = current_account(data)
    with told_plainly(data.root):
        data.create()
        credentials.set(account.key, answer.token)
        outbox = Outbox(data.account_folder(account.server_url, account.person_id))
    outbox.begin()
    outbox.close()
    write_account(data, account)
    if previous is not None and previous.key != account.key:
        _leave(data, credentials, previous)
    return account


def sign_out(data: DataFolder, credentials: CredentialStore, connection: Connection | None) -> SignedOut:
    """End the token where the server can be reached, and forget token and replica.

    What was not sent yet is kept, and sent when the same person signs in again. Raises WorldFailed.
    """
    account = current_account(data)
    if account is None:
        return SignedOut(kept_unsent=0)
    if connection is not None:
        _end_token(connection)
    left = forget(data, credentials, account)
    forget_account(data)
    return left


def token_of(credentials: CredentialStore, account: Account) -> str | None:
    """Return the token of this account, `None` when the person has to sign in again. Raises WorldFailed."""
    try:
        return credentials.get(account.key)
    except OSError as error:
        raise WorldFailed(f"The sign-in cannot be read: {error.strerror or error}.") from error


def _leave(data: DataFolder, credentials: CredentialStore, previous: Account) -> None:
    if previous.role is Role.CLAIMED:
        keep_claimed(data, Claimed(account=previous))
    else:
        forget(data, credentials, previous)


def _ask(connection: Connection, login: str, password: str) -> SignInResponse:
    request = SignInRequest(
        login=login[:LOGIN_CHARS], password=password[:PASSWORD_CHARS], device=this_device()
    )
    return let_in(connection, "/v1/sign-in", request)


def let_in(connection: Connection, path: str, request: Struct) -> SignInResponse:
    """Return the token that the server gives for what is sent. Raises WorldFailed, or an ExchangeFailed."""
    try:
        body = encode(request)
    except UnicodeEncodeError as error:
        raise WorldFailed("The login or the password contains half of a character. Type it again.") from error
    answer = connection.request("POST", path, body=body)
    try:
        return parse(answer.body, SignInResponse)
    except BadMessage as error:
        raise NotItdesk(connection.server, f"its answer cannot be read ({error})") from error


def this_device() -> str:
    """Return by which name this computer is listed among those where a person is signed in."""
    return platform.node()[:200]


def _end_token(connection: Connection) -> None:
    try:
        connection.request("POST", "/v1/sign-out", expect=None, deadline_s=5.0)
    except ExchangeFailed as error:
        logger.info("the server was not told of the sign-out: %s", error)


def forget(data: DataFolder, credentials: CredentialStore, account: Account) -> SignedOut:
    """Remove token and replica; keep the outbox where something in it is not sent; return how much.

    A file whose bytes are still on their way counts like a change. Nothing is opened before the replica is
    gone: a full disk must not keep it, and who is stopped halfway may begin again.
    """
    with told_plainly(data.root):
        folder = data.account_folder(account.server_url, account.person_id)
        credentials.delete(account.key)
    remove_replica(folder)
    outbox = Outbox(folder)
    left = outbox.end()
    if not outbox.path.exists():
        DraftFiles(folder).keep_only(())  # the draft that named them is gone
    return SignedOut(kept_unsent=left)
