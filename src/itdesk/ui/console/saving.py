"""Saving a ticket's file where the person wants it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from itdesk.domain.ids import FileId
from itdesk.ui.background import Runner

UNSAFE = '<>:"/\\|?*'


class FileSaver(QObject):
    """Asks where, fetches, writes. Signals: `saved(str)` the path, `failed(Exception)`."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, runner: Runner, fetch: Callable[[FileId], bytes], parent: QWidget) -> None:
        super().__init__(parent)
        self._runner = runner
        self._fetch = fetch
        self._window = parent
        self._wanted: FileId | None = None

    def ask(self, file_id: FileId, name: str) -> None:
        """Let the person say where."""
        self._wanted = file_id
        dialog = QFileDialog(self._window, self.tr("Save file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_name(name))
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save(self, path: str) -> None:
        """Fetch the file that was asked for and write it to `path`."""
        if self._wanted is not None:
            call = partial(fetch_into, self._fetch, self._wanted, Path(path))
            self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, path: Path) -> None:
        self.saved.emit(str(path))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def fetch_into(fetch: Callable[[FileId], bytes], file_id: FileId, path: Path) -> Path:
    """Fetch a file and write it, off the GUI thread. Raises WorldFailed and OSError."""
    path.write_bytes(fetch(file_id))
    return path


def safe_name(name: str) -> str:
    """Return a foreign file's name so that it names no folder and no device."""
    kept = "".join("_" if letter in UNSAFE or not letter.isprintable() else letter for letter in name)
    return kept.strip(" .") or "file"
