"""Finding tickets by words."""

from dataclasses import replace

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import Assigned, CommentAdded
from itdesk.domain.listing import Order, Question, View
from itdesk.domain.people import Person
from itdesk.domain.query.parsing import parse
from itdesk.services import reading
from itdesk.services.conversation import reply
from itdesk.services.desk import Desk
from itdesk.services.report import NewFile, Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer, change_by


def found(desk: Desk, words: str) -> list[str]:
    query = parse(words, today=desk.now().date(), unfinished=True)
    return [row.title for row in reading.tickets(desk, Question(query=query, order=Order.NEWEST_FIRST))]


@pytest.mark.parametrize(
    "words",
    ["łącze", "lacze", "LACZE", "lac", "zepsute lacz", "gazem", "Anna", "zrzut", "dziala", "привет", "мир"],
)
def test_all_that_a_person_reads_is_found(desk: Desk, words: str) -> None:
    saved = report_problem(
        desk,
        Report(
            title="Zepsute Łącze", description="Nie działa. Привет мир", files=(NewFile("Zrzut.png", b"1"),)
        ),
    )
    report_problem(desk, Report(title="Something else"))
    reply(desk, saved.ticket_id, "Śmierdzi gazem!")
    hits = found(desk, words)
    assert "Zepsute Łącze" in hits
    assert hits == ["Zepsute Łącze"] or words == "Anna"


@pytest.mark.parametrize("words", ["nothing like this", "lacze something", '"', "AND", "a*b(", "-", "   "])
def test_other_words_find_nothing_and_break_nothing(desk: Desk, words: str) -> None:
    report_problem(desk, Report(title="Łącze"))
    assert found(desk, words) == ([] if any(map(str.isalnum, words)) else ["Łącze"])


def test_a_number_finds_its_ticket_first(desk: Desk, connection: FakeConnection) -> None:
    report_problem(desk, Report(title="first"))
    report_problem(desk, Report(title="talks about 1001"))
    exchange_now(desk, connection, wait_s=30)
    for words in ("1001", "IT-1001", "it 1001"):
        assert found(desk, words)[0] == "first"
    assert found(desk, "1002") == ["talks about 1001"]


def test_comments_of_others_and_new_names_are_found(
    desk: Desk, connection: FakeConnection, server: FakeServer, tomek: Person
) -> None:
    saved = report_problem(desk, Report(title="Printer"))
    exchange_now(desk, connection, wait_s=30)
    server.act(
        tomek.id, change_by(CommentAdded(body="Toner?", audience=Audience.PARTICIPANTS), saved.ticket_id)
    )
    server.act(tomek.id, change_by(CommentAdded(body="psst", audience=Audience.STAFF), saved.ticket_id))
    server.act(tomek.id, change_by(Assigned(to=tomek.id), saved.ticket_id))
    exchange_now(desk, connection, wait_s=30)
    assert found(desk, "toner") == ["Printer"]
    assert found(desk, "psst") == []
    assert found(desk, "tomek") == [], "whom of IT a ticket was given to is found by IT alone"
    anna = server.memory.people[desk.account.person_id]
    server.memory.people[anna.id] = replace(anna, name="Zofia")
    exchange_now(desk, connection, wait_s=30)
    assert found(desk, "zofia") == ["Printer"]


def test_views_and_counts_agree(desk: Desk, connection: FakeConnection) -> None:
    for number in range(5):
        report_problem(desk, Report(title=f"Printer {number}"))
    exchange_now(desk, connection, wait_s=30)
    counts = reading.counts(desk)
    for view, number in (
        (View.MINE, counts.mine),
        (View.UNASSIGNED, counts.unassigned),
        (View.OPEN, counts.open),
    ):
        assert len(reading.ticket_ids(desk, Question(view=view))) == number
    ids = reading.ticket_ids(desk, Question())
    assert [row.id for row in reading.ticket_rows(desk, ids)] == list(ids)
    assert [row.id for row in reading.ticket_rows(desk, ids[::-1])] == list(ids[::-1])
