"""Fills an empty central store with the demo's company: its people, its documents, and its past.

The past goes through the server's own judge, each change at its own time, so that a history here is
one that really could have happened.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from itdesk.domain.documents import Announcement, Device, Document, Helpdesk, Queue
from itdesk.domain.hours_text import hours_from
from itdesk.domain.ids import AnnouncementId, DeviceId, PersonId, QueueId, new_id
from itdesk.domain.people import Actor
from itdesk.entrypoints.demo.company import OWN, Company, PersonSeed
from itdesk.entrypoints.demo.past import Deed, Past
from itdesk.entrypoints.demo.stories import TicketStory
from itdesk.protocol.messages import Result
from itdesk.protocol.translation import change_message
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.starter import seed_starters
from itdesk.server.store.documents import Documents
from itdesk.server.store.ledger import open_ledger
from itdesk.server.store.promised import KnownPromises
from itdesk.server.store.store import Store
from itdesk.server.tickets.asked import Asked
from itdesk.server.tickets.batch import Batch
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.seal import Seal

PASSWORD = "pogodna-demo"  # noqa: S105 - everybody in the demo has it, and it is told


class SeedRefused(Exception):
    """The judge refused a change of the demo's past: the story or the judge is wrong."""

    def __init__(self, deed: Deed, result: Result) -> None:
        reason = result.refusal.code if result.refusal else result.state
        super().__init__(f"“{deed.title}”: {deed.change.payload} was not accepted: {reason}")


def seed(store: Store, company: Company, stories: Sequence[TicketStory], now: datetime) -> None:
    """Fill the migrated, empty `store`: first as every server does, then with the company.

    Everything in it lies before `now`. Raises SeedRefused, with the ticket and the reason; then nothing of
    the past is kept.
    """
    seed_starters(store)
    people = _add_people(store, company, now)
    queues = {queue.code: QueueId(new_id()) for queue in company.queues}
    Documents(store).put_all([*_documents(company, people, queues), *_told_to_everybody(company, now)])
    desk = TicketDesk(store)
    actors = {login: desk.actor_of(id) for login, id in people.items()}
    _live_through(store, Past(company, people, queues, now).deeds(stories), actors)


def _add_people(store: Store, company: Company, now: datetime) -> dict[str, PersonId]:
    """Passwords are hashed as cheaply as the algorithm allows: this one is printed on the screen."""
    cheap = Passwords(time_cost=1, memory_kib=8)
    accounts = Accounts(store, now=lambda: now, passwords=cheap)
    return {person.login: _add_person(accounts, company, person) for person in company.people}


def _add_person(accounts: Accounts, company: Company, person: PersonSeed) -> PersonId:
    added = accounts.add_user(
        person.login,
        name=person.name,
        role=person.role,
        password=PASSWORD,
        department=company.departments[person.department].by_language()[person.language],
        site=person.site,
        place=person.place.by_language()[person.language],
        phone=person.phone,
    )
    return added.id


def _documents(
    company: Company, people: Mapping[str, PersonId], queues: Mapping[str, QueueId]
) -> Iterable[Document]:
    for queue in company.queues:
        yield Queue(
            id=queues[queue.code],
            name=queue.name.by_language(),
            restricted=queue.restricted,
            members=frozenset(people[login] for login in queue.members),
        )
    yield from company.articles
    for device in company.devices:
        yield Device(
            id=DeviceId(new_id()),
            name=device.name,
            owner_id=people.get(device.owner),
            model=device.model,
            system=device.os,
            serial=device.serial,
            site=device.site,
            details={
                "kind": device.kind,
                "memory_gb": str(device.memory_gb),
                "disk_gb": str(device.disk_gb),
            },
        )


def _told_to_everybody(company: Company, now: datetime) -> Iterable[Document]:
    """How IT is reached, and what it announces at this moment."""
    told = company.helpdesk
    yield Helpdesk(
        name=told.name.by_language(),
        phone=told.phone,
        address=told.address,
        zone=told.zone,
        hours=hours_from(told.hours),
    )
    for one in company.announcements:
        yield Announcement(
            id=AnnouncementId(OWN + one.code),
            title=one.title.by_language(),
            body=one.body.by_language(),
            kind=one.kind,
            symptoms=one.symptoms,
            begins_at=now - timedelta(minutes=one.began_minutes_ago),
            ends_at=now + timedelta(minutes=one.ends_in_minutes),
        )


def _live_through(store: Store, deeds: Sequence[Deed], actors: Mapping[str, Actor]) -> None:
    """Judge all deeds in the order of their times, in one transaction: one wait for the disk."""
    seal, promises = Seal(store.identity), KnownPromises()
    with open_ledger(store) as ledger:
        for at, together in groupby(sorted(deeds, key=attrgetter("at")), key=attrgetter("at")):
            batch = list(together)
            asked = [Asked(actors[deed.by], change_message(deed.change)) for deed in batch]
            for deed, result in zip(
                batch, Batch(ledger, seal, at, asked, promises=promises).judge(), strict=True
            ):
                if result.state != "accepted":
                    raise SeedRefused(deed, result)
