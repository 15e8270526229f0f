"""What was recorded, looked through picture by picture; nothing leaves before “Add to the report”."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from itdesk.domain.limits import SHORT_TEXT_CHARS
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.recorder.choice import Frame
from itdesk.ui.recorder.clock import minutes_text
from itdesk.ui.recorder.document import Sheet, steps_file
from itdesk.ui.recorder.filmstrip import Filmstrip
from itdesk.ui.recorder.recording import Ending, Recorded
from itdesk.ui.recorder.reel import Reel
from itdesk.ui.recorder.steps import RecordedStep, hidden_from_here
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.house_window import FRAME, HouseWindow
from itdesk.ui.widgets.picture_editor import PictureEditor
from itdesk.ui.widgets.picture_editor_steps import Picture
from itdesk.ui.widgets.plain_label import PlainLabel

WIDTH, HEIGHT = 1000, 760
MARGIN = 24


class ReviewWindow(HouseWindow):
    """Signals: `added(NewFile)`, the document; `closed()`, after it or without."""

    added = Signal(object)

    def __init__(self, runner: Runner, reel: Reel, recorded: Recorded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._reel = reel
        self._steps = [RecordedStep(frame=frame) for frame in recorded.kept.frames]
        self._row = 0
        self._is_asked = False
        self._shown: int | None = None
        """The place of the picture that stands in the editor: the chosen one may still be on its way."""
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("The recorded steps"))

        # What it is
        self.banner = Banner()
        self.banner.acted.connect(self.close)
        self.filmstrip = Filmstrip()
        self.filmstrip.show_steps(self._steps)
        self.filmstrip.chosen.connect(self.show_step)
        self.filmstrip.left_out_wanted.connect(self.leave_out)

        # The picture, and what is done to it
        self.editor = PictureEditor(Picture(QImage()))
        self.editor.changed.connect(self._on_drawn)
        self._where = PlainLabel("", TextRole.TITLE)
        self.later_button = Button(self.tr("Hide the same places on all later pictures"), Kind.LINK)
        self.later_button.clicked.connect(self.hide_later)
        policy = self.later_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.later_button.setSizePolicy(policy)
        self._caption_label = PlainLabel(self.tr("What happens here?"), TextRole.NAME)
        self.caption = QLineEdit()
        self.caption.setMaxLength(SHORT_TEXT_CHARS)
        self.caption.setPlaceholderText(self.tr("If you like, in a few words"))
        self.caption.setAccessibleName(self.tr("What happens in this picture"))
        self.caption.textEdited.connect(self._on_caption)
        self._caption_label.setBuddy(self.caption)
        self.left_out_button = Button(self.tr("Leave this picture out"), Kind.NORMAL, "close")
        self.left_out_button.clicked.connect(self.leave_out)

        # At the bottom
        self._count = PlainLabel("", TextRole.META, tone="secondary", wraps=True)
        self.throw_button = Button(self.tr("Throw all away"), Kind.QUIET, is_big=True)
        self.throw_button.clicked.connect(self.ask_to_throw)
        self.add_button = Button(self.tr("Add to the report"), Kind.PRIMARY, "attach", is_big=True)
        self.add_button.clicked.connect(self.add)

        self._assemble()
        self._say_ending(recorded)
        self._begin()

    @property
    def steps(self) -> tuple[RecordedStep, ...]:
        """What was recorded, as it stands now."""
        return tuple(self._steps)

    @property
    def shown_row(self) -> int | None:
        """The place of the picture in the editor; None until the first has come."""
        return self._shown

    # -- What she does

    @Slot(int)
    def show_step(self, row: int) -> None:
        """Show one picture, large."""
        if row != self._row:
            self.banner.dismiss()
            self._is_asked = False
        self._row = row
        step = self._steps[row]
        self.caption.setText(step.caption)
        self._show_state()
        call = partial(_picture, self._reel, row, step.frame)
        self._runner.run(call, then=self._on_picture, failed=self._on_failed)

    @Slot()
    def leave_out(self) -> None:
        """Leave the chosen picture out, or take it along again."""
        step = self._steps[self._row]
        self._steps[self._row] = replace(step, is_kept=not step.is_kept)
        self._show_state()

    @Slot()
    def hide_later(self) -> None:
        """Make the same places unreadable on all later pictures."""
        self._steps = hidden_from_here(self._steps, self._row)
        words = self.tr("The same places are hidden on all later pictures. Look at them before you go on.")
        self.banner.say(Tone.GOOD, words)
        self._show_state()

    @Slot()
    def add(self) -> None:
        """Make the document and hand it on."""
        self._be_busy(True)
        call = partial(steps_file, self._sheets(), self._reel.picture, self.tr("Recorded steps"))
        self._runner.run(call, then=self._on_document, failed=self._on_failed)

    @Slot()
    def ask_to_throw(self) -> None:
        """Ask once: a recording cannot be brought back."""
        self._is_asked = True
        self.banner.say(
            Tone.CAREFUL,
            self.tr("Throw the whole recording away?"),
            self.tr("It cannot be brought back. Your report stays as it is."),
            self.tr("Yes, throw it away"),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where she closed it by its frame; whoever ends the program or the desk is not held up."""
        if event.spontaneous() and not self._is_asked:
            event.ignore()
            self.ask_to_throw()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.add_button.click()
        else:
            super().keyPressEvent(event)

    # -- Inside

    def _assemble(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(scaled(MARGIN), scaled(12), scaled(MARGIN), scaled(8))
        whole.setSpacing(scaled(4))
        whole.addLayout(_row(self._where, QWidget(), self.later_button))
        whole.addWidget(self.banner)
        whole.addWidget(self.editor, 1)
        whole.addLayout(_row(self._caption_label, self.caption, self.left_out_button))
        whole.addWidget(self.filmstrip)
        line = QFrame()
        line.setProperty("surface", "hairline")
        whole.addWidget(line)
        whole.addLayout(_row(None, self._count, self.throw_button, self.add_button))
        room = self.screen().availableGeometry()
        self.resize(min(scaled(WIDTH), room.width()), min(scaled(HEIGHT), room.height() - FRAME))

    def _begin(self) -> None:
        for step in self._steps:
            call = partial(self._reel.thumb, step.frame)
            self._runner.run(call, then=self._on_thumb, failed=self._on_failed)
        self.filmstrip.setCurrentRow(0)
        self.filmstrip.setFocus()

    def _say_ending(self, recorded: Recorded) -> None:
        most = self.tr("It stopped by itself: more than this is not recorded.")
        match recorded.ending:
            case Ending.FULL | Ending.LONG:
                self.banner.say(Tone.KNOW, most, icon_name="clock")
            case Ending.UNSEEN:
                self.banner.say(Tone.CAREFUL, self.tr("It stopped: the screen could not be seen any more."))
            case Ending.FAILED:
                why = failure_sentence(recorded.error) if recorded.error else ""
                self.banner.say(Tone.BAD, self.tr("It stopped before its end."), why)

    def _show_state(self) -> None:
        step, count = self._steps[self._row], len(self._steps)
        self.filmstrip.show_steps(self._steps)
        where = self.tr("Picture {number} of {count} · {time}").format(
            number=self._row + 1, count=count, time=minutes_text(step.frame.at_ms)
        )
        self._where.setText(where)
        self.later_button.setVisible(bool(step.hidden) and self._row + 1 < count)
        leave, take = self.tr("Leave this picture out"), self.tr("Take this picture along")
        self.left_out_button.setText(leave if step.is_kept else take)
        kept = sum(one.is_kept for one in self._steps)
        along = self.tr("{kept} of {count} pictures will go along.").format(kept=kept, count=count)
        promise = self.tr("Nothing leaves this computer before you send the report.")
        self._count.setText(f"{along} {promise}")
        self.add_button.setEnabled(kept > 0)

    def _sheets(self) -> list[Sheet]:
        kept = [step for step in self._steps if step.is_kept]
        return [
            Sheet(
                frame=step.frame,
                heading=self._heading(number, len(kept), step.frame),
                caption=step.caption.strip(),
                drawn=step.drawn,
            )
            for number, step in enumerate(kept, start=1)
        ]

    def _heading(self, number: int, count: int, frame: Frame) -> str:
        time = minutes_text(frame.at_ms)
        if frame.is_marked:
            words = self.tr("Step {number} of {count} · {time} after the start · marked")
        else:
            words = self.tr("Step {number} of {count} · {time} after the start")
        return words.format(number=number, count=count, time=time)

    def _be_busy(self, is_busy: bool) -> None:  # noqa: FBT001 (reads like a switch)
        for button in (self.add_button, self.throw_button):
            button.setEnabled(not is_busy)
        if is_busy:
            self._count.setText(self.tr("Making one document of it…"))

    @Slot(object)
    def _on_thumb(self, thumb: tuple[int, QImage]) -> None:
        self.filmstrip.show_thumb(self._steps, *thumb)

    @Slot(object)
    def _on_picture(self, found: tuple[int, QImage]) -> None:
        row, image = found
        if row == self._row:
            self._shown = None
            self.editor.show_picture(Picture(image, self._steps[row].drawn))
            self._shown = row

    @Slot()
    def _on_drawn(self) -> None:
        """What is drawn belongs to the picture in the editor, also when another one is on its way."""
        if self._shown is not None:
            self._steps[self._shown] = replace(self._steps[self._shown], drawn=self.editor.steps)
            self._show_state()

    @Slot(str)
    def _on_caption(self, words: str) -> None:
        self._steps[self._row] = replace(self._steps[self._row], caption=words)

    @Slot(object)
    def _on_document(self, file: NewFile) -> None:
        self.added.emit(file)
        self.close()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._be_busy(False)
        self._show_state()
        self.banner.say(Tone.BAD, self.tr("Something did not work."), failure_sentence(error))


def _picture(reel: Reel, row: int, frame: Frame) -> tuple[int, QImage]:
    return row, reel.picture(frame)


def _row(first: QWidget | None, widest: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(scaled(12))
    if first is not None:
        row.addWidget(first)
    row.addWidget(widest, 1)
    for widget in others:
        row.addWidget(widget)
    return row
