"""Colleagues whom the requester invites: what they get, what they never get, and how they lose it."""

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    FixConfirmed,
    ParticipantAdded,
    ParticipantRemoved,
    Payload,
    Rated,
    StatusChanged,
)
from itdesk.domain.ids import FileId, TicketId, new_id
from itdesk.domain.status import Status
from itdesk.protocol.messages import LeftEntry
from tests.contract.office import Office, change, refused_for

CANARY = "kanarek"


def _file(name: str, audience: Audience, *, is_screenshot: bool = False) -> FileAttached:
    return FileAttached(
        file_id=FileId(new_id()),
        name=name,
        bytes=1,
        sha256="0" * 64,
        is_screenshot=is_screenshot,
        audience=audience,
    )


def _told_everything(office: Office) -> TicketId:
    """Return a ticket with something for every audience, to which Jan is invited by Ewa."""
    ticket_id = office.open(office.ewa, "It does not print")
    office.do(office.ewa, ticket_id, DiagnosticsAttached(facts=f'{{"host":"{CANARY}"}}'))
    office.do(office.ewa, ticket_id, _file(f"{CANARY}.png", Audience.REQUESTER, is_screenshot=True))
    office.do(office.tom, ticket_id, CommentAdded(body=f"{CANARY} among us", audience=Audience.STAFF))
    office.do(office.tom, ticket_id, CommentAdded(body="Please print once more"))
    office.do(office.ewa, ticket_id, _file("invoice.pdf", Audience.PARTICIPANTS))
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    return ticket_id


def test_a_colleague_reads_the_conversation_and_neither_notes_nor_facts_nor_screens(office: Office) -> None:
    ticket_id = _told_everything(office)
    jan = office.reader(office.jan).read()
    assert CANARY.encode() not in jan.answers
    assert b"Please print once more" in jan.answers
    assert [file.name for file in jan.tickets[ticket_id].attachments] == ["invoice.pdf"]
    assert jan.lacks_nothing()


def test_a_colleague_answers_and_the_requester_reads_it(office: Office) -> None:
    ticket_id = _told_everything(office)
    office.do(office.jan, ticket_id, CommentAdded(body="Mine does not print either"))
    office.do(office.jan, ticket_id, _file("mine.pdf", Audience.PARTICIPANTS))
    ewa = office.reader(office.ewa).read()
    assert b"Mine does not print either" in ewa.answers
    assert ewa.tickets[ticket_id].attachments[-1].name == "mine.pdf"


def test_the_requester_takes_the_invitation_back(office: Office) -> None:
    ticket_id = _told_everything(office)
    jan = office.reader(office.jan).read()
    office.do(office.ewa, ticket_id, ParticipantRemoved(person_id=office.jan.id))
    assert jan.page().entries == [LeftEntry(ticket_id=ticket_id)]
    assert not jan.tickets
    answer = office.ask(office.jan, change(ticket_id, CommentAdded(body="still here?")))
    assert refused_for(answer) == "not_found"


def test_a_colleague_leaves(office: Office) -> None:
    ticket_id = _told_everything(office)
    jan = office.reader(office.jan).read()
    office.do(office.jan, ticket_id, ParticipantRemoved(person_id=office.jan.id))
    assert not jan.read().tickets
    assert ticket_id in office.reader(office.ewa).read().tickets


@pytest.mark.parametrize(
    "payload",
    [
        CommentAdded(body="a note", audience=Audience.STAFF),
        _file("x.png", Audience.REQUESTER),
        StatusChanged(to=Status.RESOLVED, note="mine"),
        FixConfirmed(works=True),
        Rated(score=5),
        DiagnosticsAttached(facts="{}"),
    ],
)
def test_a_colleague_does_not_decide(office: Office, payload: Payload) -> None:
    ticket_id = _told_everything(office)
    office.do(office.tom, ticket_id, StatusChanged(to=Status.RESOLVED, note="done"))
    assert refused_for(office.ask(office.jan, change(ticket_id, payload))) == "not_allowed"


def test_a_colleague_neither_invites_nor_removes_others(office: Office) -> None:
    ticket_id = _told_everything(office)
    other = office.hire("ula", office.jan.role)
    added = office.ask(office.jan, change(ticket_id, ParticipantAdded(person_id=other.id)))
    assert refused_for(added) == "not_allowed"
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=other.id))
    removed = office.ask(office.jan, change(ticket_id, ParticipantRemoved(person_id=other.id)))
    assert refused_for(removed) == "not_allowed"


def test_a_stranger_sees_nothing_and_cannot_let_herself_in(office: Office) -> None:
    ticket_id = _told_everything(office)
    stranger = office.hire("ula", office.jan.role)
    asked = office.ask(stranger, change(ticket_id, ParticipantAdded(person_id=stranger.id)))
    assert refused_for(asked) == "not_found"
    assert not office.reader(stranger).read().tickets
