"""Ties the bars of a ticket's foot, and its menu, to what they do."""

from PySide6.QtCore import QObject, Slot

from itdesk.domain.consents import ConsentRequest
from itdesk.domain.ids import PersonId, TicketId
from itdesk.ui.requester.consent_doer import ConsentDoer
from itdesk.ui.requester.foot_bars import FootBars
from itdesk.ui.requester.more_button import MoreButton
from itdesk.ui.requester.ticket_deeds import TicketDeeds


class BarDeeds(QObject):
    """Does to the ticket `ticket_id` what its bars say; `me` is the reader."""

    def __init__(
        self, bars: FootBars, more: MoreButton, deeds: TicketDeeds, consents: ConsentDoer, me: PersonId
    ) -> None:
        super().__init__(bars)
        self._consents = consents
        self._bars = bars
        self._deeds = deeds
        self._me = me
        self.ticket_id: TicketId | None = None
        self._connect_bars()
        self._connect_menu(more)

    @Slot(bool, str)
    def _confirm(self, works: bool, comment: str) -> None:  # noqa: FBT001 (the bar's signal)
        self._deeds.confirm(self._shown(), comment, works=works)

    @Slot(object, bool)
    def _answer_request(self, request: ConsentRequest, agreed: bool) -> None:  # noqa: FBT001 (the bar's signal)
        self._bars.consent.say_busy()
        self._consents.answer(self._shown(), request, agreed=agreed)

    @Slot(int, str)
    def _rate(self, score: int, comment: str) -> None:
        self._deeds.rate(self._shown(), score, comment)

    @Slot(str, bool)
    def _close(self, reason: str, is_needed: bool) -> None:  # noqa: FBT001 (the bar's signal)
        self._deeds.close(self._shown(), reason, is_needed=is_needed)

    @Slot(str)
    def _reopen(self, reason: str) -> None:
        self._deeds.reopen(self._shown(), reason)

    @Slot(object)
    def _invite(self, person_id: PersonId) -> None:
        self._deeds.invite(self._shown(), person_id)

    @Slot(str)
    def _invite_by_login(self, login: str) -> None:
        self._deeds.invite_by_login(self._shown(), login)

    @Slot(object)
    def _let_go(self, person_id: PersonId) -> None:
        self._deeds.let_go(self._shown(), person_id)

    @Slot()
    def _leave(self) -> None:
        self._deeds.let_go(self._shown(), self._me)

    @Slot()
    def _begin_closing(self) -> None:
        self._bars.call(self._bars.closing)

    @Slot()
    def _begin_reopening(self) -> None:
        self._bars.call(self._bars.reopening)

    @Slot()
    def _begin_inviting(self) -> None:
        self._bars.call(self._bars.inviting)

    def _shown(self) -> TicketId:
        assert self.ticket_id is not None
        return self.ticket_id

    def _connect_bars(self) -> None:
        bars = self._bars
        bars.outcome.answered.connect(self._confirm)
        bars.consent.answered.connect(self._answer_request)
        bars.rating.rated.connect(self._rate)
        bars.refusal.text_wanted.connect(self._deeds.take_text_back)
        bars.refusal.dropped.connect(self._deeds.drop)
        bars.closing.answered.connect(self._close)
        bars.reopening.answered.connect(self._reopen)
        bars.inviting.invited.connect(self._invite)
        bars.inviting.named.connect(self._invite_by_login)
        bars.inviting.let_go.connect(self._let_go)
        bars.effect.reopen_wanted.connect(self._begin_reopening)

    def _connect_menu(self, more: MoreButton) -> None:
        more.close_wanted.connect(self._begin_closing)
        more.reopen_wanted.connect(self._begin_reopening)
        more.invite_wanted.connect(self._begin_inviting)
        more.leave_wanted.connect(self._leave)
