"""Closes a data folder to everybody but its owner, whatever it was before.

On Windows the folder lies in the person's own profile, which only she, the system and administrators enter;
its rights are inherited, and there is nothing to narrow.
"""

import os
import stat
import sys
from pathlib import Path

OPEN_TO_OTHERS = 0o077
WRITABLE_BY_OTHERS = 0o022
OURS = frozenset({"accounts", "credentials", "desktop.lock", "device-id", "history", "logs", "settings.toml"})
"""One of these stands in every folder that the program has used."""


class FolderOpen(OSError):
    """Others can enter a folder, and closing it could do harm. The text is part of a sentence."""


def close_to_others(folder: Path) -> None:
    """Take from others every right on `folder` and on all that is in it. Raises FolderOpen and OSError.

    A folder that nobody else can enter costs one look: nobody reaches what is in it. What holds other
    things than ours is not narrowed: it may be shared on purpose. Where others could write, nothing that is
    found can be believed.
    """
    if sys.platform == "win32":
        return
    found = folder.stat()
    if found.st_uid != os.geteuid():
        raise FolderOpen("it belongs to another user of this computer")
    if not found.st_mode & OPEN_TO_OTHERS:
        return
    names = {entry.name for entry in folder.iterdir()}
    if names and not names & OURS:
        raise FolderOpen("others can enter it, and it holds other things than itdesk's")
    if names and found.st_mode & WRITABLE_BY_OTHERS:
        raise FolderOpen("others can write in it. If all in it is yours, take that away: chmod -R go= FOLDER")
    folder.chmod(stat.S_IRWXU)
    _close_content(folder)


def _close_content(folder: Path) -> None:
    """Take others' rights on what is in `folder`; links are not followed: what they lead to is not ours."""
    for path in folder.rglob("*"):
        mode = path.lstat().st_mode
        if mode & OPEN_TO_OTHERS and (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            path.chmod(stat.S_IMODE(mode) & ~OPEN_TO_OTHERS)
