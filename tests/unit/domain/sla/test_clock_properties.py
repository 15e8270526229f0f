"""What holds of the clocks of any history, beside a count minute by minute."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from itdesk.domain.changes import StatusChanged
from itdesk.domain.documents import Calendar
from itdesk.domain.documents.policy import Policy
from itdesk.domain.events import Event
from itdesk.domain.opening_hours import OpenTime
from itdesk.domain.sla.clockwork import Clockwork, clocks_of
from itdesk.domain.sla.due import due_of, stamps
from itdesk.domain.sla.ledger import Entered, Line, ledger
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Status
from tests.unit.domain.histories import TECHNICIAN, Wish, some_wishes, told
from tests.unit.domain.sla.minutes import counted
from tests.unit.domain.sla.told import ALWAYS, CALENDARS, POLICY, promises, warsaw
from tests.unit.domain.wall import MINUTE

MIXED = replace(POLICY, targets=(replace(POLICY.targets[0], calendar_id=ALWAYS.id), *POLICY.targets[1:]))
POLICIES = some.sampled_from([MIXED, *(replace(POLICY, calendar_id=one.id) for one in CALENDARS)])
STARTS = some.sampled_from(
    [
        warsaw("2026-03-27 16:50"),
        warsaw("2026-03-28 23:30"),
        warsaw("2026-10-23 06:00"),
        warsaw("2026-10-24 22:00"),
        warsaw("2026-11-09 11:11"),
    ]
)
QUICK_WISHES = some_wishes.map(
    lambda wishes: [
        replace(wish, later=timedelta(minutes=wish.later // timedelta(minutes=1) % 700)) for wish in wishes
    ]
)
"""At whole minutes, a few hours apart: a history of some days."""
HORIZON = timedelta(days=3)
MOMENTS = some.lists(some.timedeltas(timedelta(), HORIZON), min_size=2, max_size=6)


@settings(max_examples=30, deadline=None)
@given(QUICK_WISHES, STARTS, POLICIES)
def test_the_clocks_are_what_is_counted_minute_by_minute(
    wishes: list[Wish], start: datetime, policy: Policy
) -> None:
    history = told(wishes[:10], start).history
    until = history[-1].at + HORIZON
    expected = counted(history, policy, until)
    clocks = clocks_of(history, promises(policy))
    found = sorted(clocks, key=lambda one: _place(history, one.begun_by, one.target))
    assert [(one.target, one.ended_at) for one in found] == [(one.target, one.ended_at) for one in expected]
    for clock, slowly in zip(found, expected, strict=True):
        assert clock.elapsed(until) == MINUTE * slowly.elapsed
        due = clock.due_at
        assert (due if due is not None and due <= until else None) == (slowly.broken_at or slowly.due_at)


def _place(history: Sequence[Event], begun_by: str, target: Target) -> tuple[int, bool]:
    return [event.id for event in history].index(begun_by), target is Target.RESOLUTION  # type: ignore[arg-type]


@given(some_wishes, POLICIES, MOMENTS)
def test_what_is_used_up_never_falls(wishes: list[Wish], policy: Policy, moments: list[timedelta]) -> None:
    history = told(wishes).history
    for clock in clocks_of(history, promises(policy)):
        used = [clock.elapsed(history[0].at + 3 * moment) for moment in sorted(moments)]
        assert used == sorted(used)


@given(some_wishes, POLICIES, some.data())
def test_what_is_used_up_never_falls_when_more_happens(
    wishes: list[Wish], policy: Policy, data: some.DataObject
) -> None:
    """Whatever is asked next: what was used up at its moment is still used up."""
    history = told(wishes).history
    known = data.draw(some.integers(1, len(history)))
    at = history[known - 1].at
    before, after = (
        {one.begun_by + one.target: one.elapsed(at) for one in clocks_of(part, promises(policy))}
        for part in (history[:known], history)
    )
    assert before.items() <= after.items()


@given(some_wishes, POLICIES, some.integers(1, 30))
def test_replayed_in_pages_of_any_size_the_due_times_are_the_same(
    wishes: list[Wish], policy: Policy, size: int
) -> None:
    history, promised = told(wishes).history, promises(policy)
    clockwork = Clockwork(promised)
    for start in range(0, len(history), size):
        for event in history[start : start + size]:
            clockwork.take(event)
        due_of(clockwork.clocks())
    assert clockwork.clocks() == clocks_of(history, promised)
    assert due_of(clockwork.clocks()) == due_of(clocks_of(history, promised))


CLOSED = [calendar for calendar in CALENDARS if calendar is not ALWAYS]


@given(QUICK_WISHES, some.sampled_from(CLOSED), some.floats(0, 1), some.floats(0, 1))
def test_pausing_outside_the_hours_adds_nothing(
    wishes: list[Wish], calendar: Calendar, first: float, last: float
) -> None:
    """Wherever a running history stands: waiting for her only while nobody works changes no due time."""
    story = told(wishes)
    promised = promises(replace(POLICY, calendar_id=calendar.id))
    before = clocks_of(story.history, promised)
    if story.ticket.status is not Status.OPEN:
        return
    time = OpenTime(calendar)
    closes = time.open_until(time.first_open(story.now) or story.now) or story.now
    opens = time.opens_next(closes)
    assert opens is not None
    begin, end = sorted(closes + (opens - closes) * part for part in (first, last))
    for at, asked in ((begin, _waits()), (end, StatusChanged(to=Status.OPEN))):
        story.ask(Wish(actor=TECHNICIAN, payload=asked, later=at - story.now, seen_back=0, undo=0))
    assert story.ticket.status is Status.OPEN
    after = clocks_of(story.history, promised)
    resolution = [[one.due_at for one in some if one.target is Target.RESOLUTION] for some in (before, after)]
    assert resolution[0] == resolution[1]
    assert [one.paused(end) for one in after if one.target is Target.RESOLUTION] == [
        one.paused(begin) for one in before if one.target is Target.RESOLUTION
    ]


def _waits() -> StatusChanged:
    return StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which?")


@given(some_wishes, POLICIES, some.timedeltas(timedelta(), timedelta(days=60)))
def test_only_what_runs_is_due_and_what_is_told_is_told_once(
    wishes: list[Wish], policy: Policy, later: timedelta
) -> None:
    history = told(wishes).history
    clocks = clocks_of(history, promises(policy))
    now = history[-1].at + later
    said = list(stamps(clocks, now))
    due = due_of(clocks)
    assert (due.turns_at is not None and due.turns_at <= now) is bool(said)
    assert (due.at is None) is (due.target is None)
    assert {one.target for one in said} <= {clock.target for clock in clocks if clock.is_running}
    assert len({one.target for one in said}) == len(said)


@given(some_wishes, POLICIES, some.timedeltas(timedelta(), timedelta(days=60)))
def test_the_ledger_has_no_gaps_and_adds_up_to_what_is_used_up(
    wishes: list[Wish], policy: Policy, later: timedelta
) -> None:
    history = told(wishes).history
    now = history[-1].at + later
    for clock in clocks_of(history, promises(policy)):
        lines = ledger(clock, now)
        assert all(one.end == two.start for one, two in pairwise(lines))
        assert all(one.start < one.end for one in lines)
        total = lines[-1].total if lines else timedelta()
        assert total == _sum(lines, Entered.RUNNING) == clock.elapsed(now)
        assert _sum(lines, Entered.PAUSED) == clock.paused(now)
        assert not _sum(lines, Entered.CLOSED)


def _sum(lines: Sequence[Line], entered: Entered) -> timedelta:
    return sum((line.counted for line in lines if line.entered is entered), timedelta())


@given(some_wishes, POLICIES)
def test_at_the_due_time_the_ledger_shows_that_all_is_used_up(wishes: list[Wish], policy: Policy) -> None:
    for clock in clocks_of(told(wishes).history, promises(policy)):
        if clock.due_at is None:
            continue
        stretch = next(one for one in clock.stretches if one.end is None or one.end > clock.due_at)
        assert stretch.limit is not None
        assert clock.elapsed(clock.due_at) >= stretch.limit
