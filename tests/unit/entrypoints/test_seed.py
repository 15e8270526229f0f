"""The demo's past goes through the real judge into a real store, and adds up."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from itdesk.domain.apply import replay
from itdesk.domain.events import Event
from itdesk.domain.people import SYSTEM_ACTOR
from itdesk.entrypoints.demo.company import load_company
from itdesk.entrypoints.demo.seed import PASSWORD, SeedRefused, seed
from itdesk.entrypoints.demo.stories import Step, StepKind, compose
from itdesk.protocol.translation import decode_payload
from itdesk.server.accounts.accounts import Accounts
from itdesk.server.accounts.passwords import Passwords
from itdesk.server.store.moment import HeldEvent, open_moment
from itdesk.server.store.store import Store, open_store

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
LAST_NUMBER = 1200


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "itdesk.db"


@pytest.fixture(scope="module")
def store(file: Path) -> Iterator[Store]:
    store = open_store(file)
    store.migrate()
    company = load_company()
    seed(store, company, compose(company), NOW)
    yield store
    store.close()


@pytest.fixture
def database(store: Store, file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file)
    yield connection
    connection.close()


@pytest.fixture
def accounts(store: Store) -> Accounts:
    return Accounts(store, now=lambda: NOW, passwords=Passwords(time_cost=1, memory_kib=8))


def event_of(held: HeldEvent) -> Event:
    return Event(
        id=held.id,
        ticket_id=held.ticket_id,
        payload=decode_payload(held.kind, held.payload.encode()),
        actor_id=held.actor_id,
        actor_role=held.actor_role,
        at=held.at,
        version=held.version,
        audience=held.audience,
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("people", 30),
        ("documents WHERE kind = 'queue'", 4),
        ("documents WHERE kind = 'article'", 26),
        ("documents WHERE kind = 'device'", 40),
        ("documents WHERE kind = 'helpdesk' AND everyone", 1),
        ("documents WHERE kind = 'announcement' AND everyone", 1),
        ("tickets", 200),
        ("changes WHERE state <> 'accepted'", 0),
        ("tickets WHERE queue_id IS NULL", 0),
    ],
)
def test_the_store_holds_the_promised_company(
    database: sqlite3.Connection, question: str, expected: int
) -> None:
    assert database.execute(f"SELECT count(*) FROM {question}").fetchone() == (expected,)


def test_every_history_replays_to_the_ticket_that_is_kept(store: Store) -> None:
    with open_moment(store) as moment:
        scope = moment.queues().scope(SYSTEM_ACTOR.id, SYSTEM_ACTOR.role)
        held = moment.tickets_below(scope, LAST_NUMBER + 1, 1_000)
        events = moment.events([one.ticket.id for one in held], 0)
    assert [one.ticket.number for one in held] == list(range(LAST_NUMBER, LAST_NUMBER - 200, -1))
    for one in held:
        history = [event_of(event) for event in events if event.ticket_id == one.ticket.id]
        assert replace(replay(history), number=one.ticket.number) == one.ticket


def test_what_happened_first_stands_first_in_the_feed_and_everything_lies_in_the_past(
    database: sqlite3.Connection,
) -> None:
    times = [row[0] for row in database.execute("SELECT at FROM events ORDER BY position")]
    assert times == sorted(times)
    assert datetime.fromisoformat(times[-1]).replace(tzinfo=UTC) < NOW


def test_tickets_end_where_their_stories_end(store: Store, database: sqlite3.Connection) -> None:
    told = [story.status.value for story in compose(load_company())]
    assert [row[0] for row in database.execute("SELECT status FROM tickets ORDER BY number")] == told


@pytest.mark.parametrize("login", ["joanna", "marek"])
def test_everybody_can_sign_in_with_the_password_that_the_demo_tells(accounts: Accounts, login: str) -> None:
    _token, person = accounts.sign_in(login, PASSWORD, "a test", "127.0.0.1")
    assert person.login == login


def test_a_story_that_the_judge_refuses_is_told_by_its_title_and_reason(tmp_path: Path) -> None:
    company = load_company()
    story = compose(company, 1)[0]
    too_early = Step(kind=StepKind.RATED, by=story.requester, minutes_ago=1, score=5)
    store = open_store(tmp_path / "itdesk.db")
    store.migrate()
    with pytest.raises(SeedRefused, match="not_allowed") as caught:
        seed(store, company, [replace(story, steps=(too_early,))], NOW)
    store.close()
    assert story.title in str(caught.value)
    database = sqlite3.connect(tmp_path / "itdesk.db")
    assert database.execute("SELECT count(*) FROM tickets").fetchone() == (0,)
    database.close()
