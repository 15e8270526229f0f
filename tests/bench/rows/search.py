"""Search among 100 000 tickets of sixty words, on both databases; ITDESK_BENCH_TICKETS says how many.

Words come as often as in real text (Zipf). Every kind of question is asked with other words each time.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from random import Random

from sqlalchemy import insert, text

from itdesk.domain.catalogue import Category
from itdesk.domain.ids import PersonId, QueueId, TicketId, new_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.policy import Scope, scope_of
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.resolving import Asker
from itdesk.domain.searched import searched
from itdesk.domain.status import Standing, Status
from itdesk.domain.ticket import Ticket
from itdesk.server.store.moment import open_moment
from itdesk.server.store.recording import ticket_row
from itdesk.server.store.search.writing import index_of
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import readers, tickets
from itdesk.server.tickets.searching import Order, Search, search
from tests.bench.row import Row
from tests.contract.postgresql_server import postgresql_server

TICKETS = int(os.environ.get("ITDESK_BENCH_TICKETS", "100000"))
AT_ONCE = 2_000
RUNS = 40
CLOCK = time.perf_counter
BUDGET_MS = 39.0
PEOPLE = 2_000
STAFF = 30
WORDS_OF_A_TICKET = 60
BEGAN = datetime(2025, 6, 1, tzinfo=UTC)
CONSONANTS = "bcdfghjklłmnprstwz"
VOWELS = "aąeęioóuy"
ENDINGS = ("", "k", "m", "ch", "ść", "nie", "ów")
VOCABULARY = 60_000


def measure() -> list[Row]:
    """Fill each store, then ask it all kinds of questions."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder, _filled(f"{folder}/store.db") as filled:
        rows += _rows(*filled, "SQLite")
    with postgresql_server() as url, _filled(url.render_as_string(hide_password=False)) as filled:
        rows += _rows(*filled, "PostgreSQL")
    return rows


class Company:
    """Its people, and the words they use: a few often, most rarely."""

    def __init__(self) -> None:
        self.random = Random(1)
        self.people = [
            Person(id=PersonId(new_id()), login=f"p{n}", name=f"Person Name{n}", role=Role.EMPLOYEE)
            for n in range(PEOPLE)
        ]
        self.staff = self.people[:STAFF]
        self.queues = [QueueId(new_id()) for _ in range(8)]
        self.words = list(dict.fromkeys(self._word() for _ in range(VOCABULARY)))
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def _word(self) -> str:
        choose, count = self.random.choice, self.random.randint(1, 4)
        syllables = (choose(CONSONANTS) + choose(VOWELS) for _ in range(count))
        return "".join(syllables) + self.random.choice(ENDINGS)

    def said(self, count: int) -> str:
        """Return so many words, as people say them."""
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=count))

    def tickets(self) -> Iterator[Ticket]:
        """Yield all tickets, oldest first; one in twenty of the newest tenth is not closed."""
        for number in range(1, TICKETS + 1):
            yield self._ticket(number)

    def _ticket(self, number: int) -> Ticket:
        requester, assignee = self.random.choice(self.people), self.random.choice(self.staff)
        at = BEGAN + timedelta(days=365) * (number / TICKETS)
        is_new = number > TICKETS * 0.9 and self.random.random() < 0.5
        status = self.random.choice((Status.NEW, Status.OPEN)) if is_new else Status.CLOSED
        return Ticket(
            id=TicketId(new_id()),
            number=number,
            version=1,
            requester_id=requester.id,
            opened_by=requester.id,
            title=self.said(6),
            description=self.said(WORDS_OF_A_TICKET - 6),
            category=self.random.choice(list(Category)),
            ranking=Ranking(Impact.LOW, self.random.choice(list(Urgency))),
            standing=Standing(status),
            queue_id=self.random.choice(self.queues),
            assignee_id=None if status is Status.NEW else assignee.id,
            created_at=at,
            updated_at=at,
        )


