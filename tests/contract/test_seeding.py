"""What a new store starts with is written once, and stays as administrators leave it."""

import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace

import msgspec
import pytest
from sqlalchemy import event, select

from itdesk.domain.documents import Article, Symptom
from itdesk.domain.ids import ArticleId, new_id
from itdesk.protocol.symptom_file import shipped_symptoms
from itdesk.server.starter import seed_starters, starter_articles
from itdesk.server.starter_promises import starter_promises
from itdesk.server.store.documents import Documents
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import counter, documents, feed
from tests.contract.databases import Databases
from tests.contract.office import Office

PATIENCE_S = 60
PROMISES = [one for kind in starter_promises() for one in kind]
ALL = len(shipped_symptoms()) + len(starter_articles()) + len(PROMISES)


def _head(store: Store) -> int:
    with store.reading() as connection:
        return int(connection.execute(select(counter.c.position)).scalar_one())


def _kept(store: Store) -> Counter[str]:
    """Return how many documents of each kind are there, deleted ones not."""
    with store.reading() as connection:
        return Counter(connection.scalars(select(documents.c.kind).where(documents.c.deleted.is_(False))))


def test_everyone_gets_what_a_new_store_starts_with(office: Office) -> None:
    assert seed_starters(office.store) == ALL
    for actor in (office.ewa, office.tom):
        held = office.reader(actor).read().documents
        symptoms = [
            msgspec.json.decode(body, type=Symptom) for (kind, _), body in held.items() if kind == "symptom"
        ]
        assert sorted(symptoms, key=lambda one: one.order) == list(shipped_symptoms())
        articles = [
            msgspec.json.decode(body, type=Article) for (kind, _), body in held.items() if kind == "article"
        ]
        assert sorted(articles, key=lambda one: one.id) == list(starter_articles())


def test_the_next_start_writes_nothing(store: Store) -> None:
    seed_starters(store)
    head = _head(store)
    assert seed_starters(store) == 0
    assert _head(store) == head == ALL


def test_what_administrators_changed_stays_changed(office: Office) -> None:
    seed_starters(office.store)
    printing = replace(shipped_symptoms()[0], name={"en": "Printers", "pl": "Drukarki"})
    assert office.documents.put(printing, seen=1) == 2
    seed_starters(office.store)
    held = office.reader(office.ewa).read().documents["symptom", printing.id]
    assert msgspec.json.decode(held, type=Symptom) == printing


def test_what_administrators_deleted_stays_away(office: Office) -> None:
    seed_starters(office.store)
    reader = office.reader(office.ewa).read()
    office.documents.delete("symptom", "vpn", seen=1)
    office.documents.delete("article", "starter-paper-jam", seen=1)
    assert seed_starters(office.store) == 0
    held = reader.read().documents.keys()
    assert len(held) == ALL - len(PROMISES) - 2, "what is promised is for staff"
    assert held.isdisjoint({("symptom", "vpn"), ("article", "starter-paper-jam")})


def test_a_store_without_any_since_all_were_deleted_stays_without(office: Office) -> None:
    seed_starters(office.store)
    for symptom in shipped_symptoms():
        office.documents.delete("symptom", symptom.id)
    assert seed_starters(office.store) == 0
    assert "symptom" not in _kept(office.store)


def test_a_company_that_has_articles_gets_no_others(office: Office) -> None:
    own = Article(id=ArticleId(new_id()), title={"pl": "Nasza"}, body={"pl": "…"})
    office.documents.put(own)
    assert seed_starters(office.store) == len(shipped_symptoms()) + len(PROMISES)
    kept = _kept(office.store)
    assert (kept["article"], kept["symptom"]) == (1, len(shipped_symptoms()))


@pytest.fixture
def three(databases: Databases) -> Iterator[list[Store]]:
    """One new store, opened by three programs."""
    url = databases.new()
    with ExitStack() as stack:
        stack.callback(databases.drop, url)
        yield [stack.enter_context(closing(open_store(url))) for _ in range(3)]


def test_of_two_servers_that_start_together_one_writes(three: list[Store]) -> None:
    """Both have looked, and found nothing, before either can write."""
    blocker, *servers = three
    looked = [threading.Event() for _ in servers]
    for server, has_looked in zip(servers, looked, strict=True):
        event.listen(server.engine, "rollback", lambda _, told=has_looked: told.set())
    with ThreadPoolExecutor(2) as pool:
        with blocker.writing() as connection:
            connection.execute(select(counter.c.id).with_for_update())
            starts = [pool.submit(seed_starters, server) for server in servers]
            assert all(told.wait(PATIENCE_S) for told in looked)
        written = sorted(start.result(PATIENCE_S) for start in starts)
    assert written == [0, ALL]
    with blocker.reading() as connection:
        positions = list(connection.scalars(select(feed.c.position).order_by(feed.c.position)))
    assert positions == list(range(1, ALL + 1))
    assert sum(_kept(blocker).values()) == ALL


def test_first_documents_are_written_wholly_or_not_at_all(store: Store) -> None:
    assert Documents(store).put_first([]) == 0
    assert Documents(store).put_first(starter_articles()[:2]) == 2
    assert Documents(store).put_first(starter_articles()) == 0
    assert _kept(store) == {"article": 2}
