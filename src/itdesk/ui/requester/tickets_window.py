"""My tickets: what became of what I reported."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from itdesk.domain.changes import TicketOpened
from itdesk.domain.ids import FileId, TicketId
from itdesk.services import reading
from itdesk.services.desk import Desk
from itdesk.services.keeping_files import keep_small_files
from itdesk.services.standing import RefusedChange, Standing, text_of
from itdesk.ui.background import Runner
from itdesk.ui.requester.consent_doer import Computer
from itdesk.ui.requester.opened_ticket import TakenBack, refusals, take_back
from itdesk.ui.requester.reported_list import ReportedListModel
from itdesk.ui.requester.reported_pane import ReportedPane
from itdesk.ui.requester.row_words import RowSpeaker
from itdesk.ui.requester.ticket_pane import TicketPane
from itdesk.ui.requester.two_columns import TwoColumns, fitting
from itdesk.ui.widgets.announcement_banner import AnnouncementBanner
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.toast import Toast
from itdesk.ui.words import refusal_sentence

WIDTH_PX, HEIGHT_PX = 1000, 680


class TicketsWindow(HouseWindow):
    """My tickets at the left, one of them at the right. Signals: `report_wanted()`."""

    report_wanted = Signal()

    def __init__(
        self, desk: Desk, runner: Runner, *, attachment: Callable[[FileId], bytes], computer: Computer
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._attachment = attachment
        self._is_keeping = False
        self._kept_at: datetime | None = None
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("My tickets"))

        speaker = RowSpeaker(desk.account.person_id, desk.now)
        self.model = ReportedListModel(
            runner, partial(reading.ticket_ids, desk), partial(reading.ticket_rows, desk), speaker, self
        )
        self.pane = ReportedPane(self.model, speaker, desk.now)
        self.ticket = TicketPane(desk, runner, attachment=attachment, computer=computer)
        self.announcements = AnnouncementBanner(desk, runner, self)
        self.columns = TwoColumns(self.pane, self.ticket, self.announcements)
        self.toast = Toast(self)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.resize(fitting(WIDTH_PX, HEIGHT_PX))
        self._connect()
        self.pane.list.setFocus()

    # --- what the shell tells ----------------------------------------------------------------------

    def open_ticket(self, ticket_id: TicketId) -> None:
        """Show one ticket, also one that was saved only just now."""
        self.columns.show_main()
        self.ticket.open_ticket(ticket_id)
        self.pane.list.choose(ticket_id)

    def show_announced(self) -> None:
        """Bring what IT announces into sight: in a narrow window it stands above the list alone."""
        self.columns.show_main(is_wanted=False)

    def refresh(self) -> None:
        """Something changed: look again, where it is looked at."""
        self.model.refresh()
        self.ticket.refresh()
        self._ask_for_refusals()

    def show_standing(self, standing: Standing) -> None:
        """Say how the exchange stands."""
        self.pane.standing.show_standing(standing)
        if standing.online and not self._is_keeping and standing.last_sync != self._kept_at:
            self._is_keeping, self._kept_at = True, standing.last_sync
            call = partial(keep_small_files, self._desk, self._attachment)
            self._runner.run(call, then=self._after_keeping, failed=self._fail_to_keep)

    def show_failure(self, error: Exception) -> None:
        """Say that something went wrong which no part of the window was waiting for."""
        self.ticket.show_failure(error)

    @Slot(object)
    def _after_keeping(self, came: int) -> None:
        self._is_keeping = False
        if came:
            self.ticket.fetch_again()

    @Slot(object)
    def _fail_to_keep(self, _error: Exception) -> None:
        """What is not kept now is kept another time; its place says that it opens online."""
        self._is_keeping = False

    # --- what the parts say ------------------------------------------------------------------------

    @Slot(object)
    def _open(self, ticket_id: TicketId) -> None:
        self.columns.show_main()
        self.ticket.open_ticket(ticket_id)

    @Slot()
    def _follow_list(self) -> None:
        """Keep the open ticket marked; where nothing is open and there is room, open the newest."""
        first = self.model.id_at(0)
        if self.ticket.ticket_id is not None:
            self.pane.list.choose(self.ticket.ticket_id)
        elif first is not None and not self.columns.is_folded and not self.pane.search.text():
            self.ticket.open_ticket(first)
            self.pane.list.choose(first)
        elif first is None and not self.pane.search.text():
            self.ticket.show_nothing_yet()

    @Slot()
    def _refresh_list(self) -> None:
        self.model.refresh()
        self._ask_for_refusals()

    def _ask_for_refusals(self) -> None:
        self._runner.run(partial(refusals, self._desk), then=self._show_refusals)

    @Slot(object)
    def _show_refusals(self, refused: tuple[RefusedChange, ...]) -> None:
        self.pane.show_refusals({one.change.ticket_id: refusal_sentence(one.refusal) for one in refused})
        reports = [one for one in refused if isinstance(one.change.payload, TicketOpened)]
        self.pane.refusal.show_refused(next(iter(reports), None))

    @Slot(object)
    def _copy_text(self, refused: RefusedChange) -> None:
        QGuiApplication.clipboard().setText(text_of(refused.change))
        self.toast.say(self.tr("The text of your report is copied. Paste it into a new one."))

    @Slot(object)
    def _drop_report(self, refused: RefusedChange) -> None:
        self._runner.run(
            partial(take_back, self._desk, refused), then=self._after_drop, failed=self.ticket.show_failure
        )

    @Slot(object)
    def _after_drop(self, _taken: TakenBack) -> None:
        self.refresh()

    @Slot(str)
    def _say_file_saved(self, path: str) -> None:
        self.toast.say(self.tr("{name} is saved").format(name=Path(path).name))

    @Slot()
    def _search(self) -> None:
        self.columns.show_main(is_wanted=False)
        self.pane.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at everything: what happened while the window was away was not followed."""
        super().showEvent(event)
        self.pane.ask()
        self.ticket.refresh()
        self._ask_for_refusals()

    def changeEvent(self, event: QEvent) -> None:
        """What came while she looked elsewhere is read when she comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.ticket.mark_read()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written."""
        self.ticket.keep_all()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.pane.report_wanted.connect(self.report_wanted)
        self.pane.ticket_chosen.connect(self._open)
        self.pane.listed.connect(self._follow_list)
        self.pane.refusal.text_wanted.connect(self._copy_text)
        self.pane.refusal.dropped.connect(self._drop_report)
        self.ticket.changed.connect(self._refresh_list)
        self.ticket.file_saved.connect(self._say_file_saved)
        self.ticket.report_wanted.connect(self.report_wanted)
        QShortcut(QKeySequence.StandardKey.Find, self, self._search)
