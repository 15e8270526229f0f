"""Putting tickets aside, and taking them up again; both are taken back."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.documents import Snooze
from itdesk.domain.ticket import number_text
from itdesk.services import snoozes
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage
from itdesk.ui.background import Runner
from itdesk.ui.console.snooze_dialog import SnoozeDialog
from itdesk.ui.console.undo_stack import Done
from itdesk.ui.times import day_text


class SnoozeDoer(QObject):
    """Signals: `done(Done)`, `failed(Exception)`."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._window = window
        self._page: TicketPage | None = None

    def ask(self, page: TicketPage) -> None:
        """Ask until when."""
        self._page = page
        reference = number_text(page.ticket.number, page.ticket.id)
        dialog = SnoozeDialog(reference, self._desk.now(), self._window)
        dialog.answered.connect(self._put_aside)
        dialog.open()

    def take_up(self, page: TicketPage) -> None:
        """Let the ticket be in the lists again."""
        self._page = page
        if page.snooze is not None:
            call = partial(snoozes.take_up, self._desk, page.snooze)
            self._runner.run(call, then=self._tell_taken_up, failed=self._fail)

    @Slot(object)
    def _put_aside(self, until: datetime) -> None:
        if self._page is not None:
            call = partial(snoozes.put_aside, self._desk, self._page.ticket.id, until)
            self._runner.run(call, then=self._tell_aside, failed=self._fail)

    @Slot(object)
    def _tell_aside(self, snooze: Snooze) -> None:
        words = self.tr("Put aside until {time}").format(time=day_text(snooze.until))
        self.done.emit(Done(words, partial(snoozes.take_up, self._desk, snooze)))

    @Slot(object)
    def _tell_taken_up(self, _nothing: object) -> None:
        if self._page is not None and self._page.snooze is not None:
            back = partial(snoozes.put_back, self._desk, self._page.snooze)
            self.done.emit(Done(self.tr("Taken up again"), back))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
