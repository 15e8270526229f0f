"""Accepted once, refused with a reason, or to be sent again: each change by itself."""

from datetime import UTC, datetime

import msgspec
import pytest
from sqlalchemy import text

from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    DiagnosticsAttached,
    FileAttached,
    MovedToQueue,
    ParticipantAdded,
    StatusChanged,
    TicketOpened,
    TitleChanged,
)
from itdesk.domain.ids import FileId, PersonId, QueueId, TicketId, new_id
from itdesk.domain.status import Status
from itdesk.protocol.messages import ChangeMessage, Receipt
from itdesk.server.store.news import News
from itdesk.server.store.store import Store
from itdesk.server.tickets.desk import TicketDesk, UnknownPerson
from tests.contract.office import Office, change, refused_for


def test_numbers_and_positions_follow_each_other(office: Office) -> None:
    first = office.do(office.ewa, TicketId(new_id()), TicketOpened(title="One"))
    second = office.do(office.jan, TicketId(new_id()), TicketOpened(title="Two"))
    assert second.number == first.number + 1
    assert second.position == first.position + 1 == office.desk.head()


def test_a_resend_gets_the_stored_result(office: Office) -> None:
    report = change(TicketId(new_id()), TicketOpened(title="Once"))
    results = [office.ask(office.ewa, report) for _ in range(3)]
    assert results[0].state == "accepted"
    assert results == [results[0]] * 3
    assert len(office.reader(office.tom).read().tickets) == 1


def test_a_resend_in_the_same_submission_is_the_same_change(office: Office) -> None:
    report = change(TicketId(new_id()), TicketOpened(title="Once"))
    first, second = office.desk.submit(office.ewa, [report, report])
    assert first == second
    assert first.state == "accepted"


def test_a_refusal_is_stored_as_well(office: Office) -> None:
    empty = change(TicketId(new_id()), TicketOpened(title=" "))
    first = office.ask(office.ewa, empty)
    assert refused_for(first) == "text_empty"
    assert office.ask(office.ewa, empty) == first


def test_other_content_under_the_same_id_is_refused_and_changes_nothing(office: Office) -> None:
    report = change(TicketId(new_id()), TicketOpened(title="Mine"))
    office.ask(office.ewa, report)
    other = msgspec.structs.replace(report, payload=msgspec.Raw(b'{"title":"Other"}'))
    assert refused_for(office.ask(office.ewa, other)) == "other_content"
    assert refused_for(office.ask(office.jan, report)) == "other_content"
    (ticket,) = office.reader(office.tom).read().tickets.values()
    assert ticket.title == "Mine"


def test_one_bad_change_never_blocks_the_next(office: Office) -> None:
    ticket_id = TicketId(new_id())
    good = change(ticket_id, TicketOpened(title="Good"))
    bad_shape = msgspec.structs.replace(
        good, id=new_id(), kind="CommentAdded", payload=msgspec.Raw(b'{"x":1}')
    )
    newer = msgspec.structs.replace(good, id=new_id(), kind="Teleported", payload=msgspec.Raw(b"[1]"))
    last = change(ticket_id, CommentAdded(body="still here"))
    results = office.desk.submit(office.ewa, [bad_shape, good, newer, last])
    assert [result.state for result in results] == ["refused", "accepted", "refused", "accepted"]
    assert refused_for(results[0]) == "bad_shape"
    assert refused_for(results[2]) == "unknown_kind"


def test_a_change_waits_for_those_it_depends_on(office: Office) -> None:
    ticket_id, missing = office.open(office.ewa), new_id()
    assert office.ask(office.ewa, change(ticket_id, CommentAdded(body="a"), after=[missing])).state == "again"
    first = change(ticket_id, CommentAdded(body="first"))
    second = change(ticket_id, CommentAdded(body="second"), after=[first.id])
    assert [one.state for one in office.desk.submit(office.ewa, [second, first])] == ["again", "accepted"]
    assert office.ask(office.ewa, second).state == "accepted"


