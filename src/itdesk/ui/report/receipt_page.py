"""What stands in the form's place once it was sent: how far the report has come, and Undo for a while."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itdesk.domain.listing import Delivery
from itdesk.domain.ticket import number_text
from itdesk.services.reading import TicketPage
from itdesk.ui.fonts import TextRole, scaled
from itdesk.ui.report.sending import UNDO_S
from itdesk.ui.widgets.banner import Banner, Tone
from itdesk.ui.widgets.buttons import Button, Kind
from itdesk.ui.widgets.icon_label import IconLabel
from itdesk.ui.widgets.plain_label import PlainLabel
from itdesk.ui.widgets.receipt_steps import ReceiptSteps, Step
from itdesk.ui.widgets.scroll_page import ScrollPage

SECOND_MS = 1000
MARGIN, SMALL_MARGIN = 28, 12
WIDEST, LOW = 620, 320
MARK = 28
"""As high as a line of the heading beside it."""


class ReceiptPage(QWidget):
    """Signals: what was pressed; hold_over() when it goes out and cannot be undone any more."""

    undo_wanted = Signal()
    hold_over = Signal()
    send_wanted = Signal()
    ticket_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left_s = 0
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self._on_second)
        self._heading = PlainLabel("", TextRole.WINDOW_TITLE, wraps=True)
        self._title = PlainLabel("", TextRole.BODY, tone="secondary", wraps=True)
        self.steps = ReceiptSteps()
        self._state = PlainLabel("", TextRole.BODY, wraps=True)
        self.banner = Banner()
        self.undo_button = Button(self.tr("Undo"), is_big=True)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.send_button = Button(self.tr("Send now"), Kind.QUIET, is_big=True)
        self.send_button.clicked.connect(self.send_wanted)
        self.ticket_button = Button(self.tr("Open my report"), Kind.QUIET, is_big=True)
        self.ticket_button.clicked.connect(self.ticket_wanted)
        self.close_button = Button(self.tr("Close"), Kind.PRIMARY, is_big=True)
        self.close_button.clicked.connect(self.close_wanted)
        self._assemble()

    @property
    def can_undo(self) -> bool:
        """Whether it is still held back."""
        return self._left_s > 0

    def begin(self, title: str) -> None:
        """Show that the report is saved, and that it can be undone for a while."""
        self.banner.dismiss()
        self._heading.setText(self.tr("Your report is safe"))
        self._title.setText(title)
        self.steps.show_reached(Step.SAVED)
        self._left_s = UNDO_S
        self._tick.start()
        self._show_state()
        self.undo_button.setFocus(Qt.FocusReason.TabFocusReason)

    def end_hold(self) -> None:
        """It goes out now and cannot be undone any more."""
        self._left_s = 0
        self._tick.stop()
        self._show_state()
        self.hold_over.emit()

    def show_page(self, page: TicketPage) -> None:
        """Show how far it has come."""
        step = reached(page)
        self.steps.show_reached(step)
        if step > Step.SAVED:
            self.end_hold()
            number = number_text(page.ticket.number, page.ticket.id)
            self._heading.setText(self.tr("Your report is {number}").format(number=number))
        helper = page.people.get(page.ticket.assignee_id) if page.ticket.assignee_id else None
        self._show_state(step, helper.name if helper else "")

    def say_kindly(self, heading: str, words: str) -> None:
        """Show that no report is needed: it was solved, or is known."""
        self.end_hold()
        self._heading.setText(heading)
        self._title.setText("")
        self._state.setText(words)
        for widget in (self.steps, self.ticket_button):
            widget.setVisible(False)
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the buttons out for the room there is."""
        super().resizeEvent(event)
        is_small = self.width() < scaled(WIDEST) or self.height() < scaled(LOW)
        if is_small != self._is_small:
            self._lay_out(is_small=is_small)

    def say_refused(self, what: str, why: str) -> None:
        """Say that it did not work, and why."""
        self.banner.say(Tone.BAD, what, why)

    def _show_state(self, step: Step = Step.SAVED, helper: str = "") -> None:
        for button in (self.undo_button, self.send_button):
            button.setVisible(self.can_undo)
        self._state.setText(self._state_words(step, helper))

    def _state_words(self, step: Step, helper: str) -> str:
        if self.can_undo:
            return self.tr("It goes out in %n second(s).", "", self._left_s)
        match step:
            case Step.TAKEN if helper:
                return self.tr("{helper} has it and will answer you.").format(helper=helper)
            case Step.TAKEN | Step.SEEN:
                return self.tr("The helpdesk has seen it.")
            case Step.SENT:
                return self.tr("The helpdesk has it. You will be told as soon as somebody answers.")
        return self.tr("It goes out by itself as soon as there is a connection. Nothing gets lost.")

    @Slot()
    def _on_second(self) -> None:
        self._left_s -= 1
        if self._left_s <= 0:
            self.end_hold()
            self.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._show_state()

    def _assemble(self) -> None:
        mark = IconLabel("check", MARK, "green_text")
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._heading, 1)
        self._actions = QWidget()
        self._buttons = QGridLayout(self._actions)
        self._buttons.setSpacing(scaled(8))
        self._buttons.setColumnStretch(2, 1)
        inside = QWidget()
        inside.setMaximumWidth(scaled(WIDEST))
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(self._title)
        column.addWidget(self.steps)
        column.addWidget(self._state)
        column.addWidget(self.banner)
        column.addSpacing(scaled(12))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        self._page = page = ScrollPage("base")
        page.column.setSpacing(0)
        page.column.addStretch(1)
        page.column.addLayout(row)
        page.column.addStretch(2)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(page)
        self._lay_out(is_small=False)

    def _lay_out(self, *, is_small: bool) -> None:
        """Keep the buttons in sight where the rest has to be scrolled: Undo does not wait for long."""
        self._is_small = is_small
        margin = scaled(SMALL_MARGIN if is_small else MARGIN)
        self._page.column.setContentsMargins(*(margin,) * 4)
        sides = margin if is_small else 0
        self._buttons.setContentsMargins(sides, scaled(6) if is_small else 0, sides, sides)
        (self._whole if is_small else self._column).addWidget(self._actions)
        for column, button in enumerate((self.undo_button, self.send_button)):
            self._buttons.addWidget(button, 0, column)
        for column, button in enumerate((self.ticket_button, self.close_button), start=3):
            self._buttons.addWidget(button, 1 if is_small else 0, column - 3 if is_small else column)


def reached(page: TicketPage) -> Step:
    """Return the last step that is true of a report that was just sent."""
    ticket = page.ticket
    if ticket.assignee_id is not None:
        return Step.TAKEN
    accepted = [moment.event for moment in page.moments if moment.delivery is Delivery.SENT]
    if any(event.actor_role.is_staff and event.actor_id != ticket.opened_by for event in accepted):
        return Step.SEEN
    return Step.SENT if ticket.number is not None else Step.SAVED
