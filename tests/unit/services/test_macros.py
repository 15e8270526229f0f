"""A macro without a network: what it says and changes, in one commit, or nothing."""

from collections.abc import Callable

import pytest

from itdesk.domain.changes import CommentAdded, StatusChanged
from itdesk.domain.documents import HELPDESK, Helpdesk, Macro
from itdesk.domain.ids import MacroId, TicketId
from itdesk.domain.listing import Question
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Urgency
from itdesk.domain.refusals import Code, Refused
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import Ticket
from itdesk.replica.outbox_entry import State
from itdesk.services import macro_undo, macros, reading, worklog
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer

Seat = Callable[[Person], Desk]
NAME = {"en": "Restart", "pl": "Ponowne uruchomienie"}
FIRST_NAME = {"en": "Dear {requester_first_name}, {ticket}: call {phone}.", "pl": "{ticket}: {phone}."}


@pytest.fixture
def console(desk: Desk, connection: FakeConnection, server: FakeServer, seat: Seat, tomek: Person) -> Desk:
    """The technician's desk with a ticket of Anna's and what the helpdesk told of itself."""
    report_problem(desk, Report(title="Printer", description="Printer?"))
    exchange_now(desk, connection, wait_s=30)
    server.publish(Helpdesk(id=HELPDESK, phone="4444"))
    console = seat(tomek)
    exchange_now(console, FakeConnection(server, tomek.id), wait_s=30)
    return console


@pytest.fixture
def printer(console: Desk) -> TicketId:
    return reading.tickets(console, Question())[0].id


def shown(desk: Desk, id: TicketId) -> Ticket:
    page = reading.ticket_page(desk, id)
    assert page is not None
    return page.ticket


def macro(**deeds: object) -> Macro:
    return Macro(id=MacroId("m"), name=NAME, **deeds)  # type: ignore[arg-type]


def waiting(desk: Desk) -> list[object]:
    return [entry.change.payload for entry in desk.outbox.entries(State.QUEUED)]


def test_places_are_filled_in_in_the_language_that_is_asked_for(console: Desk, printer: TicketId) -> None:
    number = f"IT-{shown(console, printer).number}"
    first_name = next(
        one for one in reading.people(console) if one.id == shown(console, printer).requester_id
    )
    in_english = macros.preview(console, printer, macro(text=FIRST_NAME), "en").text
    assert in_english == f"Dear {first_name.name.split()[0]}, {number}: call 4444."
    assert macros.preview(console, printer, macro(text=FIRST_NAME), "pl").text == f"{number}: 4444."
    assert waiting(console) == []


def test_everything_is_said_and_changed_by_one_commit(console: Desk, printer: TicketId) -> None:
    revision = console.outbox.revision()
    deeds = macro(text=FIRST_NAME, impact=Impact.MEDIUM, urgency=Urgency.HIGH, tags=("printer",))
    saved = macros.apply(console, printer, deeds, "en")
    assert len(saved) == len(waiting(console)) == 3
    assert console.outbox.revision() == revision + 1
    ticket = shown(console, printer)
    assert (ticket.ranking.impact, ticket.tags) == (Impact.MEDIUM, frozenset({"printer"}))


def test_what_the_ticket_has_already_is_left_out(console: Desk, printer: TicketId) -> None:
    deeds = macro(impact=Impact.MEDIUM, urgency=Urgency.HIGH, tags=("printer",))
    macros.apply(console, printer, deeds, "en")
    assert macros.apply(console, printer, deeds, "en") == ()


def test_the_text_of_one_that_resolves_is_the_note(console: Desk, printer: TicketId) -> None:
    macros.apply(console, printer, macro(text={"en": "Restarted."}, status=Status.RESOLVED), "en")
    assert waiting(console) == [StatusChanged(to=Status.RESOLVED, note="Restarted.")]


def test_without_a_note_nothing_of_it_happens(console: Desk, printer: TicketId) -> None:
    silent = macro(status=Status.RESOLVED, tags=("printer",))
    with pytest.raises(Refused) as refused:
        macros.apply(console, printer, silent, "en")
    assert refused.value.refusal.code is Code.NOTE_REQUIRED
    assert waiting(console) == []


def test_own_words_stand_in_place_of_the_macros(console: Desk, printer: TicketId) -> None:
    asks = macro(text={"en": "Which?"}, status=Status.PENDING, reason=PendingReason.USER)
    macros.apply(console, printer, asks, "en", text="Which one, please?")
    assert shown(console, printer).status is Status.PENDING
    assert [one.note for one in waiting(console) if isinstance(one, StatusChanged)] == ["Which one, please?"]


def test_a_reply_waits_as_long_as_it_can_be_taken_back(console: Desk, printer: TicketId) -> None:
    macros.apply(console, printer, macro(text={"en": "Hello"}, tags=("printer",)), "en", undo_s=10)
    held = {
        isinstance(one.change.payload, CommentAdded): one.change.not_before
        for one in console.outbox.entries(State.QUEUED)
    }
    assert held[True] is not None
    assert held[False] is None


def test_taking_it_back_leaves_the_tags_that_the_ticket_had(console: Desk, printer: TicketId) -> None:
    worklog.change_tags(console, printer, added=("paper",))
    saved = macros.apply(console, printer, macro(tags=("paper", "toner")), "en")
    assert shown(console, printer).tags == {"paper", "toner"}
    macro_undo.undo(console, saved)
    assert shown(console, printer).tags == {"paper"}
