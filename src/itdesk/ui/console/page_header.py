"""The head of a ticket's page: number, title, where it stands, who has it, what can be done."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from itdesk.domain.documents import in_language
from itdesk.domain.ids import PersonId
from itdesk.domain.incidents import is_major
from itdesk.domain.listing import TicketRow
from itdesk.domain.sla.target import Target
from itdesk.domain.status import Status
from itdesk.domain.ticket import number_text
from itdesk.services.presence import Companion
from itdesk.services.reading import TicketPage
from itdesk.ui.console.deed_bar import DeedBar
from itdesk.ui.console.deed_reasons import refused_deeds
from itdesk.ui.console.deeds import allowed_deeds
from itdesk.ui.console.ticket_clock import clock_icon, ticket_clock
from itdesk.ui.console.timeline_filter import TimelineFilter
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.models.ticket_words import companion_words
from itdesk.ui.target_words import target_name
from itdesk.ui.times import day_text, since_text
from itdesk.ui.widgets.avatar import Avatar
from itdesk.ui.widgets.buttons import Button, IconButton, Kind
from itdesk.ui.widgets.marks import companion_painter, companion_tone
from itdesk.ui.widgets.plain_label import PlainLabel, plain_tooltip
from itdesk.ui.widgets.status_badge import MarkLabel, StatusBadge
from itdesk.ui.words import name_of


class PageHeader(QWidget):
    """Shows a ticket's head.

    Signals: `wanted(Deed)`, `details_toggled(bool)`, `ledger_wanted()`: how what is due was counted.
    """

    wanted = Signal(object)
    ledger_wanted = Signal()
    details_toggled = Signal(bool)

    def __init__(self, me: PersonId, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._language = language
        self._is_low = False
        self._title = ""
        self.number = PlainLabel("", TextRole.TEXT, tone="secondary")
        self.queue = PlainLabel("", TextRole.TEXT, tone="secondary", elides=True)
        self.companions = MarkLabel(is_chip=True)
        self.companions.setVisible(False)
        self.details_button = IconButton("person", self.tr("Requester and computer"))
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._toggle_details)
        self.filter = TimelineFilter()
        self.title = PlainLabel("", TextRole.TITLE, elides=True)
        self.status = StatusBadge()
        self.priority = MarkLabel()
        for mark in (self.status, self.priority):  # where there is little room, the assignee's name gives way
            mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.incident = MarkLabel(is_chip=True)
        self.incident.show_incident()
        self.incident.setVisible(False)
        self.due_button = Button("", Kind.QUIET)
        self.due_button.clicked.connect(self._want_ledger)
        self.avatar = Avatar("", 22)
        self.assignee = PlainLabel("", TextRole.TEXT, tone="secondary", elides=True)
        self.deeds = DeedBar()
        self.deeds.wanted.connect(self._want)
        self._assemble()

    def be_low(self, is_low: bool) -> None:  # noqa: FBT001 (reads like setVisible)
        """Take less height, where the window has little: the number goes before the title."""
        self._is_low = is_low
        self.number.setVisible(not is_low)
        self.queue.setVisible(not is_low)
        self._show_title()

    def show_page(self, page: TicketPage, row: TicketRow | None, now: datetime) -> None:
        """Show the head of this ticket; `row` is how lists show it."""
        ticket = page.ticket
        self._title = " ".join(ticket.title.split())
        self.number.setText(number_text(ticket.number, ticket.id))
        queue = in_language(page.queue.name, self._language) if page.queue else ""
        since = since_text(ticket.since, now) if ticket.since else ""
        aside = self._aside_words(page)
        self.queue.setText(" · ".join(text for text in (queue, since, aside) if text))
        self._show_title()
        self.status.show_status(ticket.status, self._status_words(page))
        self.incident.setVisible(is_major(ticket))
        self.priority.show_priority(ticket.priority)
        self._show_due(row, now)
        self._show_assignee(page)
        deeds = allowed_deeds(page, self._me)
        refused = refused_deeds(page, self._me)
        self.deeds.offer(deeds, refused)
        self.deeds.setVisible(bool(deeds or refused))

    def _aside_words(self, page: TicketPage) -> str:
        if page.snooze is None:
            return ""
        return self.tr("put aside until {time}").format(time=day_text(page.snooze.until))

    def show_companions(self, companions: Sequence[Companion]) -> None:
        """Show which colleagues have this ticket before them, too."""
        self.companions.setVisible(bool(companions))
        if companions:
            words = companion_words(companions)
            self.companions.show_mark(companion_painter(companions), words, companion_tone(companions))
            self.companions.setToolTip(plain_tooltip(words))

    def _show_title(self) -> None:
        self.title.setText(f"{self.number.text()}  {self._title}" if self._is_low else self._title)

    def _status_words(self, page: TicketPage) -> str:
        standing = page.ticket.standing
        is_reasoned = standing.status is Status.PENDING and standing.reason is not None
        return name_of(standing.reason) if is_reasoned and standing.reason else name_of(standing.status)

    def _show_assignee(self, page: TicketPage) -> None:
        person = page.people.get(page.ticket.assignee_id) if page.ticket.assignee_id else None
        self.avatar.show_person(person.name if person else "")
        self.assignee.setText(person.name if person else self.tr("Nobody has it yet"))

    def _show_due(self, row: TicketRow | None, now: datetime) -> None:
        """Show what is due, or nothing where nothing runs out."""
        clock = ticket_clock(row, now) if row is not None and row.due_at is not None else None
        self.due_button.setVisible(clock is not None)
        if clock is not None and clock.mark is not None and row is not None and row.due_at is not None:
            self.due_button.setIcon(clock_icon(clock.mark, self.palette(), self.devicePixelRatioF()))
            self.due_button.setText(clock.words)
            told = self.tr("{target} due {time}. Show how it is counted").format(
                target=target_name(row.due_target or Target.RESOLUTION), time=day_text(row.due_at)
            )
            self.due_button.setAccessibleName(f"{clock.words}. {told}")
            self.due_button.setToolTip(plain_tooltip(told))

    @Slot()
    def _want_ledger(self) -> None:
        self.ledger_wanted.emit()

    @Slot(object)
    def _want(self, deed: object) -> None:
        self.wanted.emit(deed)

    @Slot(bool)
    def _toggle_details(self, is_on: bool) -> None:  # noqa: FBT001 (Qt's slot)
        self.details_toggled.emit(is_on)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(scaled(8))
        self.number.setMinimumHeight(scaled(28))
        top.addWidget(self.number)
        top.addWidget(self.queue, 1)
        top.addWidget(self.companions)
        state = QHBoxLayout()
        state.setSpacing(scaled(12))
        state.addWidget(self.status)
        state.addWidget(self.incident)
        state.addWidget(self.priority)
        state.addWidget(self.due_button)
        state.addWidget(self.avatar)
        state.addWidget(self.assignee, 1)
        state.addWidget(self.filter)
        state.addWidget(self.details_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(12), scaled(16), scaled(12))
        column.setSpacing(scaled(4))
        column.addLayout(top)
        column.addWidget(self.title)
        column.addLayout(state)
        column.addWidget(self.deeds)
