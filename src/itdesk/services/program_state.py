"""What this program is and how it stands, for whoever helps: versions, settings, folder, last exchange."""

import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from itdesk.connection.errors import ExchangeFailed, failure_from
from itdesk.replica.contact import Contact
from itdesk.replica.failures import WorldFailed
from itdesk.replica.look import OutboxState, look_at_outbox
from itdesk.services.desk import Account, current_account
from itdesk.settings import BY_NAME, DECLARATIONS, Settings, Source
from itdesk.version import VERSION
from itdesk.workstation.log import HIDDEN, hide_secrets
from itdesk.workstation.paths import DataFolder

LOOK_S = 0.2
"""The page tells how much waits; whether the file is whole, the doctor tells."""


@dataclass(frozen=True, kw_only=True)
class SettingState:
    """One setting as it holds now, and where that comes from. Passwords in addresses are blotted out."""

    name: str
    value: str
    source: Source
    origin: str
    is_locked: bool = False
    """Whether somebody else than the person has decided."""


@dataclass(frozen=True, kw_only=True)
class ProgramState:
    """All of it at one moment. `versions` are names of programs with their versions."""

    versions: tuple[tuple[str, str], ...]
    settings: tuple[SettingState, ...]
    folder: Path
    log: Path
    person: str = ""
    server: str = ""
    last_sync: datetime | None = None
    problem: ExchangeFailed | None = None
    """Why the last exchange did not work."""
    waiting: int = 0
    refused: int = 0


def program_state(data: DataFolder, settings: Settings) -> ProgramState:
    """Return how the program stands. Never touches the network, never raises."""
    account = _account(data)
    outbox = _outbox(data, account)
    return ProgramState(
        versions=(("itdesk", VERSION), ("Python", platform.python_version()), (system_name(), _release())),
        settings=setting_states(settings),
        folder=data.root,
        log=data.logs / "desktop.log",
        person=account.name if account else "",
        server=account.server_url if account else settings.server_url,
        last_sync=outbox.contact.last_sync if outbox else None,
        problem=_problem(outbox.contact, account.server_url) if outbox and account else None,
        waiting=outbox.waiting if outbox else 0,
        refused=outbox.refused if outbox else 0,
    )


def setting_states(settings: Settings) -> tuple[SettingState, ...]:
    """Return every setting as it holds now, in the order in which they are declared."""
    return tuple(_setting_state(settings, one.name) for one in DECLARATIONS)


def system_name() -> str:
    """Return the name of the operating system."""
    return {"Darwin": "macOS"}.get(platform.system(), platform.system() or "System")


def _release() -> str:
    return platform.mac_ver()[0] or platform.release()


def _problem(last: Contact, server: str) -> ExchangeFailed | None:
    """Return what stood in the way; a note of before, which has no kind, keeps its sentence."""
    if not last.problem:
        return None
    server = hide_secrets(server)
    if not last.kind:
        return ExchangeFailed(server, hide_secrets(last.problem))
    return failure_from(server, last.kind, hide_secrets(last.detail))


def _setting_state(settings: Settings, name: str) -> SettingState:
    value = getattr(settings, name)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return SettingState(
        name=name,
        value=HIDDEN if text and BY_NAME[name].is_secret else hide_secrets(text),
        source=settings.sources[name],
        origin=settings.origins[name],
        is_locked=settings.decided_by(name) is not None,
    )


def _account(data: DataFolder) -> Account | None:
    try:
        return current_account(data)
    except WorldFailed:
        return None


def _outbox(data: DataFolder, account: Account | None) -> OutboxState | None:
    if account is None:
        return None
    try:
        folder = data.account_folder(account.server_url, account.person_id)
    except OSError:
        return None
    return look_at_outbox(folder, LOOK_S)
