"""Where a technician can go: the views and queues, and the question that each asks."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from itdesk.domain.documents import Queue, in_language
from itdesk.domain.ids import QueueId
from itdesk.domain.listing import Grouping, Order, Question, View
from itdesk.domain.query.terms import Query
from itdesk.services.reading import Counts
from itdesk.services.saved_views import CountedView
from itdesk.ui.models.navigation_list import Place

ICONS = {
    View.MINE: "person",
    View.UNASSIGNED: "inbox",
    View.ASIDE: "snooze",
    View.OVERDUE: "warning",
    View.DUE_SOON: "clock",
    View.OPEN: "ticket",
    View.RECENT: "sync",
    View.ALL: "filter",
}
OWN_ORDERS = {
    View.RECENT: Order.CHANGED_LAST_FIRST,
    View.OVERDUE: Order.DUE_FIRST,
    View.DUE_SOON: Order.DUE_FIRST,
}
"""These mean nothing in any other order."""
MENU_ORDERS = (Order.DUE_FIRST, Order.URGENT_FIRST, Order.CHANGED_LAST_FIRST, Order.NEWEST_FIRST)
"""The others are chosen by the head of a column."""
QUEUES_HEADING = "queues"
QUEUE_PREFIX = "queue:"
SAVED_HEADING = "saved"
SAVED_PREFIX = "view:"


def view_name(view: View) -> str:
    """Return what a view is called."""
    names = {
        View.MINE: QCoreApplication.translate("Places", "Mine"),
        View.UNASSIGNED: QCoreApplication.translate("Places", "Unassigned"),
        View.ASIDE: QCoreApplication.translate("Places", "Put aside"),
        View.OVERDUE: QCoreApplication.translate("Places", "Overdue"),
        View.DUE_SOON: QCoreApplication.translate("Places", "Due soon"),
        View.OPEN: QCoreApplication.translate("Places", "Everything open"),
        View.RECENT: QCoreApplication.translate("Places", "Recently changed"),
        View.ALL: QCoreApplication.translate("Places", "All"),
    }
    return names[view]


def order_name(order: Order) -> str:
    """Return what an order is called."""
    names = {
        Order.URGENT_FIRST: QCoreApplication.translate("Places", "Most urgent first"),
        Order.CHANGED_LAST_FIRST: QCoreApplication.translate("Places", "Last changed first"),
        Order.NEWEST_FIRST: QCoreApplication.translate("Places", "Newest first"),
        Order.DUE_FIRST: QCoreApplication.translate("Places", "Due soonest first"),
        Order.TITLE: QCoreApplication.translate("Places", "By title"),
        Order.STATUS: QCoreApplication.translate("Places", "By status"),
        Order.REQUESTER: QCoreApplication.translate("Places", "By requester"),
        Order.ASSIGNEE: QCoreApplication.translate("Places", "By who has it"),
        Order.QUEUE: QCoreApplication.translate("Places", "By queue"),
    }
    return names[order]


def grouping_name(grouping: Grouping) -> str:
    """Return what a grouping is called."""
    names = {
        Grouping.NONE: QCoreApplication.translate("Places", "Nothing"),
        Grouping.STATUS: QCoreApplication.translate("Places", "Status"),
        Grouping.PRIORITY: QCoreApplication.translate("Places", "Priority"),
        Grouping.ASSIGNEE: QCoreApplication.translate("Places", "Who has it"),
        Grouping.REQUESTER: QCoreApplication.translate("Places", "Requester"),
        Grouping.QUEUE: QCoreApplication.translate("Places", "Queue"),
        Grouping.CATEGORY: QCoreApplication.translate("Places", "Category"),
    }
    return names[grouping]


def places(
    counts: Counts, queues: Sequence[Queue], saved: Sequence[CountedView], language: str
) -> tuple[Place, ...]:
    """Return the views, then the queues and the saved views under their headings.

    What is put aside is a view only where something is.
    """
    counted = {
        View.MINE: counts.mine,
        View.UNASSIGNED: counts.unassigned,
        View.ASIDE: counts.aside,
        View.OVERDUE: counts.overdue,
        View.DUE_SOON: counts.due_soon,
        View.OPEN: counts.open,
    }
    views = tuple(
        Place(
            key=view.value,
            text=view_name(view),
            icon=icon,
            count=counted.get(view),
            presses=view is View.OVERDUE,
        )
        for view, icon in ICONS.items()
        if view is not View.ASIDE or counts.aside
    )
    named = sorted(queues, key=lambda queue: in_language(queue.name, language).casefold())
    below = tuple(
        Place(
            key=QUEUE_PREFIX + queue.id,
            text=in_language(queue.name, language),
            icon="lock" if queue.restricted else "team",
            count=counts.by_queue.get(queue.id, 0),
        )
        for queue in named
    )
    heading = Place(key=QUEUES_HEADING, text=QCoreApplication.translate("Places", "Queues"))
    return (*views, *((heading, *below) if below else ()), *saved_places(saved, language))


def saved_places(saved: Sequence[CountedView], language: str) -> tuple[Place, ...]:
    """Return the saved views under their heading; nothing where there are none."""
    found = tuple(
        Place(
            key=SAVED_PREFIX + one.view.id,
            text=in_language(one.view.name, language),
            icon="filter" if one.view.owner_id else "team",
            count=one.count,
        )
        for one in saved
    )
    heading = Place(key=SAVED_HEADING, text=QCoreApplication.translate("Places", "Saved views"))
    return (heading, *found) if found else ()


def question_at(key: str, query: Query, order: Order) -> Question:
    """Return what a place asks. Everything is searched, whatever the place."""
    if query.terms:
        return Question(view=View.ALL, query=query, order=order)
    if key.startswith(QUEUE_PREFIX):
        return Question(view=View.QUEUE, queue_id=QueueId(key.removeprefix(QUEUE_PREFIX)), order=order)
    view = View(key)
    return Question(view=view, order=OWN_ORDERS.get(view, order))