def test_what_depends_on_a_refused_change_is_refused(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    refused = change(ticket_id, CommentAdded(body=""))
    following = change(ticket_id, CommentAdded(body="x"), after=[refused.id])
    results = office.desk.submit(office.ewa, [refused, following])
    assert refused_for(results[1]) == "depends_on_refused"


def test_nobody_depends_on_a_strangers_change(office: Office) -> None:
    theirs = change(TicketId(new_id()), TicketOpened(title="Theirs"))
    office.ask(office.jan, theirs)
    mine = change(office.open(office.ewa), CommentAdded(body="x"), after=[theirs.id])
    assert office.ask(office.ewa, mine).state == "again"


def test_an_invisible_ticket_does_not_exist(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    comment = CommentAdded(body="let me see")
    for about in (ticket_id, TicketId(new_id())):
        assert refused_for(office.ask(office.jan, change(about, comment))) == "not_found"


def test_a_ticket_is_opened_once_whoever_asks(office: Office) -> None:
    again = change(office.open(office.ewa), TicketOpened(title="Taken over"))
    assert refused_for(office.ask(office.jan, again)) == "already_exists"


def test_a_field_that_somebody_else_set_meanwhile_is_a_conflict(office: Office) -> None:
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, TitleChanged(title="By Tom"), seen=1)
    late = office.ask(office.ola, change(ticket_id, TitleChanged(title="By Ola"), seen=1))
    assert late.refusal is not None
    assert (late.refusal.code, late.refusal.theirs, late.refusal.yours) == ("conflict", "By Tom", "By Ola")


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (Assigned(to=PersonId("f" * 32)), "unknown_person"),
        (Assigned(to=PersonId("nul\0and more")), "unknown_person"),
        (ParticipantAdded(person_id=PersonId("f" * 32)), "unknown_person"),
        (MovedToQueue(to=QueueId("f" * 32)), "unknown_queue"),
        (FileAttached(file_id=FileId("../x"), name="a", bytes=1, sha256="0" * 64), "bad_shape"),
        (FileAttached(file_id=FileId("f" * 32), name="a", bytes=1, sha256="xyz"), "bad_shape"),
        (CommentAdded(body="nul \0"), "text_has_nul"),
        (StatusChanged(to=Status.PENDING, until=datetime(2026, 1, 1)), "bad_shape"),  # noqa: DTZ001
    ],
)
def test_what_a_change_refers_to_must_exist(office: Office, payload: CommentAdded, code: str) -> None:
    assert refused_for(office.ask(office.tom, change(office.open(office.ewa), payload))) == code


def test_only_who_sees_the_queue_can_take_the_ticket(office: Office) -> None:
    secret = office.queue("Personnel", office.tom, restricted=True)
    ticket_id = office.open(office.ewa)
    office.do(office.tom, ticket_id, MovedToQueue(to=secret))
    for nobody in (office.ola, office.jan):
        given = change(ticket_id, Assigned(to=nobody.id))
        assert refused_for(office.ask(office.tom, given)) == "unknown_person"
    office.do(office.tom, ticket_id, Assigned(to=office.tom.id))


def test_a_file_belongs_to_who_sent_it(office: Office, store: Store) -> None:
    ticket_id = office.open(office.ewa)
    file = FileAttached(file_id=FileId(new_id()), name="a.png", bytes=5, sha256="0" * 64)
    office.do(office.ewa, ticket_id, file)
    assert refused_for(office.ask(office.tom, change(ticket_id, file))) == "other_content"
    with store.reading() as connection:
        rows = connection.execute(text("SELECT owner_id, ticket_id, received FROM files")).all()
    assert [tuple(row) for row in rows] == [(office.ewa.id, ticket_id, 0)]


def test_a_stranger_to_the_database_cannot_act(office: Office) -> None:
    with pytest.raises(UnknownPerson):
        office.desk.actor_of(PersonId(new_id()))
    secret = office.queue("Personnel", office.tom, restricted=True)
    assert office.desk.actor_of(office.tom.id).queues == {secret}


