"""Examines what itdesk needs on this computer: each step says what it found, and the fix, in one sentence."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from itdesk.connection.connection import Connection
from itdesk.replica.failures import WorldFailed
from itdesk.replica.look import FileState, OutboxState, Soundness, look_at_outbox, look_at_replica
from itdesk.services.desk import Account, current_account, utc_now
from itdesk.services.doctor_words import WORDS
from itdesk.settings import Settings
from itdesk.workstation.credential_store import CredentialStore, StoreName
from itdesk.workstation.credentials import open_credential_store
from itdesk.workstation.log import hide_secrets
from itdesk.workstation.paths import DataFolder

MANY_WAIT = 50
LONG_WAIT = timedelta(hours=1)
LOW_MB, FULL_MB = 1_000, 100
TEST_ACCOUNT = "itdesk doctor"


class Verdict(StrEnum):
    """How a step went."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One step: `code` names its sentences in doctor_words.WORDS, `values` fills their places."""

    step: str
    verdict: Verdict
    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def found(self) -> str:
        """What was found, an English sentence without secrets."""
        return WORDS[self.code].found.format(**self.shown)

    @property
    def fix(self) -> str:
        """What to do, an English sentence; empty where all is well."""
        return WORDS[self.code].fix.format(**self.shown)

    @property
    def shown(self) -> Mapping[str, str | int]:
        """The values without secrets."""
        return {name: hide_secrets(one) if isinstance(one, str) else one for name, one in self.values.items()}


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is examined. `connect` opens the way to a server's address and raises BadAddress."""

    data: DataFolder
    settings: Settings
    connect: Callable[[str], Connection]
    now: Callable[[], datetime] = utc_now


def examine(case: Case) -> Iterator[Finding]:
    """Yield the steps, one after the other; all together take 20 seconds at most. Never raises."""
    from itdesk.services.doctor_way import way_and_clock

    yield settings_step(case.settings)
    try:
        account = current_account(case.data)
    except WorldFailed as error:
        yield finding("account", Verdict.FAIL, "unreadable", why=error.sentence, folder=case.data.root)
        account = None
    else:
        yield from account_steps(case, account)
    yield keyring_step(open_credential_store(case.settings.credential_store, case.data), case.data)
    yield from way_and_clock(case, account.server_url if account else case.settings.server_url)
    yield disk_step(case.data.root)
    yield log_step(case.data)


def is_well(findings: Iterable[Finding]) -> bool:
    """Return whether nothing has failed."""
    return all(one.verdict is not Verdict.FAIL for one in findings)


def finding(step: str, verdict: Verdict, what: str, **values: object) -> Finding:
    """Return a step whose code is `step.what`."""
    shown = {name: value if isinstance(value, int) else str(value) for name, value in values.items()}
    return Finding(step=step, verdict=verdict, code=f"{step}.{what}", values=shown)


def settings_step(settings: Settings) -> Finding:
    """Return whether every line of the settings counts."""
    if not settings.problems:
        return finding("settings", Verdict.OK, "fine")
    first = settings.problems[0].sentence()
    return finding("settings", Verdict.WARN, "ignored", count=len(settings.problems), problem=first)


def account_steps(case: Case, account: Account | None) -> Iterator[Finding]:
    """Yield who is signed in, and how her two files are."""
    if account is None:
        yield finding("account", Verdict.WARN, "nobody")
        return
    try:
        folder = case.data.account_folder(account.server_url, account.person_id)
    except OSError as error:
        why = error.strerror or str(error)
        yield finding("account", Verdict.FAIL, "unreadable", why=why, folder=case.data.root)
        return
    outbox = look_at_outbox(folder)
    if outbox.contact.sign_in_needed:
        yield finding("account", Verdict.WARN, "sign_in_needed", person=account.name)
    else:
        person, server = account.name, account.server_url
        yield finding("account", Verdict.OK, "signed_in", person=person, server=server)
    yield store_step(look_at_replica(folder))
    yield outbox_step(outbox, case.now())


def store_step(file: FileState) -> Finding:
    """Return how the copy of the tickets is."""
    return _file_step("store", file)


def outbox_step(outbox: OutboxState, now: datetime) -> Finding:
    """Return how the outbox is, and whether something in it has waited for long."""
    if outbox.file.soundness in (Soundness.MISSING, Soundness.DAMAGED, Soundness.UNREADABLE):
        return _file_step("outbox", outbox.file)
    if outbox.refused:
        refused, waiting = outbox.refused, outbox.waiting
        return finding("outbox", Verdict.WARN, "refused", refused=refused, waiting=waiting)
    since = outbox.waits_since
    if since is not None and (outbox.waiting >= MANY_WAIT or now - since > LONG_WAIT):
        return finding("outbox", Verdict.WARN, "waits", waiting=outbox.waiting, since=_local_time(since))
    return finding("outbox", Verdict.OK, "sound", waiting=outbox.waiting)


def _file_step(step: str, file: FileState) -> Finding:
    is_bad = file.soundness in (Soundness.DAMAGED, Soundness.UNREADABLE)
    verdict = Verdict.FAIL if is_bad else Verdict.OK
    return finding(step, verdict, file.soundness.value, path=file.path, why=file.why)


def _local_time(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def keyring_step(store: CredentialStore, data: DataFolder) -> Finding:
    """Return whether the store of the sign-in keeps a test value. A keyring gets five seconds."""
    asked_for = store.name
    value = os.urandom(8).hex()
    try:
        store.set(TEST_ACCOUNT, value)
        kept = store.get(TEST_ACCOUNT)
        store.delete(TEST_ACCOUNT)
    except OSError as error:
        why = error.strerror or str(error)
        return finding("keyring", Verdict.FAIL, "failed", why=why, folder=data.root)
    if store.name is not asked_for:
        return finding("keyring", Verdict.WARN, "unusable")
    if kept != value:
        return finding("keyring", Verdict.FAIL, "forgotten")
    return finding("keyring", Verdict.OK, StoreName(asked_for).value)


def disk_step(folder: Path) -> Finding:
    """Return whether there is room for what is written next."""
    try:
        free_mb = shutil.disk_usage(folder).free // 1_000_000
    except OSError as error:
        return finding("disk", Verdict.WARN, "unknown", why=error.strerror or error)
    if free_mb >= LOW_MB:
        return finding("disk", Verdict.OK, "enough", free_mb=free_mb)
    verdict = Verdict.FAIL if free_mb < FULL_MB else Verdict.WARN
    return finding("disk", verdict, "low", free_mb=free_mb)


def log_step(data: DataFolder) -> Finding:
    """Return whether the log can be written."""
    try:
        data.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        writable = os.access(data.logs, os.W_OK | os.X_OK)
        why = "" if writable else f"{data.logs} may not be written"
    except OSError as error:
        why = error.strerror or str(error)
    if why:
        return finding("log", Verdict.WARN, "unwritable", why=why, folder=data.root)
    return finding("log", Verdict.OK, "written", path=data.logs)
