"""Several admins on several servers write the same thing at once: one is first, nothing is half done."""

from dataclasses import replace
from functools import partial

from sqlalchemy import select

from itdesk.domain.changes import (
    CommentAdded,
    DocumentDeleted,
    DocumentWritten,
    MovedToQueue,
    PersonWritten,
    TicketOpened,
    Writing,
    subject_of,
)
from itdesk.domain.documents import Article, Macro, Queue
from itdesk.domain.ids import ArticleId, MacroId, PersonId, QueueId, TicketId, new_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.protocol.messages import ChangeMessage, Result
from itdesk.server.store.store import Store
from itdesk.server.store.tables import feed
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.nodes import at_once, running_nodes
from tests.contract.office import Office, change, refused_for

PRINTERS = Queue(id=QueueId("printers"), name={"en": "Printers", "pl": "Drukarki"})
PAPER = Article(id=ArticleId("paper"), title={"en": "Paper"}, body={"en": "Out."})


def ask(desk: TicketDesk, actor: Actor, wish: Writing) -> Result:
    (result,) = desk.submit(actor, [change(subject_of(wish), wish)])
    return result


def _only(desk: TicketDesk, actor: Actor, message: ChangeMessage) -> Result:
    return desk.submit(actor, [message])[0]


def reasons(results: list[Result]) -> list[str]:
    return sorted("accepted" if one.state == "accepted" else refused_for(one) for one in results)


def test_of_many_who_make_the_same_document_one_is_first(office: Office, store: Store) -> None:
    admins = [office.hire(f"admin{n}", Role.ADMIN) for n in range(6)]
    wish = DocumentWritten(document=PRINTERS)
    with running_nodes(store, 3) as desks:
        results = at_once([partial(ask, desks[n % 3], admin, wish) for n, admin in enumerate(admins)])
    assert reasons(results) == ["accepted"] + ["conflict"] * 5
    assert office.reader(office.tom).read().versions["queue", "printers"] == 1


def test_of_many_who_change_the_same_version_one_is_first(office: Office, store: Store) -> None:
    leads = [office.hire(f"lead{n}", Role.LEAD) for n in range(6)]
    office.documents.put(PAPER)
    wishes = [
        DocumentWritten(document=replace(PAPER, title={"en": lead.id}), seen_version=1) for lead in leads
    ]
    with running_nodes(store, 3) as desks:
        works = [partial(ask, desks[n % 3], leads[n], wish) for n, wish in enumerate(wishes)]
        results = at_once(works)
    assert reasons(results) == ["accepted"] + ["conflict"] * 5
    winner = leads[[one.state for one in results].index("accepted")]
    assert winner.id in office.reader(office.ewa).read().documents["article", "paper"]


def test_a_login_is_given_once_whoever_gives_it(office: Office, store: Store) -> None:
    admins = [office.hire(f"admin{n}", Role.ADMIN) for n in range(6)]
    wishes = [
        PersonWritten(person=Person(id=PersonId(new_id()), login="nora", name=admin.id)) for admin in admins
    ]
    with running_nodes(store, 3) as desks:
        works = [partial(ask, desks[n % 3], admins[n], wish) for n, wish in enumerate(wishes)]
        results = at_once(works)
    assert reasons(results) == ["accepted"] + ["login_taken"] * 5


def test_what_is_named_is_not_deleted_meanwhile(office: Office, store: Store) -> None:
    """Whichever is first: nothing names a queue that is gone."""
    for turn in range(5):
        queue = replace(PRINTERS, id=QueueId(f"queue-{turn}"))
        office.documents.put(queue)
        gone = DocumentDeleted(kind="queue", id=queue.id, seen_version=1)
        macro = _macro_for(queue, turn)
        with running_nodes(store, 2) as desks:
            results = at_once(
                [partial(ask, desks[0], office.adam, gone), partial(ask, desks[1], office.lea, macro)]
            )
        assert reasons(results) in (["accepted", "in_use"], ["accepted", "unknown_reference"])


def test_no_ticket_is_moved_into_a_queue_that_is_gone(office: Office, store: Store) -> None:
    for turn in range(5):
        queue = replace(PRINTERS, id=QueueId(f"queue-{turn}"))
        office.documents.put(queue)
        ticket_id = office.open(office.ewa)
        gone = DocumentDeleted(kind="queue", id=queue.id, seen_version=1)
        moved = change(ticket_id, MovedToQueue(to=queue.id))
        with running_nodes(store, 2) as desks:
            works = [partial(ask, desks[0], office.adam, gone), partial(_only, desks[1], office.tom, moved)]
            results = at_once(works)
        assert reasons(results) in (["accepted", "in_use"], ["accepted", "unknown_queue"])


def test_documents_and_tickets_keep_one_dense_order(office: Office, store: Store) -> None:
    def report(desk: TicketDesk, n: int) -> list[Result]:
        opening = change(TicketId(new_id()), TicketOpened(title=str(n)))
        return desk.submit(office.ewa, [opening, change(TicketId(opening.ticket_id), CommentAdded(body="x"))])

    def write(desk: TicketDesk, n: int) -> list[Result]:
        return [ask(desk, office.lea, DocumentWritten(document=replace(PAPER, id=ArticleId(f"a{n}"))))]

    before = office.desk.head()
    with running_nodes(store, 3) as desks:
        works = [partial(report, desks[n % 3], n) for n in range(12)]
        works += [partial(write, desks[n % 3], n) for n in range(12)]
        results = [one for some in at_once(works) for one in some]
    assert {one.state for one in results} == {"accepted"}
    positions = sorted(one.receipt.position for one in results if one.receipt)
    assert positions == list(range(before + 1, before + 1 + 36))
    with store.reading() as connection:
        told = set(connection.scalars(select(feed.c.position)))
    assert set(positions) <= told


def _macro_for(queue: Queue, turn: int) -> Writing:
    words = {"en": "Move", "pl": "Przenieś"}
    return DocumentWritten(document=Macro(id=MacroId(f"macro-{turn}"), name=words, queue_id=queue.id))
