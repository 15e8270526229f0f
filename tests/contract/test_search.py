"""Search answers the same on both databases, and what a plain look at each ticket says."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, tzinfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Connection, delete, insert, update

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.changes import (
    Assigned,
    CommentAdded,
    FileAttached,
    MovedToQueue,
    ParticipantAdded,
    ParticipantRemoved,
    PersonWritten,
    TitleChanged,
)
from itdesk.domain.ids import FileId, TicketId, new_id
from itdesk.domain.people import Role
from itdesk.domain.policy import Scope
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.query.matching import matches
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.resolving import Asker, resolved
from itdesk.domain.query.terms import Query
from itdesk.domain.searched import Searched, searched
from itdesk.domain.ticket import Ticket
from itdesk.domain.worklog import TagsChanged
from itdesk.server.accounts.importing import Wishes, import_people
from itdesk.server.accounts.people_file import read_people
from itdesk.server.store.moment import open_moment
from itdesk.server.store.recording import ticket_row
from itdesk.server.store.search.index import Sought
from itdesk.server.store.search.writing import VERSION_KEY, index_of
from itdesk.server.store.store import Store, open_store
from itdesk.server.store.tables import meta, readers, tickets
from itdesk.server.tickets.searching import HITS, Order, Search, search
from tests.contract.databases import Databases
from tests.contract.office import Office
from tests.contract.queries import (
    NOW,
    PEOPLE,
    QUEUES,
    TODAY,
    Kept,
    found,
    hits,
    some_kept,
    some_queries,
    some_scopes,
)

KNOWN = {person.id: person for person in PEOPLE}


@pytest.fixture
def kept(databases: Databases) -> Iterator[Store]:
    """One store for all examples of a test."""
    url = databases.new()
    store = open_store(url)
    yield store
    store.close()
    databases.drop(url)


def put(connection: Connection, listed: Sequence[Kept]) -> list[Searched]:
    """Let the store hold these tickets alone; return what is searched of them."""
    connection.exec_driver_sql("DELETE FROM search")
    connection.execute(delete(readers))
    connection.execute(delete(tickets))
    for ticket, _ in listed:
        connection.execute(insert(tickets).values(ticket_row(ticket, 1, 1)))
        rows = [
            {"ticket_id": ticket.id, "person_id": id} for id in ticket.participants | {ticket.requester_id}
        ]
        connection.execute(insert(readers), rows)
    found = [searched(ticket, comments, KNOWN) for ticket, comments in listed]
    if found:
        index_of(connection).insert(connection, found)
    return found


def numbered(number: int) -> Ticket:
    return Ticket(
        id=TicketId(f"{number:032x}"),
        number=number,
        requester_id=PEOPLE[0].id,
        opened_by=PEOPLE[0].id,
        title="Drukarka",
        category=Category.OTHER,
        ranking=Ranking(Impact.LOW, Urgency.LOW),
        created_at=NOW,
        updated_at=NOW,
    )


def asker_of(scope: Scope, zone: tzinfo | None = UTC) -> Asker:
    return Asker(id=scope.person_id, is_staff=scope.is_staff, queues=QUEUES, zone=zone)


def plainly(listed: Sequence[Kept], query: Query, scope: Scope, zone: tzinfo | None = UTC) -> list[int]:
    """Return the numbers of the hits, newest first, by a look at each ticket."""
    demands = resolved(query, asker_of(scope, zone))
    found = [
        ticket.number
        for ticket, comments in listed
        if scope.sees(ticket) and matches(demands, searched(ticket, comments, KNOWN), scope.audiences(ticket))
    ]
    return sorted((number for number in found if number is not None), reverse=True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    listed=some_kept,
    queries=some.lists(some_queries, min_size=1, max_size=5),
    scopes=some.lists(some_scopes, min_size=1, max_size=2),
)
def test_the_index_answers_what_a_look_at_each_ticket_answers(
    kept: Store, listed: list[Kept], queries: list[str], scopes: list[Scope]
) -> None:
    with kept.writing() as connection:
        put(connection, listed)
        index = index_of(connection)
        for text in queries:
            query = parse(text, today=TODAY)
            for scope in scopes:
                expected = plainly(listed, query, scope)
                for limit in (2, 100):
                    demands = resolved(query, asker_of(scope))
                    sought = Sought(demands=demands, scope=scope, below=2**53, limit=limit)
                    found = [hit.number for hit in index.find(connection, sought)]
                    assert found == expected[:limit], text


@pytest.fixture
def ids(office: Office) -> dict[str, TicketId]:
    """`hers` is of Ewa's, Jan reads along, and each audience has words in it; `other` is of Tom's."""
    hers = office.open(office.ewa, "Drukarka nie działa", description="Łącze zepsute")
    office.do(office.ewa, hers, ParticipantAdded(person_id=office.jan.id))
    office.do(office.tom, hers, CommentAdded(body="canaryeverybody toner"))
    office.do(office.ewa, hers, CommentAdded(body="canaryrequester toner", audience=Audience.REQUESTER))
    office.do(office.tom, hers, CommentAdded(body="canarystaff winna jest toner", audience=Audience.STAFF))
    office.do(office.ewa, hers, attached("canaryscreen.png", Audience.REQUESTER))
    office.do(office.tom, hers, attached("canaryinvoice.pdf", Audience.STAFF))
    other = office.open(office.tom, "Drukarka w kadrach")
    office.do(office.tom, other, Assigned(to=office.ola.id))
    return {"hers": hers, "other": other}


def attached(name: str, audience: Audience) -> FileAttached:
    return FileAttached(
        file_id=FileId(new_id()), name=name, bytes=1, sha256="0" * 64, is_screenshot=False, audience=audience
    )


def test_everybody_finds_what_she_may_read_and_no_more(office: Office, ids: dict[str, TicketId]) -> None:
    hers, everybody = [ids["hers"]], ("ewa", "jan", "tom")
    readers_of = {
        "lacze": everybody,
        "canaryeverybody": everybody,
        "canaryrequester": ("ewa", "tom"),
        "canaryscreen": ("ewa", "tom"),
        "canarystaff": ("tom",),
        "canaryinvoice": ("tom",),
        "canarys*": ("ewa", "tom"),
        '"canarystaff winna"': ("tom",),
        '"winna jest"': ("tom",),
        '"canaryrequester toner"': ("ewa", "tom"),
    }
    for text, who in readers_of.items():
        for name in everybody:
            assert hits(office, getattr(office, name), text) == (hers if name in who else []), (text, name)


def test_tags_are_found_by_it_alone(office: Office, ids: dict[str, TicketId]) -> None:
    """Neither a tag asked for nor one excluded tells others what IT noted."""
    office.do(office.tom, ids["hers"], TagsChanged(added=("Łącze VPN", "canarytag")))
    for text in ("tag:canarytag", "canarytag", 'tag:"lacze vpn"'):
        assert hits(office, office.tom, text) == [ids["hers"]], text
        assert hits(office, office.ewa, text) == [], text
        assert hits(office, office.ewa, f"-{text}") == [ids["hers"]], text
    assert hits(office, office.tom, "tag:lacze") == []
    assert hits(office, office.tom, "-tag:canarytag") == [ids["other"]]
    office.do(office.tom, ids["hers"], TagsChanged(removed=("canarytag",)))
    assert hits(office, office.tom, "tag:canarytag") == []


def test_what_is_excluded_tells_nothing_either(office: Office, ids: dict[str, TicketId]) -> None:
    """A word that a reader may not read excludes nothing, alone and in phrases: no oracle."""
    for hidden in ("canarystaff", "canaryinvoice", '"canarystaff winna"', "canarystaff*", "winna"):
        for actor in (office.ewa, office.jan):
            assert hits(office, actor, f"drukarka -{hidden}") == [ids["hers"]], hidden
            assert hits(office, actor, f"-{hidden}") == [ids["hers"]], hidden
        assert hits(office, office.tom, f"lacze -{hidden}") == [], hidden
    assert hits(office, office.jan, "drukarka -canaryrequester") == [ids["hers"]]
    assert hits(office, office.ewa, "drukarka -canaryrequester") == []


def test_words_of_different_texts_are_no_phrase(office: Office, ids: dict[str, TicketId]) -> None:
    assert hits(office, office.tom, '"dziala lacze"') == []
    assert hits(office, office.tom, '"toner canarystaff"') == []
    assert hits(office, office.tom, '"nie działa"') == [ids["hers"]]
    assert hits(office, office.tom, '"działa nie"') == []


def test_nobody_finds_what_she_does_not_see(office: Office, ids: dict[str, TicketId]) -> None:
    assert hits(office, office.tom, "drukarka") == [ids["other"], ids["hers"]]
    assert hits(office, office.ewa, "drukarka") == [ids["hers"]]
    assert hits(office, office.hire("obca", Role.EMPLOYEE), "drukarka") == []
    closed = office.queue("Kadry", office.lea, restricted=True)
    office.do(office.adam, ids["other"], MovedToQueue(to=closed))
    assert hits(office, office.ola, "drukarka") == [ids["hers"]]
    assert hits(office, office.lea, "queue:kadry") == [ids["other"]]


def test_queues_are_unknown_to_an_employee(office: Office, ids: dict[str, TicketId]) -> None:
    queue = office.queue("Network")
    office.do(office.tom, ids["hers"], MovedToQueue(to=queue))
    assert hits(office, office.tom, "queue:network") == [ids["hers"]]
    assert hits(office, office.ewa, "queue:network") == hits(office, office.ewa, f"queue:{queue}") == []
    assert hits(office, office.ewa, "queue:none") == [ids["hers"]]
    assert hits(office, office.ewa, "-queue:network") == [ids["hers"]]


def test_the_index_follows_what_becomes_of_a_ticket(office: Office, ids: dict[str, TicketId]) -> None:
    hers = ids["hers"]
    assert hits(office, office.tom, "assignee:none lacze status:new") == [hers]
    office.do(office.tom, hers, Assigned(to=office.ola.id))
    office.do(office.tom, hers, TitleChanged(title="Skaner"))
    assert hits(office, office.tom, "skaner assignee:ola status:open canaryeverybody") == [hers]
    assert hits(office, office.ola, "skaner assignee:me") == [hers]
    assert hits(office, office.tom, "drukarka lacze") == []
    office.do(office.ewa, hers, ParticipantRemoved(person_id=office.jan.id))
    assert hits(office, office.jan, "skaner") == []


def test_a_number_comes_first(office: Office) -> None:
    first = office.open(office.ewa, "The one")
    number = office.reader(office.tom).read().tickets[first].number
    office.open(office.ewa, f"It is about IT-{number}")
    page = found(office, office.tom, f"IT-{number}")
    assert [ticket.title for ticket in page.tickets] == ["The one", f"It is about IT-{number}"]


def test_relevance_is_what_titles_say(office: Office) -> None:
    for title, text in (("Drukarka", "łącze"), ("Monitor", "łącze drukarka"), ("Łącze drukarka", "")):
        office.open(office.ewa, title, description=text)
    by_newest, by_relevance = (
        [ticket.title for ticket in found(office, office.tom, "lacze drukarka", order=order).tickets]
        for order in (Order.NEWEST, Order.RELEVANCE)
    )
    assert by_newest == ["Łącze drukarka", "Monitor", "Drukarka"]
    assert by_relevance == ["Łącze drukarka", "Drukarka", "Monitor"]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("limit", [1, 2, 3, 20])
def test_pages_hold_each_hit_once(office: Office, order: Order, limit: int) -> None:
    opened = [office.open(office.ewa, f"Drukarka {'łącze' * (n % 3 == 0)}") for n in range(7)]
    number = office.reader(office.tom).read().tickets[opened[2]].number
    office.open(office.ewa, f"Drukarka {number}")
    for text in ("drukarka", f"{number}"):
        whole = found(office, office.tom, text, order=order).tickets
        asked = Search(
            asker=Asker(id=office.tom.id, is_staff=True),
            query=parse(text, today=TODAY),
            order=order,
            limit=limit,
        )
        assert paged(office, asked) == [ticket.id for ticket in whole], text


def paged(office: Office, asked: Search) -> list[TicketId]:
    listed: list[TicketId] = []
    with open_moment(office.store) as moment:
        scope = moment.queues().scope(asked.asker.id, Role.TECHNICIAN)
        page = search(moment, scope, asked)
        while True:
            assert len(page.tickets) <= asked.limit
            listed += [ticket.id for ticket in page.tickets]
            if page.next is None:
                return listed
            page = search(moment, scope, replace(asked, after=page.next))


def test_counts_end_at_a_thousand(office: Office) -> None:
    with office.store.writing() as connection:
        put(connection, [(numbered(number), ()) for number in range(1_005)])
    page = found(office, office.tom, "drukarka")
    assert page.count == HITS
    assert len(page.tickets) == 50
    assert found(office, office.tom, "drukarka number:<10").count == 10


def test_a_ticket_with_very_many_words_is_taken_in(office: Office) -> None:
    """PostgreSQL's vectors end at one megabyte. What is beyond our own bound is not found, no more."""
    words = [f"{number:x}ł網" for number in range(60_000)]
    long = office.open(office.ewa, "Długie", description=" ".join(words[:2_500]))
    for start in range(0, 60_000, 2_500):
        for audience in Audience:
            said = " ".join(words[start : start + 2_500])
            actor = office.ewa if audience is Audience.REQUESTER else office.tom
            office.do(actor, long, CommentAdded(body=said, audience=audience))
    assert (
        hits(office, office.tom, words[0]) == hits(office, office.tom, f'"{words[7]} {words[8]}"') == [long]
    )
    assert hits(office, office.tom, words[-1]) == []


