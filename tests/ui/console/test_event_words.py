"""What IT reads of promised times."""

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import SlaBreached, SlaWarned
from itdesk.domain.events import audience_of
from itdesk.domain.ids import SYSTEM, CalendarId
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
    told = EventWords({}, {})
    assert told.sentence(warned, SYSTEM) == f"80\N{NO-BREAK SPACE}% of the time for {words} have passed"
    assert told.sentence(broken, SYSTEM) == f"The time for {words} has run out"
    assert {audience_of(warned), audience_of(broken)} == {Audience.STAFF}
