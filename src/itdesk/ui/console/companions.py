"""Colleagues at the same tickets: who they are, shown, and told to them where I am."""

import time
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.ids import TicketId
from itdesk.domain.presence import Doing, Presence
from itdesk.services.desk import Desk
from itdesk.services.failures import WorldFailed
from itdesk.services.presence import Companion, companions
from itdesk.ui.background import Runner
from itdesk.ui.console.ticket_list_pane import TicketListPane
from itdesk.ui.console.ticket_page_pane import TicketPagePane

TellPresence = Callable[[TicketId | None, Doing], None]
SETTLED_MS = 400
"""So long a ticket is before somebody until it counts: who leafs through the list reads nothing."""
RENEW_MS = 12_000
"""The server believes it for half a minute."""
WRITING_S = 20.0
"""So long after the last letter somebody is still writing."""
TURNS = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange)


class Companions(QObject):
    """Tells where this person is while her window is in sight, and shows where the others are.

    `tell` is made off the GUI thread; that it fails matters to nobody: without a server there is no company.
    """

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        tickets: TicketListPane,
        page: TicketPagePane,
        window: QWidget,
        *,
        tell: TellPresence,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._runner = runner
        self._tell = tell
        self._tickets = tickets
        self._page = page
        self._window = window
        self._written_at: float | None = None
        self._told: tuple[TicketId | None, Doing] = (None, Doing.READING)
        self._is_telling = False
        self._by_ticket: Mapping[TicketId, tuple[Companion, ...]] = {}
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._tell_new)
        self._renewal = QTimer(self, interval=RENEW_MS)
        self._renewal.timeout.connect(self._renew)
        self._renewal.start()
        window.installEventFilter(self)
        page.reply_box.turned.connect(self._turn)
        page.reply_box.saved.connect(self._stop_writing)
        page.reply_box.composer.text.textChanged.connect(self._write)

    def show_presences(self, presences: tuple[Presence, ...]) -> None:
        """Show where colleagues are."""
        self._runner.run(partial(companions, self._desk, presences), then=self._show)

    @Slot(object)
    def _show(self, by_ticket: Mapping[TicketId, tuple[Companion, ...]]) -> None:
        self._by_ticket = by_ticket
        self._tickets.model.show_companions(by_ticket)
        self._show_here()

    def _show_here(self) -> None:
        ticket_id = self._page.ticket_id
        here = self._by_ticket.get(ticket_id, ()) if ticket_id is not None else ()
        self._page.header.show_companions(here)

    # --- where I am ------------------------------------------------------------------------------

    @property
    def _place(self) -> tuple[TicketId | None, Doing]:
        """What is before this person now."""
        if not self._window.isVisible() or self._window.isMinimized() or self._page.view is None:
            return None, Doing.READING
        written_at = self._written_at
        is_writing = written_at is not None and time.monotonic() - written_at < WRITING_S
        return self._page.ticket_id, Doing.WRITING if is_writing else Doing.READING

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the window came into sight, or went."""
        if watched is self._window and event.type() in TURNS:
            self._settled.start()
        return False

    @Slot()
    def _turn(self) -> None:
        self._written_at = None
        self._show_here()
        self._settled.start()

    @Slot()
    def _write(self) -> None:
        """Only what is typed is writing: a draft that comes back is not."""
        if self._page.reply_box.composer.text.hasFocus() and self._page.reply_box.composer.body:
            self._written_at = time.monotonic()
            if self._told[1] is not Doing.WRITING and not self._settled.isActive():
                self._settled.start()

    @Slot()
    def _stop_writing(self) -> None:
        self._written_at = None
        self._settled.start()

    @Slot()
    def _tell_new(self) -> None:
        if self._place != self._told:
            self._say(self._place)

    @Slot()
    def _renew(self) -> None:
        if self._place != self._told or self._place[0] is not None:
            self._say(self._place)

    def _say(self, place: tuple[TicketId | None, Doing]) -> None:
        """One at a time: a server that does not answer holds one thread, not all."""
        if self._is_telling:
            self._settled.start()
            return
        self._is_telling = True
        self._told = place
        self._runner.run(partial(tell_quietly, self._tell, *place), then=self._after)

    @Slot(object)
    def _after(self, _answer: object) -> None:
        self._is_telling = False


def tell_quietly(tell: TellPresence, ticket_id: TicketId | None, doing: Doing) -> None:
    """Tell it; where the server is not reached nobody is the poorer."""
    try:
        tell(ticket_id, doing)
    except WorldFailed:
        return
