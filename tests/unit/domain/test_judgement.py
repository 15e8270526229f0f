"""The judge lets through what the workflow allows, and names the reason when it does not."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given

from itdesk.domain import limits
from itdesk.domain.apply import apply
from itdesk.domain.changes import (
    Change,
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    Payload,
    PrioritySet,
    Rated,
    SomethingNewer,
    StatusChanged,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.ids import ChangeId, FileId, PersonId
from itdesk.domain.judgement import check_content, judge, megabytes, megabytes_over
from itdesk.domain.people import SYSTEM_ACTOR, Actor, Role
from itdesk.domain.priority import Impact, Priority, Urgency
from itdesk.domain.refusals import SENTENCES, Code, Refused
from itdesk.domain.status import PendingReason, Standing, Status
from itdesk.domain.ticket import Ticket
from itdesk.domain.workflow import category_named, next_statuses
from tests.unit.domain.histories import (
    COLLEAGUE,
    LEAD,
    REQUESTER,
    START,
    TECHNICIAN,
    TICKET,
    Wish,
    opened,
    some_wishes,
    told,
)

N, O, P, R, C, X, M = Status  # noqa: E741 - the columns of the table below
TABLE = {  # who may move a ticket from a status to these, beside the rules on notes and reasons
    "requester": {N: {R, X}, O: {R}, P: {O, R}, R: {O, C}, C: {O}, X: set(), M: set()},
    "technician": {N: {O, P, R, X}, O: {P, R, X}, P: {O, P, R, X}, R: {O}, C: set(), X: set(), M: set()},
    "lead": {N: {O, P, R, X}, O: {P, R, X}, P: {O, P, R, X}, R: {O, C}, C: {O}, X: {O}, M: set()},
    "system": {N: {O, X}, O: {R, X}, P: {O, R, X}, R: {C}, C: set(), X: set(), M: set()},
    "somebody else": {status: set[Status]() for status in Status},
}
ACTORS = {
    "requester": REQUESTER,
    "technician": TECHNICIAN,
    "lead": LEAD,
    "system": SYSTEM_ACTOR,
    "somebody else": COLLEAGUE,
}


def _ticket(status: Status = Status.OPEN, closed_at: datetime | None = None) -> Ticket:
    return replace(opened()[0], standing=Standing(status, closed_at=closed_at))


def _change(payload: Payload, seen: int = 10) -> Change:
    return Change(id=ChangeId("f" * 32), ticket_id=TICKET, payload=payload, seen=seen, made_at=START)


def _reason(actor: Actor, ticket: Ticket | None, payload: Payload, now: datetime = START) -> Code | None:
    """Return why the judge refuses, `None` when it does not."""
    try:
        judge(actor, ticket, _change(payload), now)
    except Refused as error:
        refusal = error.refusal
    else:
        return None
    assert "{" not in refusal.sentence()
    return refusal.code


@pytest.mark.parametrize("who", TABLE)
@pytest.mark.parametrize("status", Status)
def test_the_workflow_is_the_table(who: str, status: Status) -> None:
    actor, ticket = ACTORS[who], _ticket(status)
    allowed = set()
    for to in Status:
        reason = PendingReason.VENDOR if to is Status.PENDING else None
        refused = _reason(actor, ticket, StatusChanged(to=to, reason=reason, note="Because"))
        assert refused in (None, Code.ILLEGAL_TRANSITION, Code.NOT_ALLOWED)
        allowed |= {to} if refused is None else set()
    assert allowed == TABLE[who][status]
    if who != "somebody else":
        assert set(next_statuses(actor, ticket)) == allowed


@given(some_wishes)
def test_every_refusal_names_its_reason_and_changes_nothing(wishes: list[Wish]) -> None:
    story = told(wishes)
    assert len(story.history) + len(story.refusals) == len(wishes) + 1
    for ticket, wish, refusal in story.refusals:
        assert refusal.sentence()
        if refusal.code is Code.ILLEGAL_TRANSITION and isinstance(wish.payload, StatusChanged):
            assert (refusal.theirs, refusal.yours) == (ticket.status, wish.payload.to)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (StatusChanged(to=Status.RESOLVED), Code.NOTE_REQUIRED),
        (StatusChanged(to=Status.RESOLVED, note=" \n"), Code.NOTE_REQUIRED),
        (StatusChanged(to=Status.CANCELLED), Code.NOTE_REQUIRED),
        (StatusChanged(to=Status.PENDING), Code.REASON_REQUIRED),
        (StatusChanged(to=Status.PENDING, reason=PendingReason.USER), Code.NOTE_REQUIRED),
        (StatusChanged(to=Status.PENDING, reason=PendingReason.SCHEDULED), Code.DATE_REQUIRED),
        (StatusChanged(to=Status.PENDING, reason=PendingReason.SCHEDULED, until=START), None),
        (TitleChanged(title=" "), Code.TEXT_EMPTY),
        (TitleChanged(title="x" * (limits.TITLE_CHARS + 1)), Code.TEXT_TOO_LONG),
        (TitleChanged(title="x" * limits.TITLE_CHARS), None),
        (CommentAdded(body="a\0b"), Code.TEXT_HAS_NUL),
        (CommentAdded(body="half \ud83d"), Code.TEXT_INVALID_UNICODE),
        (DiagnosticsAttached(facts="\ud800"), Code.TEXT_INVALID_UNICODE),
        (DiagnosticsAttached(facts="ł" * limits.FACTS_BYTES), Code.FACTS_TOO_LARGE),
        (SomethingNewer(kind="Teleported"), Code.UNKNOWN_KIND),
        (Rated(score=5), Code.NOT_ALLOWED),
        (PrioritySet(impact=Impact.LOW, urgency=Urgency.LOW, override=Priority.HIGH), Code.TEXT_EMPTY),
        (
            PrioritySet(impact=Impact.LOW, urgency=Urgency.LOW, override=Priority.HIGH, reason="The board"),
            Code.NOT_ALLOWED,
        ),
    ],
)
def test_what_is_missing_or_wrong_is_named(asked: Payload, code: Code | None) -> None:
    assert _reason(TECHNICIAN, _ticket(), asked) is code


@pytest.mark.parametrize(
    ("size", "name", "code"),
    [
        (0, "a", Code.FILE_EMPTY),
        (-1, "a", Code.FILE_EMPTY),
        (limits.FILE_BYTES, "a", None),
        (limits.FILE_BYTES + 1, "a", Code.FILE_TOO_LARGE),
        (1, "", Code.TEXT_EMPTY),
        (1, "a" * 201, Code.TEXT_TOO_LONG),
    ],
)
def test_files_have_a_name_and_a_size(size: int, name: str, code: Code | None) -> None:
    file = FileAttached(file_id=FileId("f"), name=name, bytes=size, sha256="0" * 64)
    assert _reason(REQUESTER, _ticket(), file) is code


@pytest.mark.parametrize(
    "facts",
    [
        "",
        "no json",
        "null",
        "[]",
        '"text"',
        "{} {}",
        '{"free": NaN}',
        '{"free": -Infinity}',
        '{"free": 1e999}',
        '{"free": ' + "1" * 10_000 + "}",
        '{"a":' * 33 + "{}" + "}" * 33,
        '{"a":' + "[" * 33 + "]" * 33 + "}",
        '{"a":' * 50_000,
    ],
)
def test_facts_that_are_no_json_object_are_refused(facts: str) -> None:
    assert _reason(REQUESTER, _ticket(), DiagnosticsAttached(facts=facts)) is Code.BAD_SHAPE


@pytest.mark.parametrize(
    "facts", ["{}", ' {"free": 1.5e3, "disks": [{"name": "ł"}]}\n', '{"a":' * 31 + "{}" + "}" * 31]
)
def test_facts_are_a_json_object(facts: str) -> None:
    assert _reason(REQUESTER, _ticket(), DiagnosticsAttached(facts=facts)) is None


def test_why_facts_are_refused_is_a_sentence() -> None:
    with pytest.raises(Refused) as caught:
        check_content(DiagnosticsAttached(facts="[]"))
    assert str(caught.value).endswith("expects: the facts about the computer must be one JSON object.")


def test_the_size_of_a_file_is_said_as_people_say_it() -> None:
    assert [megabytes(size) for size in (1024 * 1024 * 3 // 2, 26 * 1024 * 1024)] == ["1.5 MB", "26 MB"]
    assert megabytes_over(limits.FILE_BYTES + 1) == "a little more than 25 MB"


@pytest.mark.parametrize(
    ("score", "code"), [(0, Code.OUT_OF_RANGE), (1, None), (5, None), (6, Code.OUT_OF_RANGE)]
)
def test_a_rating_is_one_to_five(score: int, code: Code | None) -> None:
    assert _reason(REQUESTER, _ticket(Status.RESOLVED), Rated(score=score)) is code


def test_help_is_rated_only_where_somebody_helped() -> None:
    spared = replace(_ticket(Status.CLOSED), spared_by="starter-password")
    assert _reason(REQUESTER, spared, Rated(score=5)) is Code.NOT_ALLOWED
    assert _reason(REQUESTER, replace(spared, first_response_at=START), Rated(score=5)) is None


def test_a_report_that_was_not_needed_opens_closed() -> None:
    payload = TicketOpened(title="VPN", spared_by="vpn", has_it_too=True)
    report = Change(id=ChangeId(f"{1:032x}"), ticket_id=TICKET, payload=payload, made_at=START)
    event = judge(REQUESTER, None, report, START)
    ticket = apply(None, event)
    assert (ticket.status, ticket.standing.resolved_at, ticket.standing.closed_at) == (
        Status.CLOSED,
        START,
        START,
    )
    assert _reason(REQUESTER, ticket, StatusChanged(to=Status.OPEN)) is None


def test_a_ticket_that_is_not_seen_does_not_exist() -> None:
    assert _reason(COLLEAGUE, None, CommentAdded(body="x")) is Code.NOT_FOUND
    assert _reason(REQUESTER, _ticket(), TicketOpened(title="x")) is Code.ALREADY_EXISTS


@pytest.mark.parametrize(
    ("reporter", "along"), [(REQUESTER, frozenset({REQUESTER.id})), (TECHNICIAN, frozenset())]
)
def test_who_reports_for_somebody_else_reads_along(reporter: Actor, along: frozenset[PersonId]) -> None:
    report = TicketOpened(title="x", requester_id=COLLEAGUE.id)
    ticket = apply(None, judge(reporter, None, _change(report), START))
    assert (ticket.requester_id, ticket.opened_by) == (COLLEAGUE.id, reporter.id)
    assert ticket.participants == along


def test_who_reported_for_somebody_else_answers_but_does_not_decide() -> None:
    report = TicketOpened(title="x", requester_id=COLLEAGUE.id)
    ticket = apply(None, judge(REQUESTER, None, _change(report), START))
    assert _reason(REQUESTER, ticket, CommentAdded(body="It still beeps")) is None
    assert _reason(REQUESTER, ticket, StatusChanged(to=Status.CANCELLED)) is Code.NOT_ALLOWED
    assert _reason(REQUESTER, ticket, DiagnosticsAttached(facts="{}")) is Code.NOT_ALLOWED
    assert _reason(COLLEAGUE, ticket, StatusChanged(to=Status.CANCELLED, note="It works")) is None


def test_who_reports_for_herself_is_no_participant() -> None:
    report = TicketOpened(title="x", requester_id=REQUESTER.id)
    assert apply(None, judge(REQUESTER, None, _change(report), START)).participants == frozenset()


@pytest.mark.parametrize(
    ("days", "actor", "code"),
    [
        (limits.REOPEN_DAYS, REQUESTER, None),
        (limits.REOPEN_DAYS + 1, REQUESTER, Code.ILLEGAL_TRANSITION),
        (400, LEAD, None),
    ],
)
def test_a_closed_ticket_comes_back_only_for_a_while(days: int, actor: Actor, code: Code | None) -> None:
    ticket = _ticket(Status.CLOSED, closed_at=START)
    assert _reason(actor, ticket, StatusChanged(to=Status.OPEN), START + timedelta(days=days)) is code


def test_who_did_not_see_anothers_change_is_told_both_values() -> None:
    first = judge(TECHNICIAN, _ticket(), _change(TitleChanged(title="Theirs")), START)
    ticket = apply(_ticket(), first)
    other = Actor(id=PersonId("e" * 32), role=Role.TECHNICIAN)
    with pytest.raises(Refused) as caught:
        judge(other, ticket, _change(TitleChanged(title="Mine"), seen=1), START)
    refusal = caught.value.refusal
    assert (refusal.code, refusal.field, refusal.theirs, refusal.yours) == (
        Code.CONFLICT,
        "title",
        "Theirs",
        "Mine",
    )
    assert judge(other, ticket, _change(TitleChanged(title="Mine"), seen=2), START).version == 3
    assert judge(TECHNICIAN, ticket, _change(TitleChanged(title="Again"), seen=0), START).version == 3


def test_every_reason_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Code)


def test_an_unknown_category_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Refused, match=r"no category “toaster”; known are .*hardware_failure"):
        category_named("toaster")
