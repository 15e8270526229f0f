"""Colleagues named by login: found by the server, and no way to learn who works here."""

import pytest
from sqlalchemy import update

from itdesk.domain.changes import CommentAdded, ParticipantAdded
from itdesk.domain.people import Role
from itdesk.protocol.translation import decode_payload, encode_payload
from itdesk.server.backoff import WITH_NAMES
from itdesk.server.store.tables import people
from itdesk.server.tickets.desk import utc_now
from tests.contract.office import Office, change, refused_for


@pytest.mark.parametrize("login", ["jan", " JAN ", "ｊａｎ"])
def test_a_login_becomes_the_person_in_the_history_of_everybody(office: Office, login: str) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.ewa, ticket_id, ParticipantAdded(login=login))
    ewa = office.reader(office.ewa).read()
    assert ewa.tickets[ticket_id].participants == {office.jan.id}
    event = next(one for one in ewa.events[ticket_id].values() if one.kind == "ParticipantAdded")
    assert bytes(event.payload) == encode_payload(ParticipantAdded(person_id=office.jan.id))
    assert ewa.people[office.jan.id].name == "Jan"
    assert ticket_id in office.reader(office.jan).read().tickets


def test_a_login_may_look_like_an_address(office: Office) -> None:
    anna = office.hire("anna.nowak@example.org", Role.EMPLOYEE)
    ticket_id = office.open(office.ewa)
    office.do(office.ewa, ticket_id, ParticipantAdded(login="Anna.Nowak@example.org"))
    assert office.reader(office.ewa).read().tickets[ticket_id].participants == {anna.id}


def test_sent_again_it_is_the_same_change(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    message = change(ticket_id, ParticipantAdded(login="jan"))
    assert office.ask(office.ewa, message).receipt == office.ask(office.ewa, message).receipt


def test_one_who_is_not_there_and_one_who_has_left_are_told_alike(office: Office) -> None:
    left = office.hire("gone", Role.EMPLOYEE)
    with office.store.writing() as connection:
        connection.execute(update(people).where(people.c.id == left.id).values(disabled_at=utc_now()))
    ticket_id = office.open(office.ewa)
    answers = [
        office.ask(office.ewa, change(ticket_id, ParticipantAdded(login=one))) for one in ("gone", "no")
    ]
    assert [refused_for(one) for one in answers] == ["unknown_login"] * 2
    assert [one.refusal.yours for one in answers if one.refusal] == ["gone", "no"]


def test_on_anothers_ticket_nothing_is_said_of_any_name(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    for login in ("tom", "nobody"):
        assert (
            refused_for(office.ask(office.jan, change(ticket_id, ParticipantAdded(login=login))))
            == "not_found"
        )
    office.do(office.ewa, ticket_id, ParticipantAdded(login="jan"))
    for login in ("tom", "nobody"):
        answer = office.ask(office.jan, change(ticket_id, ParticipantAdded(login=login)))
        assert refused_for(answer) == "not_allowed"


@pytest.mark.parametrize("login", ["", "  ", "a\0b", "x" * 201])
def test_what_can_be_no_login_is_refused_for_itself(office: Office, login: str) -> None:
    ticket_id = office.open(office.ewa)
    answer = office.ask(office.ewa, change(ticket_id, ParticipantAdded(login=login)))
    assert refused_for(answer).startswith("text_")


def test_who_guesses_names_has_to_wait_and_learns_nothing_meanwhile(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    guesses = [change(ticket_id, ParticipantAdded(login=f"guess-{index}")) for index in range(30)]
    states = [one.state for one in office.desk.submit(office.ewa, guesses)]
    assert states.count("refused") == WITH_NAMES.free + 1
    waiting = [change(ticket_id, ParticipantAdded(login=login)) for login in ("jan", "nobody")]
    assert [one.state for one in office.desk.submit(office.ewa, waiting)] == ["again", "again"]


def test_who_waits_may_do_everything_else_and_others_wait_for_nobody(office: Office) -> None:
    ticket_id, other_id = office.open(office.ewa), office.open(office.jan)
    guesses = [change(ticket_id, ParticipantAdded(login=f"guess-{index}")) for index in range(30)]
    office.desk.submit(office.ewa, guesses)
    office.do(office.ewa, ticket_id, CommentAdded(body="Hello"))
    office.do(office.ewa, ticket_id, ParticipantAdded(person_id=office.jan.id))
    office.do(office.jan, other_id, ParticipantAdded(login="ewa"))
    office.do(office.tom, ticket_id, ParticipantAdded(login="ola"))


def test_an_older_programs_words_stay_the_same(office: Office) -> None:
    older = b'{"person_id":"' + b"0a" * 16 + b'"}'
    assert encode_payload(decode_payload("ParticipantAdded", older)) == older
