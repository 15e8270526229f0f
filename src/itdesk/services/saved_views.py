"""Searches that are kept under a name: somebody's own, or shared with IT."""

from dataclasses import dataclass

from itdesk.domain.documents import in_language
from itdesk.domain.documents.view import View as SavedView
from itdesk.domain.ids import ViewId, new_id
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


def saved_views(desk: Desk, language: str) -> tuple[CountedView, ...]:
    """Return the saved searches in IT's order, then by name. Raises WorldFailed.

    One that this program cannot read, such as a newer one, is left out.
    """
    found = contents.documents(desk.replica, SavedView)
    ordered = sorted(found, key=lambda one: (one.order, in_language(one.name, language).casefold()))
    return tuple(counted for one in ordered if (counted := _counted(desk, one)) is not None)


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


def _counted(desk: Desk, view: SavedView) -> CountedView | None:
    try:
        query = parse(view.search, today=desk.now().astimezone().date())
    except BadQuery:
        return None
    ids = listing.ticket_ids(desk.replica, Question(query=query), desk.now(), COUNTED_AT_MOST)
    return CountedView(view, query, len(ids))