def _fail(news: News) -> None:
    raise ZeroDivisionError


def test_the_writer_tells_how_far_the_feed_has_come(office: Office) -> None:
    told: list[News] = []
    office.desk.on_commit(told.append)
    office.desk.on_commit(_fail)
    report = change(TicketId(new_id()), TicketOpened(title="It does not print"))
    comment = change(TicketId(report.ticket_id), CommentAdded(body="more"))
    office.desk.submit(office.ewa, [report, comment])
    office.desk.submit(office.ewa, [report, comment])  # which is no news
    head = office.desk.head()
    assert told == [News(first=head - 1, head=head, people=frozenset({office.ewa.id}))]


class BrokenFor:
    """A clock that fails while a change is recorded, as any fault of ours might."""

    def __init__(self, times: int) -> None:
        self.times = times

    def __call__(self) -> datetime:
        if self.times:
            self.times -= 1
            raise ZeroDivisionError
        return datetime.now(UTC)


def test_an_unexpected_failure_means_again_and_nothing_was_done(office: Office, store: Store) -> None:
    broken = TicketDesk(store, now=BrokenFor(2))
    broken.start()
    report = change(TicketId(new_id()), TicketOpened(title="Patience"))
    assert broken.submit(office.ewa, [report])[0].state == "again"
    assert broken.submit(office.ewa, [report])[0].state == "accepted"
    broken.stop()


def test_a_fault_with_many_is_tried_again_one_by_one(office: Office, store: Store) -> None:
    broken = TicketDesk(store, now=BrokenFor(2))
    broken.start()
    reports = [change(TicketId(new_id()), TicketOpened(title=f"{n}")) for n in range(3)]
    states = [result.state for result in broken.submit(office.ewa, reports)]
    assert states == ["again", "accepted", "accepted"]
    broken.stop()


def test_a_store_that_is_away_means_again(office: Office, store: Store) -> None:
    with store.writing() as connection:
        connection.execute(text("ALTER TABLE counter RENAME TO elsewhere"))
    report = change(TicketId(new_id()), TicketOpened(title="Patience"))
    assert office.ask(office.ewa, report).state == "again"
    with store.writing() as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO counter"))
    assert office.ask(office.ewa, report).state == "accepted"


def _forged(message: ChangeMessage, number: int) -> ChangeMessage:
    return msgspec.structs.replace(message, receipt=Receipt(number=number, position=1, proof="0" * 32))


def test_a_forged_receipt_gives_no_number(office: Office) -> None:
    report = _forged(change(TicketId(new_id()), TicketOpened(title="I was 5000")), 5000)
    result = office.ask(office.ewa, report)
    assert result.receipt is not None
    assert result.receipt.number < 5000


def test_who_reports_for_a_colleague_sees_the_ticket_and_so_does_the_colleague(office: Office) -> None:
    ticket_id = office.open(office.ewa, "Jan's screen is dark", requester_id=office.jan.id)
    for reader in (office.ewa, office.jan):
        assert ticket_id in office.reader(reader).read().tickets
    office.do(office.ewa, ticket_id, CommentAdded(body="It is plugged in."))
    facts = office.ask(office.ewa, change(ticket_id, DiagnosticsAttached(facts="{}")))
    assert refused_for(facts) == "not_allowed"


def test_a_stranger_cannot_be_reported_for(office: Office) -> None:
    report = change(TicketId(new_id()), TicketOpened(title="x", requester_id=PersonId(new_id())))
    assert refused_for(office.ask(office.ewa, report)) == "unknown_person"


def test_since_needs_a_time_zone(office: Office) -> None:
    since = datetime(2026, 3, 1, 9, 40, tzinfo=UTC)
    naive = TicketOpened(title="x", since=since.replace(tzinfo=None))
    assert refused_for(office.ask(office.ewa, change(TicketId(new_id()), naive))) == "bad_shape"
    ticket_id = office.open(office.ewa, since=since)
    assert office.reader(office.tom).read().tickets[ticket_id].since == since
