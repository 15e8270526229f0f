"""The folder in which a recording lies until it is looked through. Never called on the GUI thread."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP

from itdesk.services.failures import WorldFailed
from itdesk.workstation.paths import make_private
from itdesk.workstation.private_file import write_private

logger = logging.getLogger(__name__)

FOLDER = "recording"
UNKEPT = QT_TRANSLATE_NOOP(
    "Failure",
    "The recording cannot be kept here: the disk may be full. Free some space, or report without it.",
)


class Scratch:
    """Pictures by number, each in a file that only its owner reads. All calls may raise WorldFailed."""

    def __init__(self, data: Path) -> None:
        self.folder = data / FOLDER

    def begin(self) -> None:
        """Make the folder anew: what an earlier recording left is gone."""
        with _told_plainly():
            _remove(self.folder)
            make_private(self.folder)

    def put(self, number: int, content: bytes) -> None:
        """Keep one picture."""
        with _told_plainly():
            write_private(self._file(number), content)

    def get(self, number: int) -> bytes:
        """Return one picture."""
        with _told_plainly():
            return self._file(number).read_bytes()

    def drop(self, number: int) -> None:
        """Keep one picture no longer."""
        with _told_plainly():
            self._file(number).unlink(missing_ok=True)

    def end(self) -> None:
        """Leave nothing behind."""
        with _told_plainly():
            _remove(self.folder)

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:06}"


def forget_recordings(data: Path) -> None:
    """Remove the pictures that a program left which could not end in order. Raises WorldFailed."""
    Scratch(data).end()


def _remove(folder: Path) -> None:
    if folder.is_symlink():  # what it points at is not ours
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except OSError:
        logger.warning("a recording cannot be kept", exc_info=True)
        raise WorldFailed(str(UNKEPT)) from None  # the file's name would tell nobody anything
