"""What starts with the desktop on Linux: desktop entries in the autostart folders of XDG."""

import os
from collections.abc import Sequence
from pathlib import Path

from itdesk.workstation.autostart import NAME, Autostart, SetBy
from itdesk.workstation.private_file import write_private

FILE_NAME = f"{NAME}.desktop"
FILE_BYTES = 64 * 1024
QUOTED = str.maketrans({character: f"\\{character}" for character in '"`$\\'})


def own_folder() -> Path:
    """Return this person's folder of entries."""
    chosen = os.environ.get("XDG_CONFIG_HOME", "")
    base = Path(chosen) if chosen.startswith("/") else Path.home() / ".config"
    return base / "autostart"


def shared_folders() -> tuple[Path, ...]:
    """Return the folders in which IT puts entries for everybody, the strongest first."""
    chosen = os.environ.get("XDG_CONFIG_DIRS", "") or "/etc/xdg"
    return tuple(Path(folder) / "autostart" for folder in chosen.split(":") if folder.startswith("/"))


class DesktopEntries:
    """A file of the person's own counts; where she has none, IT's does. `Hidden=true` switches off."""

    def __init__(self, own: Path, shared: Sequence[Path], command: Sequence[str]) -> None:
        self._own = own / FILE_NAME
        self._shared = [folder / FILE_NAME for folder in shared]
        self._command = command

    def state(self) -> Autostart:
        """Return how it is now. Raises OSError."""
        shared = self._shared_starts()
        own = starts(self._own)
        if own is not None:
            return Autostart(is_on=own, set_by=SetBy.MACHINE if shared else SetBy.PERSON)
        return Autostart(is_on=shared, set_by=SetBy.MACHINE if shared else SetBy.PERSON)

    def switch(self, *, is_on: bool) -> None:
        """Switch this person's start on or off; IT's entry is hidden or shown again. Raises OSError."""
        if self._shared_starts() is is_on:
            self._own.unlink(missing_ok=True)
            return
        self._own.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(self._own, entry(self._command, is_hidden=not is_on).encode())

    def _shared_starts(self) -> bool:
        told = (starts(path) for path in self._shared)
        return next((one for one in told if one is not None), False)


def starts(path: Path) -> bool | None:
    """Return whether the entry starts something, `None` when there is no entry. Raises OSError."""
    try:
        with path.open("rb") as file:
            text = file.read(FILE_BYTES).decode("utf-8", "replace")
    except (FileNotFoundError, NotADirectoryError):
        return None
    values = values_of(text)
    return (
        values.get("Hidden", "").lower() != "true"
        and values.get("X-GNOME-Autostart-enabled", "").lower() != "false"
    )


def values_of(text: str) -> dict[str, str]:
    """Return the values of the group "Desktop Entry"; of a key that stands twice, the first."""
    values: dict[str, str] = {}
    is_ours = False
    for line in text.splitlines():
        if line.startswith("["):
            is_ours = line.strip() == "[Desktop Entry]"
        elif is_ours and not line.startswith("#"):
            key, _, value = line.partition("=")
            values.setdefault(key.strip(), value.strip())
    return values


def entry(command: Sequence[str], *, is_hidden: bool = False) -> str:
    """Return a desktop entry that starts `command`, or that starts nothing."""
    # A value is read twice: once as a string, in which a backslash is doubled, once as words.
    words = " ".join(f'"{word.translate(QUOTED)}"' for word in command).replace("\\", "\\\\")
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=itdesk",
        "Comment=Help from your own IT",
        "Icon=itdesk",
        f"Exec={words.replace('%', '%%')}",
        "Terminal=false",
        "X-GNOME-Autostart-Delay=5",
    ]
    return "\n".join([*lines, *(["Hidden=true"] if is_hidden else []), ""])
