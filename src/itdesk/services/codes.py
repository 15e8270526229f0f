"""Signing in by a one-time code: an invitation, a reset, the first start of a server."""

from itdesk.connection.connection import Connection
from itdesk.protocol.messages import NewPasswordRequest, SetUpRequest
from itdesk.services.code_use import CodeUse
from itdesk.services.desk import Account
from itdesk.services.failures import network_told_plainly
from itdesk.services.signing import let_in, take_in, this_device
from itdesk.workstation.credentials import CredentialStore
from itdesk.workstation.paths import DataFolder


def use_code(data: DataFolder, credentials: CredentialStore, connection: Connection, use: CodeUse) -> Account:
    """Exchange a code for a token, with the password that counts from now on; then as after a sign-in.

    Raises WorldFailed with the server's sentence (a code that does not count as well), or the disk's.
    """
    path = "/v1/set-up" if use.is_set_up else "/v1/new-password"
    with network_told_plainly():
        answer = let_in(connection, path, _request(use))
    return take_in(data, credentials, connection, answer)


def _request(use: CodeUse) -> SetUpRequest | NewPasswordRequest:
    if use.is_set_up:
        return SetUpRequest(
            code=use.code, login=use.login, name=use.name, password=use.password, device=this_device()
        )
    return NewPasswordRequest(code=use.code, password=use.password, device=this_device())
