"""Who is signed in here, and the two files in which her work is kept."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from itdesk.domain.changes import Change
from itdesk.domain.ids import PersonId
from itdesk.domain.people import Actor, Person, Role
from itdesk.replica.failures import told_plainly
from itdesk.replica.outbox import Outbox
from itdesk.replica.outbox_entry import KeptFile
from itdesk.replica.replica import Replica
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.private_file import write_private

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Account:
    """One person on one server, as the server last described her at sign-in."""

    server_url: str
    person_id: PersonId
    login: str
    name: str
    role: Role

    @property
    def key(self) -> str:
        """The text under which her token is kept."""
        return f"{self.server_url} {self.person_id}"


def utc_now() -> datetime:
    """Return the time by this computer's clock."""
    return datetime.now(UTC)


def nobody_waits() -> None:
    """Wake nobody: the next exchange finds what was saved."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything that a call needs: who works here, her files, the clock, and whom to wake after saving."""

    data: DataFolder
    account: Account
    replica: Replica
    outbox: Outbox
    now: Callable[[], datetime] = utc_now
    wake: Callable[[], None] = nobody_waits

    @property
    def actor(self) -> Actor:
        """Who acts, with the role as last told by the server."""
        return self.replica.actor()

    def save(
        self,
        changes: list[Change],
        files: list[tuple[KeptFile, bytes]] | None = None,
        *,
        in_place_of_draft: str | None = None,
    ) -> None:
        """Keep these changes for certain, show them, and wake who sends them. Raises WorldFailed."""
        self.outbox.keep(changes, files or [], in_place_of_draft=in_place_of_draft)
        self.replica.catch_up(self.outbox)
        self.wake()


def open_desk(
    data: DataFolder, *, now: Callable[[], datetime] = utc_now, wake: Callable[[], None] = nobody_waits
) -> Desk | None:
    """Return the desk of who is signed in, or `None` when nobody is. Raises WorldFailed."""
    account = current_account(data)
    return None if account is None else desk_of(data, account, now=now, wake=wake)


def desk_of(
    data: DataFolder,
    account: Account,
    *,
    now: Callable[[], datetime] = utc_now,
    wake: Callable[[], None] = nobody_waits,
) -> Desk:
    """Return this person's desk. Raises WorldFailed."""
    with told_plainly(data.root):
        folder = data.account_folder(account.server_url, account.person_id)
    replica = Replica(folder, Actor(id=account.person_id, role=account.role))
    replica.introduce(Person(id=account.person_id, login=account.login, name=account.name, role=account.role))
    return Desk(data=data, account=account, replica=replica, outbox=Outbox(folder), now=now, wake=wake)


def close_desk(desk: Desk) -> None:
    """Let go of the files."""
    desk.replica.close()
    desk.outbox.close()


def current_account(data: DataFolder) -> Account | None:
    """Return who is signed in; a damaged note of it counts as nobody. Raises WorldFailed."""
    with told_plainly(_account_file(data)):
        try:
            content = _account_file(data).read_bytes()
        except FileNotFoundError:
            return None
    try:
        return msgspec.json.decode(content, type=Account)
    except msgspec.MsgspecError as error:
        logger.warning("%s is damaged (%s): nobody is signed in", _account_file(data), error)
        return None


def account_mark(data: DataFolder) -> tuple[int, int] | None:
    """Return a mark of the note of who is signed in: another after each sign-in; `None` when nobody is."""
    try:
        found = _account_file(data).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def write_account(data: DataFolder, account: Account) -> None:
    """Note who is signed in. Raises WorldFailed."""
    with told_plainly(_account_file(data)):
        data.create()
        write_private(_account_file(data), msgspec.json.encode(account))


def forget_account(data: DataFolder) -> None:
    """Note that nobody is signed in. Raises WorldFailed."""
    with told_plainly(_account_file(data)):
        _account_file(data).unlink(missing_ok=True)


def _account_file(data: DataFolder) -> Path:
    return data.root / "account.json"