@contextmanager
def _filled(url: str) -> Iterator[tuple[Store, Company]]:
    store, company = open_store(url), Company()
    store.migrate()
    began = time.perf_counter()
    known = {person.id: person for person in company.people}
    every = company.tickets()
    while some := list(islice(every, AT_ONCE)):
        with store.writing() as connection:
            connection.execute(insert(tickets), [ticket_row(one, 1, 1) for one in some])
            rows = [{"ticket_id": one.id, "person_id": one.requester_id} for one in some]
            connection.execute(insert(readers), rows)
            index_of(connection).insert(connection, [searched(one, (), known) for one in some])
    if store.engine.dialect.name == "postgresql":
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    print(f"# {TICKETS} tickets were written in {time.perf_counter() - began:.0f} s", flush=True)
    yield store, company
    store.close()


def _rows(store: Store, company: Company, name: str) -> list[Row]:
    staff, employee = _scope(company.staff[3], Role.TECHNICIAN), _scope(company.people[-1], Role.EMPLOYEE)

    def common() -> str:
        return company.words[company.random.randrange(5, 60)]

    def middling() -> str:
        return company.words[company.random.randrange(200, 2_000)]

    def rare() -> str:
        return company.words[company.random.randrange(20_000, len(company.words))]

    kinds: dict[str, tuple[Callable[[], str], Scope, Order]] = {
        "common word": (common, staff, Order.NEWEST),
        "middling word": (middling, staff, Order.NEWEST),
        "rare word": (rare, staff, Order.NEWEST),
        "two common words": (lambda: f"{common()} {common()}", staff, Order.NEWEST),
        "common and rare word": (lambda: f"{common()} {rare()}", staff, Order.NEWEST),
        "beginning of four letters": (lambda: f"{middling()[:4]:a<4}*", staff, Order.NEWEST),
        "beginning of two letters": (lambda: f"{common()[:2]}*", staff, Order.NEWEST),
        "phrase": (lambda: f'"{common()} {common()}"', staff, Order.NEWEST),
        "word, open ones": (lambda: f"{common()} is:open", staff, Order.NEWEST),
        "word, closed ones of mine": (lambda: f"{middling()} status:closed assignee:me", staff, Order.NEWEST),
        "word, not another": (lambda: f"{common()} -{common()}", staff, Order.NEWEST),
        "word of a month": (lambda: f"{common()} created:2025-08", staff, Order.NEWEST),
        "number": (lambda: f"IT-{company.random.randrange(1, TICKETS)}", staff, Order.NEWEST),
        "common word, by an employee": (common, employee, Order.NEWEST),
        "common word, counted": (common, staff, Order.NEWEST),
        "common word by relevance": (common, staff, Order.RELEVANCE),
        "middling word by relevance": (middling, staff, Order.RELEVANCE),
        "two words by relevance": (lambda: f"{common()} {middling()}", staff, Order.RELEVANCE),
    }
    rows = []
    for kind, asked in kinds.items():
        p95_ms = _p95_ms(store, *asked, counts="counted" in kind)
        rows.append(Row(f"search {TICKETS:,}, {name}: {kind}, p95", p95_ms, "ms", BUDGET_MS))
    return rows


def _scope(person: Person, role: Role) -> Scope:
    return scope_of(Actor(id=person.id, role=role), frozenset())


def _p95_ms(store: Store, word: Callable[[], str], scope: Scope, order: Order, *, counts: bool) -> float:
    asker = Asker(id=scope.person_id, is_staff=scope.is_staff)
    taken = []
    for _ in range(RUNS):
        query = parse(word(), today=BEGAN.date())
        begun = CLOCK()
        with open_moment(store) as moment:
            search(moment, scope, Search(asker=asker, query=query, order=order, limit=50, counts=counts))
        taken.append(CLOCK() - begun)
    return sorted(taken)[int(RUNS * 0.95) - 1] * 1e3