def test_an_index_of_another_form_is_made_anew(office: Office, ids: dict[str, TicketId]) -> None:
    with office.store.writing() as connection:
        connection.execute(update(meta).where(meta.c.key == VERSION_KEY).values(value="old"))
        index_of(connection).drop(connection)
        index_of(connection).create(connection)
    assert hits(office, office.tom, "drukarka") == []
    office.store.migrate()
    assert hits(office, office.tom, "drukarka") == [ids["other"], ids["hers"]]
    assert hits(office, office.tom, "canarystaff") == [ids["hers"]]
    assert hits(office, office.jan, "canarystaff") == []


def test_who_is_called_otherwise_is_found_by_the_new_name(office: Office) -> None:
    ticket_id = office.open(office.ewa, "Dark screen")
    office.do(office.tom, ticket_id, CommentAdded(body="On my way."))
    held = office.reader(office.adam).read().people[office.ewa.id]
    renamed = PersonWritten(person=replace(held, name="Zofia Nowakowska"), seen_version=held.version)
    assert office.write(office.adam, renamed).state == "accepted"
    for words, count in (("nowakowska", 1), ("requester:nowakowska", 1), ("requester:zofia way", 1)):
        assert len(found(office, office.tom, words).tickets) == count, words
    file = read_people(b"login;name\newa;Maria Lis\n")
    import_people(office.store, file, Wishes(), lambda: NOW)
    assert len(found(office, office.tom, "lis").tickets) == 1
    assert len(found(office, office.tom, "nowakowska").tickets) == 0
