"""Taking calls in the console: asks who and what, makes the ticket, goes there."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.services import intake
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.intake_dialog import Call, IntakeDialog
from itdesk.ui.console.undo_stack import Done

UNDO_S = 10


class Intake(QObject):
    """Signals: `done(Done)`, `ticket_wanted(TicketId)`, `failed(Exception)`."""

    done = Signal(object)
    ticket_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._window = window
        self._words = ""

    @Slot()
    def ask(self) -> None:
        """Ask who is calling."""
        dialog = IntakeDialog(self._runner, partial(intake.callers, self._desk), self._window)
        dialog.answered.connect(self._take)
        dialog.ticket_wanted.connect(self.ticket_wanted)
        dialog.open()

    @Slot(object)
    def _take(self, call: Call) -> None:
        self._words = self.tr("Reported for {person}").format(person=call.caller.name)
        save = partial(intake.take_call, self._desk, call.caller, call.title, call.details, hold_s=UNDO_S)
        self._runner.run(save, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, saved: Saved) -> None:
        self.done.emit(Done(self._words, partial(intake.take_back, self._desk, saved)))
        self.ticket_wanted.emit(saved.ticket_id)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
