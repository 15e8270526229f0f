"""What goes along with what is written: pictures that are pasted, files that are dropped or chosen."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.chosen_files import ChosenFiles
from itdesk.ui.widgets.composer import Composer
from itdesk.ui.widgets.pasted_pictures import PastedPictures, has_picture


class ReplyFiles(QWidget):
    """Takes what is pasted into a composer, and what is dropped on `target` around it.

    Signals: `failed(Exception)` for a file that cannot go along.
    """

    failed = Signal(object)

    def __init__(self, runner: Runner, composer: Composer, target: QWidget) -> None:
        super().__init__()
        self._composer = composer
        self._target = target
        self.chosen = ChosenFiles(runner)
        self.pasted = PastedPictures(runner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.pasted)
        column.addWidget(self.chosen)
        for source in (self.chosen, self.pasted):
            source.failed.connect(self.failed)
        composer.attach_requested.connect(self.chosen.ask)
        composer.text.installEventFilter(self)
        composer.text.setAcceptDrops(False)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @property
    def files(self) -> tuple[NewFile, ...]:
        """What goes along."""
        return self.pasted.files + self.chosen.files

    def add(self, files: tuple[NewFile, ...]) -> None:
        """Let these go along again."""
        for file in files:
            self.chosen.add(file)

    def clear(self) -> None:
        """Let nothing go along."""
        self.chosen.clear()
        self.pasted.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a pasted picture along instead of looking for text in it; welcome files of this computer."""
        if watched is self._target and isinstance(event, QDropEvent):
            return self._take_dropped(event)
        if watched is self._composer.text and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._paste(event)
        return super().eventFilter(watched, event)

    def _paste(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        data = QGuiApplication.clipboard().mimeData()
        if not has_picture(data):
            return False
        self.pasted.paste(data, others=len(self.chosen.files))
        return True

    def _take_dropped(self, event: QDropEvent) -> bool:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.acceptProposedAction()
        if not isinstance(event, QDragMoveEvent):  # it was let go, not only moved over the box
            self.chosen.read(paths)
        return True
