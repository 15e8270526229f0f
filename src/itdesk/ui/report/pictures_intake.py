"""How pictures and files come into a report: pasted anywhere in it, dropped on it, or chosen."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.report.pictures_reading import checked, picture_from, read_chosen

FORMATS = ("image/png", "image/jpeg")
"""What is decoded within limits from the clipboard's bytes; of anything else Qt makes the image."""
TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class PicturesIntake(QObject):
    """Signals: picture_read(QImage), file_read(NewFile), failed(error)."""

    picture_read = Signal(object)
    file_read = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._window: QWidget | None = None
        self._focused: QWidget | None = None

    def watch(self, window: QWidget) -> None:
        """Take what is pasted in this window, wherever the keyboard is, and what is dropped on it."""
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        for field in window.findChildren(QPlainTextEdit):
            field.viewport().setAcceptDrops(False)  # a file that is dropped there would leave only its path
        for line in window.findChildren(QLineEdit):
            line.setAcceptDrops(False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @Slot()
    def choose(self) -> None:
        """Let her choose pictures and files."""
        dialog = QFileDialog(self._window, self.tr("Add pictures or files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list)
    def read(self, paths: list[str]) -> None:
        """Read what lies at these paths."""
        for path in paths:
            self._runner.run(partial(read_chosen, path), then=self._on_read, failed=self._on_failed)

    def take(self, data: QMimeData) -> bool:
        """Take the files or the picture that the clipboard or a drag holds; tell whether there were any."""
        paths = paths_in(data)
        if paths:
            self.read(paths)
            return True
        for name in FORMATS:
            if data.hasFormat(name):
                content = bytes(data.data(name).data())
                self._runner.run(partial(picture_from, content), then=self._on_read, failed=self._on_failed)
                return True
        image = data.imageData() if data.hasImage() else None
        if not isinstance(image, QImage):
            return False
        self._runner.run(partial(checked, image), then=self._on_read, failed=self._on_failed)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear Ctrl+V where the keyboard is, and drops on the window."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return event.matches(QKeySequence.StandardKey.Paste) and self._paste(watched)
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDropEvent):
                return accepted(event)
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                return accepted(event) and self.take(event.mimeData())
        return super().eventFilter(watched, event)

    def _paste(self, where: QObject) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        is_words = isinstance(where, TEXT_FIELDS) and data.hasText() and not paths_in(data)
        return not is_words and self.take(data)

    @Slot("QWidget*", "QWidget*")
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen where the keyboard is, and nowhere else."""
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        self._focused = None
        if new is not None and self._window is not None and self._window.isAncestorOf(new):
            new.installEventFilter(self)
            self._focused = new

    @Slot(object)
    def _on_read(self, found: QImage | NewFile) -> None:
        if isinstance(found, NewFile):
            self.file_read.emit(found)
        else:
            self.picture_read.emit(found)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def paths_in(data: QMimeData) -> list[str]:
    """Return the paths of the files on this computer that a clipboard or a drag names."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def accepted(event: QDropEvent) -> bool:
    """Accept what can be taken; tell whether it can."""
    data = event.mimeData()
    if not paths_in(data) and not data.hasImage():
        return False
    event.acceptProposedAction()
    return True
