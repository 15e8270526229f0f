"""Keeping the token."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError

from itdesk.workstation.credential_store import SESSION_ONLY, MemoryStore
from itdesk.workstation.credentials import CredentialStore, StoreName, open_credential_store
from itdesk.workstation.file_store import FileStore
from itdesk.workstation.keyring_store import KeyringFailed, KeyringStore, open_system_keyring
from itdesk.workstation.paths import DataFolder


class FakeKeyring:
    """A keyring that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, account: str, /) -> str | None:
        return self.kept.get((service, account))

    def set_password(self, service: str, account: str, secret: str, /) -> None:
        self.kept[service, account] = secret

    def delete_password(self, service: str, account: str, /) -> None:
        if (service, account) not in self.kept:
            raise PasswordDeleteError("no such password")
        del self.kept[service, account]


class BrokenKeyring(FakeKeyring):
    """A keyring whose every call fails."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def get_password(self, service: str, account: str, /) -> str | None:
        raise self._error

    def set_password(self, service: str, account: str, secret: str, /) -> None:
        raise self._error


class ForgetfulKeyring(FakeKeyring):
    """A keyring that takes everything and keeps nothing."""

    def set_password(self, service: str, account: str, secret: str, /) -> None:
        """Keep nothing."""


class LockedKeyring(FakeKeyring):
    """A keyring that waits for somebody to type its password."""

    def __init__(self, unlocked: Event) -> None:
        super().__init__()
        self._unlocked = unlocked
        self.calls = 0

    def get_password(self, service: str, account: str, /) -> str | None:
        self.calls += 1
        self._unlocked.wait(20)
        return "too late"


STORES = ["keyring", "memory", "file", "broken keyring"]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> CredentialStore:
    working = FakeKeyring()
    stores: dict[str, CredentialStore] = {
        "keyring": KeyringStore(lambda: working),
        "memory": MemoryStore(),
        "file": FileStore(DataFolder(tmp_path)),
        "broken keyring": KeyringStore(lambda: BrokenKeyring(KeyringError("locked"))),
    }
    return stores[request.param]


def test_every_store_keeps_a_token_an_account(store: CredentialStore) -> None:
    assert store.get("https://h|ann") is None
    store.set("https://h|ann", "tokén-1")
    store.set("https://h|bob", "token-2")
    store.set("https://h|ann", "tokén-3")
    assert (store.get("https://h|ann"), store.get("https://h|bob")) == ("tokén-3", "token-2")
    store.delete("https://h|ann")
    store.delete("https://h|ann")
    assert (store.get("https://h|ann"), store.get("https://h|bob")) == (None, "token-2")


def test_a_keyring_that_works_is_kept() -> None:
    keyring = FakeKeyring()
    store = KeyringStore(lambda: keyring)
    store.set("a", "t")
    assert keyring.kept == {("itdesk", "a"): "t"}
    assert (store.name, store.keeps_after_exit, store.statement) == (StoreName.KEYRING, True, "")


@pytest.mark.parametrize(
    "keyring",
    [BrokenKeyring(NoKeyringError("none")), BrokenKeyring(OSError("no bus")), ForgetfulKeyring()],
    ids=["none", "no bus", "forgetful"],
)
def test_without_a_keyring_the_session_goes_on_and_it_is_said(keyring: FakeKeyring) -> None:
    store = KeyringStore(lambda: keyring)
    store.set("a", "t")
    assert store.get("a") == "t"
    assert (store.name, store.keeps_after_exit, store.statement) == (StoreName.MEMORY, False, SESSION_ONLY)


def test_a_keyring_that_cannot_be_opened_counts_as_none() -> None:
    def fail() -> FakeKeyring:
        raise ImportError("no backend")

    store = KeyringStore(fail)
    assert store.get("a") is None
    assert not store.keeps_after_exit


def test_a_locked_keyring_is_waited_for_once_and_not_for_long() -> None:
    unlocked = Event()
    keyring = LockedKeyring(unlocked)
    store = KeyringStore(lambda: keyring, limit_s=0.05)
    begun = time.monotonic()
    assert store.get("a") is None
    assert time.monotonic() - begun < 5
    store.set("a", "t")
    assert store.get("a") == "t"
    assert not store.keeps_after_exit
    assert keyring.calls == 1
    unlocked.set()


def test_tokens_in_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    store = open_credential_store("file", DataFolder(tmp_path / "data"))
    store.set("https://h|ann", "t")
    (file,) = (tmp_path / "data" / "credentials").iterdir()
    assert file.stat().st_mode & 0o077 == 0
    assert "ann" not in file.name
    assert open_credential_store("file", DataFolder(tmp_path / "data")).get("https://h|ann") == "t"
    assert (store.name, store.keeps_after_exit) == (StoreName.FILE, True)


def test_memory_alone_says_so(tmp_path: Path) -> None:
    store = open_credential_store("memory", DataFolder(tmp_path))
    assert (store.name, store.keeps_after_exit, store.statement) == (StoreName.MEMORY, False, SESSION_ONLY)


def test_the_keyring_is_not_touched_before_it_is_asked(tmp_path: Path) -> None:
    assert open_credential_store("keyring", DataFolder(tmp_path)).name is StoreName.KEYRING


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring], ids=["none", "keeps nothing"])
def test_a_keyring_that_is_none_is_not_used(backend: Callable[[], KeyringBackend]) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(backend())
    try:
        with pytest.raises(KeyringFailed):
            open_system_keyring()
    finally:
        keyring.set_keyring(before)
