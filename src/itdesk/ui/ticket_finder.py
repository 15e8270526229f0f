"""Finds the ticket behind a number that somebody typed, clicked or was sent."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from itdesk.ui.background import Runner

if TYPE_CHECKING:
    from itdesk.domain.ids import TicketId
    from itdesk.services.desk import Desk


class TicketFinder(QObject):
    """Looks among what this person may see; only the number that was asked for last is answered.

    Signals: `found(ticket's id)`, `missing(number)`, `failed(error)`.
    """

    found = Signal(object)
    missing = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._number = 0

    def find(self, desk: "Desk", number: int) -> None:
        """Begin to look for the ticket with this number."""
        self._number = number
        self._runner.run(partial(look_up, desk, number), then=self._tell, failed=self._fail)

    @Slot(object)
    def _tell(self, answer: "tuple[int, TicketId | None]") -> None:
        number, ticket_id = answer
        if number != self._number:
            return
        if ticket_id is None:
            self.missing.emit(number)
        else:
            self.found.emit(ticket_id)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def look_up(desk: "Desk", number: int) -> "tuple[int, TicketId | None]":
    """Return the number and the id of its ticket. Runs in the background. Raises WorldFailed."""
    from itdesk.services.reading import ticket_id_of

    return number, ticket_id_of(desk, number)
