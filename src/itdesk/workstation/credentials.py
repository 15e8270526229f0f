"""Chooses where the token of a sign-in is kept: keyring, memory, or a file when that was asked for."""

from itdesk.workstation.credential_store import CredentialStore, MemoryStore, StoreName
from itdesk.workstation.file_store import FileStore
from itdesk.workstation.keyring_store import KeyringStore, open_system_keyring
from itdesk.workstation.paths import DataFolder

__all__ = ["CredentialStore", "StoreName", "open_credential_store"]


def open_credential_store(name: str, folder: DataFolder) -> CredentialStore:
    """Return the store that the setting credential_store names: "keyring", "memory" or "file"."""
    match StoreName(name):
        case StoreName.KEYRING:
            return KeyringStore(open_system_keyring)
        case StoreName.MEMORY:
            return MemoryStore()
        case StoreName.FILE:
            return FileStore(folder)
