"""One page of what is new for one reader, and the cursor from which the next page goes on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from itdesk.domain.ids import TicketId
from itdesk.domain.people import Person
from itdesk.domain.policy import Scope
from itdesk.protocol.messages import Entry
from itdesk.server.store.moment import FeedRow, HeldTicket, Moment, Place
from itdesk.server.tickets.entries import Entries
from itdesk.server.tickets.seal import Cursor, Seal

ROWS_ON_A_PAGE = 200
PEOPLE_ON_A_PAGE = 500
PAGE_CHARS = 2_000_000
POSITIONS_ON_A_PAGE = 20_000
"""How much of the feed is looked through for one page, however little of it the reader may see."""

FOLLOWING, TICKETS, DOCUMENTS, PEOPLE = "", "tickets", "documents", "people"
ABOVE_ALL_NUMBERS = 2**53
SEEN_BY = ("ticket", "entered", "erased")
"""Rows after which a reader sees the ticket; of one that was erased she gets all that is left."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page, ready to be sent."""

    entries: list[Entry]
    people: list[Person]
    cursor: str
    reset: bool
    snapshot: bool
    more: bool


class Pages:
    """Reads pages for one reader at one moment."""

    def __init__(self, moment: Moment, seal: Seal, scope: Scope) -> None:
        self._moment = moment
        self._seal = seal
        self._scope = scope
        self._digest = seal.scope_digest(scope)
        self._head = moment.head()
        self._entries = Entries(moment, scope)

    def page_after(self, token: str | None, want: Collection[str]) -> Page:
        """Return the page after the cursor in `token`, with the wanted tickets whole.

        A cursor of another history, another scope or nobody's making starts a snapshot over.
        """
        cursor = None if token is None else self._seal.open(token)
        positions = {self._head} | ({cursor.position, cursor.head} if cursor else set())
        places = self._moment.places(positions)
        fits = cursor is not None and self._fits(cursor, places)
        here = cursor if cursor is not None and fits else self._snapshot_start(places[self._head])
        following = self._filled(here)
        self._add_wanted(want)
        places |= self._moment.places({following.position} - places.keys())
        return Page(
            entries=self._entries.listed,
            people=self._entries.people(),
            cursor=self._seal.close(self._stamped(following, places)),
            reset=token is not None and not fits,
            snapshot=following.stage != FOLLOWING,
            more=following.stage != FOLLOWING or following.position < self._head,
        )

    def _fits(self, cursor: Cursor, places: dict[int, Place]) -> bool:
        """Tell whether the cursor speaks of this history and of what the reader may see now."""
        here, head = Place(cursor.position, cursor.mark), Place(cursor.head, cursor.head_mark)
        both_stand = places.get(here.position) == here and places.get(head.position) == head
        is_hers = (cursor.epoch, cursor.scope) == (self._seal.epoch, self._digest)
        return both_stand and is_hers and cursor.head <= self._head

    def _snapshot_start(self, head: Place) -> Cursor:
        return Cursor(
            epoch=self._seal.epoch,
            scope=self._digest,
            position=head.position,
            mark=head.mark,
            head=head.position,
            head_mark=head.mark,
            stage=TICKETS,
        )

    def _stamped(self, cursor: Cursor, places: dict[int, Place]) -> Cursor:
        """Return the cursor with what stands where it has come to, and at the head now."""
        return msgspec.structs.replace(
            cursor,
            mark=places[cursor.position].mark,
            head=self._head,
            head_mark=places[self._head].mark,
        )

    def _filled(self, cursor: Cursor) -> Cursor:
        """Fill the page; where one part of a snapshot ends with room to spare, the next begins."""
        following = self._turn(cursor)
        if following.stage in (cursor.stage, FOLLOWING) or not self._entries.has_room(ROWS_ON_A_PAGE):
            return following
        return self._filled(following)

    def _turn(self, cursor: Cursor) -> Cursor:
        """Add one more piece from where the cursor stands; return where it has come to."""
        match cursor.stage:
            case "tickets":
                return self._snapshot_tickets(cursor)
            case "documents":
                return self._snapshot_documents(cursor)
            case "people":
                return self._snapshot_people(cursor)
        return self._follow(cursor)

    def _snapshot_tickets(self, cursor: Cursor) -> Cursor:
        if not cursor.key and self._scope.is_staff:
            self._entries.add_documents(self._moment.queue_documents())
        below = int(cursor.key or ABOVE_ALL_NUMBERS)
        found = self._moment.tickets_below(self._scope, below, ROWS_ON_A_PAGE)
        fitting = _fitting(found)
        self._entries.add_tickets(fitting, whole={held.ticket.id for held in fitting}, after=0)
        if len(found) < ROWS_ON_A_PAGE and len(fitting) == len(found):
            return _at(cursor, DOCUMENTS)
        return _at(cursor, TICKETS, str(fitting[-1].ticket.number))

    def _snapshot_documents(self, cursor: Cursor) -> Cursor:
        kind, _, id = cursor.key.partition(" ")
        found = self._moment.documents_after(self._scope, kind, id, ROWS_ON_A_PAGE)
        self._entries.add_documents(found)
        if len(found) == ROWS_ON_A_PAGE:
            return _at(cursor, DOCUMENTS, f"{found[-1].kind} {found[-1].id}")
        return _at(cursor, PEOPLE if self._scope.is_staff else FOLLOWING)

    def _snapshot_people(self, cursor: Cursor) -> Cursor:
        found = self._moment.people_after(cursor.key, PEOPLE_ON_A_PAGE)
        self._entries.add_people(person.id for person in found)
        return _at(cursor, PEOPLE, found[-1].id) if len(found) == PEOPLE_ON_A_PAGE else _at(cursor, FOLLOWING)

    def _follow(self, cursor: Cursor) -> Cursor:
        horizon = min(self._head, cursor.position + POSITIONS_ON_A_PAGE)
        if horizon == cursor.position:
            return cursor
        rows = self._moment.feed(self._scope, cursor.position, horizon, ROWS_ON_A_PAGE + 1)
        if len(rows) > ROWS_ON_A_PAGE:
            horizon = rows[-1].position - 1
        about = {row.subject_id for row in rows if row.kind in (*SEEN_BY, "left")}
        held = self._moment.tickets(self._scope, about)
        horizon = _until_full(rows, held, horizon)
        self._add_rows([row for row in rows if row.position <= horizon], held, cursor.position)
        return msgspec.structs.replace(cursor, position=horizon)

    def _add_rows(self, rows: Sequence[FeedRow], held: dict[TicketId, HeldTicket], after: int) -> None:
        about = dict.fromkeys(TicketId(row.subject_id) for row in rows if row.kind in SEEN_BY)
        whole = {TicketId(row.subject_id) for row in rows if row.kind in ("entered", "erased")}
        left = {TicketId(row.subject_id) for row in rows if row.kind == "left"}
        self._entries.add_tickets([held[id] for id in about if id in held], whole=whole, after=after)
        self._entries.add_left(left - held.keys())
        keys = {(row.document_kind, row.subject_id) for row in rows if row.kind == "document"}
        self._entries.add_documents(self._moment.documents(keys))
        self._entries.add_people(row.subject_id for row in rows if row.kind == "person")

    def _add_wanted(self, want: Collection[str]) -> None:
        """Add the wanted tickets whole, as many as fit; who lacks one still asks again."""
        if not want:
            return
        held = self._moment.tickets(self._scope, want)
        fitting = _fitting(list(held.values()))
        self._entries.add_tickets(fitting, whole={one.ticket.id for one in fitting}, after=0)
        self._entries.add_left(set(want) - held.keys())


def _at(cursor: Cursor, stage: str, key: str = "") -> Cursor:
    return msgspec.structs.replace(cursor, stage=stage, key=key)


def _fitting(held: list[HeldTicket]) -> list[HeldTicket]:
    """Return the first of these tickets that fit on a page together; at least one."""
    weights = accumulate(one.weight for one in held)
    fitting = [one for one, weight in zip(held, weights, strict=True) if weight <= PAGE_CHARS]
    return fitting or held[:1]


def _until_full(rows: Sequence[FeedRow], held: dict[TicketId, HeldTicket], horizon: int) -> int:
    """Return the position up to which the tickets in `rows` fit on a page; at least the first row's."""
    on_page, weight = set[str](), 0
    for row in rows:
        one = held.get(TicketId(row.subject_id))
        if one is None or row.subject_id in on_page:
            continue
        if on_page and weight + one.weight > PAGE_CHARS:
            return min(horizon, row.position - 1)
        on_page.add(row.subject_id)
        weight += one.weight
    return horizon
