"""Whatever id a change names: one that its author may not see is answered like one that does not exist.

The walk is made from the declarations of the changes. A new kind is walked by itself; one that names ids of a
kind that is unknown here fails.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
import pytest
from sqlalchemy import select

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    KINDS,
    CommentAdded,
    DocumentDeleted,
    DocumentWritten,
    FileAttached,
    MovedToQueue,
    ParticipantAdded,
    TicketOpened,
    Writing,
)
from itdesk.domain.consents import ConsentAsked, Wanted
from itdesk.domain.documents import View
from itdesk.domain.ids import ChangeId, FileId, QueueId, TicketId, ViewId, new_id
from itdesk.domain.people import Actor, Role
from itdesk.protocol.messages import Result
from itdesk.server.store.tables import METADATA, changes
from tests.contract.office import Office, change
from tests.contract.samples import WORDS, id_kinds, sample

WALKED = {name: kind for name, kind in KINDS.items() if kind not in Writing.__args__}
KNOWN_KINDS = {"TicketId", "ChangeId", "PersonId", "QueueId", "FileId", "RuleId", "CalendarId"}
"""Of these, staff know all people, queues, rules and calendars, and employees may name any colleague."""
MADE_BY_THEIR_AUTHOR = {"FileId"}
"""An id that its author makes cannot be taken twice: all that she learns is that it is taken."""
WHO = ["stranger", "requester", "participant", "outside", "lead"]
"""Those who do not see what is hidden."""


@dataclass(frozen=True)
class House:
    """A ticket that everybody of the walk but the stranger sees, and one that only some see."""

    office: Office
    people: dict[str, Actor]
    shared: TicketId
    hidden: TicketId
    hidden_ids: Mapping[str, object]


@pytest.fixture
def house(office: Office) -> House:
    inside, boss = office.hire("inside", Role.TECHNICIAN), office.hire("boss", Role.EMPLOYEE)
    secret = office.queue("Personnel", inside, restricted=True)
    shared = office.open(office.ewa)
    office.do(office.ewa, shared, ParticipantAdded(person_id=office.jan.id))
    hidden = office.open(boss, "Somebody is to be dismissed")
    note = change(hidden, CommentAdded(body="A secret word", audience=Audience.STAFF))
    assert office.ask(inside, note).receipt
    asked = change(hidden, ConsentAsked(wants=Wanted.FACTS, why="To see"))
    assert office.ask(inside, asked).receipt
    file_id = FileId(new_id())
    office.do(boss, hidden, FileAttached(file_id=file_id, name="contract.pdf", bytes=3, sha256="a" * 64))
    office.do(office.adam, hidden, MovedToQueue(to=secret))
    people = {
        "stranger": office.hire("stranger", Role.EMPLOYEE),
        "requester": office.ewa,
        "participant": office.jan,
        "outside": office.tom,
        "lead": office.lea,
    }
    ids = {"TicketId": hidden, "ChangeId": ChangeId(asked.id), "FileId": file_id}
    return House(office, people, shared, hidden, ids)


def new_ids(house: House, hidden: Mapping[str, object] | None = None) -> dict[str, object]:
    """Return an id of each kind: of what does not exist, or of what is hidden."""
    known = {
        "PersonId": house.office.ola.id,
        "QueueId": QueueId(new_id()),
        "RuleId": new_id(),
        "CalendarId": new_id(),
    }
    fresh = {"TicketId": TicketId(new_id()), "ChangeId": ChangeId(new_id()), "FileId": FileId(new_id())}
    return known | fresh | dict(hidden or {})


def contents(house: House) -> list[str]:
    """Return all that the store holds beside what became of changes."""
    with house.office.store.reading() as connection:
        return [
            f"{table.name} {tuple(row)}"
            for table in METADATA.sorted_tables
            if table is not changes
            for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]


def answer_of(result: Result, ids: dict[str, object]) -> str:
    """Return what is told, without the ids that were named."""
    told = msgspec.json.encode((result.state, result.refusal)).decode()
    for kind, id in ids.items():
        told = told.replace(str(id), kind).replace(str(id)[:32], kind)
    return re.sub(r'"(id|change_id)":"[0-9a-f]{32}"', "", told)


def test_every_kind_of_id_is_known_to_the_walk() -> None:
    named = {name: id_kinds(kind) for name, kind in WALKED.items()}
    assert {kind for kinds in named.values() for kind in kinds} <= KNOWN_KINDS
    assert {name for name, kinds in named.items() if "TicketId" in kinds} >= {"LinkSet", "ParentSet"}


@pytest.mark.parametrize("who", WHO)
def test_an_id_that_one_may_not_see_is_one_that_is_not_there(house: House, who: str) -> None:
    actor, office = house.people[who], house.office
    told: list[str] = []
    for name, kind in WALKED.items():
        for wrong in sorted(id_kinds(kind) & house.hidden_ids.keys()):
            hidden, missing = new_ids(house, {wrong: house.hidden_ids[wrong]}), new_ids(house)
            before = contents(house)
            of_hidden = office.ask(actor, change(house.shared, sample(kind, hidden)))
            if of_hidden.state == "refused":
                assert contents(house) == before, f"{name} naming a hidden {wrong} changed something"
            of_missing = office.ask(actor, change(house.shared, sample(kind, missing)))
            one, other = answer_of(of_hidden, hidden), answer_of(of_missing, missing)
            if wrong in MADE_BY_THEIR_AUTHOR:
                assert of_hidden.state == "refused", f"{name} took a hidden {wrong}"
                assert "contract" not in one
                continue
            if one != other:
                told.append(f"{name} by {who} naming a hidden {wrong}: {one} beside {other}")
    assert told == []


@pytest.mark.parametrize("who", WHO)
def test_a_ticket_that_one_may_not_see_is_one_that_is_not_there(house: House, who: str) -> None:
    actor, office = house.people[who], house.office
    for name, kind in WALKED.items():
        if kind is TicketOpened:
            continue
        ids = new_ids(house)
        before = contents(house)
        of_hidden = office.ask(actor, change(house.hidden, sample(kind, ids)))
        of_missing = office.ask(actor, change(TicketId(new_id()), sample(kind, ids)))
        assert answer_of(of_hidden, ids) == answer_of(of_missing, ids), name
        assert contents(house) == before, name


def test_a_change_of_somebody_else_is_nothing_to_wait_for(house: House) -> None:
    """`after` names a change: one of another person is answered like one that nobody made."""
    office, tom = house.office, house.people["outside"]
    payload = CommentAdded(body="x")
    hidden = change(house.shared, payload, after=[str(house.hidden_ids["ChangeId"])])
    missing = change(house.shared, payload, after=[new_id()])
    one, other = office.ask(tom, hidden), office.ask(tom, missing)
    assert (one.state, one.refusal) == (other.state, other.refusal)


def test_somebody_elses_own_document_is_one_that_is_not_there(house: House) -> None:
    office = house.office
    own = View(id=ViewId(new_id()), name=WORDS, search="is:open", owner_id=office.ola.id)
    assert office.write(office.ola, DocumentWritten(document=own)).receipt
    one = office.write(office.tom, DocumentDeleted(kind="view", id=own.id, seen_version=1))
    other = office.write(office.tom, DocumentDeleted(kind="view", id=new_id(), seen_version=1))
    assert one.refusal is not None
    assert other.refusal is not None
    assert one.refusal.code == other.refusal.code
