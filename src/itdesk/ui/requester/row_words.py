"""What the rows of "My tickets" say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.listing import Delivery, TicketRow
from itdesk.domain.status import Status
from itdesk.ui.requester.status_words import plight_of, status_words
from itdesk.ui.times import day_and_time, short_time
from itdesk.ui.words import given_name


@dataclass(frozen=True)
class RowWords:
    """The three lines of a row; `when` stands at the right of the first."""

    title: str
    when: str
    status: str
    about: str


@dataclass
class RowSpeaker:
    """Words rows for the reader `me`. `refusals` say, by ticket, why something was not accepted."""

    me: PersonId
    now: Callable[[], datetime]
    refusals: Mapping[TicketId, str] = field(default_factory=dict)

    def words(self, row: TicketRow) -> RowWords:
        """Return what the row says now."""
        now = self.now()
        return RowWords(
            title=" ".join(row.title.split()),
            when=short_time(row.updated_at, now),
            status=self._status(row, now),
            about=about(row, self.me, now),
        )

    def spoken(self, row: TicketRow) -> str:
        """Return the whole row for somebody who does not see it."""
        words = self.words(row)
        unread = QCoreApplication.translate("TicketStatus", "unread") if row.is_unread else ""
        return ", ".join(part for part in (unread, words.title, words.status, words.about) if part)

    def _status(self, row: TicketRow, now: datetime) -> str:
        if row.delivery is Delivery.REFUSED:
            words = QCoreApplication.translate("TicketStatus", "Refused: {reason}")
            reason = self.refusals.get(row.id)
            return words.format(reason=reason) if reason else refused_words()
        if row.delivery is Delivery.WAITING and row.number is not None:
            return QCoreApplication.translate("TicketStatus", "Your answer goes out when online")
        return status_words(plight_of(row, self.me), now)


def refused_words() -> str:
    """Return what a row says before the reason is known."""
    return QCoreApplication.translate("TicketStatus", "Something was refused")


def about(row: TicketRow, me: PersonId, now: datetime) -> str:
    """Return the number, when it was reported and, if not by the reader `me`, by whom; and who has it."""
    when = day_and_time(row.created_at, now)
    if row.number is None:
        return QCoreApplication.translate("TicketStatus", "not sent yet · {when}").format(when=when)
    words = QCoreApplication.translate("TicketStatus", "{number} · {when}")
    parts = [words.format(number=row.reference, when=when)]
    if row.requester_id != me:
        words = QCoreApplication.translate("TicketStatus", "from {name}")
        parts.append(words.format(name=row.requester_name))
    # An open one says it in its status, and one that is done nobody has.
    if row.status in (Status.NEW, Status.PENDING, Status.RESOLVED) and row.assignee_name:
        words = QCoreApplication.translate("TicketStatus", "{name} has it")
        parts.append(words.format(name=given_name(row.assignee_name)))
    return " · ".join(parts)
