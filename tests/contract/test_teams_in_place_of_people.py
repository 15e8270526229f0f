"""Whoever is not IT meets the team of a restricted queue in place of its technicians, wherever she reads."""

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import update

from itdesk.domain.audience import Audience
from itdesk.domain.changes import Assigned, CommentAdded, MovedToQueue, ParticipantAdded
from itdesk.domain.consents import ConsentAsked, Wanted
from itdesk.domain.documents import Queue
from itdesk.domain.ids import PersonId, QueueId, TicketId
from itdesk.domain.people import Actor, Role
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.resolving import Asker
from itdesk.server.privacy.export import export_person
from itdesk.server.store.moment import open_moment
from itdesk.server.store.tables import people
from itdesk.server.tickets.searching import Search, search
from tests.contract.clock import NINE
from tests.contract.office import Office

NAME, LOGIN = "Zofia Kanarkowa", "zkanarek"


@dataclass(frozen=True)
class Case:
    """A ticket of Ewa's on which somebody of HR did all that names her. Jan reads along."""

    office: Office
    inside: Actor
    queue: QueueId
    ticket: TicketId

    @property
    def secrets(self) -> tuple[bytes, ...]:
        return NAME.encode(), LOGIN.encode(), self.inside.id.encode()

    def team(self, *members: Actor) -> None:
        """These are the team from now on."""
        staff = frozenset(one.id for one in members)
        name = {"en": "HR", "pl": "Kadry"}
        self.office.documents.put(Queue(id=self.queue, name=name, restricted=True, members=staff))

    def found_by(self, reader: Actor, words: str) -> int:
        with open_moment(self.office.store) as moment:
            scope = moment.queues().scope(reader.id, reader.role)
            asker = Asker(id=reader.id, is_staff=reader.role.is_staff)
            asked = Search(asker=asker, query=parse(words, today=NINE.date()), limit=10)
            return len(search(moment, scope, asked).tickets)


@pytest.fixture
def case(office: Office) -> Case:
    inside = office.hire(LOGIN, Role.TECHNICIAN)
    with office.store.writing() as connection:
        connection.execute(update(people).where(people.c.id == inside.id).values(name=NAME))
    case = Case(office, inside, office.queue("HR", restricted=True), office.open(office.ewa))
    case.team(inside)
    office.do(office.adam, case.ticket, MovedToQueue(to=case.queue))
    office.do(office.ewa, case.ticket, ParticipantAdded(person_id=office.jan.id))
    office.do(office.adam, case.ticket, ParticipantAdded(person_id=inside.id))
    office.do(inside, case.ticket, CommentAdded(body="We look into it."))
    office.do(inside, case.ticket, Assigned(to=inside.id))
    office.do(inside, case.ticket, ConsentAsked(wants=Wanted.FACTS, why="To see"))
    return case


def test_who_is_not_it_is_sent_the_team_and_nothing_of_its_people(case: Case) -> None:
    for actor in (case.office.ewa, case.office.jan):
        reader = case.office.reader(actor).read()
        assert [one for one in case.secrets if one in reader.answers] == []
        team = PersonId(case.queue)
        assert reader.tickets[case.ticket].assignee_id == team
        assert reader.people[team].name == "HR / Kadry"
        by_kind = {one.kind: one for one in reader.events[case.ticket].values()}
        assert by_kind["CommentAdded"].actor_id == team
        assert json.loads(bytes(by_kind["Assigned"].payload)) == {"to": team}
        assert reader.lacks_nothing()


def test_it_is_told_who_it_was(case: Case) -> None:
    reader = case.office.reader(case.office.adam).read()
    assert reader.tickets[case.ticket].assignee_id == case.inside.id
    assert reader.people[case.inside.id].name == NAME


def test_what_follows_the_snapshot_names_nobody_either(case: Case) -> None:
    reader = case.office.reader(case.office.ewa).read()
    case.office.do(case.inside, case.ticket, CommentAdded(body="It is done."))
    reader.read()
    assert b"It is done." in reader.answers
    assert reader.resets == 0
    assert [one for one in case.secrets if one in reader.answers] == []


def test_who_joins_the_team_or_leaves_it_is_shown_anew(case: Case) -> None:
    reader = case.office.reader(case.office.ewa).read()
    case.team(case.office.ola)
    reader.read()
    assert reader.resets == 1
    assert reader.people[case.inside.id].name == NAME
    case.team(case.inside)
    reader.read()
    assert reader.resets == 2
    assert case.inside.id not in reader.people


def test_as_a_requester_she_is_a_colleague_like_others(case: Case) -> None:
    own = case.office.open(case.inside, "My own screen is dark")
    case.office.do(case.inside, own, ParticipantAdded(person_id=case.office.jan.id))
    reader = case.office.reader(case.office.jan).read()
    assert reader.tickets[own].requester_id == case.inside.id
    assert reader.people[case.inside.id].name == NAME
    assert reader.tickets[case.ticket].assignee_id == PersonId(case.queue)


@pytest.mark.parametrize("words", [LOGIN, "Kanarkowa", f"assignee:{LOGIN}", "assignee:Kanarkowa"])
def test_nobody_but_it_finds_a_ticket_by_who_has_it(case: Case, words: str) -> None:
    assert case.found_by(case.office.adam, words) == 1
    assert case.found_by(case.office.ewa, words) == 0
    assert case.found_by(case.office.ewa, f"-{words}") == 1


def test_what_is_handed_out_to_her_names_the_team(case: Case, tmp_path: Path) -> None:
    case.office.do(case.inside, case.ticket, CommentAdded(body="A note", audience=Audience.STAFF))
    target = io.BytesIO()
    export_person(case.office.store, tmp_path, case.office.ewa.id, target, by=case.office.adam.id, at=NINE)
    with zipfile.ZipFile(target) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"We look into it." in whole
    assert [one for one in case.secrets if one in whole] == []
