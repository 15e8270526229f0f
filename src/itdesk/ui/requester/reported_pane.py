"""The left column of "My tickets": report, search, the tickets, and how things stand."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Order, Question, View
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.models.ticket_list import TicketListModel
from itdesk.ui.requester.refusal_notice import RefusalNotice
from itdesk.ui.requester.row_words import RowSpeaker
from itdesk.ui.requester.ticket_delegate import ROW_PX
from itdesk.ui.requester.ticket_list_view import TicketListView
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button
from itdesk.ui.widgets.empty_state import EmptyState
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.query_line import QueryLine
from itdesk.ui.widgets.search_field import SearchField
from itdesk.ui.widgets.skeleton import Skeleton
from itdesk.ui.widgets.standing_line import StandingLine

TYPING_MS = 150


class ReportedPane(QWidget):
    """What I reported, and what I read along.

    Signals: `report_wanted()`, `ticket_chosen(TicketId)`, `listed()` once the list is there.
    """

    report_wanted = Signal()
    ticket_chosen = Signal(object)
    listed = Signal()

    def __init__(self, model: TicketListModel, speaker: RowSpeaker, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self._speaker = speaker

        self._title = PlainLabel(self.tr("My tickets"), TextRole.TITLE)
        self.report_button = Button(self.tr("Report a problem"), icon_name="plus")
        self.search = SearchField(self.tr("Search my tickets"))
        self.query_line = QueryLine(now)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)

        self.banner = Banner()
        self.refusal = RefusalNotice()
        self.list = TicketListView(model, speaker)
        self.skeleton = Skeleton(ROW_PX)
        self.empty = EmptyState("ticket", "")
        self.stack = QStackedWidget()
        for page in (self.list, self.skeleton, self.empty):
            self.stack.addWidget(page)
        self.stack.setMinimumHeight(scaled(ROW_PX))
        self.standing = StandingLine(for_staff=False)

        self._assemble()
        self._connect()

    def ask(self) -> None:
        """Ask for the tickets that contain what is searched."""
        self._look(is_entered=False)

    @Slot()
    def _ask_entered(self) -> None:
        self._look(is_entered=True)

    def _look(self, *, is_entered: bool) -> None:
        """What cannot be read leaves the list as it is."""
        query = self.query_line.read(self.search.text(), is_entered=is_entered)
        if query is None:
            return
        question = Question(view=View.REPORTED, query=query, order=Order.CHANGED_LAST_FIRST)
        if self.model.question is None:
            self.skeleton.start()
            self.stack.setCurrentWidget(self.skeleton)
        self.model.show_question(question)

    def show_refusals(self, reasons: Mapping[TicketId, str]) -> None:
        """Say in the rows why something was not accepted."""
        if reasons != self._speaker.refusals:
            self._speaker.refusals = dict(reasons)
            self.list.viewport().update()

    @Slot()
    def _show_listed(self) -> None:
        self.banner.dismiss()
        self.skeleton.stop()
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.list)
        else:
            self._show_empty()
        self.listed.emit()

    def _show_empty(self) -> None:
        if self._is_searching():
            self.empty.say(self.tr("This search finds none of your tickets."), self.tr("Clear the search"))
        else:
            words = self.tr("Nothing reported yet. What you report stands here, with every answer.")
            self.empty.say(words, self.tr("Report a problem"))
        self.stack.setCurrentWidget(self.empty)

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self.skeleton.stop()
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.list)
        what = self.tr("Your tickets cannot be shown now")
        self.banner.say(Tone.BAD, what, failure_sentence(error), self.tr("Try again"))

    @Slot()
    def _leave_empty(self) -> None:
        if self._is_searching():
            self._clear_search()
        else:
            self._want_report()

    def _is_searching(self) -> bool:
        return self.model.question is not None and bool(self.model.question.query.terms)

    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus()

    @Slot()
    def _want_report(self) -> None:
        self.report_wanted.emit()

    def _connect(self) -> None:
        self.report_button.clicked.connect(self._want_report)
        self.search.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.ask)
        self.search.returnPressed.connect(self._ask_entered)
        self.banner.acted.connect(self.ask)
        self.empty.acted.connect(self._leave_empty)
        self.list.ticket_chosen.connect(self.ticket_chosen)
        self.model.listed.connect(self._show_listed)
        self.model.failed.connect(self._show_failure)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(scaled(30), 0, scaled(16), 0)
        head.setSpacing(scaled(8))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.report_button)
        notices = QVBoxLayout()
        notices.setContentsMargins(scaled(16), 0, scaled(16), 0)
        notices.setSpacing(scaled(8))
        for widget in (self.search, self.query_line, self.banner, self.refusal):
            notices.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(16), 0, 0)
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addLayout(notices)
        column.addWidget(self.stack, 1)
        column.addWidget(self.standing)
