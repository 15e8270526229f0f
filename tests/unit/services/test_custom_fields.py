"""Custom fields on this computer: what is asked, what is saved, and what is refused before it is."""

from collections.abc import Callable

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import FieldsSet
from itdesk.domain.documents import CategoryPage
from itdesk.domain.documents.custom_field import CustomField, FieldKind
from itdesk.domain.ids import TicketId, new_id
from itdesk.domain.people import Person
from itdesk.domain.refusals import Code, Refused
from itdesk.services import reading
from itdesk.services.custom_fields import asked_at_opening, fields_of, set_fields
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.standing import standing
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer

BOTH = {"en": "Name", "pl": "Nazwa"}
FLOOR = CustomField(code="floor", kind=FieldKind.NUMBER, name=BOTH, required=True)
PHONE = CustomField(code="desk", kind=FieldKind.TEXT, name=BOTH, audience=Audience.REQUESTER)
COST = CustomField(code="cost", kind=FieldKind.TEXT, name=BOTH, audience=Audience.STAFF)
PAGE = CategoryPage(
    id=Category.HARDWARE_FAILURE,
    name=BOTH,
    done=BOTH,
    not_done=BOTH,
    expected_time=BOTH,
    fields=(FLOOR, PHONE, COST),
)
REPORT = Report(title="Dark screen", category=Category.HARDWARE_FAILURE, fields={"floor": 3})


@pytest.fixture
def page(server: FakeServer, desk: Desk, connection: FakeConnection) -> CategoryPage:
    server.publish(PAGE)
    exchange_now(desk, connection, wait_s=30)
    return PAGE


def test_a_report_carries_what_is_asked(
    desk: Desk, connection: FakeConnection, server: FakeServer, page: CategoryPage
) -> None:
    assert [field.code for field in asked_at_opening(desk, page.id)] == ["floor"]
    saved = report_problem(desk, REPORT)
    shown = reading.ticket_page(desk, saved.ticket_id)
    assert shown is not None
    assert shown.ticket.fields["floor"].value == 3
    assert shown.fields["floor"].name == BOTH
    exchange_now(desk, connection, wait_s=30)
    assert server.ticket(saved.ticket_id).fields["floor"].value == 3


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"floor": "three"}, Code.BAD_FIELD),
        ({"floor": 3, "cost": "1"}, Code.UNKNOWN_FIELD),
        ({"floor": 3, "desk": "1"}, Code.UNKNOWN_FIELD),
        ({"nothing": 1}, Code.UNKNOWN_FIELD),
    ],
)
def test_a_report_with_what_does_not_fit_is_not_saved(
    desk: Desk, page: CategoryPage, fields: dict[str, int | str], code: Code
) -> None:
    with pytest.raises(Refused) as refused:
        report_problem(desk, Report(title="x", category=page.id, fields=fields))
    assert refused.value.refusal.code is code
    assert standing(desk).pending == 0


@pytest.mark.usefixtures("page")
def test_setting_makes_one_change_for_each_audience_in_one_commit(
    desk: Desk,
    server: FakeServer,
    tomek: Person,
    seat: Callable[[Person], Desk],
    connection: FakeConnection,
) -> None:
    ticket_id = report_problem(desk, REPORT).ticket_id
    exchange_now(desk, connection, wait_s=30)
    toms = seat(tomek)
    exchange_now(toms, FakeConnection(server, tomek.id), wait_s=30)
    saved = set_fields(toms, ticket_id, {"floor": 4, "desk": "12", "cost": "7"})
    entries = [toms.outbox.entry(one.change_id) for one in saved]
    payloads = [entry.change.payload for entry in entries if entry is not None]
    assert {one.audience for one in payloads if isinstance(one, FieldsSet)} == set(Audience)
    exchange_now(toms, FakeConnection(server, tomek.id), wait_s=30)
    exchange_now(desk, connection, wait_s=30)
    hers = reading.ticket_page(desk, ticket_id)
    assert hers is not None
    assert {code: one.value for code, one in hers.ticket.fields.items()} == {"floor": 4, "desk": "12"}


def test_who_may_not_see_a_field_cannot_set_it(desk: Desk, page: CategoryPage) -> None:
    ticket_id = report_problem(desk, REPORT).ticket_id
    assert [field.code for field in fields_of(desk, page.id)] == ["floor", "desk"]
    for values in ({"cost": "1"}, {"nothing": "1"}, {"floor": None}):
        with pytest.raises(Refused):
            set_fields(desk, ticket_id, values)
    with pytest.raises(Refused) as refused:
        set_fields(desk, TicketId(new_id()), {"floor": 1})
    assert refused.value.refusal.code is Code.NOT_FOUND
    assert standing(desk).pending == 1
