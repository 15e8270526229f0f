"""The secret by which the help desk knows this profile again, before anybody has signed in here."""

import re
import secrets

from itdesk.workstation.paths import DataFolder
from itdesk.workstation.private_file import create_private, write_private

SECRET = re.compile("[0-9a-f]{64}")
SECRET_BYTES = 32


def read_profile(folder: DataFolder) -> str:
    """Return this profile's secret, made at the first call. Raises OSError.

    Two processes that start together get the same one. A damaged file is replaced.
    """
    folder.create()
    path = folder.profile_file
    if not path.exists():
        create_private(path, secrets.token_hex(SECRET_BYTES).encode())
    known = path.read_bytes().decode("ascii", "replace").strip()
    if SECRET.fullmatch(known) is None:
        known = secrets.token_hex(SECRET_BYTES)
        write_private(path, known.encode())
    return known


def forget_profile(folder: DataFolder) -> None:
    """The next one is another profile. Raises OSError."""
    folder.profile_file.unlink(missing_ok=True)
