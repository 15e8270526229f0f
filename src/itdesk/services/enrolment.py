"""Reporting before anybody has signed in: this profile's claimed login, and whose it turns out to be."""

import getpass
import platform

from itdesk.connection.connection import Connection
from itdesk.connection.errors import NotItdesk
from itdesk.domain.enrolment import claimed_person, person_of_profile
from itdesk.domain.people import Role
from itdesk.domain.refusals import Refused
from itdesk.protocol.enrolment import EnrolRequest, LinkRequest, LinkResponse
from itdesk.protocol.messages import SignInResponse
from itdesk.protocol.parsing import BadMessage, encode, parse
from itdesk.replica.failures import told_plainly
from itdesk.replica.outbox import Outbox
from itdesk.replica.outbox_entry import State
from itdesk.services.claimed import claimed_here, forget_claimed
from itdesk.services.desk import Account, close_desk, current_account, desk_of, write_account
from itdesk.services.failures import WorldFailed, network_told_plainly
from itdesk.services.signing import forget
from itdesk.services.synchronising import exchange_now
from itdesk.workstation.credentials import CredentialStore
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.profile import forget_profile, read_profile
from itdesk.workstation.sync_lock import SyncLock

ENROL_S = 30.0
SEND_S = 30.0
UNSENT = "Some of these reports have not been sent yet. Try again when the server can be reached."


def claim_login(data: DataFolder, server_url: str, os_login: str | None = None) -> Account | None:
    """Note that this profile reports under the login of the operating system, where nobody is signed in.

    Nothing is asked of the network: the id follows from the profile's secret. Raises WorldFailed.
    """
    if current_account(data) is not None:
        return None
    with told_plainly(data.root):
        profile = read_profile(data)
        folder = data.account_folder(server_url, person_of_profile(profile))
    try:
        person = claimed_person(profile, os_login or login_here(), platform.node()[:200])
    except Refused:
        person = claimed_person(profile, "?", "")
    account = Account(
        server_url=server_url, person_id=person.id, login=person.login, name=person.name, role=person.role
    )
    outbox = Outbox(folder)
    outbox.begin()
    outbox.close()
    write_account(data, account)
    return account


def login_here() -> str:
    """Return the login by which this person is known to the operating system; "?" where it has none."""
    try:
        return getpass.getuser() or "?"
    except (OSError, KeyError, ImportError):
        return "?"


def enrolled_token(
    data: DataFolder, credentials: CredentialStore, connection: Connection, account: Account, key: str
) -> str:
    """Return the token of a claimed login, bought with the key where there is none yet.

    One process at a time. Raises an ExchangeFailed, or WorldFailed for the disk.
    """
    with told_plainly(data.sync_lock), SyncLock(data.sync_lock).held(ENROL_S):
        token = credentials.get(account.key)
        if token is None:
            token = _bought(data, connection, account, key)
            credentials.set(account.key, token)
    return token


def renew(credentials: CredentialStore, account: Account, key: str) -> bool:
    """Forget a token that the server takes no more; return whether another one may be bought."""
    if account.role is not Role.CLAIMED or not key:
        return False
    credentials.delete(account.key)
    return True


def link(data: DataFolder, credentials: CredentialStore, hers: Connection, claimed: Connection) -> int:
    """Have what this profile reported made hers, what waits here first; return how many tickets.

    `hers` and `claimed` are the ways to the server with the one token and with the other. Done again after
    it was cut off, it goes on. Raises WorldFailed; then nothing is lost.
    """
    found = claimed_here(data)
    if found is None:
        return 0
    _send_rest(data, found.account, claimed)
    token = credentials.get(found.account.key)
    with network_told_plainly():
        answer = _asked_to_link(hers, token or "")
    forget(data, credentials, found.account)
    forget_claimed(data)
    with told_plainly(data.root):
        forget_profile(data)
    return answer.tickets


def _bought(data: DataFolder, connection: Connection, account: Account, key: str) -> str:
    request = EnrolRequest(
        key=key[:200], profile=read_profile(data), os_login=account.name, device=platform.node()[:200]
    )
    answer = connection.request("POST", "/v1/enrol", body=encode(request))
    try:
        bought = parse(answer.body, SignInResponse)
    except BadMessage as error:
        raise NotItdesk(connection.server, f"its answer cannot be read ({error})") from error
    if bought.person.id != account.person_id:
        raise NotItdesk(connection.server, "it enrols another login than was asked for")
    return bought.token


def _send_rest(data: DataFolder, account: Account, connection: Connection) -> None:
    desk = desk_of(data, account)
    try:
        if not desk.outbox.count(State.QUEUED):
            return
        exchange_now(desk, connection, wait_s=SEND_S)
        if desk.outbox.count(State.QUEUED):
            raise WorldFailed(UNSENT)
    finally:
        close_desk(desk)


def _asked_to_link(connection: Connection, token: str) -> LinkResponse:
    answer = connection.request("POST", "/v1/enrolments/link", body=encode(LinkRequest(token=token)))
    try:
        return parse(answer.body, LinkResponse)
    except BadMessage as error:
        raise NotItdesk(connection.server, f"its answer cannot be read ({error})") from error
