"""Tickets, askers and questions of many kinds, for tests of search."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as some

from itdesk.domain.audience import Audience
from itdesk.domain.catalogue import Category
from itdesk.domain.ids import FileId, PersonId, QueueId, TicketId, new_id
from itdesk.domain.people import Actor, Person, Role
from itdesk.domain.policy import scope_of
from itdesk.domain.priority import Impact, Ranking, Urgency
from itdesk.domain.query.faults import BadQuery
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.resolving import Asker
from itdesk.domain.searched import Comment
from itdesk.domain.status import Standing, Status
from itdesk.domain.ticket import Attachment, Ticket
from itdesk.server.store.moment import open_moment
from itdesk.server.tickets.searching import Found, Order, Search, search
from tests.contract.office import Office

NOW = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
TODAY = date(2026, 3, 1)
NAMES = [("Anna Nowak", "anowak"), ("Jan Kowalski", "jan.kowalski"), ("Łucja Żak", "l.zak"), ("Me", "none")]
PEOPLE = [Person(id=PersonId(new_id()), login=login, name=name, role=Role.EMPLOYEE) for name, login in NAMES]
QUEUES = {
    QueueId(new_id()): {"en": "Network and access", "pl": "Sieć i dostęp"},
    QueueId("hard-ware_2"): {"en": "Hardware", "pl": "Sprzęt"},
    QueueId(new_id()): {"en": "Network core"},
}
WORDS = [
    "drukarka", "drukarki", "Łącze", "łączem", "nie", "działa", "dzialo", "Wi-Fi", "wi", "fi", "0x80070005",
    "status", "open", "=", "@", "IT-1001", "1001", "10", "Kowalski", "jan.kowalski@firma.pl", "привет",
    "网络", "e\u0301cole", "'", '"', "\\", "&", "|", "!", "NOT", "NEAR", "x" * 70, "x" * 64, "ﬁle", "ß",
    "",
]  # fmt: skip

Kept = tuple[Ticket, tuple[Comment, ...]]

some_text = some.lists(some.sampled_from(WORDS), max_size=7).map(" ".join) | some.text(max_size=12).filter(
    lambda text: "\0" not in text
)
some_person_ids = some.sampled_from([person.id for person in PEOPLE])
some_queue_ids = some.sampled_from([*QUEUES])
some_files = some.builds(
    lambda name, audience: Attachment(id=FileId(new_id()), name=name, bytes=1, sha256="", audience=audience),
    some.sampled_from(["Zrzut ekranu.png", "log_drukarka.txt", "umowa.PDF"]),
    some.sampled_from(Audience),
)
some_tickets = some.builds(
    Ticket,
    id=some.builds(lambda: TicketId(new_id())),
    number=some.none(),
    requester_id=some_person_ids,
    opened_by=some_person_ids,
    assignee_id=some.none() | some_person_ids,
    title=some_text,
    description=some_text,
    category=some.sampled_from(Category),
    ranking=some.builds(Ranking, some.sampled_from(Impact), some.sampled_from(Urgency)),
    standing=some.builds(
        lambda status, note: Standing(status, note=note), some.sampled_from(Status), some_text
    ),
    queue_id=some.none() | some_queue_ids,
    participants=some.frozensets(some_person_ids, max_size=2),
    attachments=some.lists(some_files, max_size=2).map(tuple),
    created_at=some.sampled_from([NOW - timedelta(hours=hours) for hours in (0, 1, 24, 700, 1500, 9000)]),
    updated_at=some.just(NOW),
)
some_comments = some.lists(some.tuples(some.sampled_from(Audience), some_text), max_size=4).map(tuple)


def _numbered(listed: list[Kept], step: int) -> list[Kept]:
    """Return the tickets with numbers in the order of their age, with gaps where `step` is more than 1."""
    listed.sort(key=lambda kept: kept[0].created_at)
    return [(_given(ticket, 1000 + place * step), said) for place, (ticket, said) in enumerate(listed)]


def _given(ticket: Ticket, number: int) -> Ticket:
    return replace(ticket, number=number, participants=ticket.participants - {ticket.requester_id})


some_kept = some.builds(
    _numbered,
    some.lists(some.tuples(some_tickets, some_comments), max_size=8),
    some.sampled_from([1, 1, 3_000, 300_000]),
)
some_scopes = some.builds(
    lambda id, role, own, restricted: scope_of(Actor(id=id, role=role, queues=own), restricted),
    some_person_ids,
    some.sampled_from(Role),
    some.frozensets(some_queue_ids),
    some.frozensets(some_queue_ids),
)

VALUES = [
    "status:open", "status:new,pending", "status:zamknięte", "status:merged", "is:open",
    "is:closed", "priority:1..2", "priority:>2", "priority:P3", "priority:<=2,5", "category:failure",
    "category:network", "category:other", "assignee:me", "assignee:none", "assignee:kowalski",
    'assignee:"Jan Kowalski"', "assignee:jan.kowalski", "requester:me", "requester:zak,nowak",
    "queue:none", "queue:network", "queue:siec", 'queue:"Network and access"',
    "queue:hard-ware_2", "queue:nowhere", "tag:vpn", "number:1001", "number:1000..1003", "number:>1002",
    "created:2026-03", "created:>2026-01-01", "created:2026-01..2026-02", "created:today", "created:wczoraj",
    "created:<2026", "created:<=2025-02-18",
]  # fmt: skip
QUOTABLE = [
    "nie działa",
    "dziala nie",
    "wi fi",
    "drukarka drukarki",
    "anna nowak",
    "1001",
    "e",
    "zrzut ekranu",
]


def _is_searched(text: str) -> bool:
    try:
        parse(text, today=TODAY)
    except BadQuery:
        return False
    return True


some_terms = some.one_of(
    some.sampled_from(VALUES),
    some.sampled_from(WORDS).filter(lambda word: '"' not in word),
    some.sampled_from(["druk*", "lacz*", "wi-f*", "00*", "stat*", "ka*", "kowalski*", "при*"]),
    some.sampled_from(QUOTABLE).map(lambda words: f'"{words}"'),
    some.sampled_from(['"nie dzia"*', "„nie działa”", '"ekranu png"*']),
)
some_queries = (
    some.lists(some.tuples(some.sampled_from(["", "", "-"]), some_terms), min_size=1, max_size=4)
    .map(lambda terms: " ".join(sign + term for sign, term in terms))
    .filter(_is_searched)
)


def found(office: Office, actor: Actor, text: str, *, order: Order = Order.NEWEST) -> Found:
    """Return the first page of what the actor finds, counted."""
    with open_moment(office.store) as moment:
        queues = moment.queues()
        asker = Asker(id=actor.id, is_staff=actor.role.is_staff, queues=queues.names)
        asked = Search(asker=asker, query=parse(text, today=TODAY), order=order, limit=50, counts=True)
        return search(moment, queues.scope(actor.id, actor.role), asked)


def hits(office: Office, actor: Actor, text: str) -> list[TicketId]:
    """Return the tickets that the actor finds; fail when there are more than a page."""
    page = found(office, actor, text)
    assert page.count == len(page.tickets)
    return [ticket.id for ticket in page.tickets]
