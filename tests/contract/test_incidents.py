"""A major incident is announced, counted and ended with its ticket, in the same moment: on both databases."""

from dataclasses import replace
from functools import partial

import msgspec
import pytest

from itdesk.domain.changes import (
    CommentAdded,
    DocumentDeleted,
    DocumentWritten,
    FixConfirmed,
    MajorIncidentDeclared,
    MajorIncidentEnded,
    Payload,
    StatusChanged,
    TicketOpened,
    Undone,
    subject_of,
)
from itdesk.domain.documents import Announcement, AnnouncementKind, Article
from itdesk.domain.ids import ArticleId, ChangeId, TicketId, new_id
from itdesk.domain.incidents import announcement_of, is_major
from itdesk.domain.people import Actor
from itdesk.domain.relations import ParentSet
from itdesk.domain.status import Status
from itdesk.protocol.messages import Result
from itdesk.server.counting import count_people
from itdesk.server.store.news import News
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.nodes import at_once, running_nodes
from tests.contract.office import Office, change, refused_for

DECLARED = MajorIncidentDeclared(title={"en": "Nobody can print"}, body={"en": "We are on it."})
RESOLVED = StatusChanged(to=Status.RESOLVED, note="A new server")
OPENED = StatusChanged(to=Status.OPEN)


@pytest.fixture
def ticket_id(office: Office) -> TicketId:
    """A ticket of ewa's, whose words are nobody else's business."""
    return office.open(office.ewa, "CANARY", description="CANARY in the boss's printer")


def _told(office: Office, ticket_id: TicketId, actor: Actor | None = None) -> tuple[Announcement, int] | None:
    """Return what jan is told of the ticket as a major incident, with its version."""
    reader = office.reader(actor or office.jan).read()
    key = "announcement", announcement_of(ticket_id)
    if key not in reader.documents:
        return None
    return msgspec.json.decode(reader.documents[key], type=Announcement), reader.versions[key]


def _announcement(office: Office, ticket_id: TicketId) -> Announcement:
    told = _told(office, ticket_id)
    assert told is not None
    return told[0]


def test_everybody_is_told_at_once_and_in_those_words_alone(office: Office, ticket_id: TicketId) -> None:
    told: list[News] = []
    office.desk.on_commit(told.append)
    jan = office.reader(office.jan).read()
    office.do(office.lea, ticket_id, DECLARED)
    assert [(news.is_for_everyone, news.head - news.first) for news in told] == [(True, 1)]
    jan.read()
    held = msgspec.json.decode(jan.documents["announcement", announcement_of(ticket_id)], type=Announcement)
    assert (held.title, held.kind, held.ends_at) == (DECLARED.title, AnnouncementKind.OUTAGE, None)
    assert b"CANARY" not in jan.answers
    assert ticket_id not in jan.tickets


def test_who_waits_for_the_ticket_hears_of_it_but_not_of_its_state(
    office: Office, ticket_id: TicketId
) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    ewa, tom = office.reader(office.ewa).read(), office.reader(office.tom).read()
    assert "MajorIncidentDeclared" in {event.kind for event in ewa.events[ticket_id].values()}
    assert ewa.tickets[ticket_id].incident is None
    assert is_major(tom.tickets[ticket_id])


@pytest.mark.parametrize("login", ["ewa", "jan", "tom"])
def test_who_does_not_lead_declares_nothing(office: Office, ticket_id: TicketId, login: str) -> None:
    result = office.ask(getattr(office, login), change(ticket_id, DECLARED))
    assert refused_for(result) == ("not_found" if login == "jan" else "not_allowed")
    assert _told(office, ticket_id) is None


@pytest.mark.parametrize("end", [RESOLVED, MajorIncidentEnded()], ids=["resolved", "ended"])
def test_the_trouble_is_gone_when_it_ends(office: Office, ticket_id: TicketId, end: Payload) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    office.do(office.lea, ticket_id, end)
    held = _announcement(office, ticket_id)
    assert held.ends_at is not None
    assert held.ends_at > held.begins_at


def test_it_is_back_when_it_does_not_work_after_all(office: Office, ticket_id: TicketId) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    office.do(office.tom, ticket_id, RESOLVED)
    office.do(office.ewa, ticket_id, FixConfirmed(works=False))
    assert _announcement(office, ticket_id).ends_at is None


def test_taken_back_it_is_over(office: Office, ticket_id: TicketId) -> None:
    message = change(ticket_id, DECLARED)
    assert office.ask(office.lea, message).state == "accepted"
    assert refused_for(office.ask(office.tom, change(ticket_id, Undone(event_id=ChangeId(message.id))))) == (
        "not_allowed"
    )
    office.do(office.adam, ticket_id, Undone(event_id=ChangeId(message.id)))
    assert _announcement(office, ticket_id).ends_at is not None


def test_people_are_counted_with_the_one_who_reported_it_first(
    office: Office, store: Store, ticket_id: TicketId
) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    assert _announcement(office, ticket_id).people == 1
    assert count_people(store) == 0, "it is told so from the beginning"
    id = announcement_of(ticket_id)
    for actor in (office.jan, office.ewa, office.jan):
        payload = TicketOpened(title="Nobody can print", spared_by=id, has_it_too=True)
        office.do(actor, TicketId(new_id()), payload)
    assert (count_people(store), count_people(store)) == (1, 0)
    assert _announcement(office, ticket_id).people == 2
    office.do(office.lea, ticket_id, RESOLVED)
    assert _announcement(office, ticket_id).people == 2


