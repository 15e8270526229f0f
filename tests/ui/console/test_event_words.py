"""What IT reads of promised times, and of custom fields."""

from collections.abc import Mapping

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import FieldsSet, SlaBreached, SlaWarned
from itdesk.domain.custom_fields import FieldValue
from itdesk.domain.documents.custom_field import CustomField, FieldChoice, FieldKind
from itdesk.domain.events import audience_of
from itdesk.domain.ids import SYSTEM, CalendarId, PersonId
from itdesk.domain.people import Person, Role
from itdesk.domain.priority import Priority
from itdesk.domain.sla.target import Target
from itdesk.ui.console.event_words import EventWords
from tests.unit.domain.histories import START

WORDS = {
    Target.FIRST_RESPONSE: "a first response",
    Target.NEXT_RESPONSE: "the next response",
    Target.RESOLUTION: "a solution",
}


@pytest.mark.parametrize(("target", "words"), WORDS.items())
def test_warnings_and_breaches_are_told(target: Target, words: str) -> None:
    calendar = CalendarId("office")
    warned = SlaWarned(target=target, percent=80, due_at=START, priority=Priority.HIGH, calendar_id=calendar)
    broken = SlaBreached(target=target, due_at=START, priority=Priority.HIGH, calendar_id=calendar)
    told = EventWords({}, {}, {}, {})
    assert told.sentence(warned, SYSTEM) == f"80\N{NO-BREAK SPACE}% of the time for {words} have passed"
    assert told.sentence(broken, SYSTEM) == f"The time for {words} has run out"
    assert {audience_of(warned), audience_of(broken)} == {Audience.STAFF}


FLOOR = CustomField(code="floor", kind=FieldKind.NUMBER, name={"en": "Floor", "pl": "Piętro"})
NEW = CustomField(code="new", kind=FieldKind.YES_NO, name={"en": "New one", "pl": "Nowe"})
OWNER = CustomField(code="owner", kind=FieldKind.PERSON, name={"en": "Owner", "pl": "Właściciel"})
COLOUR = CustomField(
    code="colour",
    kind=FieldKind.CHOICE,
    name={"en": "Colour", "pl": "Kolor"},
    choices=(FieldChoice(code="red", words={"en": "red", "pl": "czerwony"}),),
)
FIELDS = {field.code: field for field in (FLOOR, NEW, OWNER, COLOUR)}
TOLD = {
    "en": "Marek filled in: Floor: 3; New one: yes; Owner: Marek; Colour: red; old_one: x",
    "pl": "Marek – uzupełnienie: Piętro: 3; Nowe: tak; Właściciel: Marek; Kolor: czerwony; old_one: x",
}


def test_custom_fields_are_told_by_their_names_and_in_words(language: str) -> None:
    marek = Person(id=PersonId("0" * 32), login="marek", name="Marek", role=Role.TECHNICIAN)
    values: Mapping[str, FieldValue | None] = {
        "floor": 3.0,
        "new": True,
        "owner": marek.id,
        "colour": "red",
        "old_one": "x",
    }
    told = EventWords({marek.id: marek}, {}, FIELDS, {})
    assert told.sentence(FieldsSet(values=values), marek.id) == TOLD[language]


def test_an_emptied_field_and_braces_are_only_text() -> None:
    told = EventWords({}, {}, {}, {})
    assert told.sentence(FieldsSet(values={"floor": None, "{0}": "{what}"}), SYSTEM) == (
        "itdesk filled in: floor: –; {0}: {what}"
    )
