"""Custom fields: what a category may ask, what a ticket may have, conflicts, undo, and who sees them."""

from dataclasses import replace
from datetime import date

import pytest

from itdesk.domain.apply import apply
from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import CategoryChanged, Change, FieldsSet, Payload, TicketOpened, Undone
from itdesk.domain.custom_fields import FieldValue, SetField, field_texts, value_text
from itdesk.domain.documents.custom_field import CustomField, FieldChoice, FieldKind
from itdesk.domain.events import Event, audience_of
from itdesk.domain.field_rules import check_field_values, check_fields, missing, people_in
from itdesk.domain.ids import ChangeId, new_id
from itdesk.domain.judgement import judge
from itdesk.domain.people import Actor
from itdesk.domain.policy import as_seen_by, may, scope_of
from itdesk.domain.refusals import Refused
from itdesk.domain.searched import searched
from itdesk.domain.ticket import Ticket
from itdesk.protocol.translation import decode_payload, encode_payload
from tests.unit.domain.histories import COLLEAGUE, LEAD, REQUESTER, START, TECHNICIAN, TICKET, opened

BOTH = {"en": "Name", "pl": "Nazwa"}
PERSON_ID = "0" * 31 + "a"


def field(kind: FieldKind, **more: object) -> CustomField:
    return CustomField(code="f", kind=kind, name=BOTH, **more)  # type: ignore[arg-type]


COLOURS = (FieldChoice(code="red", words=BOTH), FieldChoice(code="blue", words=BOTH))
FITS: list[tuple[CustomField, FieldValue]] = [
    (field(FieldKind.TEXT), "ABC-1"),
    (field(FieldKind.TEXT, longest=3), "abc"),
    (field(FieldKind.NUMBER), 3),
    (field(FieldKind.NUMBER, least=0, most=10), 10.0),
    (field(FieldKind.DATE), "2026-03-02"),
    (field(FieldKind.DATE, earliest=date(2026, 1, 1), latest=date(2026, 12, 31)), "2026-12-31"),
    (field(FieldKind.CHOICE, choices=COLOURS), "blue"),
    (field(FieldKind.YES_NO), False),
    (field(FieldKind.PERSON), PERSON_ID),
]
DOES_NOT: list[tuple[CustomField, FieldValue, str]] = [
    (field(FieldKind.TEXT), "  ", "a text of at most 200 characters"),
    (field(FieldKind.TEXT), "x" * 201, "a text of at most 200 characters"),
    (field(FieldKind.TEXT), 3, "a text"),
    (field(FieldKind.TEXT, longest=3), "abcd", "at most 3"),
    (field(FieldKind.NUMBER), "3", "a number"),
    (field(FieldKind.NUMBER), True, "a number"),
    (field(FieldKind.NUMBER, least=0, most=10), 10.5, "a number at least 0 and at most 10"),
    (field(FieldKind.NUMBER, least=0), -1, "a number at least 0"),
    (field(FieldKind.DATE), "2026-02-30", "a day like"),
    (field(FieldKind.DATE), "03/04/05", "a day like"),
    (field(FieldKind.DATE), "20260302", "a day like"),
    (field(FieldKind.DATE, earliest=date(2026, 1, 1)), "2025-12-31", "from 2026-01-01"),
    (field(FieldKind.CHOICE, choices=COLOURS), "green", "one of red, blue"),
    (field(FieldKind.YES_NO), "yes", "yes or no"),
    (field(FieldKind.YES_NO), 1, "yes or no"),
    (field(FieldKind.PERSON), "ewa", "a person"),
]


@pytest.mark.parametrize(("asked", "value"), FITS)
def test_a_value_that_fits_is_taken(asked: CustomField, value: FieldValue) -> None:
    check_field_values({"f": value})
    check_fields([asked], {"f": value}, Audience.PARTICIPANTS)


