"""A small IT office for the console's tests: a real desk on a folder, filled the way the server fills it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from itdesk.diagnostics.facts import Facts
from itdesk.domain.apply import apply
from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    Change,
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    Payload,
    PrioritySet,
    StatusChanged,
    TicketOpened,
)
from itdesk.domain.documents import Queue
from itdesk.domain.events import Event
from itdesk.domain.ids import ChangeId, FileId, PersonId, QueueId, TicketId, new_id
from itdesk.domain.judgement import judge
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import SyncResponse, TicketEntry
from itdesk.protocol.translation import document_entry, event_message
from itdesk.replica.page import take_page
from itdesk.services.desk import Account, Desk, close_desk, desk_of
from itdesk.workstation.paths import DataFolder

NOON = datetime(2026, 5, 25, 8, 21, tzinfo=UTC)


def person(login: str, name: str, role: Role = Role.EMPLOYEE, **details: Any) -> Person:
    """Return somebody whose id follows from the login."""
    person_id = PersonId(sha256(login.encode()).hexdigest()[:32])
    return Person(id=person_id, login=login, name=name, role=role, **details)


MAREK = person("mzielinski", "Marek Zieliński", Role.TECHNICIAN, department="IT", site="Warsaw")
ANNA = person("alis", "Anna Lis", Role.LEAD, department="IT", site="Kraków")
JOANNA = person(
    "jwisniewska",
    "Joanna Wiśniewska",
    department="Accounting",
    site="Kraków",
    place="room 312",
    phone="ext. 4410",
)
PIOTR = person("pnowak", "Piotr Nowak", department="Board", place="room 501")
EWA = person("ekrol", "Ewa Król", department="Sales", place="room 120")
PEOPLE = (MAREK, ANNA, JOANNA, PIOTR, EWA)

FIRST_LINE = Queue(id=QueueId("1" * 32), name={"en": "First line", "pl": "Pierwsza linia"})
NETWORK = Queue(id=QueueId("2" * 32), name={"en": "Network and access", "pl": "Sieć i dostęp"})
HARDWARE = Queue(id=QueueId("3" * 32), name={"en": "Hardware", "pl": "Sprzęt"})

FACTS = Facts(
    collected_in_ms=812,
    facts={
        "host": {"name": "PC-KSIEG-07"},
        "machine": {"manufacturer": "Dell", "model": "OptiPlex 7010"},
        "operating_system": {"name": "Windows 11", "version": "23H2"},
        "boot": {"uptime_s": 266_400, "pending_restart": True},
        "network": {"connected": True, "kind": "wired", "ipv4": ["10.4.3.12"]},
        "memory": {"total_bytes": 16_000_000_000, "used_percent": 61},
        "processor": {"model": "Intel Core i5-12500"},
        "disks": {"disks": [{"mount": "C:", "free_bytes": 41_000_000_000, "used_percent": 83}]},
        "foreground": {"application": "Comarch ERP"},
    },
)


@dataclass
class Office:
    """Plays the server for one desk: judges, numbers, hands over."""

    desk: Desk
    now: datetime = NOON
    tickets: dict[TicketId, Ticket] = field(default_factory=dict)
    events: dict[TicketId, list[Event]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1042))
    positions: Iterator[int] = field(default_factory=lambda: count(1))

    def report(self, who: Person, title: str, description: str = "", *, minutes_ago: int = 30) -> TicketId:
        """Let somebody report; return the ticket."""
        ticket_id = TicketId(new_id())
        opened = TicketOpened(title=title, description=description, urgency=Urgency.HIGH)
        self.happen(who, ticket_id, opened, minutes_ago=minutes_ago)
        self.tickets[ticket_id] = replace(self.tickets[ticket_id], number=next(self.numbers))
        return ticket_id

    def happen(
        self, who: Person, ticket_id: TicketId, payload: Payload, *, minutes_ago: int = 20
    ) -> ChangeId:
        """Let something happen to a ticket, by the rules."""
        at = self.now - timedelta(minutes=minutes_ago)
        ticket = self.tickets.get(ticket_id)
        change = Change(
            id=ChangeId(new_id()),
            ticket_id=ticket_id,
            payload=payload,
            seen=ticket.version if ticket else 0,
            made_at=at,
        )
        event = judge(Actor(id=who.id, role=who.role), ticket, change, at)
        self.tickets[ticket_id] = apply(ticket, event)
        self.events.setdefault(ticket_id, []).append(event)
        return change.id

    def hand_over(self, *ids: TicketId) -> None:
        """Let the desk receive these tickets as they are now, or all of them. Touches the disk."""
        entries = [self._entry(one) for one in ids or self.tickets]
        queues = [document_entry(queue, 1) for queue in (FIRST_LINE, NETWORK, HARDWARE)]
        answer = SyncResponse(
            entries=[*queues, *entries],
            people=list(PEOPLE),
            cursor=f"cursor-{next(self.positions)}",
            me=self.desk.account.person_id,
            server_time=self.now,
        )
        take_page(self.desk.replica, self.desk.outbox, answer)

    def _entry(self, ticket_id: TicketId) -> TicketEntry:
        events = self.events[ticket_id]
        return TicketEntry(
            ticket=self.tickets[ticket_id],
            position=next(self.positions),
            events=[event_message(event) for event in events],
            visible_events=len(events),
        )


def open_office(folder: Path, who: Person = MAREK) -> Office:
    """Return an empty office for this person. Touches the disk."""
    account = Account(
        server_url="https://help.example", person_id=who.id, login=who.login, name=who.name, role=who.role
    )
    opened: list[Office] = []
    desk = desk_of(DataFolder(folder), account, now=lambda: opened[0].now if opened else NOON)
    opened.append(Office(desk))
    return opened[0]


def close_office(office: Office) -> None:
    """Close the desk."""
    close_desk(office.desk)


def tell_the_story(office: Office, picture: bytes = b"") -> TicketId:
    """Fill the office with a morning's work; return the ticket in the middle of it."""
    story = office.report(
        JOANNA,
        "Cannot print invoices",
        "I cannot print invoices. The printer blinks red, and this morning it still worked.",
        minutes_ago=29,
    )
    office.happen(JOANNA, story, DiagnosticsAttached(facts=FACTS.to_json().decode()), minutes_ago=29)
    if picture:
        office.happen(JOANNA, story, screenshot(picture), minutes_ago=29)
    office.happen(MAREK, story, Assigned(to=MAREK.id), minutes_ago=23)
    office.happen(
        ANNA,
        story,
        CommentAdded(
            body="Same on two other 7010s since today’s HP driver. I would go back to 7.0.",
            audience=Audience.STAFF,
        ),
        minutes_ago=19,
    )
    office.happen(
        MAREK,
        story,
        CommentAdded(body="Good morning Joanna, I see a stuck job in the queue and am removing it."),
        minutes_ago=7,
    )
    fill(office)
    return story


