"""Whatever happens to roles, queues and tickets: each copy holds what its person may see, to the last byte.

The oracle reads the central tables plainly and knows nothing of `visible` or `Scope`.
"""

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path

import pytest
from sqlalchemy import select

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    DiagnosticsAttached,
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    PersonWritten,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.documents import Queue
from itdesk.domain.ids import PersonId, QueueId, TicketId, new_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.protocol.messages import SyncRequest, SyncResponse
from itdesk.protocol.parsing import encode, parse
from itdesk.replica.page import incomplete, next_cursor, take_page
from itdesk.server.store.people import person_from
from itdesk.server.store.tables import documents, events, people, tickets
from itdesk.server.tickets.desk import TicketDesk
from itdesk.services.desk import Desk, close_desk
from tests.contract.office import CLIENT, Office, change
from tests.fakes import desk_at

SEEDS = range(2)
BATCHES, MOVES_A_BATCH = 14, 10
LETTERS = "bcdfghjklmnpqrstvwxz"
CANARY = re.compile(r"kk[a-z]{14}")
ID = re.compile("[0-9a-f]{32}")
MOST_PAGES = 1_000


@dataclass
class Client:
    """One person's computer."""

    folder: Path
    person: Person
    desk: Desk

    def restart(self) -> None:
        """End the program and start it again."""
        close_desk(self.desk)
        self.desk = desk_at(self.folder, self.person, lambda: datetime.now(UTC))

    def read(self, server: TicketDesk, actor: Actor) -> None:
        """Exchange until there is no more; every page passes as bytes."""
        for _ in range(MOST_PAGES):
            wanted = incomplete(self.desk.replica, 200)
            request = SyncRequest(client=CLIENT, cursor=next_cursor(self.desk.replica), want=list(wanted))
            page = parse(encode(server.exchange(actor, request)), SyncResponse)
            take_page(self.desk.replica, self.desk.outbox, page)
            if not page.more and not incomplete(self.desk.replica, 1):
                return
        raise AssertionError("it never ends")

    def holds(self) -> dict[str, set[str]]:
        """Return the events that are held, by ticket."""
        with self.desk.replica.reading() as connection:
            held: dict[str, set[str]] = {
                row.id: set() for row in connection.exec_driver_sql("SELECT id FROM tickets")
            }
            for row in connection.exec_driver_sql("SELECT id, ticket_id FROM events"):
                held[row.ticket_id].add(row.id)
        return held

    def bytes_on_disk(self) -> bytes:
        """Return all that lies in its folder, journals included."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())


@dataclass
class World:
    """The office, its queues, and a computer for each of its people."""

    office: Office
    chance: random.Random
    roles: dict[PersonId, Role]
    queues: list[QueueId]
    clients: dict[PersonId, Client]
    opened: list[TicketId] = field(default_factory=list)

    def actor(self) -> Actor:
        return self.as_actor(self.chance.choice(list(self.roles)))

    def as_actor(self, id: PersonId) -> Actor:
        return Actor(id=id, role=self.roles[id])

    def canary(self) -> str:
        """Return a word that stands nowhere else; two of them share no long beginning."""
        body = "".join(self.chance.choice(LETTERS) for _ in range(14))
        return f"kk{body}"

    def move(self) -> None:
        """Let something happen."""
        deeds: list[Callable[[], None]] = [self._open, self._change_queue, self._change_role]
        deeds += [self._change_ticket] * 9
        self.chance.choice(deeds)()

    def _open(self) -> None:
        id = TicketId(new_id())
        payload = TicketOpened(title=self.canary(), description=self.canary())
        if self.office.ask(self.actor(), change(id, payload, seen=0)).state == "accepted":
            self.opened.append(id)

    def _change_queue(self) -> None:
        """A team gets other members, is closed to others, or opened."""
        members = frozenset(self.chance.sample(list(self.roles), 2))
        closed = self.chance.random() < 0.7
        id, name = self.chance.choice(self.queues), self.canary()
        self.office.documents.put(
            Queue(id=id, name={"en": name, "pl": name}, restricted=closed, members=members)
        )

    def _change_role(self) -> None:
        admin = next(id for id, role in self.roles.items() if role is Role.ADMIN)
        person_id = self.chance.choice([id for id in self.roles if id != admin])
        role = self.chance.choice([Role.EMPLOYEE, Role.TECHNICIAN, Role.TECHNICIAN, Role.LEAD])
        with self.office.store.reading() as connection:
            row = connection.execute(select(people).where(people.c.id == person_id)).mappings().one()
        held = person_from(row)
        wish = PersonWritten(person=replace(held, role=role), seen_version=held.version)
        assert self.office.write(self.as_actor(admin), wish).state == "accepted"
        self.roles[person_id] = role

    def _change_ticket(self) -> None:
        if self.opened:
            id = self.chance.choice(self.opened)
            self.office.ask(self.actor(), change(id, self._payload()))

    def _payload(self) -> Payload:
        person_id = self.chance.choice(list(self.roles))
        audience = self.chance.choice(list(Audience))
        payloads: list[Payload] = [
            CommentAdded(body=self.canary(), audience=audience),
            CommentAdded(body=self.canary(), audience=audience),
            DiagnosticsAttached(facts=json.dumps({"facts": {"word": self.canary()}})),
            MovedToQueue(to=self.chance.choice([*self.queues, None])),
            MovedToQueue(to=self.chance.choice(self.queues)),
            ParticipantAdded(person_id=person_id),
            ParticipantRemoved(person_id=person_id),
            Assigned(to=person_id),
            TitleChanged(title=self.canary()),
        ]
        return self.chance.choice(payloads)


@dataclass
class Truth:
    """What one person may hold, by a plain look at the central tables."""

    events: dict[str, set[str]] = field(default_factory=dict)
    canaries: set[str] = field(default_factory=set)


def truth_of(office: Office, person_id: PersonId, role: Role) -> Truth:
    """Return what the person may see now."""
    with office.store.reading() as connection:
        states = [json.loads(state) for state in connection.scalars(select(tickets.c.state))]
        history = connection.execute(select(events)).all()
        queues = connection.scalars(select(documents.c.body).where(documents.c.kind == "queue")).all()
    closed = {
        queue["id"]
        for queue in map(json.loads, queues)
        if queue.get("restricted") and person_id not in queue.get("members", [])
    }
    restricted = sorted(
        (queue for queue in map(json.loads, queues) if queue.get("restricted")), key=itemgetter("id")
    )
    teams = {id: json.dumps(one["name"]) for one in reversed(restricted) for id in one.get("members", [])}
    truth = Truth()
    staff = role is not Role.EMPLOYEE
    for state in states:
        asks = state["requester_id"] == person_id
        reads_along = asks or person_id in state.get("participants", [])
        in_sight = staff and (role is Role.ADMIN or state.get("queue_id") not in closed)
        if not (reads_along or in_sight):
            continue
        readable = (
            {"participants"}
            | ({"requester"} if asks else set())
            | ({"requester", "staff"} if staff else set())
        )
        seen = [one for one in history if one.ticket_id == state["id"] and one.audience in readable]
        truth.events[state["id"]] = {one.change_id for one in seen}
        truth.canaries |= {word for one in seen for word in CANARY.findall(one.payload)}
        if not staff:
            told = json.dumps(state) + "".join(f"{one.actor_id} {one.payload}" for one in seen)
            met = teams.keys() & set(ID.findall(told)) - {state["requester_id"], person_id}
            truth.canaries |= {word for id in met for word in CANARY.findall(teams[id])}
    if staff:
        truth.canaries |= {word for body in queues for word in CANARY.findall(body)}
    return truth


@pytest.fixture
def world(office: Office, tmp_path: Path) -> Iterator[World]:
    with office.store.reading() as connection:
        known = [person_from(row) for row in connection.execute(select(people)).mappings()]
    clients = {}
    for person in known:
        folder = tmp_path / person.login
        folder.mkdir()
        clients[person.id] = Client(folder, person, desk_at(folder, person, lambda: datetime.now(UTC)))
    queues = [
        office.queue("HR", office.ola, restricted=True),
        office.queue("Security", office.tom, restricted=True),
        office.queue("Network"),
    ]
    world = World(office, random.Random(), {one.id: one.role for one in known}, queues, clients)
    yield world
    for client in world.clients.values():
        close_desk(client.desk)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_copy_is_what_its_person_may_see(world: World, seed: int) -> None:
    world.chance.seed(seed)
    server = TicketDesk(world.office.store)
    server.start()
    given: set[str] = set()
    for batch in range(BATCHES):
        for _ in range(MOVES_A_BATCH):
            world.move()
        if world.chance.random() < 0.3:
            server.stop()
            server = TicketDesk(world.office.store)
            server.start()
        now = _all_canaries(world.office)
        given |= now
        for id, client in world.clients.items():
            if world.chance.random() < 0.3:
                client.restart()
            client.read(server, world.as_actor(id))
            truth = truth_of(world.office, id, world.roles[id])
            where = f"seed {seed}, batch {batch}, {client.person.login} ({world.roles[id]})"
            assert client.holds() == truth.events, where
            on_disk = client.bytes_on_disk()
            # What IT read in a document that says something else now was no secret of anybody's.
            known = given if world.roles[id] is Role.EMPLOYEE else now
            left = {word for word in known - truth.canaries if word[2:].encode() in on_disk}
            assert left == set(), where
    server.stop()
    assert len(given) > BATCHES


def _all_canaries(office: Office) -> set[str]:
    with office.store.reading() as connection:
        payloads = connection.scalars(select(events.c.payload)).all()
        bodies = connection.scalars(select(documents.c.body)).all()
    return {word for text in [*payloads, *bodies] for word in CANARY.findall(text)}
