"""After Send: the receipt follows the report, and Undo brings the form back as long as the report is held."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from itdesk.domain.listing import Delivery
from itdesk.domain.refusals import Refused
from itdesk.services.desk import Desk
from itdesk.services.reading import TicketPage, ticket_page
from itdesk.services.report import Saved, send_now, withdraw
from itdesk.ui.background import Runner
from itdesk.ui.failure_words import failure_sentence
from itdesk.ui.report.advice import Spared
from itdesk.ui.report.receipt_page import ReceiptPage
from itdesk.ui.report.sending import DRAFT


class AfterSending(QObject):
    """Puts the receipt into the sheet in which the form stands; it is made when it is first needed.

    Signals: withdrawn() when the report is a draft again; hold_over() when it can be none any more;
    ticket_wanted(TicketId); close_wanted().
    """

    withdrawn = Signal()
    hold_over = Signal()
    ticket_wanted = Signal(object)
    close_wanted = Signal()

    def __init__(self, desk: Desk, runner: Runner, sheet: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner
        self._sheet = sheet
        self._made: ReceiptPage | None = None
        self._saved: Saved | None = None
        self._draft = ""

    @property
    def receipt(self) -> ReceiptPage:
        """The receipt."""
        if self._made is None:
            self._made = page = ReceiptPage()
            page.undo_wanted.connect(self.undo)
            page.hold_over.connect(self._on_hold_over)
            page.send_wanted.connect(self.send_now)
            page.ticket_wanted.connect(self._on_ticket_wanted)
            page.close_wanted.connect(self.close_wanted)
            self._sheet.addWidget(page)
        return self._made

    @property
    def is_over(self) -> bool:
        """Whether the receipt stands in the form's place."""
        return self._made is not None and self._sheet.currentWidget() is self._made

    def begin(self, saved: Saved, title: str, draft: str) -> None:
        """Show the receipt of what was saved; `draft` is what Undo keeps again."""
        self._saved, self._draft = saved, draft
        self._sheet.setCurrentWidget(self.receipt)
        self.receipt.begin(title)
        self.refresh()

    def say_spared(self, spared: Spared) -> None:
        """Show kindly that nothing has to be sent."""
        self._sheet.setCurrentWidget(self.receipt)
        if spared.is_known:
            heading = self.tr("You are counted too")
            words = self.tr("We are on it, you need not do anything more: {what}")
        else:
            heading = self.tr("Good that it works")
            words = self.tr("Nothing has to be sent. What helped you is counted: {what}")
        self.receipt.say_kindly(heading, words.format(what=spared.title))

    def refresh(self) -> None:
        """Look how far the report has come."""
        if self._saved is not None:
            call = partial(ticket_page, self._desk, self._saved.ticket_id)
            self._runner.run(call, then=self._on_page, failed=self._on_failed)

    @Slot()
    def undo(self) -> None:
        """Take the report back, if it is still here alone."""
        if self._saved is not None and self.receipt.can_undo:
            self.receipt.undo_button.setEnabled(False)
            call = partial(withdraw, self._desk, self._saved, draft_key=DRAFT, draft=self._draft)
            self._runner.run(call, then=self._on_withdrawn, failed=self._on_not_withdrawn)

    @Slot()
    def send_now(self) -> None:
        """Hold it back no longer."""
        if self._saved is not None:
            self.receipt.end_hold()
            self._runner.run(partial(send_now, self._desk, self._saved), failed=self._on_failed)

    @Slot(object)
    def _on_page(self, page: TicketPage | None) -> None:
        if page is None or self._saved is None:
            return
        self.receipt.show_page(page)
        refusals = [one.refusal for one in page.moments if one.delivery is Delivery.REFUSED and one.refusal]
        if refusals:
            what = self.tr("The report was not taken. Open it: your words are there.")
            self.receipt.say_refused(what, failure_sentence(Refused(refusals[0])))

    @Slot(object)
    def _on_withdrawn(self, _nothing: object) -> None:
        self._saved = None
        self.receipt.end_hold()
        self.receipt.undo_button.setEnabled(True)
        self._sheet.setCurrentIndex(0)
        self.withdrawn.emit()

    @Slot(object)
    def _on_not_withdrawn(self, error: Exception) -> None:
        self.receipt.undo_button.setEnabled(True)
        self.receipt.end_hold()
        what = self.tr("It is on its way already. Open it and write what has changed.")
        self.receipt.say_refused(what, failure_sentence(error))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.receipt.say_refused(self.tr("Something did not work."), failure_sentence(error))

    @Slot()
    def _on_hold_over(self) -> None:
        """A report that was taken back is not over."""
        if self._saved is not None:
            self.hold_over.emit()

    @Slot()
    def _on_ticket_wanted(self) -> None:
        if self._saved is not None:
            self.ticket_wanted.emit(self._saved.ticket_id)
