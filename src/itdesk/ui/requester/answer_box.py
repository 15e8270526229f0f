"""Where an answer is written, with the files that go along."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.composer import Composer
from itdesk.ui.widgets.reply_files import ReplyFiles


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
        self.along = ReplyFiles(runner, self.composer, self)
        self.along.failed.connect(self.failed)
        self.composer.sent.connect(self._send)
        self.composer.edited.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.along)
        column.addWidget(self.composer)

    @property
    def text(self) -> str:
        """All that is written, as it is."""
        return self.composer.text.toPlainText()

    @property
    def files(self) -> tuple[NewFile, ...]:
        """What goes along."""
        return self.along.files

    def fill(self, text: str) -> None:
        """Show another ticket's draft."""
        self._is_filling = True
        self.composer.write(text)
        self.composer.say_draft(self._effect)
        self.along.clear()
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
