"""What is handed out, forgotten in time, and noted as opened."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from itdesk.domain.audience import Audience
from itdesk.domain.changes import CommentAdded, DiagnosticsAttached, StatusChanged
from itdesk.domain.ids import PersonId, new_id
from itdesk.domain.people import Actor
from itdesk.domain.status import Status
from itdesk.server.privacy.export import NobodyToExport, export_person
from itdesk.server.privacy.forgetting import forget_contents
from itdesk.server.privacy.openings import ONCE_IN, Openings
from itdesk.server.store.audit import Deed, audit_page, note_all
from itdesk.server.store.periods import Periods, write_periods
from itdesk.server.store.store import Store
from itdesk.server.store.tables import tickets
from tests.contract.clock import NINE, Clock
from tests.contract.office import Office
from tests.contract.test_erasing import CANARY, OTHER, a_life, everything

DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "files"
    folder.mkdir(parents=True)
    return folder


def exported(office: Office, folder: Path, who: Actor) -> dict[str, bytes]:
    target = io.BytesIO()
    export_person(office.store, folder, who.id, target, by=office.adam.id, at=NINE)
    with zipfile.ZipFile(target) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_she_is_handed_out_what_is_hers_and_nothing_of_it_alone(office: Office, folder: Path) -> None:
    own, of_jan, _ = a_life(office, folder)
    office.do(office.tom, own, CommentAdded(body="for staff alone", audience=Audience.STAFF))
    found = exported(office, folder, office.ewa)
    ticket = json.loads(found["tickets/IT-1001.json"])
    assert ticket["ticket"]["title"] == f"{CANARY} again"
    assert [one["by"] for one in ticket["history"]][:2] == ["me", "me"]
    assert json.loads(found["card.json"])["phone"] == CANARY
    assert len([name for name in found if name.startswith("files/")]) == 3
    assert CANARY in found["elsewhere.jsonl"].decode()
    whole = b"".join(found.values()).decode()
    assert "for staff alone" not in whole
    assert OTHER not in whole
    assert office.tom.id not in found["audit.jsonl"].decode()
    with office.store.reading() as connection:
        noted = audit_page(connection, below=None, limit=1)[0]
    assert (noted.action, noted.actor_id, noted.object_id) == (
        "person-exported",
        office.adam.id,
        office.ewa.id,
    )
    assert of_jan


def test_nobody_is_not_handed_out(office: Office, folder: Path) -> None:
    with pytest.raises(NobodyToExport):
        exported(office, folder, replace(office.ewa, id=PersonId(new_id())))


def over(office: Office, store: Store, folder: Path) -> str:
    own, _, _ = a_life(office, folder)
    office.do(office.lea, own, StatusChanged(to=Status.CLOSED))
    return own


@pytest.mark.parametrize(
    ("periods", "left"),
    [
        (Periods(), (True, 2, f"{CANARY} again")),
        (Periods(facts_days=10), (False, 2, f"{CANARY} again")),
        (Periods(files_days=10), (True, 0, f"{CANARY} again")),
        (Periods(tickets_days=10), (False, 0, "—")),
        (Periods(tickets_days=100), (True, 2, f"{CANARY} again")),
    ],
)
def test_each_part_is_forgotten_after_its_time(
    office: Office, store: Store, folder: Path, periods: Periods, left: tuple[bool, int, str]
) -> None:
    own = over(office, store, folder)
    with store.writing() as connection:
        write_periods(connection, periods)
        connection.execute(update(tickets).where(tickets.c.id == own).values(updated_at=NINE))
    while forget_contents(store, office.desk, folder, NINE + 20 * DAY):
        pass
    reader = office.reader(office.tom).read()
    ticket = reader.tickets[own]
    told = [
        bytes(one.payload) for one in reader.events[own].values() if one.kind == DiagnosticsAttached.__name__
    ]
    assert (CANARY.encode() in told[0], len(ticket.attachments), ticket.title) == left
    assert forget_contents(store, office.desk, folder, NINE + 20 * DAY) == 0


def test_open_tickets_are_never_forgotten(office: Office, store: Store, folder: Path) -> None:
    office.open(office.ewa, CANARY)
    with store.writing() as connection:
        write_periods(connection, Periods(tickets_days=1))
        connection.execute(update(tickets).values(updated_at=NINE))
    assert forget_contents(store, office.desk, folder, NINE + 20 * DAY) == 0
    assert CANARY in everything(store)


def test_the_audit_is_cut_after_four_hundred_days(office: Office, store: Store, folder: Path) -> None:
    with store.writing() as connection:
        note_all(connection, [Deed(actor_id="adam", action="x", object_kind="y")], NINE)
    forget_contents(store, office.desk, folder, NINE + 400 * DAY)
    with store.reading() as connection:
        assert len(audit_page(connection, below=None, limit=9)) == 1
    forget_contents(store, office.desk, folder, NINE + 401 * DAY)
    with store.reading() as connection:
        assert audit_page(connection, below=None, limit=9) == []


def test_openings_are_noted_once_in_ten_minutes(store: Store) -> None:
    clock = Clock()
    openings = Openings(store, now=clock)
    deed = Deed(actor_id="tom", action="ticket-opened", object_kind="ticket", object_id="a")
    openings.add([deed, deed])
    openings.note()
    openings.add([deed])
    clock.pass_by(ONCE_IN)
    openings.note()
    openings.add([deed])
    openings.note()
    with store.reading() as connection:
        assert [one.object_id for one in audit_page(connection, below=None, limit=9)] == ["a", "a"]
