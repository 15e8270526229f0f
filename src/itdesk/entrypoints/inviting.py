"""Makes one-time codes for people, from the command line."""

from functools import partial
from pathlib import Path

from itdesk.domain.people import Role
from itdesk.entrypoints.server import Unusable, utc_now, with_store
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.codes import Codes, Made
from itdesk.server.accounts.errors import UnknownLogin
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.store.audit import SERVER
from itdesk.server.store.store import Store


def invite(*, login: str, name: str, role: Role, data_dir: Path | None, database: str | None) -> int:
    """Print the code with which somebody chooses her password, made known first if she is new.

    Return the exit code. What prevents it is one sentence.
    """
    return with_store(partial(_invited, login, name, role), data_dir, database)


def reset_password(*, login: str, data_dir: Path | None, database: str | None) -> int:
    """Print the code with which somebody chooses a new password; return the exit code."""

    def made(store: Store) -> str:
        codes = _codes(store)
        return _told(codes.reset(codes.person_of(login), by=SERVER), login)

    return with_store(made, data_dir, database)


def _invited(login: str, name: str, role: Role, store: Store) -> str:
    codes = _codes(store)
    try:
        person_id = codes.person_of(login)
    except UnknownLogin:
        if not name:
            raise Unusable(f"Nobody has the login “{login}” yet. Give her name with --name.") from None
        accounts = Accounts(store, now=utc_now, passwords=Passwords())
        person_id = accounts.add_person(login, name=name, role=role).id
    return _told(codes.invite(person_id, by=SERVER), login)


def _codes(store: Store) -> Codes:
    return Codes(store, now=utc_now, passwords=Passwords())


def _told(made: Made, login: str) -> str:
    until = made.ends_at.isoformat(timespec="minutes").replace("+00:00", "Z")
    return (
        f"{made.code}\n"
        f"Give this code to {login} alone. It counts once, until {until}: in itdesk's sign-in window, "
        "“I have a code”."
    )
