"""What follows from a change by the rules of the house happens with it, once, and never holds it up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import event, select

from itdesk.domain.changes import Assigned, CommentAdded, Payload, StatusChanged, TicketOpened, TitleChanged
from itdesk.domain.ids import SYSTEM, PersonId, TicketId, new_id
from itdesk.domain.people import Role
from itdesk.domain.status import Status
from itdesk.server.store.judged import Accepted
from itdesk.server.store.store import Store
from itdesk.server.store.tables import events
from itdesk.server.tickets.batch import MOST_STEPS
from itdesk.server.tickets.consequences import Wish
from itdesk.server.tickets.desk import TicketDesk
from itdesk.server.tickets.seal import Seal
from tests.contract.office import Office, change


class Answer:
    """A rule that answers one kind of payload with others on the same ticket."""

    def __init__(self, kind: type[Payload], *wanted: Payload, people: Sequence[PersonId] = ()) -> None:
        self._kind = kind
        self._wanted = wanted
        self.people = people

    def follow(self, done: Accepted) -> Iterable[Wish]:
        if isinstance(done.event.payload, self._kind):
            return [Wish(done.event.ticket_id, payload) for payload in self._wanted]
        return ()


class Broken:
    """A rule with a mistake in it."""

    people = ()

    def follow(self, done: Accepted) -> Iterable[Wish]:
        raise ZeroDivisionError


@contextmanager
def _desk_with(store: Store, *rules: Answer | Broken) -> Iterator[TicketDesk]:
    desk = TicketDesk(store, rules=[_made(rule) for rule in rules])
    desk.start()
    yield desk
    desk.stop()


def _made(rule: Answer | Broken) -> Callable[..., Answer | Broken]:
    return lambda _ledger, _changes, _now: rule


def _history(store: Store, ticket_id: TicketId) -> list[tuple[str, str, str]]:
    question = select(events.c.kind, events.c.actor_id, events.c.actor_role)
    with store.reading() as connection:
        rows = connection.execute(question.where(events.c.ticket_id == ticket_id).order_by(events.c.version))
        return [(row.kind, row.actor_id, row.actor_role) for row in rows]


def test_it_follows_at_once_by_the_system_and_everybody_is_told(office: Office, store: Store) -> None:
    told: list[int] = []
    take = Answer(TicketOpened, Assigned(to=office.tom.id), people=[office.tom.id])
    report = change(TicketId(new_id()), TicketOpened(title="It smokes"))
    with _desk_with(store, take) as desk:
        desk.on_commit(lambda news: told.append(news.head - news.first + 1))
        (result,) = desk.submit(office.ewa, [report])
    assert result.state == "accepted"
    assert told == [2]
    ticket_id = TicketId(report.ticket_id)
    assert _history(store, ticket_id) == [
        ("TicketOpened", office.ewa.id, Role.EMPLOYEE),
        ("Assigned", SYSTEM, Role.SYSTEM),
    ]
    for reader in (office.reader(office.ewa).read(), office.reader(office.tom).read()):
        assert reader.tickets[ticket_id].assignee_id == office.tom.id
        assert reader.lacks_nothing()


def test_what_comes_behind_it_in_the_same_batch_finds_it_done(office: Office, store: Store) -> None:
    resolve = Answer(TicketOpened, StatusChanged(to=Status.OPEN), TitleChanged(title="By the house"))
    report = change(TicketId(new_id()), TicketOpened(title="It smokes"))
    open_again = change(TicketId(report.ticket_id), StatusChanged(to=Status.OPEN), seen=9, after=[report.id])
    with _desk_with(store, resolve) as desk:
        results = desk.submit(office.ewa, [report, open_again])
    assert [result.state for result in results] == ["accepted", "refused"]
    assert office.reader(office.tom).read().tickets[report.ticket_id].title == "By the house"


def test_a_resend_makes_it_happen_no_second_time(office: Office, store: Store) -> None:
    say = Answer(TicketOpened, CommentAdded(body="We have it."))
    report = change(TicketId(new_id()), TicketOpened(title="It smokes"))
    with _desk_with(store, say) as desk, _desk_with(store, say) as other:
        answers = [one.submit(office.ewa, [report, report]) for one in (desk, other, desk)]
    assert answers == [answers[0]] * 3
    assert [kind for kind, _, _ in _history(store, TicketId(report.ticket_id))] == [
        "TicketOpened",
        "CommentAdded",
    ]


def test_what_may_not_be_is_left_out_and_holds_nothing_up(office: Office, store: Store) -> None:
    nobody = Answer(TicketOpened, Assigned(to=PersonId(new_id())), StatusChanged(to=Status.CLOSED))
    say = Answer(TicketOpened, CommentAdded(body="We have it."))
    report = change(TicketId(new_id()), TicketOpened(title="It smokes"))
    with _desk_with(store, nobody, Broken(), say) as desk:
        assert desk.submit(office.ewa, [report])[0].state == "accepted"
    assert [kind for kind, _, _ in _history(store, TicketId(report.ticket_id))] == [
        "TicketOpened",
        "CommentAdded",
    ]


def test_rules_that_answer_each_other_for_ever_are_cut_short(office: Office, store: Store) -> None:
    report = change(TicketId(new_id()), TicketOpened(title="Ping"))
    ping = Answer(TicketOpened, CommentAdded(body="ping"))
    echo = Answer(CommentAdded, CommentAdded(body="pong"))
    with _desk_with(store, ping, echo) as desk:
        assert desk.submit(office.ewa, [report])[0].state == "accepted"
    assert len(_history(store, TicketId(report.ticket_id))) == 1 + MOST_STEPS


def test_it_vanishes_with_what_it_follows_from(office: Office, store: Store) -> None:
    """The commit fails: neither is there. Asked again, both are."""
    say = Answer(TicketOpened, CommentAdded(body="We have it."))
    report = change(TicketId(new_id()), TicketOpened(title="It smokes"))

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with _desk_with(store, say) as desk:
        event.listen(store.engine, "commit", fail)
        assert desk.submit(office.ewa, [report])[0].state == "again"
        event.remove(store.engine, "commit", fail)
        assert _history(store, TicketId(report.ticket_id)) == []
        assert desk.submit(office.ewa, [report])[0].state == "accepted"
    assert len(_history(store, TicketId(report.ticket_id))) == 2


def test_an_id_that_is_derived_is_the_same_wherever_it_is_derived(store: Store) -> None:
    seal, same = Seal(store.identity), Seal(Store(store.engine).identity)
    assert seal.derived_id("job", "a") == same.derived_id("job", "a")
    assert (
        len({seal.derived_id(*words) for words in (("job", "a"), ("job", "b"), ("joba",), ("job", "a", ""))})
        == 4
    )
