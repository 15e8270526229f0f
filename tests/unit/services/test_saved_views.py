"""Saved searches and their counts, kept by what changed."""

import random
from collections.abc import Callable

import pytest

from itdesk.domain.ids import TicketId
from itdesk.domain.listing import Question
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.status import Status
from itdesk.replica import listing
from itdesk.services import conversation, reading, saved_views, work
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.saved_views import ViewCounts

Seat = Callable[[Person], Desk]

SEARCHES = ("printer", "is:open", "assignee:me priority:1", "-toner status:open,resolved", "blocked")


@pytest.fixture
def desk(seat: Seat, tomek: Person) -> Desk:
    """A technician's desk with tickets and saved searches."""
    desk = seat(tomek)
    for n in range(12):
        report_problem(desk, Report(title=f"{('Printer', 'Toner', 'Screen')[n % 3]} {n}"))
    for search in SEARCHES:
        saved_views.save_search(desk, search, search, "en", is_shared=False)
    return desk


def tickets(desk: Desk) -> tuple[TicketId, ...]:
    return reading.ticket_ids(desk, Question())


def counted(desk: Desk, counts: ViewCounts) -> dict[str, int]:
    reading.counts(desk)
    return {one.view.search: one.count for one in counts.saved_views("en")}


def test_counts_that_are_kept_are_those_of_a_fresh_count(desk: Desk) -> None:
    chance, counts = random.Random(7), ViewCounts(desk)
    assert counted(desk, counts)["printer"] == 4
    for _ in range(25):
        id = chance.choice(tickets(desk))
        match chance.randrange(5):
            case 0:
                work.assign(desk, id, chance.choice([None, desk.account.person_id]))
            case 1:
                work.set_priority(desk, id, chance.choice([*Impact]), chance.choice([*Urgency]))
            case 2:
                conversation.reply(desk, id, chance.choice(["It is blocked", "The toner, too"]))
            case 3:
                to = chance.choice([*work_statuses(desk, id)])
                work.change_status(desk, id, to, note="Done")
            case 4:
                report_problem(desk, Report(title=chance.choice(["Printer", "Toner"])))
        assert counted(desk, counts) == counted(desk, ViewCounts(desk))


def work_statuses(desk: Desk, id: TicketId) -> tuple[Status, ...]:
    """Return where a ticket may go without more words, or stay resolved."""
    page = reading.ticket_page(desk, id)
    assert page is not None
    return tuple(to for to in page.allowed.statuses if to in (Status.OPEN, Status.RESOLVED)) or (Status.OPEN,)


def test_only_what_was_written_is_looked_at_again(desk: Desk) -> None:
    reading.counts(desk)
    _, mark = listing.touched_since(desk.replica, 0)
    assert listing.touched_since(desk.replica, mark) == (frozenset(), mark)
    id = tickets(desk)[3]
    work.assign(desk, id, desk.account.person_id)
    reading.counts(desk)
    touched, later = listing.touched_since(desk.replica, mark)
    assert (touched, later > mark) == (frozenset({id}), True)


def test_what_was_forgotten_is_not_guessed(desk: Desk) -> None:
    reading.counts(desk)
    assert listing.touched_since(desk.replica, -5)[0] is None
    assert listing.touched_since(desk.replica, 10**9)[0] is None


def test_many_are_counted_to_the_end_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_views, "COUNTED_AT_MOST", 3)
    counts = ViewCounts(desk)
    assert counted(desk, counts)["printer"] == 3
    report_problem(desk, Report(title="Printer"))
    assert counted(desk, counts)["printer"] == 3
