"""The clock at the end of a row: what is due, what waits, or how old it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from itdesk.domain.ids import PersonId, TicketId
from itdesk.domain.listing import Delivery, TicketRow
from itdesk.domain.priority import Priority
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Standing, Status
from itdesk.ui.console.ticket_clock import ticket_clock
from itdesk.ui.models.ticket_words import spoken_row

BEGUN = datetime(2026, 5, 25, 8, 0, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ROW = TicketRow(
    id=TicketId("1" * 32),
    number=1042,
    title="No link",
    standing=Standing(Status.OPEN),
    priority=Priority.HIGH,
    requester_id=PersonId("2" * 32),
    requester_login="j",
    requester_name="Joanna",
    requester_place="",
    assignee_id=None,
    assignee_login=None,
    assignee_name=None,
    queue_id=None,
    due_at=BEGUN + 5 * HOUR,
    due_target=Target.RESOLUTION,
    due_begun_at=BEGUN,
    scarce_at=BEGUN + 4 * HOUR,
    created_at=BEGUN - HOUR,
    updated_at=BEGUN,
    delivery=Delivery.SENT,
    is_unread=False,
)


@pytest.mark.parametrize(
    ("after", "words", "tone", "left"),
    [
        (timedelta(), "5 h", "grey", 1.0),
        (2 * HOUR, "3 h", "grey", 0.6),
        (4 * HOUR - MINUTE, "1 h 01", "grey", 0.203),
        (4 * HOUR, "1 h", "amber", 0.2),
        (4 * HOUR + 18 * MINUTE, "42 min", "amber", 0.14),
        (5 * HOUR, "0 min over", "red", 0.0),
        (5 * HOUR + 12 * MINUTE, "12 min over", "red", 0.0),
        (29 * HOUR, "1 day over", "red", 0.0),
    ],
)
def test_a_clock_empties_turns_amber_and_is_over(
    dressed_app: QApplication, after: timedelta, words: str, tone: str, left: float
) -> None:
    clock = ticket_clock(ROW, BEGUN + after)
    assert clock.mark is not None
    assert (clock.words, clock.mark.tone, round(clock.mark.left, 3)) == (words, tone, left)


def test_where_nothing_is_promised_a_row_tells_the_age(dressed_app: QApplication) -> None:
    clock = ticket_clock(replace(ROW, due_at=None), BEGUN + 42 * MINUTE)
    assert (clock.words, clock.mark) == ("1 h 42", None)


def test_what_is_on_hold_says_so_and_until_when(dressed_app: QApplication) -> None:
    standing = Standing(Status.PENDING, reason=PendingReason.VENDOR)
    held = replace(ROW, due_at=None, standing=standing)
    clock = ticket_clock(held, BEGUN)
    assert clock.mark is not None
    assert (clock.words, clock.mark.tone) == ("on hold", "violet")
    until = replace(held, standing=replace(standing, until=BEGUN + timedelta(days=10)))
    assert ticket_clock(until, BEGUN).words == "until 4 Jun"


def test_a_row_says_when_it_is_due_to_who_does_not_see_it(dressed_app: QApplication) -> None:
    assert "due Mon 25 May" in spoken_row(ROW)
    assert "due" not in spoken_row(replace(ROW, due_at=None))