@pytest.mark.parametrize(("asked", "value", "limit"), DOES_NOT)
def test_a_value_that_does_not_fit_is_refused_with_the_limit(
    asked: CustomField, value: FieldValue, limit: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_fields([asked], {"f": value}, Audience.PARTICIPANTS)
    assert refused.value.refusal.code == "bad_field"
    assert limit in refused.value.refusal.limit


def test_an_unknown_field_or_one_of_another_audience_is_refused() -> None:
    secret = field(FieldKind.TEXT, audience=Audience.STAFF)
    for fields, audience in (([], Audience.PARTICIPANTS), ([secret], Audience.PARTICIPANTS)):
        with pytest.raises(Refused) as refused:
            check_fields(fields, {"f": "x"}, audience)
        assert refused.value.refusal.code == "unknown_field"
    check_fields([secret], {"f": "x"}, Audience.STAFF)


def test_a_required_field_is_never_emptied_and_is_asked_for() -> None:
    needed = field(FieldKind.TEXT, required=True)
    with pytest.raises(Refused) as refused:
        check_fields([needed], {"f": None}, Audience.PARTICIPANTS)
    assert refused.value.refusal.code == "text_empty"
    check_fields([field(FieldKind.TEXT)], {"f": None}, Audience.PARTICIPANTS)
    assert [*missing([needed], {})] == ["f"]
    assert [*missing([needed], {"f": "x"})] == []
    assert [*missing([replace(needed, audience=Audience.STAFF)], {})] == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e16, 10**30, "\0", "\ud800", "x" * 20_001])
def test_what_no_store_could_hold_is_refused(value: FieldValue) -> None:
    with pytest.raises(Refused):
        check_field_values({"f": value})
    with pytest.raises(Refused):
        check_field_values({"\0": 1})
    with pytest.raises(Refused):
        check_field_values({str(n): 1 for n in range(41)})


def test_people_are_found_in_fields_of_people_alone() -> None:
    fields = [field(FieldKind.PERSON), replace(field(FieldKind.TEXT), code="t")]
    assert people_in(fields, {"f": PERSON_ID, "t": "0" * 32}) == {PERSON_ID}


def ask(actor: Actor, ticket: Ticket, payload: Payload, seen: int | None = None) -> Event:
    change = Change(
        id=ChangeId(new_id()),
        ticket_id=TICKET,
        payload=payload,
        seen=ticket.version if seen is None else seen,
        made_at=START,
    )
    return judge(actor, ticket, change, START)


def done(actor: Actor, ticket: Ticket, payload: Payload, seen: int | None = None) -> Ticket:
    return apply(ticket, ask(actor, ticket, payload, seen))


def test_values_are_kept_when_the_category_changes() -> None:
    ticket, _ = opened()
    ticket = done(TECHNICIAN, ticket, FieldsSet(values={"floor": 3, "serial": "ABC"}))
    moved = done(TECHNICIAN, ticket, CategoryChanged(category=Category.TRAINING_AND_ADVICE))
    assert moved.fields == ticket.fields == {"floor": SetField(value=3), "serial": SetField(value="ABC")}
    emptied = done(TECHNICIAN, moved, FieldsSet(values={"floor": None}))
    assert emptied.fields == {"serial": SetField(value="ABC")}


def test_a_field_that_a_colleague_set_meanwhile_is_a_conflict_and_others_are_not() -> None:
    ticket, _ = opened()
    seen = ticket.version
    ticket = done(TECHNICIAN, ticket, FieldsSet(values={"floor": 3.0}))
    with pytest.raises(Refused) as refused:
        ask(LEAD, ticket, FieldsSet(values={"floor": 4}), seen)
    refusal = refused.value.refusal
    assert (refusal.code, refusal.field, refusal.theirs, refusal.yours) == ("conflict", "floor", "3", "4")
    assert done(LEAD, ticket, FieldsSet(values={"serial": "x"}), seen).fields.keys() == {"floor", "serial"}
    assert done(TECHNICIAN, ticket, FieldsSet(values={"floor": 5}), seen).fields["floor"].value == 5


