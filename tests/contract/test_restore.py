"""A backup is restored: nobody's accepted report is lost, doubled or renumbered, and no copy goes astray."""

from collections.abc import Iterator

import msgspec
import pytest

from itdesk.domain.changes import CommentAdded, ParticipantAdded, TicketOpened, TitleChanged
from itdesk.domain.ids import TicketId, new_id
from itdesk.protocol.messages import ChangeMessage, Receipt, SyncRequest
from itdesk.server.store.counter import NUMBERS_SKIPPED
from itdesk.server.store.store import Store, open_store
from itdesk.server.tickets.desk import TicketDesk
from tests.contract.databases import Databases
from tests.contract.office import CLIENT, Office, Reader, change, refused_for


class Restored:
    """The store as it was when the backup was made, at work again."""

    def __init__(self, backup: str) -> None:
        self.store = open_store(backup)
        self.desk = TicketDesk(self.store)
        self.desk.start()

    def close(self) -> None:
        self.desk.stop()
        self.store.close()


class Admin:
    """Makes a backup and, later, restores it."""

    def __init__(self, databases: Databases, store: Store) -> None:
        self._databases = databases
        self._store = store
        self._url = ""
        self._restored: Restored | None = None

    def back_up(self) -> None:
        url = self._store.engine.url
        address = url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._store.engine.dispose()  # PostgreSQL copies a database only when nobody is connected
        self._url = self._databases.copy(address if url.host or url.query else str(url.database))

    def restore(self) -> Restored:
        self._restored = Restored(self._url)
        return self._restored

    def close(self) -> None:
        if self._restored is not None:
            self._restored.close()
        if self._url:
            self._databases.drop(self._url)


@pytest.fixture
def admin(databases: Databases, store: Store) -> Iterator[Admin]:
    admin = Admin(databases, store)
    yield admin
    admin.close()


def _report(title: str) -> ChangeMessage:
    return change(TicketId(new_id()), TicketOpened(title=title))


def _with_receipt(message: ChangeMessage, receipt: Receipt | None) -> ChangeMessage:
    return msgspec.structs.replace(message, receipt=receipt)


def test_what_was_forgotten_is_offered_again_and_gets_its_number_back(office: Office, admin: Admin) -> None:
    kept = _report("Before the backup")
    office.ask(office.ewa, kept)
    admin.back_up()
    lost = _report("After the backup")
    first = office.ask(office.ewa, lost)
    comment = change(TicketId(lost.ticket_id), CommentAdded(body="more"), after=[lost.id])
    second = office.ask(office.ewa, comment)
    assert first.receipt is not None

    desk = admin.restore().desk
    asked = SyncRequest(client=CLIENT, retained=[kept.id, lost.id, comment.id])
    assert desk.exchange(office.ewa, asked).lacking == [lost.id, comment.id]
    offered = [_with_receipt(lost, first.receipt), _with_receipt(comment, second.receipt)]
    for _ in range(2):
        results = desk.submit(office.ewa, offered)
        assert [result.receipt.number for result in results if result.receipt] == [first.receipt.number] * 2
    assert desk.exchange(office.ewa, asked).lacking == []
    tickets = Reader(desk, office.tom).read().tickets.values()
    assert sorted(ticket.title for ticket in tickets) == ["After the backup", "Before the backup"]


def test_new_numbers_start_well_above_what_was_forgotten(office: Office, admin: Admin) -> None:
    admin.back_up()
    lost = [_report(f"Lost {n}") for n in range(5)]
    receipts = [office.ask(office.ewa, one).receipt for one in lost]
    last = receipts[-1]
    assert last is not None

    desk = admin.restore().desk
    desk.submit(office.ewa, [_with_receipt(lost[-1], last)])
    fresh = desk.submit(office.jan, [_report("New")])[0].receipt
    assert fresh is not None
    assert fresh.number > last.number + NUMBERS_SKIPPED
    again = desk.submit(office.ewa, [_with_receipt(lost[0], receipts[0])])[0]
    assert again.receipt is not None
    assert receipts[0] is not None
    assert again.receipt.number == receipts[0].number


def test_a_number_that_was_given_away_meanwhile_is_not_given_twice(office: Office, admin: Admin) -> None:
    admin.back_up()
    lost = _report("Lost")
    had = office.ask(office.ewa, lost).receipt
    desk = admin.restore().desk
    taken = desk.submit(office.jan, [_report("Faster")])[0].receipt
    back = desk.submit(office.ewa, [_with_receipt(lost, had)])[0].receipt
    assert had is not None
    assert taken is not None
    assert back is not None
    assert taken.number == had.number
    assert back.number != had.number