def screenshot(picture: bytes) -> FileAttached:
    """Return a screenshot as a change."""
    return FileAttached(
        file_id=FileId(sha256(picture).hexdigest()[:32]),
        name="Screen at 9:52.png",
        bytes=len(picture),
        sha256=sha256(picture).hexdigest(),
        is_screenshot=True,
        audience=Audience.REQUESTER,
    )


def fill(office: Office) -> None:
    """Add the other tickets of the morning."""
    vpn = office.report(PIOTR, "VPN asks for the code twice", minutes_ago=70)
    office.happen(ANNA, vpn, PrioritySet(impact=Impact.HIGH, urgency=Urgency.HIGH), minutes_ago=60)
    sound = office.report(EWA, "No sound in meeting room 2", minutes_ago=180)
    office.happen(ANNA, sound, PrioritySet(impact=Impact.LOW, urgency=Urgency.LOW), minutes_ago=60)
    laptop = office.report(EWA, "Laptop does not wake in its dock after last night’s update", minutes_ago=300)
    office.happen(ANNA, laptop, Assigned(to=MAREK.id), minutes_ago=280)
    folder = office.report(JOANNA, "Access to the folder Budget 2027, please", minutes_ago=3_000)
    office.happen(MAREK, folder, Assigned(to=MAREK.id), minutes_ago=2_000)
    office.happen(
        MAREK,
        folder,
        StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which of the two?"),
        minutes_ago=1_900,
    )
    teams = office.report(PIOTR, "Teams closes when sharing the screen", minutes_ago=5_000)
    office.happen(ANNA, teams, Assigned(to=ANNA.id), minutes_ago=4_000)
    drum = office.report(EWA, "New drum for printer HP-208", minutes_ago=9_000)
    office.happen(MAREK, drum, Assigned(to=MAREK.id), minutes_ago=8_500)
    office.happen(MAREK, drum, StatusChanged(to=Status.RESOLVED, note="The drum is in."), minutes_ago=8_000)