def test_setting_is_undone_whole() -> None:
    ticket, _ = opened()
    ticket = done(TECHNICIAN, ticket, FieldsSet(values={"floor": 3}))
    event = ask(TECHNICIAN, ticket, FieldsSet(values={"floor": 4, "serial": "ABC"}))
    undone = done(TECHNICIAN, apply(ticket, event), Undone(event_id=event.id))
    assert undone.fields == {"floor": SetField(value=3)}
    built = done(TECHNICIAN, apply(ticket, event), FieldsSet(values={"serial": "X"}))
    with pytest.raises(Refused) as refused:
        ask(TECHNICIAN, built, Undone(event_id=event.id))
    assert refused.value.refusal.code == "built_upon"


def test_what_is_for_it_is_seen_and_found_by_it_alone() -> None:
    ticket, _ = opened()
    ticket = done(TECHNICIAN, ticket, FieldsSet(values={"cost": "kanarek"}, audience=Audience.STAFF))
    ticket = done(TECHNICIAN, ticket, FieldsSet(values={"desk": "blisko"}, audience=Audience.REQUESTER))
    ticket = done(TECHNICIAN, ticket, FieldsSet(values={"floor": 3}))
    scopes = {actor.id: scope_of(actor, frozenset()) for actor in (REQUESTER, COLLEAGUE, TECHNICIAN)}
    along = replace(ticket, participants=frozenset({COLLEAGUE.id}))
    seen = {id: set(as_seen_by(scope, along).fields) for id, scope in scopes.items()}
    assert seen == {
        REQUESTER.id: {"desk", "floor"},
        COLLEAGUE.id: {"floor"},
        TECHNICIAN.id: {"cost", "desk", "floor"},
    }
    found = searched(ticket, (), {}).passages
    assert "kanarek" in found[Audience.STAFF]
    assert "3" in found[Audience.PARTICIPANTS]
    assert audience_of(FieldsSet(values={}, audience=Audience.STAFF)) is Audience.STAFF


def test_what_is_for_it_comes_to_light_by_no_conflict() -> None:
    ticket, _ = opened()
    seen = ticket.version
    ticket = done(TECHNICIAN, ticket, FieldsSet(values={"cost": "kanarek"}, audience=Audience.STAFF))
    with pytest.raises(Refused) as refused:
        ask(REQUESTER, ticket, FieldsSet(values={"cost": "mine"}), seen)
    assert refused.value.refusal.code == "unknown_field"
    assert "kanarek" not in str(refused.value)


def test_who_may_set_a_field() -> None:
    ticket, _ = opened()
    along = replace(ticket, participants=frozenset({COLLEAGUE.id}))
    for audience in Audience:
        wish = FieldsSet(values={"f": 1}, audience=audience)
        assert may(TECHNICIAN, wish, along)
        assert may(REQUESTER, wish, along) is (audience is not Audience.STAFF)
        assert not may(COLLEAGUE, wish, along)


def test_numbers_are_told_without_a_needless_point_and_yes_finds_nothing() -> None:
    assert [value_text(one) for one in (3, 3.0, 2.5, "x")] == ["3", "3", "2.5", "x"]
    assert [*field_texts({"b": SetField(value=3.0), "a": SetField(value=True)})] == [
        (Audience.PARTICIPANTS, "3")
    ]


def test_a_report_without_fields_is_the_same_text_as_from_an_older_program() -> None:
    assert b"fields" not in encode_payload(TicketOpened(title="No link"))
    told = TicketOpened(title="No link", fields={"floor": 3, "new": True, "serial": "ABC", "size": 2.5})
    assert decode_payload("TicketOpened", encode_payload(told)) == told
    arrived = decode_payload("FieldsSet", encode_payload(FieldsSet(values={"floor": None})))
    assert arrived == FieldsSet(values={"floor": None})
