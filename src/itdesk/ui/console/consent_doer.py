"""Asking the requester's computer, and helping from afar once she has agreed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QProcess, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from itdesk.domain.consenting import agreed_help
from itdesk.domain.ticket import number_text
from itdesk.services import consents
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.reading import TicketPage
from itdesk.services.remote_help import Start, start_of
from itdesk.ui.background import Runner
from itdesk.ui.console.consent_dialog import AskedFor, ConsentDialog
from itdesk.ui.words import given_name

Launch = Callable[[Start], bool]


class ConsentDoer(QObject):
    """`template` tells, off the GUI thread, by which program IT helps; `launch` starts it.

    Signals: `told(str)` after something that cannot be taken back, `failed(Exception)`.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        template: Callable[[], str],
        window: QWidget,
        launch: Launch | None = None,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._template = template
        self._window = window
        self._launch = launch or launched
        self._page: TicketPage | None = None

    def ask(self, page: TicketPage) -> None:
        """Ask what is wanted of the requester's computer."""
        self._page = page
        reference = number_text(page.ticket.number, page.ticket.id)
        dialog = ConsentDialog(reference, self._requester(page), self._window)
        dialog.answered.connect(self._save)
        dialog.open()

    def connect_to(self, page: TicketPage) -> None:
        """Start the program by which IT helps from afar."""
        self._page = page
        self._runner.run(partial(prepared, self._template, page), then=self._start, failed=self._fail)

    @Slot(object)
    def _save(self, asked: AskedFor) -> None:
        if self._page is not None:
            call = partial(
                consents.ask_for, self._desk, self._page.ticket.id, asked.wants, asked.why, asked.probes
            )
            self._runner.run(call, then=self._tell_asked, failed=self._fail)

    @Slot(object)
    def _tell_asked(self, _saved: object) -> None:
        if self._page is not None:
            self.told.emit(self.tr("{person} is asked").format(person=self._requester(self._page)))

    @Slot(object)
    def _start(self, start: Start) -> None:
        request = agreed_help(self._page.ticket) if self._page is not None else None
        if self._page is None or request is None:
            return
        if not self._launch(start):
            name = start.address or start.command[0]
            self.failed.emit(WorldFailed(f"“{name}” could not be started. Is it installed on this computer?"))
            return
        call = partial(consents.note_help, self._desk, self._page.ticket.id, request.id)
        self._runner.run(call, then=self._tell_started, failed=self._fail)

    @Slot(object)
    def _tell_started(self, _saved: object) -> None:
        self.told.emit(self.tr("The program for remote help was started; the ticket says so"))

    def _requester(self, page: TicketPage) -> str:
        person = page.people.get(page.ticket.requester_id)
        return given_name(person.name) if person else self.tr("The requester")

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)


def prepared(template: Callable[[], str], page: TicketPage) -> Start:
    """Return what is to be started for a ticket, off the GUI thread. Raises WorldFailed."""
    person = page.people.get(page.ticket.requester_id)
    return start_of(template(), page.facts, person.login if person else "")


def launched(start: Start) -> bool:
    """Start it beside us; tell whether that worked."""
    if start.address:
        return QDesktopServices.openUrl(QUrl(start.address))
    program, *arguments = start.command
    return bool(QProcess.startDetached(program, arguments)[0])