def test_a_copy_that_has_read_further_starts_over(office: Office, admin: Admin) -> None:
    office.open(office.ewa, "Kept")
    admin.back_up()
    forgotten = office.open(office.ewa, "Forgotten")
    tom = office.reader(office.tom).read()
    assert forgotten in tom.tickets
    desk = admin.restore().desk
    tom.moves_to(desk).read()
    assert tom.resets == 1
    assert [ticket.title for ticket in tom.tickets.values()] == ["Kept"]


def test_a_copy_of_another_history_starts_over_though_the_positions_agree(
    office: Office, admin: Admin
) -> None:
    admin.back_up()
    office.open(office.ewa, "One history")
    tom = office.reader(office.tom).read()
    desk = admin.restore().desk
    desk.submit(office.ewa, [_report("Another history")])
    assert desk.head() == office.desk.head()
    tom.moves_to(desk).read()
    assert tom.resets == 1
    assert [ticket.title for ticket in tom.tickets.values()] == ["Another history"]


def test_a_copy_starts_over_though_what_was_forgotten_stands_where_it_stood(
    office: Office, admin: Admin
) -> None:
    admin.back_up()
    lost = _report("Forgotten, and offered again")
    receipt = office.ask(office.ewa, lost).receipt
    tom = office.reader(office.tom).read()
    desk = admin.restore().desk
    desk.submit(office.ewa, [_with_receipt(lost, receipt)])
    assert desk.head() == office.desk.head()
    tom.moves_to(desk).read()
    assert tom.resets == 1
    assert tom.tickets == Reader(desk, office.tom).read().tickets


@pytest.mark.parametrize("others_went_on", [False, True])
def test_rows_that_were_read_later_than_the_cursor_start_over_too(
    office: Office, admin: Admin, monkeypatch: pytest.MonkeyPatch, others_went_on: bool
) -> None:
    """A page stops at an early position but carries the ticket as it is now: later than the backup."""
    ticket_id = office.open(office.ewa)
    tom = office.reader(office.tom).read()
    office.do(office.tom, ticket_id, TitleChanged(title="In the backup"))
    office.open(office.ewa)
    office.open(office.ewa)
    admin.back_up()
    office.do(office.tom, ticket_id, TitleChanged(title="Later than the backup"))
    monkeypatch.setattr("itdesk.server.tickets.pages.ROWS_ON_A_PAGE", 1)
    assert tom.page().more
    assert tom.tickets[ticket_id].title == "Later than the backup"
    desk = admin.restore().desk
    if others_went_on:
        desk.submit(office.jan, [_report(f"New {n}") for n in range(3)])
    tom.moves_to(desk).read()
    assert tom.resets == 1
    assert tom.tickets[ticket_id].title == "In the backup"


def test_a_copy_that_is_older_than_the_backup_goes_on(office: Office, admin: Admin) -> None:
    tom = office.reader(office.tom).read()
    office.open(office.ewa)
    admin.back_up()
    office.open(office.ewa)
    tom.moves_to(admin.restore().desk).read()
    assert tom.resets == 0
    assert len(tom.tickets) == 1


def test_a_comment_waits_for_its_ticket_to_be_offered_again(office: Office, admin: Admin) -> None:
    admin.back_up()
    lost = _report("After the backup")
    opened = office.ask(office.ewa, lost).receipt
    comment = change(TicketId(lost.ticket_id), CommentAdded(body="I look at it"))
    offered = _with_receipt(comment, office.ask(office.tom, comment).receipt)

    desk = admin.restore().desk
    for _ in range(2):
        assert desk.submit(office.tom, [offered])[0].state == "again"
    desk.submit(office.ewa, [_with_receipt(lost, opened)])
    assert desk.submit(office.tom, [offered])[0].state == "accepted"


def test_a_comment_waits_for_what_let_its_author_see_the_ticket(office: Office, admin: Admin) -> None:
    ticket_id = office.open(office.ewa)
    admin.back_up()
    invited = change(ticket_id, ParticipantAdded(person_id=office.jan.id))
    invitation = office.ask(office.ewa, invited).receipt
    comment = change(ticket_id, CommentAdded(body="Here too"))
    offered = _with_receipt(comment, office.ask(office.jan, comment).receipt)

    desk = admin.restore().desk
    assert desk.submit(office.jan, [offered])[0].state == "again"
    desk.submit(office.ewa, [_with_receipt(invited, invitation)])
    assert desk.submit(office.jan, [offered])[0].state == "accepted"


def test_without_a_receipt_of_ours_a_change_of_no_ticket_is_refused(office: Office) -> None:
    comment = change(TicketId(new_id()), CommentAdded(body="Where?"))
    forged = Receipt(number=1_000, position=1, proof="0" * 32)
    assert refused_for(office.ask(office.tom, _with_receipt(comment, forged))) == "not_found"
