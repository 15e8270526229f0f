"""The whole way of a recording: our window steps aside, the bar, the review, and back to the report."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QWidget

from itdesk.services.report import NewFile
from itdesk.ui.background import Runner
from itdesk.ui.recorder.bar import RecorderBar
from itdesk.ui.recorder.choice import Kept
from itdesk.ui.recorder.recording import Ending, Recorded, Recording, Seen
from itdesk.ui.recorder.reel import Reel
from itdesk.ui.recorder.review_window import ReviewWindow

CLOCK_MS = 500

Grab = Callable[[QScreen], QImage | None]
"""Returns what a screen shows, in its own pixels; None where the desktop does not let us see it."""


class StepsRecorder(QObject):
    """One recording, from a report window and back to it.

    Signals: `added(NewFile)`, the document she has looked through; `unseen()` when the desktop gave no
    picture at all; `failed(Exception)`; `over()` once, when nothing of the recording is left.
    """

    added = Signal(object)
    unseen = Signal()
    failed = Signal(object)
    over = Signal()

    def __init__(self, runner: Runner, data: Path, grab: Grab, report: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._grab = grab
        self._report = report
        self._reel = Reel(data)
        self._screen_name = ""
        self._place = QPoint()
        self._is_over = False
        self._has_bar = True
        self.review: ReviewWindow | None = None
        self.bar = RecorderBar()
        self.bar.mark_wanted.connect(self._on_mark)
        self.bar.stop_wanted.connect(self._on_stop)
        self.recording = Recording(runner, self._reel, self.see, self)
        self.recording.told.connect(self._on_told)
        self.recording.ended.connect(self._on_ended)
        self._kept = Kept()
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._show_count)

    def begin(self) -> None:
        """Let the report step aside and record."""
        screen = screen_with_pointer()
        self._screen_name = screen.name()
        self.bar.place_on(screen)
        self.bar.show()
        self.bar.raise_()
        self._place = self._report.pos()
        self._report.hide()
        self.recording.begin()
        self._clock.start()

    @Slot()
    def abandon(self) -> None:
        """End at once, whatever stage it is in, and leave nothing behind: the program or the desk closes."""
        if self._is_over:
            return
        self._is_over = True
        self._clock.stop()
        self.recording.ended.disconnect(self._on_ended)
        self.recording.stop()
        self._take_bar_away()
        if self.review is not None:
            self.review.closed.disconnect(self._on_review_closed)
            self.review.close()
            self.review.deleteLater()
        self._runner.run(self._reel.end, then=self._on_gone, failed=self._on_not_gone)

    def see(self) -> Seen | None:
        """Return what the screen shows, and where our bar stands in it; a screen may have been unplugged."""
        screen = next((one for one in QGuiApplication.screens() if one.name() == self._screen_name), None)
        image = self._grab(screen) if screen is not None else None
        if screen is None or image is None or image.isNull():
            return None
        ratio = image.width() / max(1, screen.geometry().width())
        return Seen(image, self.bar.covers(screen, ratio))

    @Slot()
    def _on_mark(self) -> None:
        self.bar.mark_button.setEnabled(False)
        self.recording.mark()

    @Slot()
    def _on_stop(self) -> None:
        self.bar.stop_button.setEnabled(False)
        self.recording.stop()

    @Slot(object)
    def _on_told(self, kept: Kept) -> None:
        self._kept = kept
        self.bar.mark_button.setEnabled(True)
        if kept.is_nearly_full:
            self.bar.say_nearly_full()
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        self.bar.show_count(self.recording.elapsed_ms, len(self._kept.frames))

    @Slot(object)
    def _on_ended(self, recorded: Recorded) -> None:
        """Let the review, or the report, come before the bar goes: a program without any window may end."""
        self._clock.stop()
        if recorded.kept.frames:
            self._show_review(recorded)
        else:
            self._come_back()
            self._say_nothing(recorded)
            self._end()
        self._take_bar_away()

    def _say_nothing(self, recorded: Recorded) -> None:
        if recorded.error is not None:
            self.failed.emit(recorded.error)
        elif recorded.ending is Ending.UNSEEN:
            self.unseen.emit()

    def _show_review(self, recorded: Recorded) -> None:
        self.review = ReviewWindow(self._runner, self._reel, recorded)
        self.review.added.connect(self._on_added)
        self.review.closed.connect(self._on_review_closed)
        self.review.show()
        self.review.raise_()
        self.review.activateWindow()

    @Slot(object)
    def _on_added(self, file: NewFile) -> None:
        self.added.emit(file)

    @Slot()
    def _on_review_closed(self) -> None:
        self._come_back()
        self._end()

    def _come_back(self) -> None:
        """Show the report where it stood; some desktops would put it elsewhere."""
        self._report.move(self._place)
        self._report.show()
        self._report.raise_()
        self._report.activateWindow()

    def _take_bar_away(self) -> None:
        if not self._has_bar:
            return
        self._has_bar = False
        self.bar.stop_wanted.disconnect(self._on_stop)
        self.bar.close()
        self.bar.deleteLater()

    def _end(self) -> None:
        if self.review is not None:
            self.review.deleteLater()
        self._is_over = True
        self._runner.run(self._reel.end, then=self._on_gone, failed=self._on_not_gone)

    @Slot(object)
    def _on_gone(self, _nothing: None) -> None:
        self.over.emit()

    @Slot(object)
    def _on_not_gone(self, error: Exception) -> None:
        self.failed.emit(error)
        self.over.emit()


def screen_with_pointer() -> QScreen:
    """Return the screen that she looks at. It is not kept: screens come and go."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
