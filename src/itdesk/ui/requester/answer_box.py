"""Where an answer is written, with the files that go along."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.fonts import scaled
from itdesk.ui.requester.pasted_pictures import PastedPictures, has_picture
from itdesk.ui.widgets.chosen_files import ChosenFiles
from itdesk.ui.widgets.composer import Composer


class AnswerBox(QWidget):
    """The employee's composer. Pictures are pasted into it, files are dropped on it.

    Signals: `sent(str)`, `edited(str)` with all that is written, `failed(Exception)` for a file.
    Words are taken away only by `sent_well`, once they are saved; what was typed meanwhile stays.
    """

    sent = Signal(str)
    edited = Signal(str)
    failed = Signal(object)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._on_its_way = ""
        self._is_filling = False
        self._effect = ""
        self.composer = Composer(for_staff=False)
        self.chosen = ChosenFiles(runner)
        self.pasted = PastedPictures(runner)
        self.composer.text.installEventFilter(self)
        self.composer.text.setAcceptDrops(False)
        self.setAcceptDrops(True)
        self.chosen.failed.connect(self.failed)
        self.pasted.failed.connect(self.failed)
        self.composer.sent.connect(self._send)
        self.composer.edited.connect(self._tell)
        self.composer.attach_requested.connect(self.chosen.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.pasted)
        column.addWidget(self.chosen)
        column.addWidget(self.composer)

    @property
    def text(self) -> str:
        """All that is written, as it is."""
        return self.composer.text.toPlainText()

    @property
    def files(self) -> tuple[NewFile, ...]:
        """What goes along."""
        return self.pasted.files + self.chosen.files

    def fill(self, text: str) -> None:
        """Show another ticket's draft."""
        self._is_filling = True
        self.composer.write(text)
        self.composer.say_draft(self._effect)
        self.chosen.clear()
        self.pasted.clear()
        self._on_its_way = ""
        self.composer.send_button.setEnabled(bool(text.strip()))
        self._is_filling = False

    def add(self, text: str) -> None:
        """Give words back, before what is written already."""
        kept = self.text.strip()
        self.composer.write(f"{text}\n\n{kept}" if kept else text)
        self.composer.text.setFocus()
        self._tell()

    def say_effect(self, words: str) -> None:
        """Say in the box itself what an answer does, as long as nothing else is to be said there."""
        if words != self._effect:
            self._effect = words
            self.composer.say_draft(words)

    def say_saved(self) -> None:
        """Say that nothing written can get lost."""
        self.composer.say_draft(self.tr("Draft saved") if self.text.strip() else self._effect)

    def sent_well(self) -> None:
        """The words are saved for sending: empty the box, but for what was typed since."""
        rest = self.text.strip()
        if rest.startswith(self._on_its_way):
            rest = rest[len(self._on_its_way) :].strip()
        self.fill(rest)

    def sent_badly(self) -> None:
        """The words could not be saved: they stay and can be sent again."""
        self._on_its_way = ""
        self.composer.send_button.setEnabled(bool(self.composer.body))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a pasted picture along instead of looking for text in it."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        data = (
            QGuiApplication.clipboard().mimeData() if event.matches(QKeySequence.StandardKey.Paste) else None
        )
        if data is None or not has_picture(data):
            return super().eventFilter(watched, event)
        self.pasted.paste(data, others=len(self.chosen.files))
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files of this computer."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files along."""
        event.acceptProposedAction()
        self.chosen.read([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    @Slot(str, bool)
    def _send(self, body: str, _is_internal: bool) -> None:  # noqa: FBT001 (the composer's signal)
        if self._on_its_way:
            return
        self._on_its_way = body
        self.composer.send_button.setEnabled(False)
        self.sent.emit(body)

    @Slot()
    def _tell(self) -> None:
        if not self._is_filling:
            self.composer.say_draft(self._effect)
            self.edited.emit(self.text)
