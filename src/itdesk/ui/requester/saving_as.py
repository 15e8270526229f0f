"""Saving a ticket's file where the person wants it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from itdesk.domain.ids import FileId
from itdesk.services.failures import WorldFailed
from itdesk.ui.background import Runner

UNSAFE = frozenset('<>:"/\\|?*')


class SavingAs(QObject):
    """Asks where, fetches, writes. Signals: `saved(str)` with the file's name, `failed(Exception)`."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, runner: Runner, attachment: Callable[[FileId], bytes], window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._attachment = attachment
        self._window = window
        self._file_id: FileId | None = None

    def ask(self, file_id: FileId, name: str) -> None:
        """Let the person say where."""
        self._file_id = file_id
        dialog = QFileDialog(self._window, self.tr("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_name(name))
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def save(self, path: str) -> None:
        """Write the file that was asked for to `path`."""
        if self._file_id is not None:
            call = partial(write_file, self._attachment, self._file_id, Path(path))
            self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, path: Path) -> None:
        self.saved.emit(path.name)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def write_file(attachment: Callable[[FileId], bytes], file_id: FileId, path: Path) -> Path:
    """Fetch a file and write it. Raises WorldFailed."""
    content = attachment(file_id)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise WorldFailed(f"“{path}” cannot be written: {error.strerror or error}.") from error
    return path


def safe_name(name: str) -> str:
    """Return a foreign file's name so that it names no folder, no device and nothing hidden."""
    kept = "".join("_" if one in UNSAFE or not one.isprintable() else one for one in name)
    return kept.strip(" .") or "file"
