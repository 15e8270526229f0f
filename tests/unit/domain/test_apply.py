"""A ticket is its history: folding it is a function, and an inverse takes back exactly what was done."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from itdesk.domain.apply import BrokenHistory, apply, replay
from itdesk.domain.audience import Audience
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    Payload,
    SlaBreached,
    SlaWarned,
    StatusChanged,
    TitleChanged,
    Undone,
)
from itdesk.domain.ids import ChangeId
from itdesk.domain.stamping import fields_set_by
from itdesk.domain.status import PendingReason, Status
from itdesk.domain.ticket import CUSTOM, FIELDS, Ticket, custom_name
from tests.unit.domain.histories import LEAD, REQUESTER, TECHNICIAN, Story, Wish, opened, some_wishes, told


@given(some_wishes)
def test_a_history_replays_to_the_same_ticket_every_time(wishes: list[Wish]) -> None:
    story = told(wishes)
    assert replay(story.history) == story.ticket == replay(tuple(story.history))
    assert hash(story.ticket) == hash(replay(story.history))


@given(some_wishes)
def test_a_version_counts_the_events(wishes: list[Wish]) -> None:
    story = told(wishes)
    assert [event.version for event in story.history] == list(range(1, len(story.history) + 1))
    assert story.ticket.version == len(story.history)
    work = [event for event in story.history if not isinstance(event.payload, SlaWarned | SlaBreached)]
    assert story.ticket.updated_at == work[-1].at


@given(some_wishes, some.data())
def test_every_inverse_restores_every_field(wishes: list[Wish], data: some.DataObject) -> None:
    """Whatever event still stands can be undone, and then all fields are as they were before it."""
    story = told(wishes)
    undoable = [event for event in story.history if fields_set_by(story.ticket, event.id)]
    assume(undoable)
    event = data.draw(some.sampled_from(undoable))
    before = replay(story.history[: event.version - 1])
    together = fields_set_by(story.ticket, event.id)
    undone = story.ask(Wish(LEAD, Undone(event_id=event.id), timedelta(0), 0, event.version - 1))
    if undone is None:
        assert story.refusals[-1][2].code == "built_upon"
        assert set(together) < set(_set_by(story, event.version))
        return
    for field in _set_by(story, event.version):
        assert _value(story.ticket, field) == _value(before, field)
    last = replay(story.history[:-1])
    for field in {*FIELDS, *map(custom_name, last.fields)} - set(together):
        assert _value(story.ticket, field) == _value(last, field)


def _value(ticket: Ticket, name: str) -> object:
    """Return the value of a field by its name among all fields, fixed and custom."""
    is_custom = name.startswith(CUSTOM)
    return ticket.fields.get(name.removeprefix(CUSTOM)) if is_custom else getattr(ticket, name)


def _set_by(story: Story, version: int) -> tuple[str, ...]:
    """Return the fields that an event set when it happened."""
    return fields_set_by(replay(story.history[:version]), story.history[version - 1].id)


@given(some_wishes)
def test_undoing_what_was_just_done_leaves_the_fields_as_if_it_never_was(wishes: list[Wish]) -> None:
    story = told(wishes)
    assume(len(story.history) > 1)
    event = story.history[-1]
    before = replay(story.history[:-1])
    if story.ask(Wish(LEAD, Undone(event_id=event.id), timedelta(0), 0, event.version - 1)) is None:
        assert story.refusals[-1][2].code == "cannot_be_undone"
        assert not fields_set_by(story.ticket, event.id)
        return
    assert [getattr(story.ticket, field) for field in FIELDS] == [getattr(before, field) for field in FIELDS]
    assert story.ticket.fields == before.fields


def test_an_undone_change_can_be_undone_in_turn() -> None:
    story = told([])
    nothing = Undone(event_id=ChangeId(""))  # the story says which event it is
    wishes: list[Payload] = [TitleChanged(title="B"), nothing, nothing]
    titles = []
    for number, payload in enumerate(wishes):
        story.ask(Wish(TECHNICIAN, payload, timedelta(0), 0, number))
        titles.append(story.ticket.title)
    assert titles == ["B", "No link", "B"]


def test_taking_a_new_ticket_opens_it_and_giving_it_back_undoes_both() -> None:
    story = told([])
    taken = story.ask(Wish(TECHNICIAN, Assigned(to=TECHNICIAN.id), timedelta(0), 0, 0))
    assert taken is not None
    assert (story.ticket.status, story.ticket.assignee_id) == (Status.OPEN, TECHNICIAN.id)
    story.ask(Wish(TECHNICIAN, Undone(event_id=taken.id), timedelta(0), 0, 1))
    assert (story.ticket.status, story.ticket.assignee_id) == (Status.NEW, None)


@pytest.mark.parametrize(
    ("wakes", "asked"),
    [
        (True, StatusChanged(to=Status.PENDING, reason=PendingReason.USER, note="Which printer?")),
        (True, StatusChanged(to=Status.RESOLVED, note="Done")),
        (False, StatusChanged(to=Status.PENDING, reason=PendingReason.VENDOR)),
    ],
)
def test_the_requesters_reply_wakes_what_waits_for_her(wakes: bool, asked: StatusChanged) -> None:
    for actor, audience, woken in (
        (REQUESTER, Audience.PARTICIPANTS, wakes),
        (TECHNICIAN, Audience.PARTICIPANTS, False),
        (TECHNICIAN, Audience.STAFF, False),
    ):
        story = told([])
        story.ask(Wish(TECHNICIAN, asked, timedelta(0), 0, 0))
        story.ask(Wish(actor, CommentAdded(body="Hello", audience=audience), timedelta(0), 0, 0))
        assert (story.ticket.status is Status.OPEN) is woken


def test_the_first_public_word_from_it_is_the_first_response() -> None:
    story = told([])
    hour = timedelta(hours=1)
    story.ask(Wish(REQUESTER, CommentAdded(body="Hello?"), hour, 0, 0))
    story.ask(Wish(TECHNICIAN, CommentAdded(body="Hm", audience=Audience.STAFF), hour, 0, 0))
    assert story.ticket.first_response_at is None
    first = story.ask(Wish(TECHNICIAN, CommentAdded(body="I look at it"), hour, 0, 0))
    story.ask(Wish(TECHNICIAN, CommentAdded(body="Still"), hour, 0, 0))
    assert first is not None
    assert story.ticket.first_response_at == first.at


def test_a_broken_history_is_not_folded() -> None:
    ticket, event = opened()
    with pytest.raises(BrokenHistory, match="opened twice"):
        apply(ticket, event)
    with pytest.raises(BrokenHistory, match="does not begin"):
        replay([replace(event, payload=CommentAdded(body="x"))])
    with pytest.raises(BrokenHistory, match="empty"):
        replay([])


@given(some_wishes)
def test_applying_leaves_the_old_ticket_alone(wishes: list[Wish]) -> None:
    story = told([])
    before, copy = story.ticket, replace(story.ticket)
    for wish in wishes:
        story.ask(wish)
    assert before == copy
