"""A technician's replica with as many tickets as one likes, filled page by page as the server fills it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random

from itdesk.domain.catalogue import Category
from itdesk.domain.changes import TicketOpened
from itdesk.domain.events import Event, audience_of
from itdesk.domain.ids import ChangeId, PersonId, TicketId, new_id
from itdesk.domain.people import Person, Role
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.status import Standing, Status
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import SyncResponse, TicketEntry
from itdesk.protocol.translation import event_message
from itdesk.replica.page import take_page
from itdesk.services.desk import Desk

ON_A_PAGE = 200
OPEN_OF_ALL = 0.05
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
STEMS = ("drukarka", "działa", "łącze", "internet", "hasło", "konto", "ekran", "monitor", "kabel", "poczta")
WORDS = [f"{stem}{number}" for number in range(200) for stem in STEMS]


def team(count: int = 300) -> list[Person]:
    """Return so many people in IT."""
    return [
        Person(id=PersonId(new_id()), login=f"p{n}", name=f"Person {n}", role=Role.TECHNICIAN)
        for n in range(count)
    ]


def some_entries(people: Sequence[Person], count: int) -> Iterator[TicketEntry]:
    """Yield so many tickets as the server tells of them, newest first; one in twenty is open."""
    random = Random(1)
    for number in range(count, 0, -1):
        is_open = number > count * (1 - OPEN_OF_ALL)
        yield _entry(random, random.choice(people), random.choice(people), number, is_open=is_open)


def _entry(random: Random, requester: Person, assignee: Person, number: int, *, is_open: bool) -> TicketEntry:
    at, id = BEGAN + timedelta(minutes=number), TicketId(new_id())
    title, description = (" ".join(random.choices(WORDS, k=words)) for words in (4, 20))
    opened = TicketOpened(title=title, description=description)
    event = Event(
        id=ChangeId(new_id()),
        ticket_id=id,
        payload=opened,
        actor_id=requester.id,
        actor_role=requester.role,
        at=at,
        version=1,
        audience=audience_of(opened),
    )
    ticket = Ticket(
        id=id,
        number=number,
        version=1,
        requester_id=requester.id,
        opened_by=requester.id,
        title=title,
        description=description,
        category=Category.OTHER,
        ranking=Ranking(Impact.LOW, random.choice(list(Urgency))),
        standing=Standing(Status.OPEN if is_open else Status.CLOSED),
        assignee_id=assignee.id,
        created_at=at,
        updated_at=at,
    )
    return TicketEntry(ticket=ticket, position=number, events=[event_message(event)], visible_events=1)


def page_of(
    desk: Desk, people: Sequence[Person], entries: Sequence[TicketEntry], *, is_snapshot: bool
) -> SyncResponse:
    """Return one page of the feed, the last one where it is no part of a snapshot."""
    return SyncResponse(
        entries=list(entries),
        people=list(people),
        cursor=f"after {entries[-1].position}",
        snapshot=is_snapshot,
        more=is_snapshot,
        me=desk.account.person_id,
        server_time=BEGAN,
    )


def fill(desk: Desk, people: Sequence[Person], entries: Iterator[TicketEntry], count: int) -> None:
    """Let the replica take all of the `count` entries."""
    for start in range(0, count, ON_A_PAGE):
        some = list(islice(entries, ON_A_PAGE))
        page = page_of(desk, people if not start else (), some, is_snapshot=start + ON_A_PAGE < count)
        take_page(desk.replica, desk.outbox, page)
