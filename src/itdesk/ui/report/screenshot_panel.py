"""The pictures that go along: one with its tools, all as thumbnails, and how to add more."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.limits import FILES_PER_CHANGE
from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.pictures_grabbing import PicturesGrabbing
from itdesk.ui.report.pictures_intake import PicturesIntake
from itdesk.ui.report.pictures_kept import Kept, Source, kept
from itdesk.ui.report.pictures_strip import PicturesStrip
from itdesk.ui.report.pictures_words import hindrance_words
from itdesk.ui.report.record_row import RecordRow
from itdesk.ui.report.things import Thing
from itdesk.ui.screen_capture import Hindrance
from itdesk.ui.times import clock_text
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.chosen_files import ChosenFiles
from itdesk.ui.widgets.picture_dialog import PictureDialog
from itdesk.ui.widgets.picture_editor_steps import Picture
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.screenshot_view import ScreenshotView

MOST_PX = 420
"""Where the facts have the window for themselves, a screenshot as wide would hide them."""
HIGHEST_PX = 200
"""However tall a photo is, its tools and the other pictures stay in sight."""
MOST_KEPT = 2 * FILES_PER_CHANGE
"""Those that are left out can be taken back, so they cost memory too."""


class ScreenshotPanel(QWidget):
    """Shows what is sent of pictures and files. Signals: changed, when something else would be sent."""

    changed = Signal()

    def __init__(
        self, image: QImage | None, runner: Runner, *, may_grab: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures: list[Kept] = []
        self._current = -1
        self._shows_grabs = True
        self.setMaximumWidth(scaled(MOST_PX))
        self.view = ScreenshotView()
        self.view.setMaximumHeight(scaled(HIGHEST_PX))
        self.view.changed.connect(self._on_drawn)
        self._notice: Banner | None = None
        self.strip = PicturesStrip()
        self.strip.chosen.connect(self.show_number)
        self.files = ChosenFiles(runner)
        self.files.changed.connect(self.changed)
        self.grabbing = PicturesGrabbing(runner, self, may_grab=may_grab)
        self.grabbing.taken.connect(self.add_grab)
        self.grabbing.hindered.connect(self._on_hindered)
        self.grabbing.waiting.connect(self._on_waiting)
        self.recording = RecordRow(may_record=may_grab)
        self.recording.hindered.connect(self._on_hindered)
        self.intake = PicturesIntake(runner, self)
        self.intake.picture_read.connect(self.add_chosen)
        self.intake.file_read.connect(self.add_file)
        self.intake.failed.connect(self._on_failed)
        self._make_tools()
        self._assemble()
        if image is not None:
            self.add_grab(image)
        self._show_state()

    @property
    def notice(self) -> Banner:
        """What is the matter with a picture; made when there is something to be said."""
        if self._notice is None:
            self._notice = Banner()
            self._column.insertWidget(self._column.indexOf(self.files), self._notice)
        return self._notice

    # -- What is sent

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures that are sent, in the order in which they came."""
        return tuple(one.picture for one in self._pictures if self._goes(one))

    def attached(self) -> tuple[NewFile, ...]:
        """Return the other files that are sent."""
        return self.files.files

    def things(self) -> tuple[Thing, ...]:
        """Return what a draft keeps: also pictures that only wait for the report to be about this computer.

        What she leaves out is not kept: she did not want it to be seen.
        """
        pictures = tuple(Thing(one.picture, one.source, one.label) for one in self._pictures if one.is_sent)
        return (*pictures, *(Thing(file) for file in self.attached()))

    @property
    def is_touched(self) -> bool:
        """Whether there is more than the picture that was taken by itself."""
        return bool(self.attached()) or any(
            one.is_sent and (number > 0 or one.source is not Source.SCREEN or one.picture.steps)
            for number, one in enumerate(self._pictures)
        )

    @property
    def count(self) -> int:
        """How many pictures and files are sent."""
        return len(self.pictures()) + len(self.attached())

    # -- What is in it

    @Slot(object)
    def add_grab(self, image: QImage) -> None:
        """Take a picture of the screen in."""
        label = self.tr("Screen, {time}").format(time=clock_text(datetime.now().astimezone()))
        self._add(kept(image, Source.SCREEN, label))

    @Slot(object)
    def add_chosen(self, image: QImage) -> None:
        """Take a picture in that she gave."""
        self._add(kept(image, Source.CHOSEN, self.tr("Your picture")))

    @Slot(object)
    def add_file(self, file: NewFile) -> None:
        """Take a file in that she gave."""
        if self._has_room() and not self._has(file):
            self.files.add(file)

    def take_up(self, things: Iterable[Thing]) -> None:
        """Take in what a draft kept. A picture that was taken just now stays, but does not go along."""
        self._pictures = [one.sent(False) for one in self._pictures]
        for thing in things:
            if isinstance(thing.content, NewFile):
                self.files.add(thing.content)
            else:
                source = thing.source or Source.CHOSEN
                self._pictures.append(Kept(picture=thing.content, source=source, label=thing.words))
        going = [number for number, one in enumerate(self._pictures) if self._goes(one)]
        if going:
            self.show_number(going[0])
        self._show_state()
        self.changed.emit()

    @Slot(int)
    def show_number(self, number: int) -> None:
        """Show one of the pictures, counted from 0, to be looked at and drawn on."""
        self._current = number
        self.view.show_picture(self._pictures[number].picture)
        self._show_state()

    @Slot()
    def leave_out(self) -> None:
        """Do not send the picture that is shown."""
        self._change(self._pictures[self._current].sent(False))

    @Slot()
    def send_after_all(self) -> None:
        """Send it again."""
        if self._has_room():
            self._change(self._pictures[self._current].sent(True))

    def show_grabs(self, is_shown: bool) -> None:  # noqa: FBT001 (reads like a switch)
        """Pictures of this screen go along only when the report is about this computer."""
        self._shows_grabs = is_shown
        shown = [number for number, one in enumerate(self._pictures) if self._is_offered(one)]
        if shown and self._current not in shown:
            self.show_number(shown[0])
        self._show_state()

    @Slot()
    def edit(self) -> None:
        """Open the editor on the picture that is shown."""
        dialog = PictureDialog(self.view.picture, self.window())
        dialog.edited.connect(self.view.show_picture)
        dialog.open()

    # -- Inside

    def _goes(self, one: Kept) -> bool:
        return one.is_sent and self._is_offered(one)

    def _is_offered(self, one: Kept) -> bool:
        return self._shows_grabs or one.source is not Source.SCREEN

    def _has_room(self) -> bool:
        if self.count < FILES_PER_CHANGE and len(self._pictures) < MOST_KEPT:
            if self._notice is not None:
                self._notice.dismiss()
            return True
        words = self.tr("At most {limit} pictures and files can go along. Leave one out first.")
        self.notice.say(Tone.CAREFUL, words.format(limit=FILES_PER_CHANGE))
        return False

    def _has(self, file: NewFile) -> bool:
        """Tell whether the same bytes go along already, under whatever name; then say so."""
        same = next((one for one in self.attached() if one.content == file.content), None)
        if same is not None:
            self.notice.say(Tone.CAREFUL, self.tr("“{name}” goes along already.").format(name=same.name))
        return same is not None

    def _add(self, one: Kept) -> None:
        if self._has_room():
            self._pictures.append(one)
            self.show_number(len(self._pictures) - 1)

    def _change(self, one: Kept) -> None:
        self._pictures[self._current] = one
        self._show_state()
        self.changed.emit()

    @Slot()
    def _on_drawn(self) -> None:
        one = self._pictures[self._current]
        self._pictures[self._current] = one.with_picture(self.view.picture)
        self._undo.setEnabled(self.view.can_undo)
        self._show_strip()
        self.changed.emit()

    def _make_tools(self) -> None:
        self._taken = PlainLabel("", TextRole.META, tone="secondary", elides=True)
        self._edit = IconButton("pencil", self.tr("Edit the picture: crop, arrow, words, black out, blur"))
        self._edit.clicked.connect(self.edit)
        self._black_out = IconButton("blackout", self.tr("Black out: drag over what nobody should see"))
        self._black_out.setCheckable(True)
        self._black_out.toggled.connect(self.view.draw)
        self._undo = IconButton("undo", self.tr("Take back the last step"))
        self._undo.clicked.connect(self.view.undo)
        self._remove = IconButton("close", self.tr("Do not send this picture"))
        self._remove.clicked.connect(self.leave_out)
        self._restore = Button(self.tr("Send this picture after all"), Kind.LINK)
        self._restore.clicked.connect(self.send_after_all)
        self.take_button = Button("", Kind.LINK, "screenshot")
        self.take_button.clicked.connect(self.grabbing.take)
        self.choose_button = Button(self.tr("Add a picture or a file"), Kind.LINK, "attach")
        self.choose_button.clicked.connect(self.intake.choose)

    def _assemble(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(scaled(2))
        tools.addWidget(self._taken, 1)
        for button in (self._edit, self._black_out, self._undo, self._remove):
            tools.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.view)
        column.addLayout(tools)
        column.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.strip)
        column.addWidget(self.files)
        column.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.recording)
        column.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        also = self.tr("You can also paste one with Ctrl+V, or drop it on this window.")
        column.addWidget(PlainLabel(also, TextRole.META, tone="secondary", wraps=True))

    def _show_state(self) -> None:
        one = self._pictures[self._current] if self._pictures else None
        is_offered = one is not None and self._is_offered(one)
        is_sent = one is not None and self._goes(one)
        for widget in (self.view, self._taken, self._edit, self._black_out, self._undo, self._remove):
            widget.setVisible(is_sent)
        self._restore.setVisible(is_offered and not is_sent)
        if one is not None:
            self._taken.setText(one.label)
        self._undo.setEnabled(self.view.can_undo)
        self._show_strip()
        self._show_taking(is_waiting=self.grabbing.is_waiting)

    def _show_strip(self) -> None:
        offered = [number for number, one in enumerate(self._pictures) if self._is_offered(one)]
        self.strip.show_pictures(self._pictures, offered, self._current)

    def _show_taking(self, *, is_waiting: bool) -> None:
        self.take_button.setVisible(self.grabbing.may_grab and self._shows_grabs)
        self.recording.setVisible(self._shows_grabs)
        if is_waiting:
            words = self.tr("Cancel: no picture of the screen")
        elif self._pictures:
            words = self.tr("Take another picture of the screen")
        else:
            words = self.tr("Take a picture of the screen")
        self.take_button.setText(words)

    @Slot(object)
    def _on_hindered(self, found: Hindrance) -> None:
        self.notice.say(Tone.CAREFUL, *hindrance_words(found), icon_name="screenshot")

    @Slot(bool)
    def _on_waiting(self, is_waiting: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self._show_taking(is_waiting=is_waiting)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.notice.say(Tone.BAD, failure_sentence(error))
