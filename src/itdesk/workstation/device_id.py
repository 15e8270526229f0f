"""The random name by which the help desk knows this computer again."""

from uuid import UUID, uuid4

from itdesk.workstation.paths import DataFolder
from itdesk.workstation.private_file import create_private, write_private


def read_device_id(folder: DataFolder) -> str:
    """Return this computer's id, made at the first call. Raises OSError.

    Two processes that start together get the same one. A damaged file is replaced.
    """
    folder.create()
    path = folder.device_file
    if not path.exists():
        create_private(path, f"{uuid4()}\n".encode())
    known = _parse(path.read_bytes())
    if known is None:
        known = str(uuid4())
        write_private(path, f"{known}\n".encode())
    return known


def _parse(content: bytes) -> str | None:
    try:
        return str(UUID(content.decode("ascii").strip()))
    except ValueError:
        return None
