"""The recording of the steps that a report shows: one at a time."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.ui.background import Runner

if TYPE_CHECKING:
    from itdesk.ui.recorder.recorder import StepsRecorder


class OneRecording(QObject):
    """Begins a recording unless one runs. `folder` is where its pictures lie meanwhile.

    Signal: `failed(Exception)`.
    """

    failed = Signal(object)

    def __init__(self, runner: Runner, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._folder = folder
        self._recorder: StepsRecorder | None = None

    def begin(self, report: Any) -> None:
        """Record for this report's window, which gets the file."""
        from itdesk.ui.recorder.recorder import StepsRecorder
        from itdesk.ui.screen_capture import picture_of

        if self._recorder is not None:
            return
        pictures = report.along.screenshot
        self._recorder = StepsRecorder(self._runner, self._folder, picture_of, report, self)
        self._recorder.added.connect(pictures.add_file)
        self._recorder.unseen.connect(pictures.recording.say_unseen)
        self._recorder.failed.connect(self.failed)
        self._recorder.over.connect(self._forget)
        report.closed.connect(self._recorder.abandon)
        self._recorder.begin()

    def abandon(self) -> None:
        """End the one that runs."""
        if self._recorder is not None:
            self._recorder.abandon()

    @Slot()
    def _forget(self) -> None:
        if self._recorder is not None:
            self._recorder.deleteLater()
            self._recorder = None
