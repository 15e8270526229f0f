"""Searches that are kept under a name: somebody's own, or shared with IT."""

from dataclasses import dataclass
from datetime import date

from itdesk.domain.documents import Queue, in_language
from itdesk.domain.documents.view import View as SavedView
from itdesk.domain.ids import TicketId, ViewId, new_id
from itdesk.domain.listing import COUNTED_AT_MOST, Question
from itdesk.domain.query.faults import BadQuery
from itdesk.domain.query.parsing import parse
from itdesk.domain.query.terms import Query
from itdesk.replica import contents, listing
from itdesk.services.administration import delete_document, write_document
from itdesk.services.desk import Desk


@dataclass(frozen=True)
class CountedView:
    """A saved search, what it asks today, and how many tickets it finds, at most COUNTED_AT_MOST."""

    view: SavedView
    query: Query
    count: int


class ViewCounts:
    """Counts saved searches; once counted, only the tickets that were written since are looked at again.

    For one caller at a time.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._mark = -1
        self._members: dict[Query, frozenset[TicketId]] = {}
        self._touched: frozenset[TicketId] = frozenset()
        self._around: object = None

    def saved_views(self, language: str) -> tuple[CountedView, ...]:
        """Return the saved searches in IT's order, then by name. Raises WorldFailed.

        One that this program cannot read, such as a newer one, is left out.
        """
        mark = self._forget_outdated()
        found = contents.documents(self._desk.replica, SavedView)
        ordered = sorted(found, key=lambda one: (one.order, in_language(one.name, language).casefold()))
        today = self._desk.now().astimezone().date()
        read = [(one, query) for one in ordered if (query := query_of(one, today)) is not None]
        self._members = {query: self._counted(query) for _, query in read}
        self._mark = mark
        return tuple(CountedView(one, query, len(self._members[query])) for one, query in read)

    def _forget_outdated(self) -> int:
        """Forget all where it is not known what was written since, or queues have other names.

        Returns the mark of now: it counts once everything is counted.
        """
        touched, mark = listing.touched_since(self._desk.replica, self._mark)
        around = contents.documents(self._desk.replica, Queue)
        self._touched = frozenset() if touched is None else touched
        if touched is None or around != self._around:
            self._members.clear()
        self._around = around
        return mark

    def _counted(self, query: Query) -> frozenset[TicketId]:
        before = self._members.get(query)
        if before is None or len(before) >= COUNTED_AT_MOST:
            return frozenset(self._asked(query, None))
        if not self._touched:
            return before
        return (before - self._touched) | frozenset(self._asked(query, self._touched))

    def _asked(self, query: Query, among: frozenset[TicketId] | None) -> tuple[TicketId, ...]:
        desk = self._desk
        return listing.ticket_ids(
            desk.replica, Question(query=query), desk.now(), COUNTED_AT_MOST, among=among
        )


def save_search(desk: Desk, name: str, search: str, language: str, *, is_shared: bool) -> SavedView:
    """Keep a search under a name in one language: for oneself, or for all of IT.

    Raises Refused and WorldFailed.
    """
    owner = None if is_shared else desk.account.person_id
    view = SavedView(id=ViewId(new_id()), name={language: name}, search=search, owner_id=owner)
    write_document(desk, view)
    return view


def put_back(desk: Desk, view: SavedView) -> None:
    """Keep a search again that was deleted. Raises Refused and WorldFailed."""
    write_document(desk, view)


def delete(desk: Desk, view: SavedView) -> None:
    """Keep a search no more. Raises Refused and WorldFailed."""
    delete_document(desk, "view", view.id)


def query_of(view: SavedView, today: date) -> Query | None:
    """Return what a saved search asks; `None` where this program cannot read it."""
    try:
        return parse(view.search, today=today)
    except BadQuery:
        return None
