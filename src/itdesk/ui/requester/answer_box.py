"""Where an answer is written, with the files that go along."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.fonts import scaled
from itdesk.ui.widgets.chosen_files import ChosenFiles
from itdesk.ui.widgets.composer import Composer


class AnswerBox(QWidget):
    """The employee's composer. Signals: `sent(str)`, `edited(str)` with all that is written.

    Words are taken away only by `sent_well`, once they are saved; what was typed meanwhile stays.
    """

    sent = Signal(str)
    edited = Signal(str)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._on_its_way = ""
        self._is_filling = False
        self.composer = Composer(for_staff=False)
        self.chosen = ChosenFiles(runner)
        self.composer.sent.connect(self._send)
        self.composer.edited.connect(self._tell)
        self.composer.attach_requested.connect(self.chosen.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.chosen)
        column.addWidget(self.composer)

    @property
    def text(self) -> str:
        """All that is written, as it is."""
        return self.composer.text.toPlainText()

    @property
    def files(self) -> tuple[NewFile, ...]:
        """What goes along."""
        return self.chosen.files

    def fill(self, text: str) -> None:
        """Show another ticket's draft."""
        self._is_filling = True
        self.composer.write(text)
        self.composer.say_draft("")
        self.chosen.clear()
        self._on_its_way = ""
        self.composer.send_button.setEnabled(bool(text.strip()))
        self._is_filling = False

    def add(self, text: str) -> None:
        """Give words back, before what is written already."""
        kept = self.text.strip()
        self.composer.write(f"{text}\n\n{kept}" if kept else text)
        self.composer.text.setFocus()
        self._tell()

    def say_saved(self) -> None:
        """Say that nothing written can get lost."""
        self.composer.say_draft(self.tr("Draft saved") if self.text.strip() else "")

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
            self.composer.say_draft("")
            self.edited.emit(self.text)
