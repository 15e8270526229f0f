"""A month of a company of 2,000, replayed: the breaches that are told are those that a slow count finds."""

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

import msgspec
from sqlalchemy import insert, select

from itdesk.domain.changes import CommentAdded, Payload, SlaBreached, StatusChanged, TicketOpened
from itdesk.domain.documents import Calendar, Policy
from itdesk.domain.documents.policy import Length, Targets
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import CalendarId, PersonId, PolicyId, TicketId, new_id
from itdesk.domain.people import Actor, Role
from itdesk.domain.priority import Priority, Urgency
from itdesk.domain.sla.target import Target
from itdesk.domain.status import PendingReason, Status
from itdesk.server.jobs.promised_times import tell_due
from itdesk.server.store.ledger import open_ledger
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store
from itdesk.server.store.tables import events, people
from itdesk.server.tickets.asked import Asked
from itdesk.server.tickets.batch import Batch
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.seal import Seal
from tests.contract.clock import Clock
from tests.contract.office import Office, change
from tests.unit.domain.wall import MINUTE, open_minutes_of

PEOPLE, TICKETS = 2_000, 500
FIRST, LAST = date(2026, 10, 5), date(2026, 11, 4)
"""The clocks of Warsaw are put back within, and All Saints' is a Sunday."""
END = datetime(2026, 11, 4, 23, tzinfo=UTC)
STEP = timedelta(minutes=15)
NAMES = {"en": "Standard", "pl": "Standardowa"}
OFFICE = Calendar(
    id=CalendarId("office"),
    name=NAMES,
    zone="Europe/Warsaw",
    hours=hours_from("mon-fri 08:00-16:00; sat 22:00-04:00"),
    public_holidays="pl",
)
PROMISED = {Urgency.HIGH: (60, 480), Urgency.MEDIUM: (240, 1440), Urgency.LOW: (480, 2400)}
"""Minutes to the first response, and to the resolution."""
PRIORITIES = {
    Urgency.HIGH: Priority.MODERATE,
    Urgency.MEDIUM: Priority.LOW,
    Urgency.LOW: Priority.PLANNING,
}
POLICY = Policy(
    id=PolicyId("standard"),
    name=NAMES,
    calendar_id=OFFICE.id,
    targets=tuple(
        Targets(priority=PRIORITIES[urgency], first_response=Length(first), resolution=Length(last))
        for urgency, (first, last) in PROMISED.items()
    ),
)
Span = tuple[datetime, datetime]
ASKED_BACK = StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which one?")
SOLVED = StatusChanged(to=Status.RESOLVED, note="Done")


@dataclass(frozen=True)
class Story:
    """What becomes of one report: the moments in their order, as many as there are before the end."""

    id: TicketId
    by: Actor
    urgency: Urgency
    opened: datetime
    answered: datetime
    waits: Span | None
    solved: datetime

    def deeds(self, it: Actor) -> Iterator[tuple[datetime, Actor, TicketId, Payload]]:
        """Yield who asks for what, and when."""
        yield self.opened, self.by, self.id, TicketOpened(title="No link", urgency=self.urgency)
        yield self.answered, it, self.id, CommentAdded(body="I am looking")
        if self.waits:
            yield self.waits[0], it, self.id, ASKED_BACK
            yield self.waits[1], self.by, self.id, CommentAdded(body="The left one")
        yield self.solved, it, self.id, SOLVED

    def breaches(self, open_minutes: Sequence[datetime]) -> Iterator[Target]:
        """Yield what was not kept, counted in open minutes."""
        first, last = PROMISED[self.urgency]
        if _is_late([(self.opened, self.answered)], first, open_minutes):
            yield Target.FIRST_RESPONSE
        asked, told = self.waits or (self.answered, self.answered)
        if _is_late([(self.opened, asked), (told, self.solved)], last, open_minutes):
            yield Target.RESOLUTION


def _is_late(runs: Sequence[Span], target: int, open_minutes: Sequence[datetime]) -> bool:
    """Tell whether the last promised minute is over before one of the runs is; just in time is in time."""
    used = 0
    for start, end in runs:
        last_look = END if end >= END else end - MINUTE
        if start < END and used + _between(start, last_look, open_minutes) >= target:
            return True
        used += _between(start, end, open_minutes)
    return False


def _between(start: datetime, end: datetime, open_minutes: Sequence[datetime]) -> int:
    return bisect_left(open_minutes, end) - bisect_left(open_minutes, start)


def _stories(chance: random.Random, staff: Sequence[Actor]) -> Iterator[Story]:
    def later(least: int, most: int) -> timedelta:
        return STEP * chance.randint(least, most)

    for _ in range(TICKETS):
        opened = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC) + later(0, 29 * 96)
        answered = opened + later(1, chance.choice((8, 96, 400)))
        asked = answered + later(1, 96)
        waits = (asked, asked + later(1, 300)) if chance.random() < 0.4 else None
        solved = (waits[1] if waits else answered) + later(1, chance.choice((20, 300, 1200)))
        by, urgency = chance.choice(staff), chance.choice([*Urgency])
        yield Story(TicketId(f"{chance.getrandbits(128):032x}"), by, urgency, opened, answered, waits, solved)


def _hire_everybody(store: Store) -> list[Actor]:
    ids = [PersonId(new_id()) for _ in range(PEOPLE)]
    rows = [{"id": id, "login": id, "name": id, "role": Role.EMPLOYEE, "position": 0} for id in ids]
    with store.writing() as connection:
        connection.execute(insert(people), rows)
    return [Actor(id=id, role=Role.EMPLOYEE) for id in ids]


def _live(store: Store, stories: Sequence[Story], it: Actor, clock: Clock, desk: TicketDesk) -> None:
    """Let everything happen, a day in each transaction, and the server look at the end of each day."""
    every = sorted((deed for story in stories for deed in story.deeds(it)), key=itemgetter(0))
    every = [deed for deed in every if deed[0] < END]
    promises, seal = KnownPromises(), Seal(store.identity)
    for day, of_day in groupby(every, key=lambda deed: deed[0].date()):
        with open_ledger(store) as ledger:
            for at, together in groupby(of_day, key=itemgetter(0)):
                asked = [Asked(actor, change(id, payload)) for _, actor, id, payload in together]
                results = Batch(ledger, seal, at, asked, promises=promises).judge()
                assert {one.state for one in results} == {"accepted"}
        clock.now = min(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1), END)
        while tell_due(store, desk, clock.now):
            pass


def test_what_was_not_kept_in_a_month_is_what_a_slow_count_says(store: Store) -> None:
    clock = Clock(datetime(2026, 10, 5, tzinfo=UTC))
    desk = TicketDesk(store, now=clock)
    desk.start()
    office = Office(store, desk)
    office.documents.put_all([OFFICE, POLICY])
    stories = [*_stories(random.Random(1), _hire_everybody(store))]
    _live(store, stories, office.tom, clock, desk)
    desk.stop()

    open_minutes = sorted(open_minutes_of(OFFICE, FIRST, LAST))
    expected = Counter((one.id, target) for one in stories for target in one.breaches(open_minutes))
    broken = select(events.c.ticket_id, events.c.payload).where(events.c.kind == SlaBreached.__name__)
    with store.reading() as connection:
        rows = connection.execute(broken).all()
    told = Counter((row.ticket_id, msgspec.json.decode(row.payload, type=SlaBreached).target) for row in rows)
    assert told == expected
    assert all(TICKETS / 20 < count < TICKETS for count in Counter(target for _, target in told).values())
