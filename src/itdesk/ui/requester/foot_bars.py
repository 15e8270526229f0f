"""What stands between a ticket's conversation and the answer: one question at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from itdesk.domain.consenting import open_request
from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.people import Person
from itdesk.domain.status import Status
from itdesk.services.reading import TicketPage
from itdesk.ui.requester.closing_bar import ClosingBar
from itdesk.ui.requester.consent_bar import ConsentBar
from itdesk.ui.requester.effect_line import EffectLine
from itdesk.ui.requester.inviting_bar import InvitingBar
from itdesk.ui.requester.outcome_bar import OutcomeBar
from itdesk.ui.requester.possible import Effect
from itdesk.ui.requester.question_bar import QuestionBar
from itdesk.ui.requester.rating_bar import RatingBar
from itdesk.ui.requester.refusal_notice import RefusalNotice
from itdesk.ui.requester.reopening_bar import ReopeningBar


class FootBars(QObject):
    """Shows of all bars the one that counts now. Signals: `asked(bool)`: she has called up a question."""

    asked = Signal(bool)

    def __init__(self, parent: QWidget, me: PersonId) -> None:
        super().__init__(parent)
        self._me = me
        self.consent = ConsentBar()
        self.refusal = RefusalNotice()
        self.outcome = OutcomeBar()
        self.rating = RatingBar()
        self.closing = ClosingBar()
        self.reopening = ReopeningBar()
        self.inviting = InvitingBar()
        self.effect = EffectLine()
        self._called: QuestionBar | None = None
        self._page: TicketPage | None = None
        self._is_low = False
        self._has_failed = False
        self._unrated: set[TicketId] = set()
        for bar in self._questions():
            bar.left.connect(self.end)
        self.rating.declined.connect(self._do_without_rating)
        for widget in self.widgets():
            widget.setVisible(False)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the bars in the order in which they stand."""
        return (self.refusal, self.consent, self.outcome, self.rating, *self._questions(), self.effect)

    def reset(self) -> None:
        """Another ticket: ask everything afresh."""
        self.outcome.reset()
        self.rating.reset()
        self.end()

    def show_page(self, page: TicketPage | None) -> None:
        """Ask what this ticket leaves to ask."""
        self._page = page
        self._show_request(page)
        self.show_fitting()

    def _show_request(self, page: TicketPage | None) -> None:
        is_hers = page is not None and page.ticket.requester_id == self._me
        request = open_request(page.ticket) if page is not None and is_hers else None
        asker = page.people.get(request.asked_by) if page is not None and request is not None else None
        self.consent.show_request(request, asker.name if asker else self.tr("IT"))

    def show_people(self, colleagues: Sequence[Person], readers: Sequence[Person]) -> None:
        """Know who can be invited, and who reads along."""
        self.inviting.show_people(colleagues, readers)

    def call(self, bar: QuestionBar) -> None:
        """Let one question stand alone until it is answered or left."""
        self._called = bar
        self.show_fitting()
        bar.begin()
        self.asked.emit(True)

    @Slot()
    def end(self) -> None:
        """Put the called question away."""
        was_called, self._called = self._called is not None, None
        self.show_fitting()
        if was_called:
            self.asked.emit(False)

    def be_low(self, *, is_low: bool) -> None:
        """Make do with less height."""
        self._is_low = is_low
        self.outcome.be_low(is_low=is_low)
        self.show_fitting()

    def make_room(self, *, has_failed: bool) -> None:
        """Leave room for the message that something went wrong, where there is little."""
        self._has_failed = has_failed
        self.show_fitting()

    @property
    def unsaid(self) -> str:
        """What an answer does, where there is no room for a line of its own."""
        is_hidden = self._is_low and self.effect.effect is Effect.REOPENS
        return self.effect.words if is_hidden else ""

    def allow(self, *, is_allowed: bool) -> None:
        """Take answers, or wait for the one on its way."""
        for widget in self.widgets():
            widget.setEnabled(is_allowed)

    def show_fitting(self) -> None:
        """Ask one thing at a time; where the window is low, none while something went wrong."""
        wanted = self._wanted()
        for widget in self.widgets():
            widget.setVisible(widget in wanted)

    def _wanted(self) -> tuple[QWidget, ...]:
        if self._page is None or (self._is_low and self._has_failed):
            return ()
        if self._called is not None:
            return (self._called,)
        if self.refusal.refused is not None:
            return (self.refusal,)
        if self.consent.request is not None:
            return (self.consent,)
        ticket, allowed = self._page.ticket, self._page.allowed
        is_rated = ticket.rating is not None or ticket.id in self._unrated
        if allowed.rate and ticket.status is Status.CLOSED and not is_rated:
            return (self.rating,)
        bars: tuple[QWidget, ...] = (self.outcome,) if allowed.confirm else ()
        has_room = not (bars and self._is_low)
        return (*bars, self.effect) if self.effect.effect is not Effect.NONE and has_room else bars

    @Slot()
    def _do_without_rating(self) -> None:
        if self._page is not None:
            self._unrated.add(self._page.ticket.id)
            self.show_fitting()

    def _questions(self) -> tuple[QuestionBar, ...]:
        return (self.closing, self.reopening, self.inviting)
