"""Custom fields are judged by the page of the ticket's category, and kept from whom they are not for."""

from dataclasses import replace

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import CategoryChanged, DocumentWritten, FieldsSet, TicketOpened
from itdesk.domain.custom_fields import FieldValue
from itdesk.domain.documents import CategoryPage
from itdesk.domain.documents.custom_field import CustomField, FieldKind
from itdesk.domain.ids import TicketId, new_id
from tests.contract.office import Office, change, refused_for

BOTH = {"en": "Name", "pl": "Nazwa"}
FLOOR = CustomField(code="floor", kind=FieldKind.NUMBER, name=BOTH, required=True, least=0)
OWNER = CustomField(code="owner", kind=FieldKind.PERSON, name=BOTH)
COST = CustomField(code="cost", kind=FieldKind.TEXT, name=BOTH, audience=Audience.STAFF)
PAGE = CategoryPage(
    id=Category.HARDWARE_FAILURE,
    name=BOTH,
    done=BOTH,
    not_done=BOTH,
    expected_time=BOTH,
    fields=(FLOOR, OWNER, COST),
)


@pytest.fixture
def hardware(office: Office) -> Office:
    assert office.write(office.adam, DocumentWritten(document=PAGE)).state == "accepted"
    return office


def test_what_it_notes_for_itself_is_not_even_named_to_employees(hardware: Office) -> None:
    ewa, tom = hardware.reader(hardware.ewa).read(), hardware.reader(hardware.tom).read()
    for reader, has_it in ((ewa, False), (tom, True)):
        assert ("cost" in reader.documents["category", PAGE.id]) is has_it
        assert "floor" in reader.documents["category", PAGE.id]
    more = replace(PAGE, fields=(*PAGE.fields, replace(COST, code="kanarek")))
    wish = DocumentWritten(document=more, seen_version=1)
    assert hardware.write(hardware.adam, wish).state == "accepted"
    assert b"kanarek" not in ewa.read().answers
    assert b"kanarek" in tom.read().answers


def report(**fields: FieldValue) -> TicketOpened:
    return TicketOpened(title="Dark screen", category=Category.HARDWARE_FAILURE, fields=fields)


def test_a_report_carries_what_its_category_asks(hardware: Office) -> None:
    ticket_id = TicketId(new_id())
    hardware.do(hardware.ewa, ticket_id, report(floor=3, owner=hardware.jan.id))
    ticket = hardware.reader(hardware.tom).read().tickets[ticket_id]
    assert {code: one.value for code, one in ticket.fields.items()} == {"floor": 3, "owner": hardware.jan.id}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"owner": "0" * 32}, "text_empty"),
        ({"floor": -1}, "bad_field"),
        ({"floor": "3"}, "bad_field"),
        ({"floor": 3, "owner": "0" * 32}, "unknown_person"),
        ({"floor": 3, "owner": "ewa"}, "bad_field"),
        ({"floor": 3, "cost": "1"}, "unknown_field"),
        ({"floor": 3, "nothing": "1"}, "unknown_field"),
        ({"floor": 3, "a\0": "1"}, "text_has_nul"),
        ({"floor": 1e300}, "out_of_range"),
    ],
)
def test_what_does_not_fit_is_refused(hardware: Office, fields: dict[str, FieldValue], code: str) -> None:
    message = change(TicketId(new_id()), report(**fields))
    assert refused_for(hardware.ask(hardware.ewa, message)) == code


def test_a_program_that_does_not_know_fields_may_still_report(hardware: Office) -> None:
    hardware.open(hardware.ewa, category=Category.HARDWARE_FAILURE)


def test_a_category_without_a_page_has_no_fields(office: Office) -> None:
    message = change(TicketId(new_id()), report(floor=3))
    assert refused_for(office.ask(office.ewa, message)) == "unknown_field"


def test_the_page_counts_as_it_is_written_in_the_same_moment(office: Office) -> None:
    ticket_id = office.open(office.ewa, category=Category.HARDWARE_FAILURE)
    page = change(ticket_id, DocumentWritten(document=PAGE))
    filled = change(ticket_id, FieldsSet(values={"floor": 3}))
    results = office.desk.submit(office.adam, [page, filled])
    assert [result.state for result in results] == ["accepted", "accepted"]


def test_values_outlive_the_category_and_a_field_that_is_gone(hardware: Office) -> None:
    ticket_id = hardware.open(hardware.ewa, category=Category.HARDWARE_FAILURE)
    hardware.do(hardware.tom, ticket_id, FieldsSet(values={"floor": 3}))
    fewer = DocumentWritten(document=replace(PAGE, fields=(OWNER,)), seen_version=1)
    assert hardware.write(hardware.adam, fewer).state == "accepted"
    hardware.do(hardware.tom, ticket_id, CategoryChanged(category=Category.OTHER))
    ticket = hardware.reader(hardware.tom).read().tickets[ticket_id]
    assert ticket.fields["floor"].value == 3
    late = change(ticket_id, FieldsSet(values={"floor": 4}))
    assert refused_for(hardware.ask(hardware.tom, late)) == "unknown_field"


def test_what_is_for_it_never_reaches_the_requester(hardware: Office) -> None:
    ticket_id = hardware.open(hardware.ewa, category=Category.HARDWARE_FAILURE)
    ewa = hardware.reader(hardware.ewa).read()
    secret = FieldsSet(values={"cost": "kanarek"}, audience=Audience.STAFF)
    hardware.do(hardware.tom, ticket_id, secret)
    ewa.read()
    assert b"kanarek" not in ewa.answers
    assert b"kanarek" not in hardware.reader(hardware.ewa).read().answers
    assert hardware.reader(hardware.ola).read().tickets[ticket_id].fields["cost"].value == "kanarek"
    for audience in (Audience.PARTICIPANTS, Audience.REQUESTER):
        wish = change(ticket_id, FieldsSet(values={"cost": "mine"}, audience=audience), seen=1)
        refused = hardware.ask(hardware.ewa, wish)
        assert refused_for(refused) == "unknown_field"
        assert "kanarek" not in str(refused)
    assert refused_for(hardware.ask(hardware.ewa, change(ticket_id, secret))) == "not_allowed"
