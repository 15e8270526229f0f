"""Saving a ticket's file where the person wants it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from itdesk.domain.ids import FileId
from itdesk.ui.background import Runner

UNSAFE = frozenset('<>:"/\\|?*')


class SavingAs(QObject):
    """Asks where, fetches, writes. Signals: `saved(str)` with the path, `failed(Exception)`."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, runner: Runner, fetch: Callable[[FileId], bytes], window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._fetch = fetch
        self._window = window

    def ask(self, file_id: FileId, name: str) -> None:
        """Let the person say where."""
        dialog = SaveDialog(file_id, safe_name(name), self._window)
        dialog.setWindowTitle(self.tr("Save as"))
        dialog.chosen.connect(self.save)
        dialog.open()

    @Slot(str, str)
    def save(self, file_id: str, path: str) -> None:
        """Fetch a file and write it to `path`."""
        call = partial(write_file, self._fetch, FileId(file_id), Path(path))
        self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, path: Path) -> None:
        self.saved.emit(str(path))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


class SaveDialog(QFileDialog):
    """Asks where one file goes. Signals: `chosen(file id, path)`."""

    chosen = Signal(str, str)

    def __init__(self, file_id: FileId, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._file_id = file_id
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.selectFile(name)
        self.fileSelected.connect(self._choose)
        self.finished.connect(self.deleteLater)

    @Slot(str)
    def _choose(self, path: str) -> None:
        self.chosen.emit(self._file_id, path)


def write_file(fetch: Callable[[FileId], bytes], file_id: FileId, path: Path) -> Path:
    """Fetch a file and write it, off the GUI thread. Raises WorldFailed and OSError."""
    path.write_bytes(fetch(file_id))
    return path


def safe_name(name: str) -> str:
    """Return a foreign file's name so that it names no folder, no device and nothing hidden."""
    kept = "".join("_" if one in UNSAFE or not one.isprintable() else one for one in name)
    return kept.strip(" .") or "file"
