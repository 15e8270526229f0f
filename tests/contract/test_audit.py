"""The audit is only ever added to, and whoever changes it from outside is found out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from itdesk.domain.changes import DocumentWritten, PersonWritten
from itdesk.domain.documents import Article, View
from itdesk.domain.ids import ArticleId, ViewId
from itdesk.domain.people import Person, Role
from itdesk.server.store import audit
from itdesk.server.store.audit import (
    BrokenAudit,
    Deed,
    Noted,
    audit_page,
    checked_chain,
    cut_before,
    note_all,
)
from itdesk.server.store.store import Store
from itdesk.server.store.tables import audit as rows
from itdesk.server.store.tables import audit_head
from tests.contract.clock import NINE
from tests.contract.office import Office

DAY = timedelta(days=1)


def _note(store: Store, *objects: str, actor: str = "adam") -> None:
    deeds = [Deed(actor_id=actor, action="ticket-opened", object_kind="ticket", object_id=o) for o in objects]
    with store.writing() as connection:
        note_all(connection, deeds, NINE)


def _noted(store: Store, **asked: str) -> list[Noted]:
    with store.reading() as connection:
        return audit_page(connection, below=None, limit=500, **asked)


def _checked(store: Store, expected: tuple[int, str] | None = None) -> audit.Chain:
    with store.reading() as connection:
        return checked_chain(connection, expected=expected)


def _tamper(store: Store, statement: str) -> None:
    """Change rows as somebody would who may do everything with the database."""
    with store.writing() as connection:
        if connection.dialect.name == "postgresql":
            for table in ("audit", "audit_head"):
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        else:
            for name in ("audit_no_update", "audit_no_delete", "audit_head_forward"):
                connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text(statement))


def test_what_is_noted_is_read_the_latest_first(store: Store) -> None:
    _note(store, "a", "b")
    _note(store, "a", actor="lea")
    assert [(one.sequence, one.actor_id, one.object_id) for one in _noted(store)] == [
        (3, "lea", "a"),
        (2, "adam", "b"),
        (1, "adam", "a"),
    ]
    assert [one.sequence for one in _noted(store, object_id="a")] == [3, 1]
    assert [one.sequence for one in _noted(store, actor_id="lea")] == [3]
    with store.reading() as connection:
        assert [one.sequence for one in audit_page(connection, below=3, limit=1)] == [2]


@pytest.mark.parametrize(
    "statement",
    [
        update(rows).values(actor_id="somebody else"),
        delete(rows),
        update(audit_head).values(sequence=0),
        update(audit_head).values(cut=3),
        delete(audit_head),
    ],
    ids=str,
)
def test_the_database_refuses_to_change_what_was_noted(store: Store, statement: object) -> None:
    _note(store, "a", "b")
    with pytest.raises(DBAPIError, match="append-only"), store.writing() as connection:
        connection.execute(statement)  # type: ignore[call-overload]
    assert _checked(store).rows == 2


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE audit SET actor_id = 'nobody' WHERE sequence = 2", "Row 2 of the audit was changed"),
        ("DELETE FROM audit WHERE sequence = 2", "Row 2 of the audit is missing"),
        ("DELETE FROM audit WHERE sequence = 3", "ends at row 2, its head is 3"),
        ("UPDATE audit_head SET sequence = 2", "ends at row 3, its head is 2"),
    ],
)
def test_who_changes_it_all_the_same_is_found_out(store: Store, statement: str, told: str) -> None:
    _note(store, "a", "b", "c")
    _tamper(store, statement)
    with pytest.raises(BrokenAudit, match=told):
        _checked(store)


def test_a_chain_that_was_made_anew_is_not_the_one_that_was_checked_before(store: Store) -> None:
    _note(store, "a", "b")
    before = _checked(store)
    _note(store, "c")
    assert _checked(store, (before.head, before.hash)).head == 3
    with pytest.raises(BrokenAudit, match="made anew"):
        _checked(store, (before.head, "0" * 64))


def test_old_rows_are_cut_off_at_the_beginning_and_the_rest_is_whole(store: Store) -> None:
    _note(store, "a", "b", "c")
    with store.writing() as connection:
        note_all(connection, [Deed(actor_id="lea", action="x", object_kind="y")], NINE + DAY)
    for cut in (2, 1, 0):
        with store.writing() as connection:
            assert cut_before(connection, NINE + DAY, 2) == cut
    assert [one.sequence for one in _noted(store)] == [4]
    assert _checked(store).rows == 1
    _note(store, "d")
    assert (_checked(store).rows, _checked(store).head) == (2, 5)


def test_many_at_once_make_one_chain(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: _note(store, str(n)), range(40)))
    assert (_checked(store).rows, _checked(store).head) == (40, 40)


def test_what_admins_write_is_noted_and_what_is_somebodys_own_is_not(office: Office) -> None:
    article = Article(id=ArticleId("paper"), title={"en": "Paper"}, body={"en": "Take it out."})
    view = View(id=ViewId("mine"), name={"pl": "Moje"}, search="priority:P1", owner_id=office.lea.id)
    new = Person(id=office.ewa.id, login="ewa", name="Ewa", role=Role.EMPLOYEE, phone="7")
    assert office.write(office.lea, DocumentWritten(document=article)).receipt
    assert office.write(office.lea, DocumentWritten(document=view)).receipt
    assert office.write(office.tom, PersonWritten(person=new, seen_version=1)).receipt is None
    assert office.write(office.adam, PersonWritten(person=new, seen_version=1)).receipt
    assert [(one.actor_id, one.action, one.object_id) for one in _noted(office.store)] == [
        (office.adam.id, "person-written", office.ewa.id),
        (office.lea.id, "document-written", "paper"),
    ]
