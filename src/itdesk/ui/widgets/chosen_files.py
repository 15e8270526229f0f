"""The files that will go along with what is being written."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.services.report import NewFile, file_from_path
from itdesk.ui.background import Runner
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.times import bytes_text
from itdesk.ui.widgets.buttons import IconButton
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel


class ChosenFile(QWidget):
    """One file with its size. Signals: `removed(NewFile)`."""

    removed = Signal(object)

    def __init__(self, file: NewFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.remove_button = IconButton("close", self.tr("Leave {name} out").format(name=file.name))
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(IconLabel("attach", 16))
        row.addWidget(PlainLabel(file.name, TextRole.META, elides=True), 1)
        row.addWidget(PlainLabel(bytes_text(len(file.content)), TextRole.META, tone="secondary"))
        row.addWidget(self.remove_button)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.file)


class ChosenFiles(QWidget):
    """Reads chosen files in the background and lists them.

    Signals: `failed(Exception)`, `changed()` when another file or one less would go along.
    """

    failed = Signal(object)
    changed = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._lines: list[ChosenFile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(12), 0, scaled(12), 0)
        self._column.setSpacing(0)
        self.setVisible(False)

    @property
    def files(self) -> tuple[NewFile, ...]:
        """What will go along."""
        return tuple(line.file for line in self._lines)

    @Slot()
    def ask(self) -> None:
        """Let the person choose files."""
        dialog = QFileDialog(self.window(), self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list)
    def read(self, paths: list[str]) -> None:
        """Read these files and add them."""
        for path in paths:
            self._runner.run(partial(file_from_path, Path(path)), then=self.add, failed=self._fail)

    @Slot(object)
    def add(self, file: NewFile) -> None:
        """List one file that is read already."""
        line = ChosenFile(file)
        line.removed.connect(self._remove)
        self._lines.append(line)
        self._column.addWidget(line)
        self.setVisible(True)
        self.changed.emit()

    def clear(self) -> None:
        """Let none go along."""
        for file in self.files:
            self._remove(file)

    @Slot(object)
    def _remove(self, file: NewFile) -> None:
        for line in [one for one in self._lines if one.file is file]:
            self._lines.remove(line)
            self._column.removeWidget(line)
            line.setVisible(False)
            line.deleteLater()
        self.setVisible(bool(self._lines))
        self.changed.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
