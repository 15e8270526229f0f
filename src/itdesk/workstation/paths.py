"""Where the program keeps what it keeps."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "itdesk"
PRIVATE = 0o700


@dataclass(frozen=True)
class DataFolder:
    """The folder of everything that the client keeps, readable by its owner alone."""

    root: Path

    def create(self) -> "DataFolder":
        """Make the folder where it is missing and return self. Raises OSError."""
        make_private(self.root)
        return self

    @property
    def settings_file(self) -> Path:
        """What the person chose."""
        return self.root / "settings.toml"

    @property
    def device_file(self) -> Path:
        """The random name of this computer."""
        return self.root / "device-id"

    @property
    def profile_file(self) -> Path:
        """The secret by which the help desk knows this profile again before anybody signs in."""
        return self.root / "profile"

    @property
    def sync_lock(self) -> Path:
        """Held by the process that exchanges with the server."""
        return self.root / "sync.lock"

    @property
    def credentials(self) -> Path:
        """Tokens in files, only where that was asked for."""
        return self.root / "credentials"

    @property
    def history(self) -> Path:
        """What this computer noted about itself in the last days."""
        return self.root / "history"

    @property
    def logs(self) -> Path:
        """What the program did."""
        return self.root / "logs"

    def account_folder(self, server_url: str, person_key: str) -> Path:
        """Return the folder for one person on one server, made where missing. Raises OSError.

        Its name is the same for the same pair, different for any other, and safe whatever the texts are.
        """
        digest = hashlib.sha256(f"{server_url}\0{person_key}".encode("utf-8", "surrogatepass")).hexdigest()
        host = re.sub(r"[^a-z0-9.-]+", "-", server_url.lower().partition("://")[2])[:40].strip("-.")
        return make_private(self.root / "accounts" / f"{host or 'server'}-{digest[:20]}")


def data_folder(chosen: str = "") -> DataFolder:
    """Return the folder that was `chosen`, or the operating system's usual one. Nothing is made yet."""
    if chosen:
        return DataFolder(Path(chosen).expanduser().absolute())
    import platformdirs  # only where nobody chose: 17 ms

    return DataFolder(platformdirs.user_data_path(PROGRAM, appauthor=False))


def make_private(folder: Path) -> Path:
    """Return `folder`, made with its parents where missing, entered by its owner alone. Raises OSError."""
    if not folder.is_dir():
        make_private_parents(folder)
        folder.mkdir(mode=PRIVATE, exist_ok=True)
    return folder


def make_private_parents(folder: Path) -> None:
    """Make what is missing above `folder`, each entered by its owner alone: mkdir's parents are not."""
    for parent in reversed(folder.parents):
        if not parent.exists():
            parent.mkdir(mode=PRIVATE, exist_ok=True)
