"""A ticket that somebody sees no more leaves her disk, the journal included, whoever reads just then."""

from pathlib import Path

from itdesk.domain.catalogue import Category
from itdesk.domain.ids import TicketId, new_id
from itdesk.domain.people import Person
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.ticket import Ticket
from itdesk.protocol.messages import Entry, LeftEntry, SyncResponse, TicketEntry
from itdesk.replica.page import take_page
from itdesk.replica.replica import Replica
from itdesk.replica.wiping import wipe
from itdesk.services.desk import Desk
from tests.fakes import FakeClock

CANARY = "kanarekqqxz"
ID = TicketId(new_id())


def take(desk: Desk, *entries: Entry) -> None:
    me = desk.replica.me
    card = Person(id=me.id, login="anna", name="Anna", role=me.role)
    page = SyncResponse(entries=[*entries], people=[card], cursor="1", me=me.id, server_time=FakeClock().at)
    take_page(desk.replica, desk.outbox, page)


def entry(desk: Desk) -> TicketEntry:
    at, me = FakeClock().at, desk.replica.me.id
    ticket = Ticket(
        id=ID,
        requester_id=me,
        opened_by=me,
        title=CANARY,
        category=Category.OTHER,
        ranking=Ranking(Impact.LOW, Urgency.LOW),
        created_at=at,
        updated_at=at,
    )
    return TicketEntry(ticket=ticket, position=1, events=[], visible_events=0)


def is_on_disk(replica: Replica) -> bool:
    paths: list[Path] = [*replica.path.parent.glob(f"{replica.path.name}*")]
    return any(CANARY.encode() in path.read_bytes() for path in paths)


def test_what_left_is_gone_from_file_and_journal(desk: Desk) -> None:
    take(desk, entry(desk))
    assert is_on_disk(desk.replica)
    take(desk, LeftEntry(ticket_id=ID))
    assert not is_on_disk(desk.replica)


def test_who_reads_just_then_delays_it_only(desk: Desk) -> None:
    take(desk, entry(desk))
    with desk.replica.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM tickets").scalar()
        take(desk, LeftEntry(ticket_id=ID))
        assert not wipe(desk.replica)
        assert is_on_disk(desk.replica)
    assert wipe(desk.replica)
    assert not is_on_disk(desk.replica)
    assert wipe(desk.replica), "there is nothing to do any more"
