"""The facts of one computer at several moments: which are found, in which order, and what is left alone."""

import json
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itdesk.diagnostics.comparison import Change, Difference
from itdesk.diagnostics.difference_row import as_row
from itdesk.diagnostics.facts import Facts
from itdesk.domain.changes import DiagnosticsAttached, TicketOpened
from itdesk.domain.ids import TicketId, new_id
from itdesk.domain.people import Person
from itdesk.services import snapshots
from itdesk.services.desk import Desk
from itdesk.services.report import Report, report_problem
from itdesk.services.snapshots import device_in, snapshots_of
from itdesk.services.synchronising import exchange_now
from tests.fakes import FakeConnection, FakeServer, change_by

Reports = Callable[..., TicketId]
PC = "5f0c1d2e3a4b4c5d8e9f0a1b2c3d4e5f"
OTHER_PC = "00000000000000000000000000000000"


def facts(device: str = PC, used: int = 40, **more: dict[str, object]) -> str:
    probes: dict[str, dict[str, object]] = {"device": {"id": device}, "memory": {"used_percent": used}}
    return Facts(collected_in_ms=5, facts=probes | more).to_json().decode()


@pytest.fixture
def reports(desk: Desk, connection: FakeConnection) -> Reports:
    """`reports(facts)` reports with these facts, and lets the server know."""

    def report(text: str | None, *, is_sent: bool = True) -> TicketId:
        saved = report_problem(desk, Report(title="Printer", facts=text))
        if is_sent:
            exchange_now(desk, connection, wait_s=30)
        return saved.ticket_id

    return report


def test_the_facts_of_one_device_are_found_newest_first(desk: Desk, reports: Reports) -> None:
    first, second = reports(facts(used=40)), reports(facts(used=50))
    other = reports(facts(OTHER_PC))
    found = snapshots_of(desk, first)
    assert [(one.ticket_id, one.reference) for one in found] == [(second, "IT-1002"), (first, "IT-1001")]
    assert found == snapshots_of(desk, second)
    assert json.loads(found[0].text)["facts"]["memory"] == {"used_percent": 50}
    assert all(newer.at > older.at for newer, older in pairwise(found))
    assert [one.ticket_id for one in snapshots_of(desk, other)] == [other]


def test_facts_that_were_attached_twice_are_two(
    desk: Desk, reports: Reports, server: FakeServer, connection: FakeConnection, anna: Person
) -> None:
    ticket = reports(facts(used=40))
    server.act(anna.id, change_by(DiagnosticsAttached(facts=facts(used=90)), ticket))
    exchange_now(desk, connection, wait_s=30)
    found = snapshots_of(desk, ticket)
    assert [json.loads(one.text)["facts"]["memory"]["used_percent"] for one in found] == [90, 40]


def test_the_newest_facts_of_a_ticket_say_which_device_it_is(
    desk: Desk, reports: Reports, server: FakeServer, connection: FakeConnection, anna: Person
) -> None:
    ticket = reports(facts())
    server.act(anna.id, change_by(DiagnosticsAttached(facts=facts(OTHER_PC)), ticket))
    exchange_now(desk, connection, wait_s=30)
    assert [device_in(one.text) for one in snapshots_of(desk, ticket)] == [OTHER_PC]


def test_a_device_that_is_merely_mentioned_is_another(desk: Desk, reports: Reports) -> None:
    mentioned: dict[str, object] = {"devices": [{"name": PC}]}
    reports(facts(OTHER_PC, faulty_devices=mentioned))
    ticket = reports(facts())
    assert [one.ticket_id for one in snapshots_of(desk, ticket)] == [ticket]


def test_tickets_that_she_does_not_see_are_not_told(
    desk: Desk, reports: Reports, server: FakeServer, connection: FakeConnection
) -> None:
    stranger = server.hire("stranger")
    seen = reports(facts())
    unseen = report_of(server, stranger)
    exchange_now(desk, connection, wait_s=30)
    assert unseen != seen
    assert [one.ticket_id for one in snapshots_of(desk, seen)] == [seen]


def report_of(server: FakeServer, person: Person) -> TicketId:
    """Let somebody else report from the same computer."""
    ticket = TicketId(new_id())
    server.act(person.id, change_by(TicketOpened(title="Mine"), ticket, seen=0))
    server.act(person.id, change_by(DiagnosticsAttached(facts=facts()), ticket))
    return ticket


def test_no_more_than_twenty_and_those_the_newest(
    desk: Desk, reports: Reports, server: FakeServer, connection: FakeConnection, anna: Person
) -> None:
    ticket = reports(facts(used=1))
    for used in range(2, snapshots.MOST_SNAPSHOTS + 3):
        server.act(anna.id, change_by(DiagnosticsAttached(facts=facts(used=used)), ticket))
    exchange_now(desk, connection, wait_s=30)
    used_percents = [
        json.loads(one.text)["facts"]["memory"]["used_percent"] for one in snapshots_of(desk, ticket)
    ]
    assert used_percents == list(range(22, 2, -1))


ODD_DEVICES = (
    '{"facts": {"device": 7}}',
    '{"facts": {"device": {"id": 7}}}',
    "{}",
    '{"facts": []}',
    '{"facts": 7}',
)


@pytest.mark.parametrize("text", [*ODD_DEVICES, facts("")])
def test_facts_that_name_no_device_have_no_others(desk: Desk, reports: Reports, text: str) -> None:
    ticket = reports(text)
    assert device_in(text) == ""
    assert snapshots_of(desk, ticket) == ()


def test_odd_facts_of_others_are_no_obstacle(desk: Desk, reports: Reports) -> None:
    ticket = reports(facts())
    for odd in (f'{{"{PC}": 1}}', f'{{"facts": {{"device": {{"id": ["{PC}"]}}}}}}', f'{{"facts": ["{PC}"]}}'):
        reports(odd)
    assert [one.ticket_id for one in snapshots_of(desk, ticket)] == [ticket]


def test_without_facts_and_without_a_ticket_there_is_nothing(desk: Desk, reports: Reports) -> None:
    assert snapshots_of(desk, reports(None)) == ()
    assert snapshots_of(desk, TicketId("f" * 32)) == ()


def test_what_is_not_sent_yet_names_the_device_already(desk: Desk, reports: Reports) -> None:
    sent = reports(facts())
    waiting = reports(facts(), is_sent=False)
    assert [one.ticket_id for one in snapshots_of(desk, waiting)] == [sent]


@given(st.text())
def test_any_text_names_a_device_or_none(text: str) -> None:
    assert device_in(text) == ""
    assert device_in(facts(text)) == text


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (True, False, (True, False)),
        (31, 32.5, (31, 32.5)),
        (None, "32.0", ("", "32.0")),
        (None, {"name": "Zoom", "version": "6.1", "ports": ["a", "b"]}, ("", "6.1, a, b")),
        ({"name": "Zoom", "is_primary": True}, None, ("", "")),
    ],
)
def test_a_difference_is_a_row_of_changes(before: object, after: object, told: tuple[object, object]) -> None:
    difference = Difference(
        probe="software",
        field="programs",
        row="Zoom",
        column="",
        before=before,
        after=after,
        what=Change.CHANGED,
    )
    row = as_row(difference)
    assert (row["before"], row["after"]) == told
    assert (row["probe"], row["field"], row["row"], row["what"]) == (
        "software",
        "programs",
        "Zoom",
        "changed",
    )