def test_who_reported_a_child_of_it_is_counted_once(
    office: Office, store: Store, ticket_id: TicketId
) -> None:
    children = [office.open(actor) for actor in (office.jan, office.jan, office.tom, office.ola)]
    for child in children:
        office.do(office.lea, child, ParentSet(to=ticket_id))
    office.open(office.adam, "Something else")
    office.do(office.lea, ticket_id, DECLARED)
    having_it = TicketOpened(title="Me too", spared_by=announcement_of(ticket_id), has_it_too=True)
    for actor in (office.lea, office.jan):
        office.do(actor, TicketId(new_id()), having_it)
    assert (count_people(store), count_people(store)) == (1, 0)
    assert _announcement(office, ticket_id).people == len({"ewa", "jan", "tom", "ola", "lea"})
    office.do(office.lea, children[-1], ParentSet(to=None))
    assert (count_people(store), count_people(store)) == (1, 0)
    assert _announcement(office, ticket_id).people == len({"ewa", "jan", "tom", "lea"})


def test_asked_twice_it_is_declared_once(office: Office, ticket_id: TicketId) -> None:
    message = change(ticket_id, DECLARED)
    first, again = office.ask(office.lea, message), office.ask(office.lea, message)
    assert first == again
    told = _told(office, ticket_id)
    assert told is not None
    assert told[1] == 1
    assert refused_for(office.ask(office.adam, change(ticket_id, DECLARED))) == "incident_stands"


def _by_hand(office: Office, ticket_id: TicketId, seen: int) -> DocumentWritten:
    edited = replace(_announcement(office, ticket_id), title={"en": "Only Kraków prints"})
    return DocumentWritten(document=edited, seen_version=seen)


def test_a_child_that_is_solved_with_its_parent_ends_what_is_told_of_it(
    office: Office, ticket_id: TicketId
) -> None:
    parent = office.open(office.tom, "The print server")
    office.do(office.lea, ticket_id, DECLARED)
    office.do(office.tom, ticket_id, ParentSet(to=parent))
    for payload, is_over in ((RESOLVED, True), (OPENED, False)):
        office.do(office.tom, parent, payload)
        assert (_announcement(office, ticket_id).ends_at is not None) is is_over


def test_two_servers_that_write_documents_and_end_an_incident_never_wait_for_each_other(
    office: Office, store: Store, ticket_id: TicketId, caplog: pytest.LogCaptureFixture
) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    article = Article(id=ArticleId("paper"), title={"en": "Paper"}, body={"en": "Out."})

    def write(desk: TicketDesk) -> list[Result]:
        wish = DocumentWritten(document=article, seen_version=10_000)
        said = change(ticket_id, CommentAdded(body="Still looking"))
        return desk.submit(office.lea, [change(subject_of(wish), wish), said])

    def turn(desk: TicketDesk) -> list[Result]:
        both = [change(ticket_id, RESOLVED), change(ticket_id, OPENED)]
        return [one for each in both for one in desk.submit(office.tom, [each])]

    with running_nodes(store, 2) as desks:
        for _ in range(10):
            results = at_once([partial(write, desks[0]), partial(turn, desks[1])])
            assert {one.state for each in results for one in each} == {"accepted"}
    assert "could not be recorded together" not in caplog.text


def test_what_a_lead_makes_of_the_announcement_stays(office: Office, ticket_id: TicketId) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    assert office.write(office.adam, _by_hand(office, ticket_id, seen=1)).state == "accepted"
    for payload, is_over in ((RESOLVED, True), (OPENED, False)):
        office.do(office.lea, ticket_id, payload)
        held = _announcement(office, ticket_id)
        assert held.title == {"en": "Only Kraków prints"}
        assert (held.ends_at is not None) is is_over


def test_an_edit_of_what_has_ended_meanwhile_is_a_conflict(office: Office, ticket_id: TicketId) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    edit = _by_hand(office, ticket_id, seen=1)
    office.do(office.tom, ticket_id, RESOLVED)
    result = office.write(office.lea, edit)
    assert refused_for(result) == "conflict"
    assert result.refusal is not None
    assert result.refusal.field == "title, ends at"


def test_what_a_lead_deleted_is_not_made_again(office: Office, ticket_id: TicketId) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    deletion = DocumentDeleted(kind="announcement", id=announcement_of(ticket_id), seen_version=1)
    assert office.write(office.lea, deletion).state == "accepted"
    office.do(office.tom, ticket_id, RESOLVED)
    assert _told(office, ticket_id) is None


def test_all_of_it_may_come_in_one_batch(office: Office, ticket_id: TicketId) -> None:
    office.do(office.lea, ticket_id, DECLARED)
    edit = _by_hand(office, ticket_id, seen=1)
    asked = [
        change(ticket_id, MajorIncidentEnded()),
        change(ticket_id, DECLARED),
        change(subject_of(edit), replace(edit, seen_version=3), seen=0),
        change(ticket_id, RESOLVED),
    ]
    results = office.desk.submit(office.lea, asked)
    assert [result.state for result in results] == ["accepted"] * 4
    told = _told(office, ticket_id)
    assert told is not None
    assert (told[0].title, told[1]) == ({"en": "Only Kraków prints"}, 5)
    assert told[0].ends_at is not None
