"""The console: views at the left, tickets beside them, the chosen ticket at the right."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from itdesk.domain.ids import QueueId, TicketId
from itdesk.services import found, reading
from itdesk.services.desk import Desk
from itdesk.services.grouping import divided
from itdesk.services.reading import TicketPage
from itdesk.services.standing import Standing
from itdesk.ui.background import Runner
from itdesk.ui.console.article_inserter import ArticleInserter
from itdesk.ui.console.bulk_bar import BulkDeed
from itdesk.ui.console.bulk_doer import BulkDoer
from itdesk.ui.console.calls import ConsoleCalls
from itdesk.ui.console.companions import Companions
from itdesk.ui.console.deed_doer import DeedDoer
from itdesk.ui.console.deeds import Deed
from itdesk.ui.console.intake import Intake
from itdesk.ui.console.navigation_pane import NavigationPane
from itdesk.ui.console.panes import Panes
from itdesk.ui.console.server_search_dialog import ServerSearchDialog
from itdesk.ui.console.suggestion_doer import SuggestionDoer
from itdesk.ui.console.ticket_list_pane import TicketListPane
from itdesk.ui.console.ticket_page_pane import TicketPagePane
from itdesk.ui.console.ticket_table_model import TicketTableModel
from itdesk.ui.console.undo_stack import Done, UndoStack
from itdesk.ui.console.view_keeper import ViewKeeper
from itdesk.ui.console.whereabouts import Whereabouts
from itdesk.ui.console.window_actions import WindowActions
from itdesk.ui.fonts import scaled
from itdesk.ui.models.navigation_list import Place
from itdesk.ui.widgets.banner import Tone
from itdesk.ui.widgets.house_window import HouseWindow
from itdesk.ui.widgets.toast import Toast

SIZE = (1440, 900)
LEAST_SIZE = (960, 560)
LOW_BELOW_PX = 560
TIME_PASSES_MS = 60_000
"""So often what is due is looked at, though nothing has changed."""
BULK = {
    Deed.TAKE: BulkDeed.TAKE,
    Deed.ASSIGN: BulkDeed.ASSIGN,
    Deed.PRIORITY: BulkDeed.PRIORITY,
    Deed.CATEGORY: BulkDeed.CATEGORY,
    Deed.MOVE: BulkDeed.MOVE,
    Deed.TAG: BulkDeed.TAG,
    Deed.MACRO: BulkDeed.MACRO,
    Deed.MERGE: BulkDeed.MERGE,
    Deed.RESOLVE: BulkDeed.RESOLVE,
}
"""What a key does to all tickets that are chosen."""


class ConsoleWindow(HouseWindow):
    """The technician's window. `calls` reach the server, off the GUI thread.

    Signals: `report_wanted()`, `settings_wanted()`, `article_wanted(ArticleId)`, and those of every
    house window.
    """

    report_wanted = Signal()
    settings_wanted = Signal()
    article_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        calls: ConsoleCalls,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._calls = calls
        self._follows_search = False
        self._language = QLocale().name()[:2]
        self.setWindowTitle(self.tr("itdesk – console"))
        self.setProperty("surface", "window")

        self.navigation = NavigationPane(desk.account, desk.now)
        model = TicketTableModel(
            runner,
            partial(reading.ticket_ids, desk),
            partial(reading.ticket_rows, desk),
            self,
            ask_reasons=partial(found.reasons, desk),
            ask_divided=partial(divided, desk, self._language),
            now=desk.now,
        )
        self.tickets = TicketListPane(desk, runner, model)
        self.whereabouts = Whereabouts(desk, runner, self._language, self.navigation, self.tickets)
        self.page = TicketPagePane(desk, runner, fetch=calls.attachment, language=self._language)
        self.doer = DeedDoer(desk, runner, self._language, calls.remote_help, self)
        self.intake = Intake(desk, runner, self)
        self.view_keeper = ViewKeeper(desk, runner, self._language, self)
        self.suggestion_doer = SuggestionDoer(desk, runner, self)
        self.bulk_doer = BulkDoer(desk, runner, self._language, self)
        self.article_inserter = ArticleInserter(desk, runner, self._language, self)
        self.undo_stack = UndoStack(runner, self)
        self.companions = Companions(desk, runner, self.tickets, self.page, self, tell=calls.tell_presence)
        self.panes = Panes(self.navigation, self.tickets, self.page)
        self._assemble()
        self.toast = Toast(self)
        self._connect()
        self.window_actions = WindowActions(self, desk, runner, self._language, calls)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*SIZE)
        self.tickets.list.setFocus()
        self._time = QTimer(self, interval=TIME_PASSES_MS)
        self._time.timeout.connect(self.refresh)
        self._time.start()
        self.refresh()

    # --- what the shell tells --------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Something changed: look again, in the background. Calls during one look add up to one more."""
        self.whereabouts.refresh()
        self.tickets.model.refresh()
        self.page.refresh()

    def show_standing(self, standing: Standing) -> None:
        """Say how the exchange with the server stands."""
        self.navigation.show_standing(standing)

    @Slot(object)
    def show_failure(self, error: Exception) -> None:
        """Say what went wrong, over the ticket."""
        self.page.show_failure(error)

    @Slot(object)
    def open_ticket(self, ticket_id: TicketId) -> None:
        """Show one ticket, whatever list is shown."""
        if self.tickets.table.is_table:
            self.toggle_table()
        if not self.tickets.choose(ticket_id):
            self.tickets.choose_nothing()
        self.page.show_ticket(ticket_id)

    # --- places and lists ------------------------------------------------------------------------

    @Slot(object)
    def _know_queues(self, names: Mapping[QueueId, str]) -> None:
        self.page.know_queues(names)
        self.doer.know_queues(names)
        self.bulk_doer.know_queues(names)
        self.tickets.model.know_queues(names)

    @Slot(object)
    def _arrive(self, _place: Place) -> None:
        self.panes.fold_views_again()

    @Slot()
    def _go_to_found(self) -> None:
        """On from the search to what it finds, which lies behind the views where there is little room."""
        self.panes.fold_views_again()
        self._follows_search = True

    @Slot(str)
    def _search_person(self, login: str) -> None:
        self.navigation.search_for(login)

    @Slot()
    def search_server(self) -> None:
        """Show what the server finds for the search that stands in the field."""
        text = self.whereabouts.search.strip()
        if not text:
            self.lead_to_search()
            return
        dialog = ServerSearchDialog(text, self._runner, self._calls, self)
        dialog.ticket_wanted.connect(self.open_ticket)
        dialog.show()

    @Slot()
    def _keep_search(self) -> None:
        self.view_keeper.ask(self.whereabouts.search)

    @Slot()
    def _delete_view(self) -> None:
        shown = self.whereabouts.saved_view
        if shown is not None:
            self.view_keeper.delete(shown.view)

    @Slot()
    def _after_listing(self) -> None:
        """Choose the ticket that is shown where the list has it; the first one where none is shown."""
        if self._follows_search:
            self._follows_search = False
            self.tickets.list.setFocus()
        if self.tickets.chosen is not None:
            return
        if self.page.ticket_id is None:
            self.tickets.choose_first()
        else:
            self.tickets.choose(self.page.ticket_id)

    # --- deeds -----------------------------------------------------------------------------------

    def do_to_chosen(self, deed: Deed) -> None:
        """Do this to all chosen tickets, where several are and it can be; else to the one that is shown."""
        chosen, of_many = self.tickets.all_chosen, BULK.get(deed)
        if len(chosen) > 1 and of_many is not None:
            self.bulk_doer.do(of_many, chosen)
        else:
            self.do(deed)

    @Slot(object)
    def do(self, deed: Deed) -> None:
        """Do this to the ticket that is shown, if it is allowed; else say why it is not."""
        view = self.page.view
        if view is None or view.page is None:
            return
        reason = self.page.header.deeds.refused.get(deed)
        if reason is None:
            self.doer.do(deed, view.page)
        else:
            self.toast.say(reason)

    @Slot(object)
    def _declare(self, page: TicketPage) -> None:
        """Offer to tell everybody, to those who may."""
        self.doer.do(Deed.DECLARE_INCIDENT, page)

    @Slot()
    def _count_possible(self) -> None:
        self.bulk_doer.count_possible(self.tickets.all_chosen)

    @Slot(object)
    def _after_deed(self, done: Done) -> None:
        self.undo_stack.push(done)
        self.page.banner.dismiss()
        self.toast.say(done.words, self.tr("Undo"))
        self.refresh()

    @Slot(str)
    def _after_undo(self, words: str) -> None:
        self.toast.say(self.tr("Taken back: {what}").format(what=words))
        self.refresh()

    @Slot(str)
    def _tell_doubt(self, why: str) -> None:
        self.page.banner.say(Tone.CAREFUL, self.tr("The macro was not run"), why, self.tr("Close"))

    @Slot(str)
    def _tell_not_done(self, why: str) -> None:
        self.page.banner.say(Tone.CAREFUL, self.tr("Not done to some"), why, self.tr("Close"))

    @Slot()
    def _tell_nothing_done(self) -> None:
        self.toast.say(self.tr("There is nothing to take back."))

    def change_status(self) -> None:
        """Ask where the ticket that is shown is to stand."""
        if self.page.view is not None and self.page.view.page is not None:
            self.doer.ask_status(self.page.view.page)

    @Slot(str)
    def _tell_and_refresh(self, words: str) -> None:
        self.toast.say(words)
        self.refresh()

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.toast.say(words)

    # --- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take letters that nobody else wanted; Escape leads back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.panes.fold_views_again()
            self.tickets.list.setFocus()
        elif not self.window_actions.take(event):
            super().keyPressEvent(event)

    @Slot()
    def lead_to_search(self) -> None:
        """Lead to the search field."""
        self.panes.unfold_views()
        self.navigation.search.setFocus()
        self.navigation.search.selectAll()

    @Slot()
    def toggle_table(self) -> None:
        """Show the tickets as a table, or beside the chosen one again."""
        is_table = not self.tickets.table.is_table
        self.tickets.be_table(is_table)
        self.panes.be_table(is_table)
        self.tickets.list.setFocus()
        if not is_table and self.tickets.chosen is not None:
            self.page.show_ticket(self.tickets.chosen)

    @Slot()
    def enter_ticket(self) -> None:
        """Lead to what is written to the ticket; out of the table, to the ticket."""
        if self.tickets.table.is_table:
            self.toggle_table()
            return
        if self.page.view is not None:
            self.page.reply_box.composer.text.setFocus()

    def write(self, *, is_internal: bool) -> None:
        """Begin a reply or a note."""
        if self.page.view is not None:
            self.page.reply_box.start(is_internal=is_internal)

    def insert_article(self) -> None:
        """Ask for an article to put into what is written."""
        if self.page.view is not None:
            self.article_inserter.ask(is_internal=self.page.reply_box.composer.is_internal)

    # --- panes -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side panel, then the views, when it gets narrow; unfold them again."""
        super().resizeEvent(event)
        self.page.be_low(self.height() < scaled(LOW_BELOW_PX))
        self.panes.fit(self.width())

    def geometry_state(self) -> bytes:
        """Return the window's place, and before it the widths of the panes."""
        return self.panes.state() + super().geometry_state()

    def restore_geometry_state(self, state: bytes) -> None:
        """Go back to an earlier place and to the panes' widths there."""
        super().restore_geometry_state(self.panes.restore(state))

    # --- assembling ------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.navigation.place_chosen.connect(self._arrive)
        self.navigation.entered.connect(self._go_to_found)
        self.whereabouts.queues_known.connect(self._know_queues)
        self.whereabouts.failed.connect(self.show_failure)
        self.navigation.settings_wanted.connect(self.settings_wanted)
        self.tickets.ticket_chosen.connect(self.page.show_ticket)
        self.tickets.entered.connect(self.enter_ticket)
        self.tickets.report_wanted.connect(self.report_wanted)
        self.tickets.table_wanted.connect(self.toggle_table)
        self.tickets.table.failed.connect(self.show_failure)
        self.tickets.views_wanted.connect(self.panes.unfold_views)
        self.tickets.model.listed.connect(self._after_listing)
        self.page.deed_wanted.connect(self.do)
        self.page.ticket_wanted.connect(self.open_ticket)
        self.page.side.work.marked.connect(self.doer.worklog.mark)
        self.page.side.work.point_wanted.connect(self.doer.worklog.add_point)
        self.page.person_wanted.connect(self._search_person)
        self.page.changed.connect(self.refresh)
        self.page.told.connect(self._tell)
        self.page.done.connect(self._after_deed)
        self.doer.done.connect(self._after_deed)
        self.doer.failed.connect(self.show_failure)
        self.doer.consent.told.connect(self._tell_and_refresh)
        self.doer.macros.words_wanted.connect(self.page.reply_box.put_in)
        self.doer.macros.doubted.connect(self._tell_doubt)
        self.article_inserter.words_wanted.connect(self.page.reply_box.put_in)
        self.article_inserter.failed.connect(self.show_failure)
        self.tickets.bulk_wanted.connect(self.bulk_doer.do)
        self.bulk_doer.done.connect(self._after_deed)
        self.tickets.bulk.about_to_offer.connect(self._count_possible)
        self.bulk_doer.counted.connect(self.tickets.bulk.show_possible)
        self.bulk_doer.held_up.connect(self._tell_not_done)
        self.bulk_doer.failed.connect(self.show_failure)
        self.tickets.server_wanted.connect(self.search_server)
        self.tickets.keep_wanted.connect(self._keep_search)
        self.tickets.delete_wanted.connect(self._delete_view)
        self.view_keeper.done.connect(self._after_deed)
        self.view_keeper.failed.connect(self.show_failure)
        self.tickets.suggestion.wanted.connect(self.suggestion_doer.make_one)
        self.suggestion_doer.done.connect(self._after_deed)
        self.suggestion_doer.ticket_wanted.connect(self.open_ticket)
        self.suggestion_doer.declaring_wanted.connect(self._declare)
        self.suggestion_doer.failed.connect(self.show_failure)
        self.intake.done.connect(self._after_deed)
        self.intake.ticket_wanted.connect(self.open_ticket)
        self.intake.failed.connect(self.show_failure)
        self.undo_stack.undone.connect(self._after_undo)
        self.undo_stack.empty.connect(self._tell_nothing_done)
        self.undo_stack.failed.connect(self.show_failure)
        self.toast.undone.connect(self.undo_stack.undo)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written."""
        self.page.reply_box.flush()
        self.tickets.table.keep()
        super().closeEvent(event)

    def _assemble(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
