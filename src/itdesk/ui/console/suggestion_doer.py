"""Making one trouble of several reports: the oldest gets the others as its parts, then everybody is told."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.domain.ids import TicketId
from itdesk.services import bulk, reading, similar_reports
from itdesk.services.bulk import Bulk
from itdesk.services.desk import Desk
from itdesk.ui.background import Runner
from itdesk.ui.console.undo_stack import Done


class SuggestionDoer(QObject):
    """Signals: `done(Done)`, `ticket_wanted(TicketId)`, `declaring_wanted(TicketPage)`, `failed(Exception)`.

    Who may declare a major incident is asked for its words then.
    """

    done = Signal(object)
    ticket_wanted = Signal(object)
    declaring_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._oldest: TicketId | None = None

    @Slot(object)
    def make_one(self, ids: tuple[TicketId, ...]) -> None:
        """Make the later ones parts of the oldest."""
        self._oldest = ids[0]
        call = partial(similar_reports.make_one, self._desk, ids)
        self._runner.run(call, then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, answer: Bulk) -> None:
        if self._oldest is None:
            return
        words = self.tr("%n report(s) made parts of the oldest", "", len(answer.done))
        self.done.emit(Done(words, partial(bulk.undo, self._desk, answer.done)))
        self.ticket_wanted.emit(self._oldest)
        call = partial(reading.ticket_page, self._desk, self._oldest)
        self._runner.run(call, then=self._offer_declaring, failed=self._fail)

    @Slot(object)
    def _offer_declaring(self, page: reading.TicketPage | None) -> None:
        if page is not None:
            self.declaring_wanted.emit(page)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
