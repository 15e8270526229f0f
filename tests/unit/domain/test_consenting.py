"""What the requester is asked to agree to: who asks, who answers, what follows."""

from datetime import timedelta

import pytest

from itdesk.domain.audience import Audience
from itdesk.domain.changes import Payload
from itdesk.domain.consenting import agreed_help, open_request
from itdesk.domain.consents import ConsentAnswered, ConsentAsked, HelpStarted, Wanted
from itdesk.domain.ids import ChangeId
from itdesk.domain.people import Actor
from itdesk.domain.refusals import Code
from tests.unit.domain.histories import COLLEAGUE, LEAD, REQUESTER, START, TECHNICIAN, Story, Wish, opened

ASKED = ConsentAsked(wants=Wanted.FACTS, probes=("disks",), why="It may be full")
HELP = ConsentAsked(wants=Wanted.REMOTE_HELP, why="To look together")


@pytest.fixture
def story() -> Story:
    ticket, event = opened()
    return Story(ticket, [event], [], START)


def do(story: Story, actor: Actor, payload: Payload) -> Code | None:
    """Let somebody ask for it; return why it was refused, if it was."""
    story.ask(Wish(actor=actor, payload=payload, later=timedelta(minutes=1), seen_back=0, undo=0))
    if story.refusals and story.refusals[-1][1].payload == payload:
        return story.refusals.pop()[2].code
    return None


def test_it_asks_and_the_requester_alone_answers_once(story: Story) -> None:
    assert do(story, TECHNICIAN, ASKED) is None
    request = open_request(story.ticket)
    assert request is not None
    assert (request.probes, request.why, request.asked_by) == (("disks",), "It may be full", TECHNICIAN.id)
    yes = ConsentAnswered(request_id=request.id, agreed=True)
    assert do(story, COLLEAGUE, yes) is Code.NOT_ALLOWED
    assert do(story, LEAD, yes) is Code.NOT_ALLOWED
    assert do(story, REQUESTER, yes) is None
    assert open_request(story.ticket) is None
    assert do(story, REQUESTER, ConsentAnswered(request_id=request.id, agreed=False)) is Code.ALREADY_EXISTS


def test_nobody_else_asks(story: Story) -> None:
    assert do(story, REQUESTER, ASKED) is Code.NOT_ALLOWED
    assert do(story, COLLEAGUE, ASKED) is Code.NOT_ALLOWED


def test_help_begins_only_where_it_was_agreed_to(story: Story) -> None:
    do(story, TECHNICIAN, HELP)
    request = open_request(story.ticket)
    assert request is not None
    begin = HelpStarted(request_id=request.id)
    assert do(story, TECHNICIAN, begin) is Code.NOT_ALLOWED
    assert do(story, REQUESTER, ConsentAnswered(request_id=request.id, agreed=False)) is None
    assert do(story, TECHNICIAN, begin) is Code.NOT_ALLOWED
    do(story, LEAD, HELP)
    again = open_request(story.ticket)
    assert again is not None
    assert do(story, REQUESTER, ConsentAnswered(request_id=again.id, agreed=True)) is None
    assert agreed_help(story.ticket) is not None
    assert do(story, TECHNICIAN, HelpStarted(request_id=again.id)) is None
    story.now += timedelta(hours=24)
    assert do(story, TECHNICIAN, HelpStarted(request_id=again.id)) is Code.NOT_ALLOWED


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (ConsentAsked(wants=Wanted.FACTS, why=" "), Code.TEXT_EMPTY),
        (ConsentAsked(wants=Wanted.FACTS, why="x" * 201), Code.TEXT_TOO_LONG),
        (ConsentAsked(wants=Wanted.FACTS, probes=("Bad name",), why="x"), Code.BAD_SHAPE),
        (ConsentAsked(wants=Wanted.FACTS, probes=tuple(f"p{n}" for n in range(61)), why="x"), Code.TOO_MANY),
        (ConsentAsked(wants=Wanted.SCREENSHOT, probes=("disks",), why="x"), Code.BAD_SHAPE),
        (ConsentAnswered(request_id=ChangeId("../x"), agreed=True), Code.UNKNOWN_ENTRY),
    ],
)
def test_what_cannot_be_kept_is_refused(story: Story, asked: Payload, code: Code) -> None:
    assert do(story, TECHNICIAN, asked) is code


def test_only_the_requester_and_it_read_it(story: Story) -> None:
    do(story, TECHNICIAN, ASKED)
    assert story.history[-1].audience is Audience.REQUESTER
