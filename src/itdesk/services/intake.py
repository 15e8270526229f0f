"""Taking a call: who it is, what she has open already, and her report written for her."""

from dataclasses import dataclass
from itertools import islice

from itdesk.domain.catalogue import Concerns
from itdesk.domain.ids import PersonId
from itdesk.domain.listing import Order, Question, TicketRow, View
from itdesk.domain.people import Person
from itdesk.domain.query.terms import requested_by
from itdesk.services import reading
from itdesk.services.asking import Saved
from itdesk.services.desk import Desk
from itdesk.services.palette import is_named
from itdesk.services.report import Report, report_problem

CALLERS = 6
OPEN_TICKETS = 3


@dataclass(frozen=True)
class Caller:
    """Somebody who may be calling, and what she has open, last changed first."""

    person: Person
    tickets: tuple[TicketRow, ...]


def callers(desk: Desk, words: str) -> tuple[Caller, ...]:
    """Return those whom the words name by name, login, phone or place. Raises WorldFailed."""
    if not words.strip():
        return ()
    found = (
        one
        for one in reading.people(desk)
        if not one.is_disabled
        and one.role.is_verified
        and is_named(words, one.name, one.login, one.phone, one.place)
    )
    return tuple(Caller(one, _open_tickets(desk, one.id)) for one in islice(found, CALLERS))


def take_call(desk: Desk, caller: Person, title: str, details: str, *, hold_s: float = 0) -> Saved:
    """Report for somebody who called. Goes out after `hold_s` seconds. Raises Refused and WorldFailed."""
    report = Report(
        title=title,
        description=details,
        requester_id=caller.id,
        contact=caller.phone,
        place=caller.place,
        concerns=Concerns.ANOTHER_COMPUTER,
    )
    return report_problem(desk, report, hold_s=hold_s)


def take_back(desk: Desk, saved: Saved) -> None:
    """Remove a report that has not gone out yet. Raises Refused when it may have, and WorldFailed."""
    desk.outbox.take_back(saved.change_id)
    desk.replica.catch_up(desk.outbox)


def _open_tickets(desk: Desk, person_id: PersonId) -> tuple[TicketRow, ...]:
    question = Question(view=View.OPEN, query=requested_by(person_id), order=Order.CHANGED_LAST_FIRST)
    return reading.tickets(desk, question, OPEN_TICKETS)
