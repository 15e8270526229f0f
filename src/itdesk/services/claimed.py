"""The login under which this profile reported before somebody signed in, kept until she says whose it was."""

import logging
from dataclasses import dataclass
from pathlib import Path

import msgspec

from itdesk.domain.people import Role
from itdesk.replica.failures import told_plainly
from itdesk.replica.outbox import Outbox
from itdesk.replica.outbox_entry import State
from itdesk.services.desk import Account, current_account
from itdesk.workstation.paths import DataFolder
from itdesk.workstation.private_file import write_private

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """A claimed login. `is_answered`: whoever is signed in now has said that it is somebody else."""

    account: Account
    is_answered: bool = False


def keep_claimed(data: DataFolder, claimed: Claimed) -> None:
    """Note under which login this profile reported. Raises WorldFailed."""
    with told_plainly(_file(data)):
        write_private(_file(data), msgspec.json.encode(claimed))


def claimed_here(data: DataFolder) -> Claimed | None:
    """Return what was noted; a damaged note counts as none. Raises WorldFailed."""
    with told_plainly(_file(data)):
        try:
            content = _file(data).read_bytes()
        except FileNotFoundError:
            return None
    try:
        return msgspec.json.decode(content, type=Claimed)
    except msgspec.MsgspecError as error:
        logger.warning("%s is damaged (%s): nobody is asked", _file(data), error)
        return None


def forget_claimed(data: DataFolder) -> None:
    """It is known whose it was. Raises WorldFailed."""
    with told_plainly(_file(data)):
        _file(data).unlink(missing_ok=True)


def open_question(data: DataFolder) -> Account | None:
    """Return the login of which she who is signed in is still to be asked whether she is it.

    None where nothing was reported under it. Raises WorldFailed.
    """
    account, claimed = current_account(data), claimed_here(data)
    if account is None or account.role is Role.CLAIMED or claimed is None or claimed.is_answered:
        return None
    with told_plainly(data.root):
        outbox = Outbox(data.account_folder(claimed.account.server_url, claimed.account.person_id))
    try:
        return claimed.account if any(outbox.count(state) for state in State) else None
    finally:
        outbox.close()


def decline(data: DataFolder) -> None:
    """What was reported before she signed in is somebody else's: it stays apart. Raises WorldFailed."""
    claimed = claimed_here(data)
    if claimed is not None:
        keep_claimed(data, Claimed(account=claimed.account, is_answered=True))


def _file(data: DataFolder) -> Path:
    return data.root / "claimed.json"
